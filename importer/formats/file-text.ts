/** Which format a file has, by its content and never by its name; text is decoded here. Pure. */
import { fileType, type FileType } from '#archive';
import { VekhaError } from '#domain/errors';
import type { FileText } from '../blocks.js';
import { docxText } from './docx.js';
import { textBlocks } from './text.js';

const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type Format = { readonly kind: 'zip' } | { readonly kind: 'text'; readonly text: string };

/** @throws VekhaError as `formatOf` does, and what the reader of the format refuses */
export function fileText(bytes: Uint8Array): FileText {
  const format = formatOf(bytes);
  return format.kind === 'zip' ? docxText(bytes) : textBlocks(format.text);
}

/**
 * @throws VekhaError 'input.empty', 'input.too_large', 'input.not_an_order', 'input.forbidden_content'
 */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new VekhaError('input.empty', 'Файл пуст: выберите файл с текстом распоряжения.');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new VekhaError('input.too_large', 'Файл больше 20 МБ: сохраните распоряжение без вложенных изображений.', {
      bytes: bytes.length,
    });
  }
  const type = fileType(bytes);
  if (type === 'zip') return { kind: 'zip' };
  refuseOtherFormats(type);
  const text = decode(bytes);
  if (text.trim() === '')
    throw new VekhaError('input.empty', 'В файле нет текста: выберите файл с текстом распоряжения.');
  return { kind: 'text', text };
}

function refuseOtherFormats(type: FileType): void {
  switch (type) {
    case 'locked':
      throw new VekhaError(
        'input.forbidden_content',
        'Документ защищён паролем: снимите защиту в Word и сохраните его как .docx.',
      );
    case 'compound':
      throw notAnOrder('Это документ старого формата (.doc или .xls): откройте его в Word и сохраните как .docx.');
    case 'pdf':
      throw notAnOrder('Это файл PDF: загрузите распоряжение в формате .docx или .txt.');
    case 'picture':
      throw notAnOrder('Это картинка: загрузите распоряжение в формате .docx или .txt.');
    case 'rtf':
      throw notAnOrder('Это файл RTF: откройте его в Word и сохраните как .docx.');
    case 'markup':
      throw notAnOrder('Это веб-страница или файл XML: сохраните распоряжение как .docx или .txt.');
    case 'zip':
    case 'other':
  }
}

/** UTF-8, UTF-16 with its mark, else Windows-1251; anything that does not look like text is refused. */
function decode(bytes: Uint8Array): string {
  const text = utf16(bytes) ?? utf8(bytes) ?? new TextDecoder('windows-1251').decode(bytes);
  const sample = text.slice(0, 100_000);
  const controls = sample.match(/(?![\t\n\f\r])\p{Cc}|\uFFFD/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (controls > 0 || letters * 4 < sample.trim().length) {
    throw notAnOrder('Файл не похож на текст: загрузите распоряжение в формате .docx или .txt.');
  }
  return text;
}

function utf16(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // not UTF-8: the caller tries Windows-1251
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function notAnOrder(message: string): VekhaError {
  return new VekhaError('input.not_an_order', message);
}
