/**
 * How many sheets the appendices of a document take, for «Приложение: на N л.»: the pages of the whole less those of the
 * document itself, both laid out by LibreOffice, which alone knows where a page ends.
 */
import { firstPart } from './first-part.js';
import { changeParts, partOf } from './package-parts.js';
import { pageCount } from './pdf.js';
import type { Printer } from './printer.js';

const MAIN_PART = 'word/document.xml';

/**
 * @returns null when the document has no appendix
 * @throws VekhaError as `Printer.toPdf` does
 */
export async function appendixSheets({ toPdf }: Pick<Printer, 'toPdf'>, docx: Uint8Array): Promise<number | null> {
  const alone = firstPart(partOf(docx, MAIN_PART));
  if (alone === null) return null;
  const itself = changeParts(docx, (name, xml) => (name === MAIN_PART ? alone : xml));
  const [all, first] = await Promise.all([toPdf(docx), toPdf(itself)]);
  return pageCount(all) - pageCount(first);
}
