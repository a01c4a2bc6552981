/**
 * Door of the table files: XLSX and CSV ↔ sheets of raw cells. Knows nothing of registers; the file's content decides what
 * it is, never its name. No disk, no network.
 */
export { readSheets } from './read-sheets.js';
export { writeCsv } from './write-csv.js';
export { writeWorkbook } from './write-workbook.js';
