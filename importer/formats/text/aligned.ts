/**
 * Tables whose columns are kept apart by spaces alone: every line leaves the same gutters blank. Found only where three
 * columns or more stand over each other, so that a signature or a line of date and number is never taken for one. Pure.
 */
import type { Row } from '../../blocks.js';
import { wordsOf } from '../../plain.js';
import type { Spelling } from '../spelling.js';
import { isHeading, isRowNumber } from './heading.js';
import type { TextTable } from './text-table.js';
import { wrappedText } from './wrapped.js';

const LEAST_COLUMNS = 3;

/** A blank strip between two columns: `from` … `to`, exclusive. */
interface Gutter {
  readonly from: number;
  readonly to: number;
}

export interface Setting {
  /** What share of a column's width its letters fill; less than 1 where lines were set anew. */
  readonly share: number;
  /** Fewest spaces between two cells: a full cell of a typed table leaves but one. */
  readonly leastGap: number;
  readonly hyphenated: Spelling['hyphenated'];
}

const TYPED: Setting = { share: 1, leastGap: 1, hyphenated: true };

export function alignedTable(lines: readonly string[], start: number, setting = TYPED): TextTable | null {
  let gutters = guttersOf(lines[start] ?? '');
  if (gutters.length < LEAST_COLUMNS - 1) return null;
  let [end, full] = [start + 1, 0];
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!isUnderline(line)) {
      const left = narrowed(gutters, line, setting);
      if (left === null) {
        if (isSection(line)) continue;
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
  if (full === 0) return null;
  const own = lines.slice(start, end);
  return { rows: rowsOf(own, withUnnamed(gutters, own, setting), setting), end };
}

function guttersOf(line: string): Gutter[] {
  return [...line.trimEnd().matchAll(/(?<=\S)\s{2,}(?=\S)/gu)].map(({ index, 0: gap }) => ({
    from: index,
    to: index + gap.length,
  }));
}

/** The parts of the gutters that a line leaves blank too; null when it writes right across one. */
function narrowed(gutters: readonly Gutter[], line: string, { leastGap }: Setting): Gutter[] | null {
  const left: Gutter[] = [];
  for (const { from, to } of gutters) {
    const strip = line.slice(from, to).padEnd(to - from);
    // Text of a neighbour may reach into the gutter from either side; what is left of it is the longest blank run.
    const [gutter] = [...strip.matchAll(/\s+/gu)]
      .map(({ index, 0: blank }) => ({ from: from + index, to: from + index + blank.length }))
      .filter((blank) => spacesAt(line, blank) >= leastGap)
      .sort((x, y) => y.to - y.from - (x.to - x.from));
    if (gutter === undefined) return null;
    left.push(gutter);
  }
  return left;
}

/** Length of the white space of which a gutter is a part; at the ends of a line it has no limit. */
function spacesAt(line: string, { from, to }: Gutter): number {
  const before = line.slice(0, from).trimEnd().length;
  const after = line.slice(to).search(/\S/u);
  return before === 0 || after < 0 ? Infinity : to + after - before;
}

/** The gutters, and those of columns that the header leaves without a name: blank in every line, two characters wide. */
function withUnnamed(gutters: readonly Gutter[], lines: readonly string[], setting: Setting): Gutter[] {
  const rows = lines.filter(
    (line) => !isUnderline(line) && !isSection(line) && narrowed(gutters, line, setting) !== null,
  );
  const width = Math.max(...rows.map(({ length }) => length));
  const drawn = Array.from({ length: width }, (_, at) =>
    rows.every((row) => (row[at] ?? ' ').trim() === '') ? ' ' : 'x',
  );
  const inked = (from: number, to: number) =>
    rows.slice(1).some((row) => !isCounting(row) && row.slice(from, to).trim() !== '');
  const found = guttersOf(drawn.join('')).filter((strip) => {
    const right = gutters.find(({ to }) => to > strip.from);
    const left = gutters.findLast(({ from }) => from < strip.to);
    const isKnown = right !== undefined && right.from < strip.to;
    // A name that stands in the middle of its column is beside its cells, not in a column of its own.
    return !isKnown && inked(left?.to ?? 0, strip.from) && inked(strip.to, right?.from ?? width);
  });
  return [...gutters, ...found].sort((a, b) => a.from - b.from);
}

/** «1  2  3  4» under the header. */
function isCounting(line: string): boolean {
  const numbers = line.trim().split(/\s+/u);
  return numbers.length >= LEAST_COLUMNS && numbers.every((number, at) => number === String(at + 1));
}

/** A heading in one piece; «1.   Сверка   Отдел» is a row. */
function isSection(line: string): boolean {
  return isHeading(line) && guttersOf(line).length === 0;
}

/** «---  ----------  -----» */
function isUnderline(line: string): boolean {
  return /^[\s=_\u2500\u2501\u2550-]+$/u.test(line);
}

function cellsOf(line: string, gutters: readonly Gutter[]): string[] {
  const starts = [0, ...gutters.map(({ to }) => to)];
  return starts.map((from, at) => line.slice(from, starts[at + 1]).trim());
}

function rowsOf(lines: readonly string[], gutters: readonly Gutter[], setting: Setting): Row[] {
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
    const cells = cellsOf(line, gutters);
    const lone = cells.filter((cell) => cell !== '').length === 1;
    if (narrowed(gutters, line, setting) === null || (lone && isHeading(line))) rows.push(line.trim());
    else {
      const begins = fresh || (!parted && cells[0] !== '') || isRowNumber(cells[0] ?? '') || isCounting(line);
      if (begins || last === undefined || typeof last === 'string') rows.push(cells.map((cell) => [cell]));
      else last.forEach((texts, at) => texts.push(cells[at] ?? ''));
    }
    fresh = false;
  }
  return rows.map((row) =>
    typeof row === 'string'
      ? { cells: [{ text: row, column: 0, span: starts.length }] }
      : {
          cells: row.map((texts, column) => ({
            text: wrappedText(texts, ((starts[column + 1] ?? Infinity) - (starts[column] ?? 0) - 1) * setting.share, {
              words,
              hyphenated: setting.hyphenated,
            }),
            column,
            span: 1,
          })),
        },
  );
}
