/**
 * Rows of a table of measures, one after another: which are measures, which head the rows under them, which go on with
 * the row before. Pure; what a cell says is read in items.ts.
 */
import { MAX_TEXT_LENGTH, tooLong, type Cell, type Table } from '../blocks.js';
import { joinPassages, passageOf, type Passage } from '../passage.js';
import { continueText, folded, plain } from '../plain.js';
import type { Role } from './column-meaning.js';
import { hasRole, headAt, sameHead, type TableHead } from './columns.js';
import { isDeadline } from './content-columns.js';
import { cellOf, whereOf, type DraftItem, type DraftRoadmap, type DraftSection } from './draft.js';
import { cellsOfRow, type RowCells } from './row-cells.js';
import { headingCell, isAmendment, isCountingRow, isDitto, isFootnote, isRepealed } from './row-kinds.js';

/** Where the reading of a plan stands. */
export interface Walk {
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

export function newWalk(head: TableHead, block: number): Walk {
  const roadmap = { head, block, entries: [], leftOut: [], problems: [] };
  return { roadmap, head, lastBlock: block, items: 0, last: null, above: new Map(), afterBreak: false };
}

/** Reads one row and returns the last row it used (a header may take several). */
export function takeRow(walk: Walk, table: Table, block: number, at: number, words: ReadonlySet<string>): number {
  const { problems } = walk.roadmap;
  const row = table.rows[at] ?? { cells: [] };
  const filled = row.cells.filter(({ text }) => plain(text) !== '');
  if (filled.length === 0 && row.cells.every(({ mergedInto }) => mergedInto === undefined)) return at;
  const repeated = mayRepeat(walk.roadmap.head, filled[0]) ? headAt(table, block, at) : null;
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
    if (filled.length > 1) walk.roadmap.leftOut.push(plain(filled[0]?.text ?? '').replace(/[.)]$/u, ''));
    walk.last = null;
  } else if (isRepealed(filled)) {
    const no = plain(cellOf(walk.head, cells.texts, 'no').text).replace(/[.)]$/u, '');
    const where = no === '' ? whereAfter(walk) : `пункт ${no}`;
    problems.push({ severity: 'note', where, message: 'пункт утратил силу и не исполняется.' });
    walk.roadmap.leftOut.push(...numbersOfRow(no, filled));
    walk.last = null;
  } else if (isContinuation(cells, walk)) {
    if (walk.last !== null) continueItem(walk.last, cells, walk, words);
  } else addItem(walk, cells);
  walk.afterBreak = false;
  return at;
}

/** A row of measures does not begin with the name of a column: most rows are told so without reading them as a header. */
function mayRepeat({ columns }: TableHead, first: Cell | undefined): boolean {
  const text = folded(first?.text ?? '');
  return columns.some(({ header }) => header !== '' && folded(header).startsWith(text));
}

/** «5», «Пункты 6–8 утратили силу». */
function numbersOfRow(no: string, filled: readonly Cell[]): string[] {
  const text = no === '' ? filled.map((cell) => plain(cell.text)).join(' ') : no;
  const [, first, last] = /(\d+(?:\.\d+)*)(?:\s*[–-]\s*(\d+))?/u.exec(text) ?? [];
  if (first === undefined) return [];
  const count = last === undefined ? 1 : Math.min(100, Math.max(1, Number(last) - Number(first) + 1));
  return count === 1 ? [first] : Array.from({ length: count }, (_, i) => String(Number(first) + i));
}

function addItem(walk: Walk, { texts, fills, remarks }: RowCells): void {
  walk.items += 1;
  const item: DraftItem = { kind: 'item', ordinal: walk.items, cells: new Map(texts), fills: new Map(fills) };
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

function continueItem(
  item: DraftItem,
  { texts, fills, merged }: RowCells,
  walk: Walk,
  words: ReadonlySet<string>,
): void {
  for (const i of walk.head.columns.keys()) {
    const piece = texts.get(i);
    if (piece === undefined || merged.has(i) || plain(piece.text) === '') continue;
    const before = item.cells.get(i);
    if (before !== undefined && before.text.length > MAX_TEXT_LENGTH) throw tooLong();
    if (before === undefined || plain(before.text) === '') item.cells.set(i, piece);
    else if (walk.afterBreak) item.cells.set(i, continueText([before, piece], words));
    else item.cells.set(i, joinPassages([before, piece], '\n'));
  }
  for (const [i, fill] of fills) if (!item.fills.has(i)) item.fills.set(i, fill);
  walk.roadmap.problems.push({
    severity: 'note',
    where: whereOf(item, walk.head),
    message: walk.afterBreak
      ? 'строка разорвана концом страницы: её части соединены, проверьте текст.'
      : 'пункт занимает несколько строк таблицы: они соединены, проверьте текст.',
  });
}

/** «1 | Подготовительный этап | | |» followed by «1.1» is a heading that carries its number in the column of numbers. */
export function withNumberedSections(roadmap: DraftRoadmap): DraftRoadmap {
  const { head } = roadmap;
  const numberOf = (entry: DraftItem | DraftSection | undefined) =>
    entry?.kind === 'item' ? plain(cellOf(head, entry.cells, 'no').text).replace(/[.)]$/u, '') : '';
  const entries = roadmap.entries.map((entry, i): DraftItem | DraftSection => {
    const no = numberOf(entry);
    if (entry.kind === 'section' || no === '' || !onlyTitled(entry, head)) return entry;
    const next = numberOf(roadmap.entries[i + 1]);
    const heads = next.startsWith(`${no}.`) || (/^[IVXLХІ]+$/u.test(no) && /^\d/u.test(next));
    if (!heads) return entry;
    roadmap.leftOut.push(no);
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

function whereAfter({ last, head }: Walk): string {
  return last === null ? 'таблица мероприятий' : `таблица мероприятий, после строки «${whereOf(last, head)}»`;
}
