/** Tables whose cells stand between tabs, a row on a line or, when cells hold line ends, on several. Pure. */
import type { Row } from '../../blocks.js';
import { isHeading, isRowNumber } from './heading.js';
import type { TextTable } from './text-table.js';

/** A row of a table of measures has at least three cells; «12 мая 2024 г.⇥№ 5» is a line of text. */
const LEAST_TABS = 2;

/**
 * A line without tabs between two rows is a row too (a section heading); after the last row it belongs to the text.
 */
export function tabbedTable(lines: readonly string[], start: number): TextTable | null {
  if (!isRow(lines[start])) return null;
  const rows: Row[] = [rowOf(lines[start] ?? '')];
  const width = tabsOf(lines[start]);
  let [end, kept] = [start + 1, 1];
  for (let at = end; at < lines.length && (lines[at] ?? '').trim() !== ''; at += 1) {
    const to = wrappedTo(lines, at, width);
    const text = lines.slice(at, to).join('\n');
    rows.push(rowOf(text));
    at = to - 1;
    // A lone heading may be the last line of a page: its rows follow the repeated header.
    if (isRow(text) || (isHeading(text) && (lines[to] ?? '').trim() === '')) [end, kept] = [to, rows.length];
  }
  return { rows: rows.slice(0, kept), end };
}

/**
 * Line after the row that begins at `at`. Lines that only together have the tabs of the header are one row: the line ends
 * between them stood in its cells. Where cells at the end are left out, the next line begins with a number of its own.
 */
function wrappedTo(lines: readonly string[], at: number, width: number): number {
  let tabs = tabsOf(lines[at]);
  if (tabs === 0) return at + 1;
  if (tabs >= width || !isRowNumber(firstCell(lines[at]))) return restOfLastCell(lines, at + 1);
  for (let to = at + 1; to < lines.length && tabs < width; to += 1) {
    const first = firstCell(lines[to]);
    if (first === '' || isRowNumber(first)) break;
    tabs += tabsOf(lines[to]);
    if (tabs === width) return restOfLastCell(lines, to + 1);
  }
  return at + 1;
}

/** A line without tabs that begins in the middle of a sentence. */
function restOfLastCell(lines: readonly string[], from: number): number {
  let to = from;
  while (tabsOf(lines[to]) === 0 && /^\s*[\p{Ll}\d]/u.test(lines[to] ?? '') && !isHeading(lines[to] ?? '')) to += 1;
  return to;
}

function firstCell(line: string | undefined): string {
  return (line ?? '').split('\t', 1)[0]?.trim() ?? '';
}

function tabsOf(line: string | undefined): number {
  return (line ?? '').split('\t').length - 1;
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && tabsOf(line) >= LEAST_TABS && line.trim() !== '';
}

function rowOf(text: string): Row {
  return { cells: text.split('\t').map((cell, column) => ({ text: cell, column, span: 1 })) };
}
