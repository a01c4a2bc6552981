/**
 * Columns that show themselves by their content: a table without a header, or a header that does not say which column
 * holds the deadline. Two thirds of a column must agree. Pure; the caller tells that a person has to check.
 */
import { parseDeadline } from '#domain/deadline/grammar';
import type { Table } from '../blocks.js';
import { emptyPassage } from '../passage.js';
import { plain } from '../plain.js';
import type { Role } from './column-meaning.js';
import { countsRows, widthOf, type Column, type TableHead } from './columns.js';
import { beginsWithParty } from './party-words.js';
import { kindOf } from './results.js';

/** A table that small says nothing by its content. */
const LEAST_ROWS = 2;

/** Rows that are looked at: enough to know, however long the plan. */
const SAMPLE = 40;

/** The columns of a table without a header; null when its content is no plan. */
export function headByContent(table: Table): TableHead | null {
  const width = Math.max(0, ...table.rows.slice(0, SAMPLE).map(widthOf));
  if (width < 3 || width > 12) return null;
  const texts = Array.from({ length: width }, (_, at) => textsAt(table, 0, at));
  const roles = new Map<Role, number>();
  const take = (role: Role, fits: (column: readonly string[]) => boolean) => {
    const at = texts.findIndex((column, i) => ![...roles.values()].includes(i) && fits(column));
    if (at >= 0) roles.set(role, at);
  };
  take('no', countsRows);
  take('deadline', isDeadlines);
  take('responsible', (column) => mostly(column, beginsWithParty));
  take('result', (column) => mostly(column, (text) => kindOf(text) !== null));
  const longest = texts
    .map((column, at) => ({ at, length: column.join('').length }))
    .filter(({ at }) => ![...roles.values()].includes(at))
    .sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || !roles.has('deadline') || !(roles.has('no') || roles.has('responsible'))) return null;
  roles.set('title', longest.at);
  const columns = texts.map((_, at): Column => {
    const role = [...roles].find(([, column]) => column === at)?.[0] ?? null;
    return { at, role, header: '', source: emptyPassage, period: null };
  });
  return { from: 0, to: 0, columns, width };
}

/** The same header with its deadline column found by content; null when no column is one. */
export function withDeadlineByContent(head: TableHead, table: Table): TableHead | null {
  const found = head.columns.find(({ role, at }) => role === null && isDeadlines(textsAt(table, head.to, at)));
  if (found === undefined) return null;
  return {
    ...head,
    deadlineByContent: true,
    columns: head.columns.map((column) => (column === found ? { ...column, role: 'deadline' } : column)),
  };
}

/** No deadline does without a figure or one of these words: most texts need not be parsed. */
const TIME =
  /\d|(?<!\p{L})(?:[IVX]+(?!\p{L})|еже|постоян|в\s+теч|сроч|незамедл|оператив|квартал|январ|феврал|март|апрел|ма[йя](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|по\s+мере|раз\s+в|до\s|весь\s|период)/iu;

/** The phrase names a time, and not only that there is none. */
export function isDeadline(text: string): boolean {
  if (!TIME.test(text)) return false;
  const parsed = parseDeadline(text);
  return parsed.understood && parsed.meaning.type !== 'none' && parsed.meaning.type !== 'external';
}

function isDeadlines(column: readonly string[]): boolean {
  return mostly(column, isDeadline);
}

function mostly(column: readonly string[], fits: (text: string) => boolean): boolean {
  const filled = column.filter((text) => text !== '');
  return filled.length >= LEAST_ROWS && filled.filter(fits).length * 3 >= filled.length * 2;
}

function textsAt(table: Table, from: number, at: number): string[] {
  return table.rows.slice(from, from + SAMPLE).map(({ cells }) => {
    const cell = cells.find(({ column }) => column === at);
    return plain(cell?.text ?? '');
  });
}
