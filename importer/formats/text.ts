/** Plain text → blocks: a line is a paragraph, lines with tabs are rows of a table. Pure. */
import type { Block, FileText, Row } from '../blocks.js';
import { decodedText } from './decode.js';

/** A row of a table of measures has at least three cells; «12 мая 2024 г.⇥№ 5» is a line of text. */
const LEAST_TABS = 2;

/** @throws VekhaError 'input.empty'; 'input.not_an_order' for bytes that do not look like text */
export function plainText(bytes: Uint8Array): FileText {
  return { blocks: textBlocks(decodedText(bytes)), remarks: [] };
}

/** @param text a form feed is a page end and counts as an empty line */
export function textBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/gu, '\n').replaceAll('\f', '\n\n').split('\n');
  const blocks: Block[] = [];
  let gapBefore = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line.trim() === '') {
      gapBefore = true;
      continue;
    }
    const end = tableEnd(lines, i);
    if (end > i) {
      blocks.push({ kind: 'table', gapBefore, rows: lines.slice(i, end).map(rowOf) });
      i = end - 1;
    } else {
      blocks.push({ kind: 'paragraph', gapBefore, text: line });
    }
    gapBefore = false;
  }
  return blocks;
}

/**
 * Line after the last row of the table that begins at `start`; `start` when none begins there. A line without tabs
 * between two rows is a row too (a section heading); after the last row it belongs to the text.
 */
function tableEnd(lines: readonly string[], start: number): number {
  if (!isRow(lines[start])) return start;
  let end = start + 1;
  for (let i = end; i < lines.length && (lines[i] ?? '').trim() !== ''; i += 1) {
    // A lone heading may be the last line of a page: its rows follow the repeated header.
    if (isRow(lines[i]) || (isHeading(lines[i]) && (lines[i + 1] ?? '').trim() === '')) end = i + 1;
  }
  return end;
}

function isRow(line: string | undefined): boolean {
  if (line === undefined) return false;
  const tabs = line.split('\t').length - 1;
  return tabs >= LEAST_TABS && line.trim() !== '';
}

function isHeading(line: string | undefined): boolean {
  return /^\s*(?:раздел\s+)?(?:[IVXIХ]+|\d+)[.)]\s+\p{L}/iu.test(line ?? '');
}

function rowOf(line: string): Row {
  return { cells: line.split('\t').map((text, column) => ({ text, column, span: 1 })) };
}
