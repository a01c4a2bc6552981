/** Bytes of a table file → its sheets. What is no table is refused with one sentence that says what it is and what to do. Pure. */
import { fileType, type FileType } from '#archive';
import { VekhaError } from '#domain/errors';
import type { Sheet } from '#domain/sheet';
import { readCsv } from './csv.js';
import { unreadable } from './refusals.js';
import { readWorkbook } from './workbook.js';

const MAX_BYTES = 32 * 1024 * 1024;

/**
 * @param bytes XLSX; or CSV in UTF-8, UTF-16 or Windows-1251, divided by «;», «,» or tabs
 * @throws VekhaError 'table.unreadable', 'input.empty', 'input.too_large', 'input.damaged', 'input.forbidden_content'
 */
export function readSheets(bytes: Uint8Array): readonly Sheet[] {
  if (bytes.length === 0) throw new VekhaError('input.empty', 'Файл пуст: в нём нет ни одного байта.');
  if (bytes.length > MAX_BYTES)
    throw new VekhaError('input.too_large', 'Таблица больше 32 МБ: такой файл не принимается.');
  const type = fileType(bytes);
  if (type === 'zip') return readWorkbook(bytes);
  if (type === 'locked') throw new VekhaError('input.forbidden_content', LOCKED);
  const stranger = STRANGERS[type];
  if (stranger !== null) throw unreadable(stranger);
  return [readCsv(bytes)];
}

const LOCKED = 'Книга защищена паролем: снимите защиту в Excel и сохраните её заново.';

/** Null: it may be text with separators. */
const STRANGERS: Readonly<Record<Exclude<FileType, 'zip' | 'locked'>, string | null>> = {
  compound: 'Это файл старого формата (.xls): откройте его и сохраните как книгу Excel (.xlsx).',
  pdf: 'Это PDF, а не таблица: нужна книга Excel (.xlsx) или файл CSV.',
  picture: 'Это картинка, а не таблица: нужна книга Excel (.xlsx) или файл CSV.',
  rtf: 'Это файл RTF, а не таблица: нужна книга Excel (.xlsx) или файл CSV.',
  markup: 'Это веб-страница или XML, а не таблица: откройте файл в Excel и сохраните как книгу (.xlsx).',
  other: null,
};
