/** A workbook or CSV → blocks: each sheet is a table, lines above and below it are text. Pure. */
import { dotted, parseLocalDate } from '#domain/local-date';
import type { Sheet, SheetCell, SheetRow } from '#domain/sheet';
import { readSheets } from '#spreadsheets';
import type { Block, FileText } from '../blocks.js';
import { sheetGrid } from './sheet-grid.js';

const REMARKS = {
  hidden: 'В таблице есть скрытые листы или строки: они не прочитаны.',
  formula: 'В таблице есть формулы без значения или с ошибкой: откройте её в Excel, пересчитайте и сохраните.',
} as const;

/** A row of a plan has at least three cells with text; a line of the act one or two. */
const LEAST_FILLED = 3;

/** @throws VekhaError 'table.unreadable', 'input.damaged', 'input.too_large', 'input.forbidden_content' */
export function sheetsText(bytes: Uint8Array): FileText {
  const sheets = readSheets(bytes);
  const shown = sheets.filter(({ hidden }) => !hidden);
  const rows = shown.flatMap((sheet) => sheet.rows);
  const remarks: string[] = [];
  if (shown.length < sheets.length || rows.some(({ hidden }) => hidden)) remarks.push(REMARKS.hidden);
  if (rows.some(({ cells }) => [...cells.values()].some(({ kind }) => kind === 'formula' || kind === 'error')))
    remarks.push(REMARKS.formula);
  return { blocks: shown.flatMap(blocksOf), remarks };
}

function blocksOf(sheet: Sheet): Block[] {
  const rows = sheet.rows.filter(({ hidden }) => !hidden);
  const from = rows.findIndex(isTableRow);
  if (from < 0) return rows.map((row, at) => lineOf(row, rows[at - 1]));
  const last = rows.findLastIndex(isTableRow);
  // What follows an empty row below the table is the signature or a note, not a section of the plan.
  const gap = rows.findIndex((row, at) => at > last && row.number > (rows[at - 1]?.number ?? 0) + 1);
  const to = gap < 0 ? rows.length : gap;
  const table = sheetGrid(rows.slice(from, to), sheet.merged, shownText);
  return [
    ...rows.slice(0, from).map((row, at) => lineOf(row, rows[at - 1])),
    { kind: 'table', rows: table, gapBefore: true },
    ...rows.slice(to).map((row, at) => lineOf(row, rows[to + at - 1])),
  ];
}

function isTableRow({ cells }: SheetRow): boolean {
  return cells.size >= LEAST_FILLED;
}

function lineOf(row: SheetRow, above: SheetRow | undefined): Block {
  const texts = [...row.cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => shownText(cell));
  return { kind: 'paragraph', text: texts.join('\t'), gapBefore: row.number > (above?.number ?? 0) + 1 };
}

/** As a person sees it: a day as 15.05.2024, a number without the noise of its last digits. */
function shownText(cell: SheetCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return cell.day === null ? String(Number(cell.value.toPrecision(15))) : dotted(parseLocalDate(cell.day));
    case 'boolean':
      return cell.value ? 'ИСТИНА' : 'ЛОЖЬ';
    case 'error':
    case 'formula':
      return '';
  }
}
