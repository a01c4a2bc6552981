/** The header of a table of measures: its rows, its columns and what each is for, by the meaning of their names. Pure. */
import type { Row, Table } from '../blocks.js';
import { joinPassages, passageOf, type Passage } from '../passage.js';
import { folded, plain } from '../plain.js';
import { meaningOf, type Role } from './column-meaning.js';
import { periodOf, type Period } from './periods.js';

export interface Column {
  /** First grid column; the next column begins where this one ends. */
  readonly at: number;
  /** Null for a column that is kept as it stands. */
  readonly role: Role | null;
  /** Header as printed, spaces collapsed; empty when it stands empty. */
  readonly header: string;
  readonly source: Passage;
  readonly period: Period | null;
}

export interface TableHead {
  /** First row of the header and the row after its last; both 0 when the table has none. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  /** Grid columns of the widest header row. */
  readonly width: number;
  /** Its words do not say which column holds the deadline; the content does. */
  readonly deadlineByContent?: true;
}

/** Longest header cell: a longer text is a measure, not a name of a column. */
const HEADER_LENGTH = 120;

const MAX_COLUMNS = 64;

/** Rows of a header at most: a name over two or three parts. */
const HEADER_ROWS = 3;

/**
 * The header that begins at row `from`, or null when that row is none. A header names the measure and one more known
 * column; whether it names a deadline is for the caller to ask.
 */
export function headAt(table: Table, block: number, from: number): TableHead | null {
  const first = table.rows[from];
  if (first === undefined || first.cells.length < 2 || first.cells.length > MAX_COLUMNS) return null;
  if (first.cells.some((cell) => cell.text.length > HEADER_LENGTH)) return null;
  let to = from + 1;
  while (to < from + HEADER_ROWS && continuesHeader(table, from, to)) to += 1;
  const columns = chooseRoles(columnsOf(table, block, from, to), table, to);
  const roles = new Set(columns.map(({ role }) => role).filter((role) => role !== null));
  if (!roles.has('title') || roles.size < 2) return null;
  // «Наименование» alone names anything: only beside a deadline and somebody who answers for it is it a measure.
  const titled = columns.find(({ role }) => role === 'title');
  if (meaningOf(titled?.header ?? '').weight < 2 && !(roles.has('responsible') || roles.has('result'))) return null;
  const width = Math.max(...table.rows.slice(from, to).map(widthOf));
  return { from, to, columns: numberColumn(columns, table, to), width };
}

export function widthOf(row: Row | undefined): number {
  const last = row?.cells.at(-1);
  return last === undefined ? 0 : last.column + last.span;
}

export function hasRole({ columns }: TableHead, role: Role): boolean {
  return columns.some((column) => column.role === role);
}

/** A header tells when: in a column of its own, or in columns of periods. */
export function namesDeadline(head: TableHead): boolean {
  return hasRole(head, 'deadline') || hasRole(head, 'period');
}

/** A first row that names columns of something else: «№ | Наименование организации | Адрес». */
export function namesColumns(row: Row | undefined): boolean {
  const texts = (row?.cells ?? []).map(({ text }) => plain(text)).filter((text) => text !== '');
  const roles = texts.filter((text) => text.length <= HEADER_LENGTH && meaningOf(text).role !== null);
  return meaningOf(texts[0] ?? '').role === 'no' || (roles.length >= 2 && !/^\d/u.test(texts[0] ?? ''));
}

/** A repeated header, or one of a later part of the same table. */
export function sameHead(one: TableHead, other: TableHead): boolean {
  const names = ({ columns }: TableHead) => columns.map(({ header }) => folded(header)).join('|');
  return names(one) === names(other);
}

/**
 * A row belongs to the header when one of its cells is merged into the header above, or when, without merges (plain
 * text), it only divides a column of the row above: «начало», «окончание», «I», «II» …
 */
function continuesHeader(table: Table, from: number, to: number): boolean {
  const cells = table.rows[to]?.cells ?? [];
  if (cells.some(({ mergedInto }) => mergedInto !== undefined && mergedInto.row >= from && mergedInto.row < to))
    return true;
  const filled = cells.filter(({ text }) => plain(text) !== '');
  const above = (column: number) => plain(table.rows[to - 1]?.cells.find((cell) => cell.column === column)?.text ?? '');
  return (
    filled.length >= 2 &&
    plain(cells[0]?.text ?? '') === '' &&
    filled.every(({ text, column }) => dividesColumn(plain(text), aboveOrLeft(above, column)))
  );
}

function aboveOrLeft(above: (column: number) => string, column: number): string {
  for (let at = column; at >= 0; at -= 1) if (above(at) !== '') return above(at);
  return '';
}

function dividesColumn(text: string, above: string): boolean {
  return /^(?:начал|оконч|заверш|план|факт|с$|по$)/iu.test(text) || periodOf([above, text]) !== null;
}

function columnsOf(table: Table, block: number, from: number, to: number): Column[] {
  const rows = table.rows.slice(from, to);
  const starts = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b);
  return starts.map((at) => {
    const parts = rows.flatMap((_, i) => headerPart(table, block, from + i, to, at) ?? []);
    const texts = parts.map(({ text }) => plain(text));
    const header = texts.join(' ');
    const period = periodOf(texts);
    const role = period === null ? meaningOf(header).role : 'period';
    return { at, role, header, source: joinPassages(parts, ' '), period };
  });
}

/** Text of one header row over a column; in plain text the name of divided columns stands over the first of them only. */
function headerPart(table: Table, block: number, row: number, to: number, at: number): Passage | null {
  const cells = table.rows[row]?.cells ?? [];
  const own = cells.findIndex(({ column, span }) => column <= at && at < column + span);
  const textAt = (cell: number) => plain(cells[cell]?.text ?? '');
  const divided =
    row < to - 1 && textAt(own) === '' && cells[own]?.mergedInto === undefined && hasText(table.rows[row + 1], at);
  const cell = divided ? cells.findLastIndex(({ column, text }) => column < at && plain(text) !== '') : own;
  return textAt(cell) === '' ? null : passageOf(cells[cell]?.text ?? '', { block, row, cell });
}

function hasText(row: Row | undefined, at: number): boolean {
  return plain(row?.cells.find(({ column }) => column === at)?.text ?? '') !== '';
}

/** At most one column for each role; periods only where no column names the deadline and their cells hold no figures. */
function chooseRoles(columns: readonly Column[], table: Table, to: number): Column[] {
  const best = new Map<Role, Column>();
  for (const column of columns) {
    if (column.role === null) continue;
    const rival = best.get(column.role);
    if (rival === undefined || meaningOf(column.header).weight > meaningOf(rival.header).weight)
      best.set(column.role, column);
  }
  const periods = best.has('period') && !best.has('deadline') && marksOnly(columns, table.rows.slice(to));
  return columns.map((column) => {
    const kept = column.role === 'period' ? periods : column.role !== null && best.get(column.role) === column;
    return kept ? column : { ...column, role: null };
  });
}

/** «120,5» under «2024 год» is money, not a mark. */
function marksOnly(columns: readonly Column[], rows: readonly Row[]): boolean {
  const at = new Set(columns.filter(({ role }) => role === 'period').map((column) => column.at));
  const texts = rows.flatMap(({ cells }) =>
    cells.filter(({ column }) => at.has(column)).map(({ text }) => plain(text)),
  );
  const filled = texts.filter((text) => text !== '');
  return filled.filter((text) => /^[\d\s.,]+$/u.test(text)).length * 2 <= filled.length;
}

/** A first column without a name that counts the rows is the number column. */
function numberColumn(columns: readonly Column[], table: Table, to: number): Column[] {
  if (columns.some(({ role }) => role === 'no')) return [...columns];
  const first = columns[0];
  if (first?.role !== null || first.header !== '') return [...columns];
  const texts = table.rows
    .slice(to)
    .map(({ cells }) => cells.find(({ column }) => column === first.at)?.text.trim() ?? '');
  return countsRows(texts) ? [{ ...first, role: 'no' }, ...columns.slice(1)] : [...columns];
}

/** Texts of a column that are mostly numbers of rows. */
export function countsRows(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^(?:\d+|[IVX]+)(?:\.\d+)*[.)]?$/u.test(text)).length;
  const others = texts.filter((text) => text !== '').length - numbers;
  return numbers > 0 && others <= numbers;
}
