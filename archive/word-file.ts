/** Opening a Word file from outside, whoever reads it: every part counted and checked, no macros, no DOCTYPE. Pure. */
import { VekhaError } from '#domain/errors';
import { fileType, type FileType } from './file-type.js';
import { readZip, type Parts, type ZipReading } from './zip.js';

/**
 * @param keep names of the parts that are wanted; `[Content_Types].xml` must be among them
 * @throws VekhaError 'input.damaged', 'input.too_large', 'input.forbidden_content'
 */
export function unpackWordFile(zip: ZipReading, keep: (name: string) => boolean): Parts {
  const parts = zip.unpack(keep);
  refuseMacros(zip.names, parts);
  refuseDoctype(parts);
  return parts;
}

/**
 * A Word file, whatever its name says.
 * @throws VekhaError as `unpackWordFile`, and 'input.empty', 'input.forbidden_content' that says what the file is instead
 */
export function readWordFile(bytes: Uint8Array): Parts {
  if (bytes.length === 0) throw new VekhaError('input.empty', 'Файл пуст: выберите документ .docx.');
  const type = fileType(bytes);
  if (type !== 'zip') throw new VekhaError('input.forbidden_content', `${STRANGERS[type]}.`);
  const zip = readZip(bytes);
  const other = OTHER_PACKAGES.find(([mark]) => zip.names.some((name) => mark.test(name)));
  if (other !== undefined) throw new VekhaError('input.forbidden_content', `${other[1]}.`);
  return unpackWordFile(zip, (name) => !name.endsWith('/'));
}

const STRANGERS: Readonly<Record<Exclude<FileType, 'zip'>, string>> = {
  locked: 'Документ защищён паролем: снимите защиту в Word и сохраните его как .docx',
  compound: 'Это файл старого формата (.doc или .xls): откройте его в Word и сохраните как .docx',
  pdf: 'Это PDF, а не документ Word: нужен файл .docx',
  picture: 'Это картинка, а не документ Word: нужен файл .docx',
  rtf: 'Это файл RTF: откройте его в Word и сохраните как .docx',
  markup: 'Это веб-страница или файл XML: откройте его в Word и сохраните как .docx',
  other: 'Это не документ Word: нужен файл .docx',
};

const OTHER_PACKAGES: readonly (readonly [mark: RegExp, message: string])[] = [
  [/^xl\//u, 'Это книга Excel, а не документ Word: нужен файл .docx'],
  [/^ppt\//u, 'Это презентация, а не документ Word: нужен файл .docx'],
  [
    /^(?:mimetype|content\.xml)$/u,
    'Это документ OpenDocument (.odt): откройте его в Word или LibreOffice и сохраните как .docx',
  ],
];

function refuseMacros(names: readonly string[], parts: Parts): void {
  const types = new TextDecoder().decode(parts.get('[Content_Types].xml') ?? new Uint8Array());
  const found = names.some((name) => /vbaProject\.bin$|vbaData\.xml$/iu.test(name));
  if (!found && !/ContentType\s*=\s*["'][^"']*(?:macroEnabled|vbaProject)/iu.test(types)) return;
  throw new VekhaError('input.forbidden_content', 'В документе есть макросы: сохраните его как .docx без макросов.');
}

function refuseDoctype(parts: Parts): void {
  for (const [part, content] of parts) {
    if (!/\.(?:xml|rels)$/iu.test(part)) continue;
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!bytes.includes('<!DOCTYPE') && !bytes.includes('<!DOCTYPE', 0, 'utf16le')) continue;
    throw new VekhaError(
      'input.forbidden_content',
      'В документе есть описание типа (DOCTYPE), какого Word не пишет: сохраните его в Word заново.',
      { part },
    );
  }
}
