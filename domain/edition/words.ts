/** How much two wordings of one measure have in common. Pure. */

/** Nothing but spaces, quotation marks, dashes, case, ё and a final stop differ: an act printed anew is no other act. */
export function sameWords(a: string, b: string): boolean {
  return printedKey(a) === printedKey(b);
}

/** The same for lists: as many, each the same, in the same order. */
export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => sameWords(each, b[i] ?? ''));
}

/**
 * How much of its words a text has in common with each of many: from 0 (none) to 1 (all, however ordered and declined). Numbers count
 * as words: stage 1 is not stage 2. «Утверждён перечень школ» and «Утверждён перечень организаций» → 2/3.
 * @returns for a text one figure for each of `texts`; its cost grows with the words in common, not with all pairs
 */
export function likenessTo(texts: readonly string[]): (text: string) => readonly number[] {
  const sizes: number[] = [];
  /** For each stem the texts that have it, as often as they have it. */
  const holders = new Map<string, number[]>();
  texts.forEach((text, at) => {
    const own = stemsIn(text);
    sizes.push(own.length);
    for (const stem of own) {
      const known = holders.get(stem);
      if (known === undefined) holders.set(stem, [at]);
      else known.push(at);
    }
  });
  return (text) => {
    const own = stemsIn(text);
    const shared = new Array<number>(texts.length).fill(0);
    for (const stem of new Set(own)) {
      const times = own.filter((other) => other === stem).length;
      const taken = new Map<number, number>();
      for (const at of holders.get(stem) ?? []) {
        const before = taken.get(at) ?? 0;
        if (before === times) continue;
        taken.set(at, before + 1);
        shared[at] = (shared[at] ?? 0) + 1;
      }
    }
    return shared.map((common, at) => {
      const all = own.length + (sizes[at] ?? 0);
      return all === 0 ? 1 : (2 * common) / all;
    });
  };
}

/** What is left of a wording when the ways to print it do not count: equal for the same words. */
export function printedKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»„“”"'’]/gu, '')
    .replaceAll(/[-‑–—−]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?- ?/gu, '-')
    .replace(/[\s.;,]+$/u, '')
    .trim();
}

const PREPOSITIONS = new Set([
  'в',
  'во',
  'и',
  'на',
  'по',
  'с',
  'со',
  'для',
  'к',
  'о',
  'об',
  'от',
  'из',
  'при',
  'до',
  'за',
]);
const LONGEST_STEM = 6;
const SHORTEST_STEM = 4;

/** Words without their endings, so that «организаций» is «организации»; prepositions say nothing. */
function stemsIn(text: string): readonly string[] {
  const words = printedKey(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !PREPOSITIONS.has(word)).map(stemOf);
}

function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  return word.slice(0, Math.min(LONGEST_STEM, Math.max(SHORTEST_STEM, word.length - 2)));
}
