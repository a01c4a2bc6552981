/** «Итого» of a file against its rows: of all of them, or of those since the last total. Pure. */
import { integer, money } from '#domain/number-words';
import type { SheetRow } from '#domain/sheet';
import type { Column } from '../register-columns/column.js';
import type { TypedRow } from '../typed-values.js';

export function isTotal(row: SheetRow): boolean {
  return [...row.cells.values()].some(
    (cell) => cell.kind === 'text' && /^(?:итого|всего)(?!\p{L})/iu.test(cell.text.trim()),
  );
}

/** @returns what is wrong, null when it is right or the column is not summed */
export function totalFault(
  column: Column,
  total: unknown,
  all: readonly TypedRow[],
  since: readonly TypedRow[],
): string | null {
  const sums = [sumOf(all, column.name), sumOf(since, column.name)];
  if (typeof total !== 'number' || sums.includes(total)) return null;
  const shown = column.type === 'money' ? money : integer;
  return `итог ${shown(total)}, а сумма строк ${shown(sums[0] ?? 0)}`;
}

/** Whether a total of the column means anything: numbers of rows are not added up. */
export function isSummed({ name, type }: Column): boolean {
  return name !== '№' && (type === 'int' || type === 'money');
}

function sumOf(rows: readonly TypedRow[], name: string): number {
  return rows.reduce((sum, row) => sum + (typeof row[name] === 'number' ? row[name] : 0), 0);
}
