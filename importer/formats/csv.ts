/** Whether a text is CSV: every line has as many cells as the first. The reading itself is done by the room of table files. Pure. */

const LOOKED_AT = 50;
const LEAST_CELLS = 3;

/** Texts of an act have semicolons and commas, but never the same number in each line. */
export function isCsv(text: string): boolean {
  return /^sep=[;,]\r?\n/iu.test(text) || [';', ','].some((divider) => isDivided(text, divider));
}

function isDivided(text: string, divider: string): boolean {
  // Quoted cells hide their line ends and dividers; a quote that never closes hides nothing.
  const lines = text
    .slice(0, 200_000)
    .replaceAll(/"(?:[^"]|"")*"/gu, 'x')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const counts = lines.map((line) => line.split(divider).length);
  const [first = 0] = counts;
  return counts.length >= 2 && first >= LEAST_CELLS && counts.every((count) => count === first);
}
