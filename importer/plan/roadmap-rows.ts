/**
 * Rows of the tables of measures → rows of measures: repeated headers, counting rows, headings, amendments and
 * repealed rows are told apart, rows cut by a page end are joined. Pure; what a cell says is read in items.ts.
 */
import type { Problem } from '#domain/order';
import { MAX_TEXT_LENGTH, tooLong, type Block, type Cell, type Row, type Table } from '../blocks.js';
import { headAt, sameHead, type Role, type TableHead } from './columns.js';
import { emptyPassage, joinPassages, passageOf, type Passage } from '../passage.js';
import { continueText, plain } from '../plain.js';

export interface DraftItem {
  readonly kind: 'item';
  /** Which row of measures it is, from 1, counted within its plan: names a row that has no number. */
  readonly ordinal: number;
  readonly cells: Map<Role, Passage>;
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
}

interface Walk {
  readonly roadmap: DraftRoadmap;
  /** Where its latest table stands. */
  lastBlock: number;
  items: number;
  /** What a row without a number would continue; null when that was a row left out. */
  last: DraftItem | null;
  /** The next row stands at the top of a page: it may be the rest of the last one. */
  afterBreak: boolean;
}

/** A header may stand under a title row or two. */
const HEAD_WITHIN_ROWS = 5;

/**
 * Plans of the act in reading order, each with its rows. Tables of other kinds are passed over.
 * @param words all words of the document (see `continueText`)
 * @param problems takes what a person has to know
 */
export function readRoadmaps(
  blocks: readonly Block[],
  words: ReadonlySet<string>,
  problems: Problem[],
): DraftRoadmap[] {
  const walks: Walk[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const current = walks.at(-1);
    const head = headOf(block);
    const goesOn = current !== undefined && continuesPlan(blocks, index, current, head);
    let walk: Walk;
    if (goesOn) {
      walk = current;
      walk.afterBreak = true;
    } else if (head?.columns.some(({ role }) => role === 'deadline') === true) {
      walk = {
        roadmap: { head, block: index, entries: [] },
        lastBlock: index,
        items: 0,
        last: null,
        afterBreak: false,
      };
      walks.push(walk);
    } else continue;
    walk.lastBlock = index;
    for (let row = head?.to ?? 0; row < block.rows.length; row += 1) {
      row = takeRow(walk, block, index, row, words, problems);
    }
  }
  return walks.map(({ roadmap }) => withNumberedSections(roadmap));
}

/** Header of a table, or null when it has none. */
export function headOf(table: Table): TableHead | null {
  for (let row = 0; row < Math.min(HEAD_WITHIN_ROWS, table.rows.length); row += 1) {
    const head = headAt(table, row);
    if (head !== null) return head;
  }
  return null;
}

/** Whether a table is the next page of the current plan and not another plan. */
function continuesPlan(
  blocks: readonly Block[],
  index: number,
  { roadmap, lastBlock }: Walk,
  head: TableHead | null,
): boolean {
  const table = blocks[index] as Table;
  if (head === null) {
    const first = blocks[roadmap.block];
    const width = first?.kind === 'table' ? widthOf(first.rows[roadmap.head.from]) : 0;
    if (table.rows.some((row) => widthOf(row) > width) || !table.rows.some((row) => widthOf(row) === width))
      return false;
  } else if (!sameHead(head, roadmap.head)) return false;
  const between = blocks.slice(lastBlock + 1, index).filter((block) => block.kind === 'paragraph');
  return !between.some(({ text }) => /^[\s*]*(?:приложение(?:\s|$)|утвержд[её]н)/iu.test(text));
}

function widthOf(row: Row | undefined): number {
  const last = row?.cells.at(-1);
  return last === undefined ? 0 : last.column + last.span;
}

/** Reads one row and returns the last row it used (a header may take several). */
function takeRow(
  walk: Walk,
  table: Table,
  block: number,
  at: number,
  words: ReadonlySet<string>,
  problems: Problem[],
): number {
  const row = table.rows[at] ?? { cells: [] };
  const filled = row.cells.filter(({ text }) => plain(text) !== '');
  if (filled.length === 0 && row.cells.every(({ mergedInto }) => mergedInto === undefined)) return at;
  const repeated = headAt(table, at);
  if (repeated !== null && sameHead(repeated, walk.roadmap.head)) {
    walk.afterBreak = true;
    return repeated.to - 1;
  }
  if (isCountingRow(filled)) return at;
  const only =
    filled.length === 1 && row.cells.every(({ mergedInto }) => mergedInto === undefined) ? filled[0] : undefined;
  const text = only === undefined ? '' : plain(only.text);
  if (isAmendment(text)) {
    problems.push({
      severity: 'note',
      where: whereAfter(walk),
      message: `строка «${text}» говорит об изменении: проверьте, что загружена действующая редакция.`,
    });
    return at;
  }
  if (isFootnote(text)) return at;
  const cells = cellsByRole(walk.roadmap.head, table, block, at);
  if (only !== undefined && isHeading(only, row, walk)) {
    walk.roadmap.entries.push({
      kind: 'section',
      text: passageOf(only.text, { block, row: at, cell: row.cells.indexOf(only) }),
    });
    walk.last = null;
  } else if (isRepealed(filled)) {
    const no = plain(cells.get('no')?.text ?? '').replace(/\.$/u, '');
    const where = no === '' ? whereAfter(walk) : `пункт ${no}`;
    problems.push({ severity: 'note', where, message: 'пункт утратил силу и не исполняется.' });
    walk.last = null;
  } else if (isContinuation(row, cells, walk)) {
    if (walk.last !== null) continueItem(walk.last, row, cells, walk, words, problems);
  } else {
    walk.items += 1;
    walk.last = { kind: 'item', ordinal: walk.items, cells: new Map(cells) };
    walk.roadmap.entries.push(walk.last);
  }
  walk.afterBreak = false;
  return at;
}

/** «1 2 3 4 5» under the header. */
function isCountingRow(filled: readonly Cell[]): boolean {
  return filled.length >= 3 && filled.every(({ text }, i) => Number(plain(text).replace(/\.$/u, '')) === i + 1);
}

function isAmendment(text: string): boolean {
  return (
    /^\(?\s*(?:п\.|пп\.|пункт|строк|раздел|позици|таблиц|граф)?[^()]{0,60}(?:\sв|^\(?в)\s+ред(?:\.|акции)\s/iu.test(
      text,
    ) || /^\(\s*(?:введ[её]н|дополнен|изменен|исключ[её]н|утратил)/iu.test(text)
  );
}

function isFootnote(text: string): boolean {
  return /^(?:\*+|[⁰¹²³⁴-⁹]+|<\d+>)\s*\S/u.test(text) || /^примечани/iu.test(text);
}

function isRepealed(filled: readonly Cell[]): boolean {
  return filled.some(({ text }) =>
    /^(?:пункт\s+)?(?:утратил[аои]?\s+силу|исключ[её]н[аоы]?(?:[.\s–-]|$)|признан\S*\s+утратившим)/iu.test(plain(text)),
  );
}

/** A row that is one text: over the whole table, or in the column of numbers without being a number. */
function isHeading(only: Cell, row: Row, { roadmap, afterBreak }: Walk): boolean {
  const text = plain(only.text);
  if (/^[\d.]+\)?$/u.test(text)) return false;
  if (row.cells.length === 1 || only.span > 1) return true;
  const first = roadmap.head.columns[0];
  if (first?.role === 'no' && only.column === first.at) return true;
  return (
    !afterBreak &&
    /^(?:раздел|этап|направление|подраздел|блок)\s|^[IVXLХІ]+[.)]\s/u.test(
      text.replace(/^\p{L}/u, (c) => (/[IVXLХІ]/u.test(c) ? c : c.toLowerCase())),
    )
  );
}

/** A row without a number that goes on with the one above: at the top of a page, or with no title of its own. */
function isContinuation(row: Row, cells: ReadonlyMap<Role, Passage>, walk: Walk): boolean {
  const title = plain(cells.get('title')?.text ?? '');
  const goesOn = title === '' || /^(?!\d+(?:\.\d+)*[.)]\s)[\p{Ll}\d(«–-]/u.test(title);
  const numbers = walk.roadmap.head.columns.find(({ role }) => role === 'no');
  if (numbers === undefined) return walk.last !== null && goesOn;
  const cell = row.cells.find(({ column, span }) => column <= numbers.at && numbers.at < column + span);
  if (cell?.mergedInto !== undefined) return true;
  if (plain(cell?.text ?? '') !== '') return false;
  return walk.afterBreak || (walk.last !== null && goesOn);
}

function continueItem(
  item: DraftItem,
  row: Row,
  cells: ReadonlyMap<Role, Passage>,
  walk: Walk,
  words: ReadonlySet<string>,
  problems: Problem[],
): void {
  for (const { at, role } of walk.roadmap.head.columns) {
    const piece = role === null ? undefined : cells.get(role);
    const merged = row.cells.some(
      ({ column, span, mergedInto }) => mergedInto !== undefined && column <= at && at < column + span,
    );
    if (role === null || piece === undefined || merged || plain(piece.text) === '') continue;
    const before = item.cells.get(role) ?? emptyPassage;
    if (before.text.length > MAX_TEXT_LENGTH) throw tooLong();
    if (plain(before.text) === '') item.cells.set(role, piece);
    else
      item.cells.set(
        role,
        walk.afterBreak ? continueText([before, piece], words) : joinPassages([before, piece], '\n'),
      );
  }
  problems.push({
    severity: 'note',
    where: whereOf(item),
    message: walk.afterBreak
      ? 'строка разорвана концом страницы: её части соединены, проверьте текст.'
      : 'пункт занимает несколько строк таблицы: они соединены, проверьте текст.',
  });
}

/** Text of each known column; a cell merged into one above has the text, and the place, of that one. */
function cellsByRole(head: TableHead, table: Table, block: number, at: number): Map<Role, Passage> {
  const cells = new Map<Role, Passage>();
  const cellsOfRow = table.rows[at]?.cells ?? [];
  for (const { at: column, role } of head.columns) {
    const index = cellsOfRow.findIndex((cell) => cell.column <= column && column < cell.column + cell.span);
    const cell = cellsOfRow[index];
    if (role === null || cell === undefined) continue;
    const { row: from, cell: index2 } = cell.mergedInto ?? { row: at, cell: index };
    const origin = table.rows[from]?.cells[index2];
    if (origin !== undefined) cells.set(role, passageOf(origin.text, { block, row: from, cell: index2 }));
  }
  return cells;
}

/** «1 | Подготовительный этап | | |» followed by «1.1» is a heading that carries its number in the column of numbers. */
function withNumberedSections(roadmap: DraftRoadmap): DraftRoadmap {
  const numberOf = (entry: DraftItem | DraftSection | undefined) =>
    entry?.kind === 'item' ? plain(entry.cells.get('no')?.text ?? '').replace(/[.)]$/u, '') : '';
  const entries = roadmap.entries.map((entry, i): DraftItem | DraftSection => {
    const no = numberOf(entry);
    if (entry.kind === 'section' || no === '' || !onlyTitled(entry)) return entry;
    const next = numberOf(roadmap.entries[i + 1]);
    const heads = next.startsWith(`${no}.`) || (/^[IVXLХІ]+$/u.test(no) && /^\d/u.test(next));
    if (!heads) return entry;
    return {
      kind: 'section',
      text: joinPassages([entry.cells.get('no') ?? emptyPassage, entry.cells.get('title') ?? emptyPassage], ' '),
    };
  });
  return { ...roadmap, entries };
}

function onlyTitled({ cells }: DraftItem): boolean {
  const others = (['responsible', 'result', 'deadline'] as const).map((role) => plain(cells.get(role)?.text ?? ''));
  return others.every((text) => text === '') && plain(cells.get('title')?.text ?? '') !== '';
}

/** «пункт 3», or «строка 5 таблицы» when there is no number. */
export function whereOf(item: DraftItem): string {
  const no = plain(item.cells.get('no')?.text ?? '').replace(/[.)]$/u, '');
  return no === '' ? `строка ${item.ordinal} таблицы` : `пункт ${no}`;
}

function whereAfter({ last }: Walk): string {
  return last === null ? 'таблица мероприятий' : `таблица мероприятий, после строки «${whereOf(last)}»`;
}
