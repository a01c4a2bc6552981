/**
 * Tables whose columns are kept apart by spaces alone: every line leaves the same gutters blank. Found only where three
 * columns or more stand over each other, so that a signature or a line of date and number is never taken for one. Pure.
 */
import type { Row } from '../../blocks.js';
import { wordsOf } from '../../plain.js';
import { isHeading } from './heading.js';
import type { TextTable } from './text-table.js';
import { wrappedText } from './wrapped.js';

const LEAST_COLUMNS = 3;

/** A blank strip between two columns: `from` … `to`, exclusive. */
interface Gutter {
  readonly from: number;
  readonly to: number;
}

export function alignedTable(lines: readonly string[], start: number): TextTable | null {
  let gutters = guttersOf(lines[start] ?? '');
  if (gutters.length < LEAST_COLUMNS - 1) return null;
  let [end, full] = [start + 1, 0];
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!isUnderline(line)) {
      const left = narrowed(gutters, line);
      if (left === null) {
        if (isHeading(line)) continue;
        break;
      }
      gutters = left;
      const filled = cellsOf(line, gutters).filter((cell) => cell !== '').length;
      // A lone text under the table is no row of it.
      if (filled < 2 && (lines[at - 1] ?? '').trim() === '') break;
      if (filled >= LEAST_COLUMNS) full += 1;
    }
    end = at + 1;
  }
  return full === 0 ? null : { rows: rowsOf(lines.slice(start, end), gutters), end };
}

function guttersOf(line: string): Gutter[] {
  return [...line.trimEnd().matchAll(/(?<=\S)\s{2,}(?=\S)/gu)].map(({ index, 0: gap }) => ({
    from: index,
    to: index + gap.length,
  }));
}

/** The parts of the gutters that a line leaves blank too; null when it writes right across one. */
function narrowed(gutters: readonly Gutter[], line: string): Gutter[] | null {
  const left: Gutter[] = [];
  for (const { from, to } of gutters) {
    const strip = line.slice(from, to).padEnd(to - from);
    // The longest blank run: text of a neighbour may reach into the gutter from either side.
    const blank = [...strip.matchAll(/\s+/gu)].reduce(
      (a, b) => (b[0].length > a.length ? { at: b.index, length: b[0].length } : a),
      { at: 0, length: 0 },
    );
    if (blank.length === 0) return null;
    left.push({ from: from + blank.at, to: from + blank.at + blank.length });
  }
  return left;
}

/** «---  ----------  -----» */
function isUnderline(line: string): boolean {
  return /^[\s=_\u2500\u2501\u2550-]+$/u.test(line);
}

function cellsOf(line: string, gutters: readonly Gutter[]): string[] {
  const starts = [0, ...gutters.map(({ to }) => to)];
  return starts.map((from, at) => line.slice(from, starts[at + 1]).trim());
}

function rowsOf(lines: readonly string[], gutters: readonly Gutter[]): Row[] {
  const words = wordsOf(lines);
  const starts = [0, ...gutters.map(({ to }) => to)];
  const rows: (string[][] | string)[] = [];
  const parted = lines.slice(1).some((line, at) => at > 0 && line.trim() === '');
  let fresh = true;
  for (const line of lines) {
    if (line.trim() === '' || isUnderline(line)) {
      fresh = true;
      continue;
    }
    const last = rows.at(-1);
    if (narrowed(gutters, line) === null) rows.push(line.trim());
    else {
      const cells = cellsOf(line, gutters);
      const begins =
        fresh || typeof last === 'string' || last === undefined || (!parted && cells[0] !== '') || isNumber(cells[0]);
      if (begins) rows.push(cells.map((cell) => [cell]));
      else last.forEach((texts, at) => texts.push(cells[at] ?? ''));
    }
    fresh = false;
  }
  return rows.map((row) =>
    typeof row === 'string'
      ? { cells: [{ text: row, column: 0, span: starts.length }] }
      : {
          cells: row.map((texts, column) => ({
            text: wrappedText(texts, (starts[column + 1] ?? Infinity) - (starts[column] ?? 0) - 1, words),
            column,
            span: 1,
          })),
        },
  );
}

function isNumber(cell: string | undefined): boolean {
  return /^\d+(?:\.\d+)*[.)]?$/u.test(cell ?? '');
}
