/** Bytes of a table file → its sheets. What is no table is refused with one sentence that says what it is and what to do. Pure. */
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
  if (startsWith(bytes, ZIP)) return readWorkbook(bytes);
  refuseStrangers(bytes);
  return [readCsv(bytes)];
}

const ZIP = [0x50, 0x4b];
/** Compound file: what Excel wrote before 2007, and the wrapping of a workbook under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

function refuseStrangers(bytes: Uint8Array): void {
  if (startsWith(bytes, COMPOUND)) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      'EncryptedPackage',
      0,
      'utf16le',
    );
    throw isLocked
      ? new VekhaError(
          'input.forbidden_content',
          'Книга защищена паролем: снимите защиту в Excel и сохраните её заново.',
        )
      : unreadable('Это файл старого формата (.xls): откройте его и сохраните как книгу Excel (.xlsx).');
  }
  if (startsWith(bytes, PDF)) throw unreadable('Это PDF, а не таблица: нужна книга Excel (.xlsx) или файл CSV.');
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  if (/^(?:ï»¿)?<(?:\?xml|!doctype|html|table|meta)/u.test(start)) {
    throw unreadable('Это веб-страница или XML, а не таблица: откройте файл в Excel и сохраните как книгу (.xlsx).');
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
