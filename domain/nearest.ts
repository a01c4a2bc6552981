/** The known word that a mistyped one is closest to. Pure. */

/**
 * @param slips how many mistyped letters are forgiven; by default as many as the words bear, and a beginning is enough
 * @returns null when nothing known is near: then a guess would only mislead
 */
export function nearest(word: string, known: readonly string[], slips = Infinity): string | null {
  const typed = bare(word);
  const ranked = known
    .map((each) => ({
      each,
      away: slips === Infinity && typed !== '' && bare(each).startsWith(typed) ? 1 : distance(typed, bare(each)),
    }))
    .sort((a, b) => a.away - b.away || a.each.length - b.each.length);
  const best = ranked[0];
  if (best === undefined) return null;
  return best.away <= slips &&
    best.away <= Math.max(1, Math.floor(Math.max(typed.length, bare(best.each).length) * 0.4))
    ? best.each
    : null;
}

/** The cure for a mistyped word. @returns undefined when nothing known is near: a wild guess would only mislead */
export function guess(word: string, known: readonly string[], slips?: number): string | undefined {
  const near = nearest(word, known, slips);
  return near === null ? undefined : `возможно, «${near}»`;
}

/** The same, or all that is known. */
export function cureOf(word: string, known: readonly string[]): string {
  return guess(word, known) ?? `есть ${known.join(', ')}`;
}

function bare(word: string): string {
  return word.replace(/^-+/u, '').toLowerCase();
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
