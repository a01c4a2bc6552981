/** Rows of a register → sheets with typed columns: filled, or an empty form with an explanation of its columns. Pure. */
import { capitalFirst } from '#domain/typography';
import type { CellFormat, SheetToWrite } from '#domain/sheet';
import { TYPE_LABELS } from '../questions.js';
import type { Column } from '../register-columns/column.js';
import type { TypedRow } from '../typed-values.js';
import type { RegisterTable } from './register-tables.js';

/** @param rows as `parseValues` returned them: kopecks, ISO days */
export function tableSheet({ name, columns }: RegisterTable, rows: readonly TypedRow[]): SheetToWrite {
  return {
    name: capitalFirst(name),
    columns: columns.map((column) => ({
      title: titleOf(column),
      format: FORMATS[column.type],
      width: WIDTHS[column.type],
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(row[column.name]))),
  };
}

export function formSheets(table: RegisterTable): readonly SheetToWrite[] {
  const column = (title: string, width: number) => ({ title, width, format: 'text' as const });
  const explained = table.columns.map((each) => [
    titleOf(each),
    TYPE_LABELS[each.type],
    each.optional === true ? '' : 'да',
  ]);
  return [
    tableSheet(table, []),
    {
      name: 'Как заполнять',
      columns: [column('Графа таблицы', 40), column('Что вписать', 30), column('Обязательна', 14)],
      rows: explained,
    },
  ];
}

function titleOf({ name, label }: Column): string {
  return name === '№' ? '№ п/п' : capitalFirst(label);
}

function cellOf(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

const FORMATS: Readonly<Record<Column['type'], CellFormat>> = {
  text: 'text',
  int: 'whole',
  date: 'date',
  money: 'money',
  inn: 'text',
  ogrn: 'text',
  number19: 'text',
};

const WIDTHS: Readonly<Record<Column['type'], number>> = {
  text: 32,
  int: 14,
  date: 14,
  money: 18,
  inn: 15,
  ogrn: 18,
  number19: 23,
};
