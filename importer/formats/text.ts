/** Plain text → blocks: tables are found by how they are drawn, every other line is a paragraph. Pure. */
import type { Block, FileText } from '../blocks.js';
import { decodedText } from './decode.js';
import { alignedTable } from './text/aligned.js';
import { drawnTable } from './text/drawn.js';
import { tabbedTable } from './text/tabbed.js';
import type { TextTable } from './text/text-table.js';

/** @throws VekhaError 'input.empty'; 'input.not_an_order' for bytes that do not look like text */
export function plainText(bytes: Uint8Array): FileText {
  return { blocks: textBlocks(decodedText(bytes)), remarks: [] };
}

/** Each says what table of its kind begins at a line; null when none does. The surest comes first. */
const TABLES: readonly ((lines: readonly string[], start: number) => TextTable | null)[] = [
  drawnTable,
  tabbedTable,
  alignedTable,
];

function textBlocks(text: string): Block[] {
  // A form feed is a page end and counts as an empty line.
  const lines = text.replace(/\r\n?/gu, '\n').replaceAll('\f', '\n\n').split('\n');
  const blocks: Block[] = [];
  let gapBefore = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      gapBefore = true;
      continue;
    }
    const table = tableAt(lines, at);
    if (table === null) blocks.push({ kind: 'paragraph', gapBefore, text: line });
    else {
      blocks.push({ kind: 'table', gapBefore, rows: table.rows });
      at = table.end - 1;
    }
    gapBefore = false;
  }
  return blocks;
}

function tableAt(lines: readonly string[], start: number): TextTable | null {
  for (const find of TABLES) {
    const table = find(lines, start);
    if (table !== null) return table;
  }
  return null;
}
