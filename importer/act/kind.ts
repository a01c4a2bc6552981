/** The line that says what the act is: «РАСПОРЯЖЕНИЕ», «П Р И К А З», «ПОСТАНОВЛЕНИЕ от 12.03.2024 № 5». Pure. */
import type { Field, OrderKind } from '#domain/order';
import type { Line } from '../blocks.js';
import { fieldOf, slicePassage } from '../passage.js';

const KINDS: readonly OrderKind[] = ['распоряжение', 'постановление', 'приказ', 'указ', 'протокол'];

export interface KindLine {
  readonly index: number;
  readonly kind: Field<OrderKind>;
  /** Where the word begins and ends in its line: the body may stand before it, date and number after it. */
  readonly from: number;
  readonly to: number;
}

/** The first such line; the word alone in any case, or in capitals at either end of a line. */
export function findKind(lines: readonly Line[]): KindLine | null {
  for (const [index, { text }] of lines.entries()) {
    for (const kind of KINDS) {
      const letters = [...kind.toUpperCase()].map((letter) => (letter === 'Е' ? '[ЕЁ]' : letter));
      const word = new RegExp(`(?<![\\p{L}])${letters.join('[^\\S\\n]?')}(?![\\p{L}])`, 'u');
      const alone = new RegExp(`^[\\s*]*${kind}[\\s*]*$`, 'iu');
      const match = word.exec(text.text) ?? alone.exec(text.text);
      if (match === null || !standsApart(text.text, match)) continue;
      const to = match.index + match[0].length;
      return { index, kind: fieldOf(slicePassage(text, match.index, to), kind), from: match.index, to };
    }
  }
  return null;
}

/** «ПРАВИТЕЛЬСТВО ОБЛАСТИ РАСПОРЯЖЕНИЕ», «ПРИКАЗ № 5»; not «…этот ПРИКАЗ довести до…». */
function standsApart(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const capitals = (part: string) => part === part.toUpperCase();
  return (
    capitals(before) &&
    (capitals(after.replace(/от|г\.|года|[а-яё]+(?=\s+\d{4})|(?<=\d)-?\s?[а-яё]{1,3}/gu, '')) || before.trim() === '')
  );
}

/** «распоряжением», «приказом» → the kind; null for another word. */
export function kindOfInstrumental(word: string): OrderKind | null {
  const lower = word.toLowerCase();
  return KINDS.find((kind) => lower === (kind.endsWith('е') ? `${kind}м` : `${kind}ом`)) ?? null;
}
