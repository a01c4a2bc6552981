/** From printed text to a value: spaces, hyphens of line ends, footnote marks, final punctuation. Pure. */
import { joinPassages, type Passage } from './passage.js';

/** Put after a sign that stands there only because of the cut: `plain` drops a hyphen with it, a bracket for a space. */
const WRAPPED = '\u2060';

/** Spaces collapsed, soft hyphens and marks of bold type dropped, unbreakable hyphens made plain; nothing else is changed. */
export function plain(text: string): string {
  return text
    .replaceAll(`-${WRAPPED}`, '')
    .replaceAll(`)${WRAPPED}`, ' ')
    .replace(/\u00AD\s*\n\s*/gu, '')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replaceAll('**', '')
    .replaceAll('\u2011', '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `plain`, without footnote marks, a leading list number and final `;` `.` `,`. */
export function cleanValue(text: string): string {
  return withoutFinalStop(withoutFootnoteMarks(plain(text)));
}

/** «2025*», «ОИВ ЛО*», «организаций¹», «ЦОС<1>», «ЦОС[1]»: the mark goes, «м²» stays. */
export function withoutFootnoteMarks(text: string): string {
  return text
    .replace(/(?<=[^\s*]) ?\*{1,5}(?=$|[\s.,;:)»])/gu, '')
    .replace(/(?<=[\p{L}\d]{3}|[»")])[⁰¹²³⁴-⁹]+/gu, '')
    .replace(/\s?(?:<\d{1,2}>|\[\d{1,2}\])/gu, '')
    .trim();
}

function withoutFinalStop(text: string): string {
  // «2024 г.», «и т.д.», «Е.И.» end in a full stop that belongs to the word.
  const bare = withoutEnd(text, ';, ');
  if (!bare.endsWith('.')) return bare;
  if (/(?:^|[\s.(«])(?:\p{L}|гг|др|руб|тыс|млн|чел|ед|т\.\s?[дпе])\.$/iu.test(bare)) return bare;
  return withoutEnd(bare, ';,. ');
}

/** Character by character: a pattern anchored at the end takes quadratic time on hostile text. */
function withoutEnd(text: string, chars: string): string {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** At most `most` characters, for a message. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** For comparing words: lower case, ё as е, without punctuation. */
export function folded(text: string): string {
  return plain(text)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№/ ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** All words of the document, lower case, compounds with their hyphens. */
export function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word);
  }
  return words;
}

/**
 * Joins text that a line or page end has cut. A hyphen before the cut is dropped when it only broke a word
 * («реали-|зации») and kept in a compound («врачей-|консультантов»): the words of the document decide.
 */
export function continueText(pieces: readonly Passage[], words: ReadonlySet<string>): Passage {
  const separators: string[] = [];
  let open = 0;
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (before !== undefined) separators.push(separatorBetween(before.text, piece.text, open, words));
    open += openBrackets(piece.text);
  }
  return joinPassages(pieces, separators);
}

/** @param open brackets still open at the cut */
function separatorBetween(before: string, after: string, open: number, words: ReadonlySet<string>): string {
  if (before.trim() === '' || after.trim() === '') return '';
  if (before.endsWith('\u00AD')) return '';
  if (isClosedTwice(before, after, open)) return WRAPPED;
  const head = /(\p{L}+(?:-\p{L}+)*)-$/u.exec(before.slice(-60))?.[1];
  const tail = /^(\p{Ll}+)/u.exec(after.slice(0, 60))?.[1];
  if (head === undefined || tail === undefined) return ' ';
  const compound = `${head}-${tail}`.toLowerCase();
  return words.has(compound) && !words.has(head.toLowerCase() + tail) ? '' : WRAPPED;
}

/** «(далее – акт)|комитета)»: a bracket was closed at the cut, and the text within it goes on after the cut. */
function isClosedTwice(before: string, after: string, open: number): boolean {
  return before.endsWith(')') && open === 0 && openBrackets(after) === -1 && /^\p{Ll}/u.test(after);
}

function openBrackets(text: string): number {
  return (text.match(/\(/gu)?.length ?? 0) - (text.match(/\)/gu)?.length ?? 0);
}
