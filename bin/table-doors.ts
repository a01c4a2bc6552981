/** The doors of `rows` and of `fill --rows`: table files ↔ rows of registers. */
import type { TableDoors, TableFormat } from '#cli';
import {
  formSheets,
  parseValues,
  readTable,
  REGISTER_TABLES,
  registerTable,
  tableSheet,
  type RegisterTable,
} from '#documents';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import { VekhaError } from '#domain/errors';
import type { SheetToWrite } from '#domain/sheet';
import { readSheets, writeCsv, writeWorkbook } from '#spreadsheets';

export function tableDoors(): TableDoors {
  return {
    questionOf: (kind) => requireTable(kind).question,
    read: (kind, bytes, sheet) => readTable(requireTable(kind), readSheets(bytes), sheet),
    form: (kind) => writeWorkbook(formSheets(requireTable(kind))),
    write(kind, rows, format) {
      return tableFile(tableSheet(requireTable(kind), rows), format);
    },
    file: tableFile,
    parse: (kind, data) => parsed(requireTable(kind), data),
  };
}

function tableFile(sheet: SheetToWrite, format: TableFormat): Uint8Array {
  return format === 'csv' ? writeCsv(sheet) : writeWorkbook([sheet]);
}

/** Rows as a person writes them in JSON, through the checks of any document that has this table. */
function parsed({ columns, question }: RegisterTable, data: Readonly<Record<string, unknown>>) {
  const kind = DOCUMENT_KINDS.find((each) => registerTable(each)?.columns === columns);
  const given = kind === undefined ? null : parseValues(kind, { [question]: data[question] }, []);
  if (given !== null && given.problems.length > 0) {
    throw new VekhaError('act.invalid', `Таблица не записана: ${given.problems.join('; ')}.`);
  }
  const rows = given?.values[question];
  if (Array.isArray(rows)) return rows as readonly Readonly<Record<string, unknown>>[];
  throw new VekhaError('usage.invalid', `В данных нет таблицы «${question}»: нужно {"${question}": [строки]}.`);
}

function requireTable(kind: string): RegisterTable {
  const table = registerTable(kind);
  if (table !== null) return table;
  const names = REGISTER_TABLES.map(({ name }) => name).join(', ');
  throw new VekhaError('usage.invalid', `Таблицы «${kind}» нет: из файла берутся ${names}.`);
}
