/** Lines of a page as a typewriter would set them, so that columns kept apart by white space stand over each other. Pure. */
import type { Setting } from '../text/aligned.js';
import type { TextLine } from './lines.js';

/** Points of one character: narrower than letters of seven points are, so that no text runs into its neighbour. */
const PITCH = 3;
/** Letters of eleven points, the size of most tables, are half as wide as they are high. */
export const FIXED_PITCH: Omit<Setting, 'hyphenated'> = { share: PITCH / 5.5, leastGap: 2 };

/** In letter sizes: what stands farther apart is not one text. */
const CELL_GAP = 0.8;

export function fixedPitch({ pieces, size }: TextLine): string {
  let [line, right] = ['', -Infinity];
  for (const { text, left, right: end } of pieces) {
    const gap = (left - right) / size;
    if (gap > CELL_GAP) line = `${line}${right === -Infinity ? '' : '  '}`.padEnd(Math.round(left / PITCH));
    else if (gap > 0.15 && !line.endsWith(' ')) line += ' ';
    line += text;
    right = Math.max(right, end);
  }
  return line;
}
