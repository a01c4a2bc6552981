/** Which tables of an act are plans, and which go on with the plan before them. Pure. */
import type { Problem } from '#domain/order';
import type { Block, Table } from '../blocks.js';
import { passageOf } from '../passage.js';
import { shortened } from '../plain.js';
import { hasRole, headAt, namesColumns, namesDeadline, sameHead, widthOf, type TableHead } from './columns.js';
import { headByContent, withDeadlineByContent } from './content-columns.js';
import type { DraftRoadmap } from './draft.js';
import { newWalk, takeRow, withNumberedSections, type Walk } from './roadmap-rows.js';

/** A header may stand under a title row or two. */
const HEAD_WITHIN_ROWS = 5;

/**
 * Plans of the act in reading order, each with its rows. Tables of other kinds are passed over.
 * @param words all words of the document (see `continueText`)
 * @param problems takes what concerns no single plan
 */
export function readRoadmaps(
  blocks: readonly Block[],
  words: ReadonlySet<string>,
  problems: Problem[],
): DraftRoadmap[] {
  const headed = walkTables(blocks, headOf, words);
  if (headed.length > 0) {
    tellOfPassedTables(blocks, headed, problems);
    return headed;
  }
  const bare = walkTables(blocks, (table) => headByContent(table), words);
  if (bare.length > 0) {
    problems.push({
      severity: 'warning',
      where: 'таблица мероприятий',
      message: 'у таблицы нет заголовка: графы определены по их содержанию, сверьте каждую с бумагой.',
    });
  }
  return bare;
}

/** Header of a table, or null when it has none. */
export function headOf(table: Table, block: number): TableHead | null {
  for (let row = 0; row < Math.min(HEAD_WITHIN_ROWS, table.rows.length); row += 1) {
    const head = headAt(table, block, row);
    if (head !== null) return namesDeadline(head) ? head : (withDeadlineByContent(head, table) ?? head);
  }
  return null;
}

function walkTables(
  blocks: readonly Block[],
  findHead: (table: Table, block: number) => TableHead | null,
  words: ReadonlySet<string>,
): DraftRoadmap[] {
  const walks: Walk[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const current = walks.at(-1);
    const head = findHead(block, index);
    let walk: Walk;
    if (current !== undefined && continuesPlan(blocks, index, current, head)) {
      walk = current;
      walk.head = head ?? walk.head;
      takeHeadingBetween(walk, blocks, index);
      walk.afterBreak = true;
    } else if (head !== null && namesDeadline(head)) {
      walk = newWalk(head, index);
      walks.push(walk);
    } else continue;
    walk.lastBlock = index;
    for (let row = head?.to ?? 0; row < block.rows.length; row += 1) {
      row = takeRow(walk, block, index, row, words);
    }
  }
  const drafts = walks.map(({ roadmap }) => withNumberedSections(roadmap));
  // A blank form of a report has the header of a plan and no measures.
  const filled = drafts.filter(({ entries }) => entries.some(({ kind }) => kind === 'item'));
  return filled.length > 0 ? filled : drafts;
}

/** Whether a table is the next page of the current plan and not another plan. */
function continuesPlan(
  blocks: readonly Block[],
  index: number,
  { roadmap, lastBlock }: Walk,
  head: TableHead | null,
): boolean {
  const table = blocks[index] as Table;
  if (head === null || head.to === 0) {
    const { width } = roadmap.head;
    if (namesColumns(table.rows[0])) return false;
    if (table.rows.some((row) => widthOf(row) > width) || !table.rows.some((row) => widthOf(row) === width))
      return false;
  } else if (!sameHead(head, roadmap.head)) return false;
  const between = blocks.slice(lastBlock + 1, index).filter((block) => block.kind === 'paragraph');
  return !between.some(({ text }) => /^[\s*]*(?:приложение(?:\s|$)|утвержд[её]н)/iu.test(text));
}

/** «II. Ремонт дорог» between two tables of one plan heads the rows of the second. */
function takeHeadingBetween(walk: Walk, blocks: readonly Block[], index: number): void {
  for (let at = walk.lastBlock + 1; at < index; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || block.text.length > 300) continue;
    if (!/^[\s*]*(?:(?:раздел|подраздел|этап|направление|блок)\s|[IVXLХІ]+[.)]\s|\d+[.)]\s*\p{Lu})/iu.test(block.text))
      continue;
    walk.roadmap.entries.push({ kind: 'section', text: passageOf(block.text, { block: at }) });
    walk.last = null;
  }
}

/** A table of measures and those who answer for them that names no deadline is not passed over in silence. */
function tellOfPassedTables(blocks: readonly Block[], drafts: readonly DraftRoadmap[], problems: Problem[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table' || drafts.some((draft) => draft.block === index)) continue;
    const head = headOf(block, index);
    if (head === null || namesDeadline(head) || !hasRole(head, 'responsible')) continue;
    problems.push({
      severity: 'warning',
      where: `таблица с графами ${columnNames(head)}`,
      message: 'таблица похожа на план, но графы со сроком в ней нет: она не прочитана.',
    });
  }
}

/** «№», «Мероприятие» … for a sentence; the first of many columns. */
export function columnNames({ columns }: TableHead): string {
  const names = columns.map(({ header }) => header).filter((header) => header !== '');
  const shown = names.slice(0, 8).map((header) => `«${shortened(header, 40)}»`);
  return `${shown.join(', ')}${names.length > 8 ? ` и другими (всего ${columns.length})` : ''}`;
}
