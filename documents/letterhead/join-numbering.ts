/** Our numberings of points beside those of a letterhead, under numbers it does not use: its lists count on as they did. Pure. */
import type { Frame } from '../wordml/frame.js';
import type { PackageParts } from './package-parts.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * @param wanted Word's ids in our own package, one a section
 * @returns their ids in the letterhead's
 */
export function joinNumbering(parts: PackageParts, frame: Frame, wanted: readonly number[]): readonly number[] {
  const theirs = parts.related('numbering');
  const xml = theirs === null ? `<w:numbering xmlns:w="${WORD}"></w:numbering>` : opened(parts.text(theirs));
  const ours = frame.texts.get('word/numbering.xml') ?? '';
  const abstracts = new Map<string, number>();
  let nextAbstract = 1 + Math.max(0, ...numbersOf(xml, 'abstractNum', 'abstractNumId'));
  let nextNumber = 1 + Math.max(0, ...numbersOf(xml, 'num', 'numId'));
  const [definitions, numbers, ids]: [string[], string[], number[]] = [[], [], []];
  for (const id of wanted) {
    const number = element(ours, 'num', 'numId', String(id));
    const abstractId = /<w:abstractNumId w:val="(\d+)"\/>/u.exec(number)?.[1] ?? '';
    if (!abstracts.has(abstractId)) {
      definitions.push(definition(element(ours, 'abstractNum', 'abstractNumId', abstractId), nextAbstract));
      abstracts.set(abstractId, nextAbstract);
      nextAbstract += 1;
    }
    numbers.push(
      plain(number)
        .replace(/\bw:numId="\d+"/u, `w:numId="${nextNumber}"`)
        .replace(/<w:abstractNumId w:val="\d+"\/>/u, `<w:abstractNumId w:val="${abstracts.get(abstractId) ?? 0}"/>`),
    );
    ids.push(nextNumber);
    nextNumber += 1;
  }
  const joined = inserted(
    inserted(xml, /<w:num[\s>]/u, definitions.join('')),
    /<w:numIdMacAtCleanup\b/u,
    numbers.join(''),
  );
  if (theirs === null) parts.add('numbering', joined);
  else parts.set(theirs, joined);
  return ids;
}

/** All definitions stand before all numbers, and these before a mark that Word may leave at the end. */
function inserted(xml: string, before: RegExp, text: string): string {
  const mark = /<w:numIdMacAtCleanup\b/u.exec(xml)?.index;
  const at = before.exec(xml)?.index ?? mark ?? xml.lastIndexOf('</w:numbering>');
  return xml.slice(0, at) + text + xml.slice(at);
}

function opened(xml: string): string {
  return xml.replace(/<w:numbering\b([^>]*)\/>\s*$/u, '<w:numbering$1></w:numbering>');
}

function numbersOf(xml: string, name: string, attribute: string): number[] {
  return [...xml.matchAll(new RegExp(`<w:${name}\\s[^>]*\\bw:${attribute}="(\\d+)"`, 'gu'))].map(([, n]) => Number(n));
}

function element(xml: string, name: string, attribute: string, id: string): string {
  const opening = `<w:${name}\\s(?:[^>]*\\s)?w:${attribute}="${id}"[^>]*>`;
  return new RegExp(`${opening}[\\s\\S]*?</w:${name}>`, 'u').exec(xml)?.[0] ?? '';
}

function definition(abstract: string, id: number): string {
  return plain(abstract).replace(/\bw:abstractNumId="\d+"/u, `w:abstractNumId="${id}"`);
}

/** Attributes of later editions, whose names the letterhead may not have declared. */
function plain(xml: string): string {
  return xml.replace(/\sw\d+\w*:\w+="[^"]*"/gu, '');
}
