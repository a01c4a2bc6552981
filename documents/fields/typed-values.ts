/** Reading of values that people typed and `parseValues` accepted. A value of another shape counts as not given. */
import { dateOf, type LocalDate } from '#domain/local-date';
import { isRecord } from '#domain/json-source';

type Values = Readonly<Record<string, unknown>>;

export type TypedRow = Readonly<Record<string, unknown>>;

export function textValue(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function wholeValue(values: Values, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

export function dateValue(values: Values, name: string): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(textValue(values, name) ?? '') ?? [];
  return dateOf(Number(year), Number(month), Number(day)) ?? undefined;
}

/** Lines of text: an address, duties. */
export function linesValue(values: Values, name: string): readonly string[] | undefined {
  const value = values[name];
  if (!Array.isArray(value)) return undefined;
  const lines = value.filter((line) => typeof line === 'string' && line.trim() !== '') as string[];
  return lines.length === 0 ? undefined : lines;
}

export function rowsValue(values: Values, name: string): readonly TypedRow[] | undefined {
  const value = values[name];
  if (!Array.isArray(value)) return undefined;
  const rows = value.filter(isRecord);
  return rows.length === 0 ? undefined : rows;
}

interface TypedAct {
  readonly номер?: string;
  readonly дата?: LocalDate;
}

/** A paper named by its number and date; either may be missing. */
export function actValue(values: Values, name: string): TypedAct | undefined {
  const value = values[name];
  if (!isRecord(value)) return undefined;
  const [number, date] = [textValue(value, 'номер'), dateValue(value, 'дата')];
  if (number === undefined && date === undefined) return undefined;
  return { ...(number === undefined ? {} : { номер: number }), ...(date === undefined ? {} : { дата: date }) };
}

/** Rows that carry «№» keep that order; others are put in order by `compare`. Equal rows stay as they came. */
export function sortedRows(
  rows: readonly TypedRow[],
  compare: (a: TypedRow, b: TypedRow) => number,
): readonly TypedRow[] {
  const numbered = rows.every((row) => wholeValue(row, '№') !== undefined);
  return [...rows].sort(numbered ? (a, b) => (wholeValue(a, '№') ?? 0) - (wholeValue(b, '№') ?? 0) : compare);
}

/** Russian alphabet with ё beside е; the same on every machine, unlike a locale's collation. */
export function byText(name: string): (a: TypedRow, b: TypedRow) => number {
  return (a, b) => {
    const [left, right] = [sortKey(textValue(a, name)), sortKey(textValue(b, name))];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** The sum over all rows; undefined when a row lacks it: a total of a part would be taken for the whole. */
export function totalOf(rows: readonly TypedRow[], name: string): number | undefined {
  const numbers = rows.map((row) => wholeValue(row, name));
  if (rows.length === 0 || numbers.includes(undefined)) return undefined;
  const sum = numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  return Number.isSafeInteger(sum) ? sum : undefined;
}

function sortKey(text: string | undefined): string {
  return (text ?? '').toLowerCase().replaceAll('ё', 'е\uFFFF').replaceAll(/[«»"]/gu, '');
}
