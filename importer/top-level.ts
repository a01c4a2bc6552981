/** Places where a text may be split: never within quotation marks or brackets. Pure. */

export interface Break {
  readonly from: number;
  readonly to: number;
}

/** Matches of `separator` (global) outside quotes and brackets; quotes and brackets that never close do not count. */
export function topLevelBreaks(text: string, separator: RegExp): Break[] {
  const depth = depths(text);
  return [...text.matchAll(separator)]
    .filter((match) => depth[match.index] === 0)
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

const CLOSING = new Set(['»', ')', '“', ']', '"']);

/** More open at once is no text; it also bounds the search for the pair. */
const MAX_OPEN = 50;

/** How deep each character stands. */
function depths(text: string): Int32Array {
  const depth = new Int32Array(text.length);
  const open: { at: number; close: string }[] = [];
  const pairs: Readonly<Record<string, string>> = { '«': '»', '(': ')', '„': '“', '[': ']' };
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const closes = CLOSING.has(char) ? open.findLastIndex(({ close }) => close === char) : -1;
    if (closes >= 0) {
      const { at } = open[closes] ?? { at: i };
      // Only the outermost pair marks its characters: each is visited once.
      if (closes === 0) depth.fill(1, at, i + 1);
      open.length = closes;
    } else if (open.length === MAX_OPEN) continue;
    else if (char === '"') open.push({ at: i, close: '"' });
    else {
      const close = pairs[char];
      if (close !== undefined) open.push({ at: i, close });
    }
  }
  // What closed within something unclosed still counts.
  if (open.length > 0) markInner(text, open[0]?.at ?? 0, depth);
  return depth;
}

function markInner(text: string, from: number, depth: Int32Array): void {
  for (const match of text.slice(from + 1).matchAll(/«[^«»]*»|\([^()]*\)|"[^"]*"/gu)) {
    const at = from + 1 + match.index;
    depth.fill(1, at, at + match[0].length);
  }
}
