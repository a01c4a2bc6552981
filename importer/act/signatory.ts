/** Who signed: a post in one or more lines, then the name at their end or under them. Pure. */
import type { Field, NamedPost } from '#domain/order';
import type { Line } from '../blocks.js';
import { fieldOf, joinPassages, slicePassage, trimPassage } from '../passage.js';
import { continueText, plain } from '../plain.js';

const SURNAME = String.raw`\p{Lu}(?:\p{Ll}+|\p{Lu}+)(?:-\p{Lu}(?:\p{Ll}+|\p{Lu}+))?`;
const INITIALS_FIRST = new RegExp(String.raw`(?:^|[\s*_])(\p{Lu})\.\s?(?:(\p{Lu})\.)?\s?(${SURNAME})[\s*]*$`, 'u');
const SURNAME_FIRST = new RegExp(String.raw`(?:^|\t|\s{2,})(${SURNAME})\s+(\p{Lu})\.\s?(?:(\p{Lu})\.)?[\s*]*$`, 'u');

/** A line of a signature is short; a longer one is a sentence. */
const LONGEST_LINE = 300;

export interface Signature {
  readonly field: Field<NamedPost>;
  /** First of its lines. */
  readonly from: number;
}

interface SignedName {
  readonly name: string;
  /** Where it begins in its line. */
  readonly at: number;
}

/** @param lines from the end of the heading to the appendix */
export function signatureOf(lines: readonly Line[], words: ReadonlySet<string>): Signature | null {
  const lastPoint = lines.findLastIndex(({ text }) => /^\s*\d{1,2}(?:\.\d{1,2})*[.)]\s*\p{L}/u.test(text.text));
  for (let i = Math.max(0, lastPoint); i < lines.length; i += 1) {
    const line = lines[i];
    const signed = line === undefined ? null : signedName(line.text.text);
    if (line === undefined || signed === null) continue;
    const post = trimPassage(slicePassage(line.text, 0, signed.at));
    if (/контроль|возложить|^\d/iu.test(post.text)) continue;
    const above = postLines(lines, i, post.text === '');
    const parts = [...above.map(({ text }) => trimPassage(text)), ...(post.text === '' ? [] : [post])];
    const position = continueText(parts, words);
    const name = trimPassage(slicePassage(line.text, signed.at));
    const whole = position.text === '' ? name : joinPassages([position, name], ' ');
    return {
      from: i - above.length,
      field: fieldOf(whole, { name: signed.name, position: plain(position.text).replace(/[_,\s]+$/u, '') }),
    };
  }
  return null;
}

function signedName(text: string): SignedName | null {
  if (text.length > LONGEST_LINE) return null;
  const first = INITIALS_FIRST.exec(text);
  if (first !== null) {
    const at = first.index + (/^[\s*_]/u.test(first[0]) ? 1 : 0);
    return { at, name: nameOf(first[3], first[1], first[2]) };
  }
  const last = SURNAME_FIRST.exec(text);
  if (last !== null) return { at: last.index, name: nameOf(last[1], last[2], last[3]) };
  return null;
}

function nameOf(surname = '', first = '', second = ''): string {
  const initials = second === '' ? `${first}.` : `${first}.${second}.`;
  const small = surname.split('-').map((part) => part.charAt(0) + part.slice(1).toLowerCase());
  return `${small.join('-')} ${initials}`;
}

/** Lines of the post above line `at`: up to an empty line, a sentence, or a point. */
function postLines(lines: readonly Line[], at: number, mayCrossGap: boolean): readonly Line[] {
  let from = at;
  if (lines[at]?.gapBefore === true && !mayCrossGap) return [];
  while (from > 0) {
    const above = lines[from - 1];
    const crossing = lines[from]?.gapBefore === true && from < at;
    const text = plain(above?.text.text ?? '');
    if (above === undefined || crossing || /[.;:]$/u.test(text) || /^\d{1,2}(?:\.\d)*[.)]\s*\p{L}/u.test(text)) break;
    from -= 1;
  }
  return lines.slice(from, at);
}
