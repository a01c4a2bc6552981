/**
 * Tables of measures → their rows: which tables are plans, which go on with the plan before them, which rows are
 * measures; rows cut by a page end are joined. Pure; what a cell says is read in items.ts.
 */
import type { Problem } from '#domain/order';
import { MAX_TEXT_LENGTH, tooLong, type Block, type Table } from '../blocks.js';
import { joinPassages, passageOf, trimPassage, type Passage } from '../passage.js';
import { continueText, plain } from '../plain.js';
import type { Role } from './column-meaning.js';
import { hasRole, headAt, namesDeadline, sameHead, widthOf, type TableHead } from './columns.js';
import { headByContent, isDeadline, withDeadlineByContent } from './content-columns.js';
import { cellsOfRow, type RowCells } from './row-cells.js';
import { headingCell, isAmendment, isCountingRow, isDitto, isFootnote, isRepealed } from './row-kinds.js';

export interface DraftItem {
  readonly kind: 'item';
  /** Which row of measures it is, from 1, counted within its plan: names a row that has no number. */
  readonly ordinal: number;
  /** By the place of the column in the header. */
  readonly cells: Map<number, Passage>;
}

interface DraftSection {
  readonly kind: 'section';
  readonly text: Passage;
}

export interface DraftRoadmap {
  readonly head: TableHead;
  /** Block of its first table. */
  readonly block: number;
  readonly entries: (DraftItem | DraftSection)[];
  /** What a person has to know about its rows. */
  readonly problems: Problem[];
}

interface Walk {
  readonly roadmap: DraftRoadmap;
  /** Header of the latest table: its columns may stand on other lines of the grid. */
  head: TableHead;
  /** Where its latest table stands. */
  lastBlock: number;
  items: number;
  /** What a row without a number would continue; null when that was a row left out. */
  last: DraftItem | null;
  /** Cells of the latest measure, for «то же». */
  above: ReadonlyMap<number, Passage>;
  /** The next row stands at the top of a page: it may be the rest of the last one. */
  afterBreak: boolean;
}

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

function newWalk(head: TableHead, block: number): Walk {
  const roadmap = { head, block, entries: [], problems: [] };
  return { roadmap, head, lastBlock: block, items: 0, last: null, above: new Map(), afterBreak: false };
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

/** Reads one row and returns the last row it used (a header may take several). */
function takeRow(walk: Walk, table: Table, block: number, at: number, words: ReadonlySet<string>): number {
  const { problems } = walk.roadmap;
  const row = table.rows[at] ?? { cells: [] };
  const filled = row.cells.filter(({ text }) => plain(text) !== '');
  if (filled.length === 0 && row.cells.every(({ mergedInto }) => mergedInto === undefined)) return at;
  const repeated = headAt(table, block, at);
  if (repeated !== null && sameHead(repeated, walk.roadmap.head)) {
    walk.afterBreak = true;
    return repeated.to - 1;
  }
  if (isCountingRow(filled)) return at;
  const text = filled.length === 1 ? plain(filled[0]?.text ?? '') : '';
  if (isAmendment(text)) {
    problems.push({
      severity: 'note',
      where: whereAfter(walk),
      message: `строка «${text}» говорит об изменении: проверьте, что загружена действующая редакция.`,
    });
    return at;
  }
  if (isFootnote(text)) return at;
  const cells = cellsOfRow(walk.head, table, block, at);
  const heading = headingCell(row, filled, walk.head, walk.afterBreak);
  if (heading !== null) {
    const texts = filled.map((cell) => passageOf(cell.text, { block, row: at, cell: row.cells.indexOf(cell) }));
    walk.roadmap.entries.push({ kind: 'section', text: joinPassages(texts, ' ') });
    walk.last = null;
  } else if (isRepealed(filled)) {
    const no = plain(cellOf(walk.head, cells.texts, 'no').text).replace(/[.)]$/u, '');
    const where = no === '' ? whereAfter(walk) : `пункт ${no}`;
    problems.push({ severity: 'note', where, message: 'пункт утратил силу и не исполняется.' });
    walk.last = null;
  } else if (isContinuation(cells, walk)) {
    if (walk.last !== null) continueItem(walk.last, cells, walk, words);
  } else addItem(walk, cells);
  walk.afterBreak = false;
  return at;
}

function addItem(walk: Walk, { texts, remarks }: RowCells): void {
  walk.items += 1;
  const item: DraftItem = { kind: 'item', ordinal: walk.items, cells: new Map(texts) };
  for (const [i, { role }] of walk.head.columns.entries()) {
    const above = walk.above.get(i);
    if (role === 'no' || role === 'title' || above === undefined || !isDitto(plain(texts.get(i)?.text ?? ''))) continue;
    item.cells.set(i, above);
  }
  const where = whereOf(item, walk.head);
  for (const message of remarks) walk.roadmap.problems.push({ severity: 'warning', where, message });
  walk.last = item;
  walk.above = item.cells;
  walk.roadmap.entries.push(item);
}

/** A row without a number that goes on with the one above: at the top of a page, or with no title of its own. */
function isContinuation({ texts, merged }: RowCells, walk: Walk): boolean {
  const title = plain(cellOf(walk.head, texts, 'title').text);
  const goesOn = title === '' || /^(?!\d+(?:\.\d+)*[.)]\s)[\p{Ll}\d(«–-]/u.test(title);
  const numbers = walk.head.columns.findIndex(({ role }) => role === 'no');
  if (numbers < 0) return walk.last !== null && goesOn;
  if (merged.has(numbers)) return true;
  if (plain(texts.get(numbers)?.text ?? '') !== '') return false;
  if (walk.afterBreak) return !standsAlone(texts, walk);
  return walk.last !== null && goesOn;
}

/** At the top of a page: a row that lacks only its number is a measure of its own. */
function standsAlone(texts: ReadonlyMap<number, Passage>, { head, last }: Walk): boolean {
  const text = (role: Role) => plain(cellOf(head, texts, role).text);
  const whole = (from: ReadonlyMap<number, Passage>) => isDeadline(plain(cellOf(head, from, 'deadline').text));
  return (
    /^\p{Lu}\p{Ll}/u.test(text('title')) &&
    (!hasRole(head, 'responsible') || /^\p{Lu}/u.test(text('responsible'))) &&
    whole(texts) &&
    (last === null || whole(last.cells))
  );
}

function continueItem(item: DraftItem, { texts, merged }: RowCells, walk: Walk, words: ReadonlySet<string>): void {
  for (const i of walk.head.columns.keys()) {
    const piece = texts.get(i);
    if (piece === undefined || merged.has(i) || plain(piece.text) === '') continue;
    const before = item.cells.get(i);
    if (before !== undefined && before.text.length > MAX_TEXT_LENGTH) throw tooLong();
    if (before === undefined || plain(before.text) === '') item.cells.set(i, piece);
    else if (walk.afterBreak) item.cells.set(i, continueText([before, piece], words));
    else item.cells.set(i, joinPassages([before, piece], '\n'));
  }
  walk.roadmap.problems.push({
    severity: 'note',
    where: whereOf(item, walk.head),
    message: walk.afterBreak
      ? 'строка разорвана концом страницы: её части соединены, проверьте текст.'
      : 'пункт занимает несколько строк таблицы: они соединены, проверьте текст.',
  });
}

/** «1 | Подготовительный этап | | |» followed by «1.1» is a heading that carries its number in the column of numbers. */
function withNumberedSections(roadmap: DraftRoadmap): DraftRoadmap {
  const { head } = roadmap;
  const numberOf = (entry: DraftItem | DraftSection | undefined) =>
    entry?.kind === 'item' ? plain(cellOf(head, entry.cells, 'no').text).replace(/[.)]$/u, '') : '';
  const entries = roadmap.entries.map((entry, i): DraftItem | DraftSection => {
    const no = numberOf(entry);
    if (entry.kind === 'section' || no === '' || !onlyTitled(entry, head)) return entry;
    const next = numberOf(roadmap.entries[i + 1]);
    const heads = next.startsWith(`${no}.`) || (/^[IVXLХІ]+$/u.test(no) && /^\d/u.test(next));
    if (!heads) return entry;
    return {
      kind: 'section',
      text: joinPassages([cellOf(head, entry.cells, 'no'), cellOf(head, entry.cells, 'title')], ' '),
    };
  });
  return { ...roadmap, entries };
}

function onlyTitled({ cells }: DraftItem, head: TableHead): boolean {
  return head.columns.every(
    ({ role }, i) => role === 'no' || (role === 'title') === (plain(cells.get(i)?.text ?? '') !== ''),
  );
}

/** Text of the column with a role, trimmed; empty when there is no such column. */
export function cellOf(head: TableHead, cells: ReadonlyMap<number, Passage>, role: Role): Passage {
  const at = head.columns.findIndex((column) => column.role === role);
  return trimPassage(cells.get(at) ?? { text: '', pieces: [] });
}

/** «пункт 3», or «строка 5 таблицы» when there is no number. */
export function whereOf(item: DraftItem, head: TableHead): string {
  const no = plain(cellOf(head, item.cells, 'no').text).replace(/[.)]$/u, '');
  return no === '' ? `строка ${item.ordinal} таблицы` : `пункт ${no}`;
}

function whereAfter({ last, head }: Walk): string {
  return last === null ? 'таблица мероприятий' : `таблица мероприятий, после строки «${whereOf(last, head)}»`;
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
  const shown = names.slice(0, 8).map((header) => `«${header.length > 40 ? `${header.slice(0, 39)}…` : header}»`);
  return `${shown.join(', ')}${names.length > 8 ? ` и другими (всего ${columns.length})` : ''}`;
}
