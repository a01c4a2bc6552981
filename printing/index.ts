/** Door of printing: a .docx as sheets. Runs LibreOffice and pdftoppm as processes of their own; nothing leaves the machine. */
export { appendixSheets } from './appendix-sheets.js';
export { missingFonts } from './font-places.js';
export { asOpenXml } from './open-xml.js';
export { officeVersion } from './office-version.js';
export { checkFonts, pageCount } from './pdf.js';
export { createPrinter, type Printer, type PrinterOptions } from './printer.js';
export { sightOffice, sightPictures, type PrintingSearch } from './programs.js';
