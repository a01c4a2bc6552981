/** What a file is made of once its format is gone: paragraphs and tables in reading order. Pure. */
import { VekhaError } from '#domain/errors';
import type { Source, SourceBlock } from '#domain/order';
import { joinPassages, passageOf, slicePassage, type Passage } from './passage.js';

interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** An empty line or paragraph stands before it. */
  readonly gapBefore: boolean;
}

export interface Cell {
  readonly text: string;
  /** First column of the grid that the cell covers, from 0. */
  readonly column: number;
  readonly span: number;
  /** The cell above whose text also counts for this one (cells merged over rows). */
  readonly mergedInto?: { readonly row: number; readonly cell: number };
  /** Its own colour as the file names it; white and the colour of the page are none. */
  readonly fill?: string;
}

export interface Row {
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  readonly gapBefore: boolean;
}

export type Block = Paragraph | Table;

/**
 * Longest text of one paragraph or cell, in characters. Real ones stay far below; the rules that read them may then be
 * simple without a hostile file taking minutes.
 */
export const MAX_TEXT_LENGTH = 20_000;

/** Most paragraphs and table rows of one file; the longest real acts have a few thousand. */
const MAX_LINES = 50_000;

/** @throws VekhaError 'input.too_large' */
export function refuseExcess(blocks: readonly Block[]): void {
  let lines = 0;
  for (const block of blocks) {
    lines += block.kind === 'paragraph' ? 1 : block.rows.length;
    const texts = block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells);
    if (texts.some(({ text }) => text.length > MAX_TEXT_LENGTH)) throw tooLong();
  }
  if (lines > MAX_LINES) {
    throw new VekhaError(
      'input.too_large',
      'В файле больше 50 000 абзацев и строк таблиц: такой файл не принимается.',
      { lines },
    );
  }
}

export function tooLong(): VekhaError {
  return new VekhaError(
    'input.too_large',
    'В файле есть абзац или ячейка длиннее 20 000 знаков: разделите её и загрузите файл снова.',
  );
}

/** What a format reader hands over; `remarks` are Russian sentences for the list of problems. */
export interface FileText {
  readonly blocks: readonly Block[];
  readonly remarks: readonly string[];
}

/** A line of running text; a row of a table that is not a table of measures is a line with tabs. */
export interface Line {
  readonly text: Passage;
  readonly gapBefore: boolean;
}

/** Lines of blocks `from` … `to` (exclusive). */
export function linesOf(blocks: readonly Block[], from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.kind === 'paragraph') {
      addLines(lines, passageOf(block.text, { block: index }), block.gapBefore);
      continue;
    }
    for (const [row, { cells }] of block.rows.entries()) {
      const texts = cells.map((cell, i) => passageOf(cell.text, { block: index, row, cell: i }));
      addLines(lines, joinPassages(texts, '\t'), row === 0);
    }
  }
  return lines;
}

/** The text that a source points at. An address outside the blocks gives an empty string. */
export function sourceText(blocks: readonly SourceBlock[], source: Source): string {
  const block = blocks[source.block];
  if (block === undefined) return '';
  if (block.kind === 'paragraph') return block.text.slice(source.from, source.to);
  const cell = block.rows[source.row ?? -1]?.[source.cell ?? -1];
  return cell?.slice(source.from, source.to) ?? '';
}

/** The same blocks in the shape that leaves the room. */
export function toSourceBlocks(blocks: readonly Block[]): SourceBlock[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? { kind: 'paragraph', text: block.text }
      : { kind: 'table', rows: block.rows.map((row) => row.cells.map((cell) => cell.text)) },
  );
}

function addLines(lines: Line[], passage: Passage, gapBefore: boolean): void {
  let gap = gapBefore;
  let from = 0;
  for (const text of passage.text.split('\n')) {
    if (text.trim() === '') gap = true;
    else {
      lines.push({ text: slicePassage(passage, from, from + text.length), gapBefore: gap });
      gap = false;
    }
    from += text.length + 1;
  }
}
