/** The door of printing: one document to PDF or to a picture. LibreOffice ends with us, also at Ctrl-C. */
import type { PaperForm, Printed } from '#cli';
import { VekhaError } from '#domain/errors';
import { checkFonts, createPrinter, pageCount } from '#printing';
import { printingSearch } from './programs.js';
import type { Settings } from './settings.js';

/** Pixels: an A4 sheet as it is seen on a screen at full size. */
const PICTURE_WIDTH = 794;

export async function print(settings: Settings, docx: Uint8Array, form: PaperForm): Promise<Printed> {
  const printer = createPrinter(printingSearch(settings));
  // The signal of the terminal does not reach LibreOffice, which stands in a group of its own.
  const stop = () => void printer.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const pdf = await printer.toPdf(docx);
    const note = checkFonts(pdf);
    const notes = note === null ? [] : [note];
    if (form.format === 'pdf') return { bytes: pdf, notes };
    requirePage(form.page, pageCount(pdf));
    return { bytes: await printer.toPicture(pdf, { page: form.page, width: PICTURE_WIDTH }), notes };
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await printer.close();
  }
}

function requirePage(page: number, pages: number): void {
  if (page <= pages) return;
  throw new VekhaError('usage.invalid', `Ключ --page: страницы ${page} нет, в документе ${pages}.`);
}
