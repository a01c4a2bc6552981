/** The words of a letterhead with their fields filled in: values as they are, what is missing highlighted. Pure. */
import { escapeXml } from '#archive';
import type { Blank, RegistrationField, Word } from '../evaluated.js';
import { apartTraces } from '../traces.js';
import { registrationPlace } from '../wordml/registration-place.js';
import type { Chunk } from './word-slots.js';

/** @param filled by the numbers of the slots */
export function fillSlots(chunks: readonly Chunk[], filled: readonly (Word | Blank)[]): string {
  return chunks
    .map((chunk) => {
      if (typeof chunk === 'string') return chunk;
      const texts = chunk.content.flatMap((part) => (typeof part === 'string' ? plain(part) : valueOf(filled[part])));
      return inRuns(joined(texts), chunk.look);
    })
    .join('');
}

interface Text {
  readonly text: string;
  readonly highlighted: boolean;
  readonly registers?: RegistrationField;
}

function plain(text: string): Text[] {
  return [{ text, highlighted: false }];
}

function valueOf(value: Word | Blank | undefined): Text[] {
  if (value === undefined) return [];
  if (value.type === 'blank') {
    const { text, highlighted, registers } = value;
    return [{ text, highlighted, ...(registers === undefined ? {} : { registers }) }];
  }
  return apartTraces(value.text).flatMap(plain);
}

/** What looks alike stays one text; doubled braces of a value stay apart. */
function joined(texts: readonly Text[]): Text[] {
  return texts.reduce<Text[]>((all, next) => {
    const last = all.at(-1);
    const alike = last?.highlighted === next.highlighted && (last.registers ?? next.registers) === undefined;
    const touching = alike && !braces(last.text, next.text);
    if (touching) all.splice(-1, 1, { ...last, text: last.text + next.text });
    else all.push(next);
    return all;
  }, []);
}

function braces(before: string, after: string): boolean {
  return (before.endsWith('{') && after.startsWith('{')) || (before.endsWith('}') && after.startsWith('}'));
}

/** The run is open when the first text begins, and is closed by what follows the last. */
function inRuns(texts: readonly Text[], look: string): string {
  const all = texts.length === 0 ? [{ text: '', highlighted: false }] : texts;
  return all
    .map(({ text, highlighted, registers }, i) => {
      const element = `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
      if (registers !== undefined) {
        return `</w:r>${registrationPlace(registers, `<w:r>${look}${element}</w:r>`)}<w:r>${look}`;
      }
      const again = i === 0 && !highlighted ? '' : `</w:r><w:r>${highlighted ? marked(look) : look}`;
      const after = highlighted && i === all.length - 1 ? `</w:r><w:r>${look}` : '';
      return again + element + after;
    })
    .join('');
}

/** Properties stand in the order of the schema: highlighting before these. */
const AFTER_HIGHLIGHT =
  /<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)[\s/>]|<\/w:rPr>/u;
const HIGHLIGHT = '<w:highlight w:val="yellow"/>';

function marked(look: string): string {
  if (look === '') return `<w:rPr>${HIGHLIGHT}</w:rPr>`;
  const bare = look.replace(/<w:highlight\b[^>]*\/>/u, '');
  const at = AFTER_HIGHLIGHT.exec(bare)?.index ?? bare.length;
  return bare.slice(0, at) + HIGHLIGHT + bare.slice(at);
}
