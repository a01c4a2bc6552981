/** Pieces of text → lines as they are read, lines of a cell → its paragraphs. Pure. */
import { wordsOf } from '../../plain.js';
import { raised } from '../raised.js';
import { HYPHEN_AT_END, joinedLines, type Spelling } from '../spelling.js';
import type { Piece } from './page-marks.js';

export interface TextLine {
  readonly text: string;
  /** From left to right. */
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** In letter sizes: nearer pieces are one word; farther ones stand in columns (a post and a name, a date and a number). */
const WORD_GAP = 0.15;
const COLUMN_GAP = 2;

/** Downwards. */
export function linesOf(pieces: readonly Piece[]): TextLine[] {
  const groups: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.base - b.base)) {
    const [first] = groups.at(-1) ?? [];
    if (first !== undefined && piece.base - first.base < Math.max(first.size, piece.size) / 2)
      groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups.map(lineOf);
}

function lineOf(pieces: readonly Piece[]): TextLine {
  const inOrder = pieces.toSorted((a, b) => a.left - b.left);
  const size = Math.max(...pieces.map((piece) => piece.size));
  const base = Math.max(...pieces.map((piece) => piece.base));
  let [text, right] = ['', Number.NaN];
  for (const piece of inOrder) {
    const gap = (piece.left - right) / size;
    text += gap > COLUMN_GAP ? '\t' : gap > WORD_GAP && !text.endsWith(' ') ? ' ' : '';
    text += piece.size < size * 0.8 && piece.base < base - size / 10 ? raised(piece.text) : piece.text;
    right = Math.max(piece.right, Number.isNaN(right) ? -Infinity : right);
  }
  return { text: text.trim(), pieces: inOrder, left: inOrder[0]?.left ?? 0, right, base, size };
}

/** A document that breaks words does it in a tenth of its lines; in another one a compound ends a line now and then. */
const HYPHENATED_SHARE = 0.04;

export function spellingOf(pages: readonly (readonly Piece[])[]): Spelling {
  const lines = pages.flatMap(linesOf);
  const broken = lines.filter(({ text }) => HYPHEN_AT_END.test(text));
  return {
    words: wordsOf(lines.map(({ text }) => text)),
    hyphenated: broken.length > 3 && broken.length > lines.length * HYPHENATED_SHARE,
  };
}

/**
 * Lines of a cell as its text: what was broken only because the cell is narrow is joined, paragraphs stay lines.
 * @param width of the cell, in points
 */
export function cellText(lines: readonly TextLine[], width: number, spelling: Spelling): string {
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    const last = before?.at(-1);
    if (before === undefined || last === undefined || endsParagraph(last, line, width)) paragraphs.push([line]);
    else before.push(line);
  }
  return paragraphs
    .map((paragraph) => paragraph.map(({ text }) => text))
    .map((texts) => joinedLines(texts, spelling))
    .join('\n');
}

/** Space left and right of the text in a cell, as Word sets it. */
const PADDING = 11;

/** The first word of the next line would have fitted. */
function endsParagraph(line: TextLine, next: TextLine, width: number): boolean {
  if (next.base - line.base > 2 * line.size) return true;
  const [word = ''] = next.text.split(' ', 1);
  const wordWidth = ((next.right - next.left) * (word.length + 1)) / Math.max(1, next.text.length);
  return line.right - line.left + wordWidth * 1.1 < width - PADDING;
}
