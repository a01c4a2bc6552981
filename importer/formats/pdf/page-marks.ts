/** What a page of a PDF shows: pieces of text and ruled lines, in points from its upper left corner. Pure. */
import type { PdfPage } from './library.js';
import { multiplied } from './matrix.js';
import { rulesOf, type Rule } from './rules.js';

/** A run of characters in one line. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that letters stand on. */
  readonly base: number;
  /** Size of the letters. */
  readonly size: number;
}

export interface PageMarks {
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
}

/** Lines are looked for only on a page that has text: a scan is not unpacked. */
export async function marksOf(page: PdfPage, ops: Readonly<Record<string, number>>): Promise<PageMarks> {
  const view = page.getViewport({ scale: 1 }).transform;
  const { items } = await page.getTextContent();
  const pieces = items.flatMap(({ str, transform, width }): Piece[] => {
    if (str === undefined || str.trim() === '') return [];
    const [a, b, , d, left, base] = multiplied(view, transform);
    const size = Math.abs(d);
    // What runs upwards or across is a stamp over the page, not its text.
    return a <= 0 || Math.abs(b) > a / 10 || size === 0 ? [] : [{ text: str, left, right: left + width, base, size }];
  });
  const rules = pieces.length === 0 ? [] : rulesOf(await page.getOperatorList(), view, ops);
  page.cleanup();
  return { pieces, rules };
}
