/** A Word file → blocks. Macros and DOCTYPE are refused by the archive; the text itself: docx-body.ts. Pure. */
import { readZip, unpackWordFile, type Parts } from '#archive';
import { VekhaError } from '#domain/errors';
import type { FileText } from '../blocks.js';
import { readBody } from './docx-body.js';
import { readNumbering, type Numbering } from './docx-numbering.js';
import { readWordXml } from './word-xml.js';

const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/**
 * @throws VekhaError 'input.damaged', 'input.too_large', 'input.forbidden_content'
 */
export function docxText(bytes: Uint8Array): FileText {
  const parts = unpackWordFile(readZip(bytes), isXml);
  const main = mainPart(parts);
  const body = parts.get(main);
  if (body === undefined) {
    throw new VekhaError('input.damaged', 'В документе Word нет его текста: сохраните файл в Word заново.');
  }
  if (body.length > MAX_TEXT_BYTES) {
    throw new VekhaError('input.too_large', 'Текст документа больше 64 МБ: такой файл не принимается.', {
      bytes: body.length,
    });
  }
  return readBody(body, main, numberingOf(parts, main));
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name);
}

/** Name of the part that holds the text: usually word/document.xml, in files of some services word/document2.xml. */
function mainPart(parts: Parts): string {
  const types = parts.get('[Content_Types].xml');
  let main = 'word/document.xml';
  if (types !== undefined) {
    readWordXml(types, '[Content_Types].xml', {
      open(tag) {
        const type = tag.attribute('ContentType') ?? '';
        const name = tag.attribute('PartName');
        if (name !== undefined && /wordprocessingml\.(?:document|template)\.main\+xml$/u.test(type))
          main = name.slice(1);
      },
      close: () => undefined,
    });
  }
  return main;
}

function numberingOf(parts: Parts, main: string): Numbering {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  return readNumbering(parts.get(`${folder}numbering.xml`), parts.get(`${folder}styles.xml`));
}
