/** A file → its text as blocks: one reader for each format. Those that few files need are loaded when such a file comes. Pure. */
import type { FileText } from '../blocks.js';
import { docxText } from './docx.js';
import { formatOf, type Format } from './format.js';
import { plainText } from './text.js';

type FormatReader = (bytes: Uint8Array) => FileText | Promise<FileText>;

/** @throws VekhaError as `formatOf` does, and what the reader of the format refuses */
export async function fileText(bytes: Uint8Array): Promise<FileText> {
  return READERS[formatOf(bytes)](bytes);
}

const READERS: Readonly<Record<Format, FormatReader>> = {
  docx: docxText,
  text: plainText,
  workbook: async (bytes) => (await import('./sheets.js')).sheetsText(bytes),
  csv: async (bytes) => (await import('./sheets.js')).sheetsText(bytes),
  page: async (bytes) => (await import('./page.js')).pageText(bytes),
  pdf: async (bytes) => (await import('./pdf.js')).pdfText(bytes),
};
