/** CSV → one sheet of texts. Encoding and divider are found in the file itself. Pure. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Sheet, SheetCell, SheetRow } from '#domain/sheet';
import { withoutGuard } from './csv-guard.js';
import { refuseTooMany, unreadable } from './refusals.js';

/** @throws VekhaError 'table.unreadable', 'input.too_large' */
export function readCsv(bytes: Uint8Array): Sheet {
  const [text, named] = withoutDividerLine(decoded(bytes));
  if (text.includes('\0')) throw unreadable('Это не таблица: нужна книга Excel (.xlsx) или файл CSV.');
  const records = parsed(text, named ?? dividerOf(text));
  refuseTooMany(records.reduce((sum, record) => sum + record.length, 0));
  const rows = records.map(rowOf).filter(({ cells }) => cells.size > 0);
  return { name: '', hidden: false, rows, merged: [] };
}

function rowOf(record: readonly string[], at: number): SheetRow {
  const cells = new Map<number, SheetCell>();
  for (const [column, text] of record.entries()) {
    if (text.trim() !== '') cells.set(column + 1, { kind: 'text', text: withoutGuard(text) });
  }
  return { number: at + 1, hidden: false, cells };
}

/** Empty lines are kept, so that rows are numbered as Excel numbers them. */
function parsed(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` (строка ${String(error['lines'])})` : '';
    throw unreadable(`Файл CSV не прочитан${line}: проверьте кавычки – открытая должна закрываться.`);
  }
}

/** Excel on Windows writes CSV in Windows-1251, unless it is asked for UTF-8. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** «sep=;»: Excel obeys this line and does not count it. */
function withoutDividerLine(text: string): readonly [string, string | null] {
  const [line, divider] = /^sep=([;,\t])\r?\n/iu.exec(text) ?? [];
  return line === undefined || divider === undefined ? [text, null] : [text.slice(line.length), divider];
}

const DIVIDERS = [';', '\t', ','];
const LOOKED_AT = 20;

/** The divider that stands most often between the quoted texts of the first lines. */
function dividerOf(text: string): string {
  const start = text
    .split('\n', LOOKED_AT)
    .join('\n')
    .replaceAll(/"[^"]*"/gu, '');
  const counts = DIVIDERS.map((divider) => start.split(divider).length);
  return DIVIDERS[counts.indexOf(Math.max(...counts))] ?? ';';
}
