/**
 * Tables drawn with characters: «│ 1. │ Сверка │», «| 1. | Сверка |», «1. | Сверка | Отдел», with lines «├────┼───┤» or
 * «+----+» between rows or without. Pure.
 */
import type { Cell, Row } from '../../blocks.js';
import { wordsOf } from '../../plain.js';
import { isHeading } from './heading.js';
import type { TextTable } from './text-table.js';
import { wrappedText } from './wrapped.js';

const VERTICAL = /[|¦\u2502\u2503\u2551]/gu;
/** A whole line of a drawing: nothing but strokes, crossings and spaces. */
const STROKES = /^[\s|¦+:=_\u2500-\u257F-]+$/u;
const STROKE = /[=_\u2500\u2501\u2504\u2550-]/gu;
const LEAST_STROKES = 3;
const LEAST_VERTICALS = 2;

export function drawnTable(lines: readonly string[], start: number): TextTable | null {
  if (!isRow(lines[start]) && !(isRule(lines[start]) && isRow(lines[start + 1]))) return null;
  let end = start + 1;
  while (end < lines.length && (isRow(lines[end]) || isRule(lines[end]) || isHeadingWithin(lines, start, end)))
    end += 1;
  const drawing = lines.slice(start, end);
  const rows = drawing.filter(isRow);
  if (rows.length < 2) return null;
  return { rows: tableOf(drawing, edgesOf(rows)), end };
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && !isRule(line) && (line.match(VERTICAL)?.length ?? 0) >= LEAST_VERTICALS;
}

function isRule(line: string | undefined): boolean {
  return line !== undefined && STROKES.test(line) && (line.match(STROKE)?.length ?? 0) >= LEAST_STROKES;
}

/** In a table without outer lines a section has no vertical at all. */
function isHeadingWithin(lines: readonly string[], start: number, at: number): boolean {
  return at > start && isHeading(lines[at] ?? '') && (isRow(lines[at + 1]) || isRule(lines[at + 1]));
}

/**
 * Where the columns of a drawing have their edges. Null when its verticals do not stand under each other, as in a table
 * typed by hand: then cells are counted.
 */
function edgesOf(rows: readonly string[]): readonly number[] | null {
  const places = rows.map(verticalsOf);
  const most = places.reduce((a, b) => (b.length > a.length ? b : a), []);
  const known = new Set(most);
  if (!places.every((of) => of.every((place) => known.has(place)))) return null;
  const [first = 0, last = 0] = [most[0], most.at(-1)];
  const edges = [...most];
  if (rows.some((row) => row.slice(0, first).trim() !== '')) edges.unshift(-1);
  if (rows.some((row) => row.slice(last + 1).trim() !== '')) edges.push(Math.max(...rows.map(({ length }) => length)));
  return edges;
}

function verticalsOf(row: string): number[] {
  return [...row.matchAll(VERTICAL)].map(({ index }) => index);
}

/** A row that is being put together from its lines. */
interface Draft {
  readonly cells: { readonly column: number; readonly span: number; readonly lines: string[] }[];
}

function tableOf(drawing: readonly string[], edges: readonly number[] | null): Row[] {
  const groups = groupsOf(drawing);
  // With lines between all rows, what stands between two lines is one row; with a line under the header only, or none,
  // a row goes on while the column of numbers is empty.
  const ruled = groups.length > 2;
  const drafts = groups.flatMap((group, at) => draftsOf(group, edges, ruled || (groups.length === 2 && at === 0)));
  const spelling = { words: wordsOf(drawing), hyphenated: true };
  const widthOf = (column: number, span: number) =>
    edges === null ? 0 : (edges[column + span] ?? 0) - (edges[column] ?? 0) - 1;
  return drafts.map(({ cells }) => ({
    cells: cells.map(({ column, span, lines }): Cell => ({
      column,
      span,
      text: wrappedText(lines, widthOf(column, span), spelling),
    })),
  }));
}

/** Lines of rows between two ruled lines. */
function groupsOf(drawing: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  for (const line of drawing) {
    if (!isRule(line)) groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

function draftsOf(group: readonly string[], edges: readonly number[] | null, one: boolean): Draft[] {
  const drafts: Draft[] = [];
  for (const line of group) {
    const draft = draftOf(line, edges);
    const last = drafts.at(-1);
    const goesOn = one || (draft.cells[0]?.lines[0] === '' && draft.cells.length > 1);
    if (last === undefined || !goesOn || last.cells.length !== draft.cells.length) drafts.push(draft);
    else last.cells.forEach(({ lines }, at) => lines.push(...(draft.cells[at]?.lines ?? [])));
  }
  return drafts;
}

function draftOf(line: string, edges: readonly number[] | null): Draft {
  const verticals = verticalsOf(line);
  if (edges === null) {
    const texts = line
      .trim()
      .replace(/^[|¦\u2502\u2503\u2551]|[|¦\u2502\u2503\u2551]$/gu, '')
      .split(VERTICAL);
    return { cells: texts.map((text, column) => ({ column, span: 1, lines: [text.trim()] })) };
  }
  const first = edges[0] ?? 0;
  const own = edges.filter((edge, at) => at === 0 || at === edges.length - 1 || verticals.includes(edge));
  return {
    cells: own.slice(0, -1).map((from, at) => {
      const to = own[at + 1] ?? from;
      const column = edges.indexOf(from);
      return { column, span: edges.indexOf(to) - column, lines: [line.slice(Math.max(from, first) + 1, to).trim()] };
    }),
  };
}
