/** Which format a file has, by its content and never by its name. What cannot be read is refused with advice. Pure. */
import { fileType, readZip, type FileType } from '#archive';
import { VekhaError } from '#domain/errors';
import { isCsv } from './csv.js';
import { decodedText } from './decode.js';
import { needsOffice } from './needs-office.js';

const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type Format = 'docx' | 'workbook' | 'csv' | 'page' | 'pdf' | 'text';

/**
 * @throws VekhaError 'input.empty', 'input.too_large', 'input.damaged', 'input.not_an_order', 'input.forbidden_content';
 * 'input.needs_office' for what LibreOffice can turn into one of these formats (see `needsOffice`)
 */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new VekhaError('input.empty', 'Файл пуст: выберите файл с текстом распоряжения.');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new VekhaError('input.too_large', 'Файл больше 20 МБ: сохраните распоряжение без вложенных изображений.', {
      bytes: bytes.length,
    });
  }
  return FORMATS[fileType(bytes)](bytes);
}

const FORMATS: Readonly<Record<FileType, (bytes: Uint8Array) => Format>> = {
  zip: packageFormat,
  pdf: () => 'pdf',
  markup: markupFormat,
  other: otherFormat,
  compound: oldFormat,
  rtf: () => {
    throw needsOffice('rtf');
  },
  locked: () => {
    throw new VekhaError(
      'input.forbidden_content',
      'Документ защищён паролем: снимите защиту в Word и сохраните его как .docx.',
    );
  },
  picture: () => {
    throw notAnOrder('Это картинка: распознайте на ней текст и загрузите распоряжение как .docx или .txt.');
  },
};

function otherFormat(bytes: Uint8Array): Format {
  const text = decodedText(bytes);
  if (/^(?:[A-Za-z-]+:.*\r?\n(?:[ \t].*\r?\n)*)*Content-Type:\s*multipart\//iu.test(text.slice(0, 4096))) {
    throw notAnOrder('Это веб-страница одним файлом (.mht): откройте её в Word и сохраните как .docx.');
  }
  return isCsv(text) ? 'csv' : 'text';
}

function packageFormat(bytes: Uint8Array): Format {
  const zip = readZip(bytes);
  const has = (mark: RegExp) => zip.names.some((name) => mark.test(name));
  if (has(/^word\//u)) return 'docx';
  if (has(/vbaProject\.bin$/iu)) {
    throw new VekhaError('input.forbidden_content', 'В файле есть макросы: сохраните его без макросов.');
  }
  if (has(/^xl\/workbook\.bin$/iu)) throw needsOffice('xlsb');
  if (has(/^xl\//u)) return 'workbook';
  if (has(/^ppt\//u)) throw notAnOrder('Это презентация: загрузите распоряжение как .docx, .pdf или .txt.');
  if (!has(/^mimetype$/u) || !has(/^content\.xml$/u)) {
    throw notAnOrder('Это архив, а не документ: достаньте из него распоряжение и загрузите отдельным файлом.');
  }
  const kind = new TextDecoder().decode(zip.unpack((name) => name === 'mimetype').get('mimetype'));
  throw needsOffice(kind.includes('spreadsheet') ? 'ods' : 'odt');
}

/** A page, or what Word 2003 and LibreOffice write as one XML file. */
function markupFormat(bytes: Uint8Array): Format {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/<html|<!doctype\s+html/iu.test(opening) || !/<\?xml/iu.test(opening)) return 'page';
  if (/progid="Word\.Document"|<office:document\s/u.test(opening)) throw needsOffice('xml');
  throw notAnOrder('Это файл XML, а не распоряжение: загрузите распоряжение как .docx, .pdf или .txt.');
}

function oldFormat(bytes: Uint8Array): never {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (name: string) => file.includes(name, 0, 'utf16le');
  if (names('WordDocument')) throw needsOffice('doc');
  if (names('Workbook')) throw needsOffice('xls');
  throw notAnOrder('Это файл старой программы, а не распоряжение: загрузите распоряжение как .docx, .pdf или .txt.');
}

function notAnOrder(message: string): VekhaError {
  return new VekhaError('input.not_an_order', message);
}
