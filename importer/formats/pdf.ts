/** A PDF with text → blocks: tables by their ruled lines, the rest as lines. Pages that are pictures are refused or told. Pure. */
import { VekhaError } from '#domain/errors';
import type { FileText } from '../blocks.js';
import { withPdf } from './pdf/library.js';
import { spellingOf } from './pdf/lines.js';
import { pageBlocks } from './pdf/page-blocks.js';
import { marksOf, type PageMarks } from './pdf/page-marks.js';

const MOST_PAGES = 1_000;

/** @throws VekhaError 'input.damaged', 'input.too_large', 'input.forbidden_content'; 'input.not_an_order' for a scan */
export async function pdfText(bytes: Uint8Array): Promise<FileText> {
  const pages = await marksOfPages(bytes);
  const scanned = pages.flatMap(({ pieces }, at) => (pieces.length === 0 ? [at + 1] : []));
  if (scanned.length === pages.length) {
    throw new VekhaError(
      'input.not_an_order',
      'В этом PDF нет текста, только изображения страниц: распознайте их программой распознавания текста или загрузите распоряжение как .docx.',
    );
  }
  const spelling = spellingOf(pages.map(({ pieces }) => pieces));
  const blocks = pages.flatMap((page) => pageBlocks(page, spelling));
  return { blocks, remarks: [RECOVERED, ...(scanned.length === 0 ? [] : [withoutText(scanned)])] };
}

const RECOVERED = 'Графы таблиц PDF восстановлены по линиям и местам слов: сверьте таблицу с бумагой.';

function marksOfPages(bytes: Uint8Array): Promise<PageMarks[]> {
  return withPdf(bytes, async (document, ops) => {
    if (document.numPages > MOST_PAGES) {
      throw new VekhaError('input.too_large', 'В PDF больше 1 000 страниц: такой файл не принимается.');
    }
    const pages: PageMarks[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await marksOf(await document.getPage(number), ops));
    }
    return pages;
  });
}

function withoutText(pages: readonly number[]): string {
  const which =
    pages.length === 1
      ? `Страница ${String(pages[0])} PDF – изображение`
      : `Страницы ${pages.join(', ')} PDF – изображения`;
  return `${which}: текст с ${pages.length === 1 ? 'неё' : 'них'} не прочитан.`;
}
