/** A sheet → CSV that Excel of a Russian Windows opens by a double click: UTF-8 with its mark, «;», CRLF. Pure. */
import { dotted, parseLocalDate } from '#domain/local-date';
import type { CellFormat, SheetToWrite } from '#domain/sheet';
import { withGuard } from './csv-guard.js';
import { roublesOf } from './roubles.js';

export function writeCsv({ columns, rows }: SheetToWrite): Uint8Array {
  const lines = [columns.map(({ title }) => quoted(title))];
  for (const row of rows) lines.push(columns.map(({ format }, at) => shown(row[at] ?? null, format)));
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`);
}

function shown(value: string | number | null, format: CellFormat): string {
  if (value === null) return '';
  if (format === 'date' && typeof value === 'string') return dotted(parseLocalDate(value));
  if (format === 'money' && typeof value === 'number') return roublesOf(value).replace('.', ',');
  return typeof value === 'number' ? String(value) : quoted(withGuard(value));
}

function quoted(text: string): string {
  return /[";\r\n\t,]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
