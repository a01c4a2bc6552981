/** Files that must be refused, made afresh: each is what its name says and nothing worse. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ErrorCode } from '#domain/errors';
import { documentXml, HEAD, HEADER, tbl, tr, wordFile } from '../importer/word-file.js';

const TABLE = tbl(HEADER, tr('1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', '15 мая 2024 г.'));
const SAMPLE = new URL('../fixtures/orders/order-3509-r.docx', import.meta.url);

interface HostileFile {
  readonly name: string;
  readonly what: string;
  readonly code: ErrorCode;
  readonly exit: 2 | 3;
  readonly bytes: () => Uint8Array;
}

export const HOSTILE_FILES: readonly HostileFile[] = [
  file('letter.txt', 'a file that is not an order', 'input.not_an_order', () =>
    strToU8('Уважаемые коллеги!\nНаправляем вам сведения.'),
  ),
  file('empty.docx', 'an empty file', 'input.empty', () => new Uint8Array(0)),
  file('half.docx', 'a truncated .docx', 'input.damaged', () => {
    const whole = readFileSync(SAMPLE);
    return whole.subarray(0, whole.length / 2);
  }),
  file('no-deadlines.docx', 'a table with no deadline column', 'order.no_deadline_column', () =>
    wordFile(HEAD + tbl(tr('№', 'Мероприятие', 'Ответственный'), tr('1', 'Сверка', 'Отдел'))),
  ),
  {
    ...file('wrong-date.docx', 'an act dated on a day that does not exist', 'date.unreadable', () =>
      wordFile(HEAD.replace('12.03.2024 № 15-р', '31.02.2024 № 15-р') + TABLE),
    ),
    exit: 2,
  },
  file('heavy.txt', 'a file of more than 20 MB', 'input.too_large', () =>
    new Uint8Array(20 * 1024 * 1024 + 1).fill(65),
  ),
  file('many.docx', 'an archive of more than 2,000 parts', 'input.too_large', () =>
    wordFile(
      HEAD + TABLE,
      Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`word/a${i}.xml`, new Uint8Array(0)])),
    ),
  ),
  file('swelling.docx', 'an archive that unpacks to more than 200 MB', 'input.too_large', () => swelling(210)),
  file('doctype.docx', 'a DOCTYPE', 'input.forbidden_content', () =>
    wordFile('', {
      'word/document.xml': strToU8(
        documentXml(HEAD + TABLE).replace('<w:document', '<!DOCTYPE w [<!ENTITY a "b">]><w:document'),
      ),
    }),
  ),
  file('macros.docm', 'macros', 'input.forbidden_content', () =>
    wordFile(HEAD + TABLE, { 'word/vbaProject.bin': strToU8('x') }),
  ),
];

/** @returns the path */
export function writeHostile(dir: string, { name, bytes }: HostileFile): string {
  const path = join(dir, name);
  writeFileSync(path, bytes());
  return path;
}

function file(name: string, what: string, code: ErrorCode, bytes: () => Uint8Array): HostileFile {
  return { name, what, code, exit: 3, bytes };
}

/** A Word file whose one picture unpacks to so many megabytes of nothing. */
function swelling(megabytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const part = new ZipDeflate('word/media/image1.bmp', { level: 1 });
  zip.add(part);
  const megabyte = new Uint8Array(1024 * 1024);
  for (let i = 1; i <= megabytes; i += 1) part.push(megabyte, i === megabytes);
  zip.end();
  return Buffer.concat(chunks);
}
