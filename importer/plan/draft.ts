/** A plan as its rows stand in the table, before their cells are read. Pure. */
import type { Problem } from '#domain/order';
import { emptyPassage, trimPassage, type Passage } from '../passage.js';
import { plain } from '../plain.js';
import type { Role } from './column-meaning.js';
import type { TableHead } from './columns.js';

export interface DraftItem {
  readonly kind: 'item';
  /** Which row of measures it is, from 1, counted within its plan: names a row that has no number. */
  readonly ordinal: number;
  /** By the place of the column in the header. */
  readonly cells: Map<number, Passage>;
  /** Colours of its cells, by the place of the column. */
  readonly fills: Map<number, string>;
}

export interface DraftSection {
  readonly kind: 'section';
  readonly text: Passage;
}

export interface DraftRoadmap {
  readonly head: TableHead;
  /** Block of its first table. */
  readonly block: number;
  readonly entries: (DraftItem | DraftSection)[];
  /** Numbers of rows that are no measures: repealed ones, headings. */
  readonly leftOut: string[];
  /** What a person has to know about its rows. */
  readonly problems: Problem[];
}

/** Text of the column with a role, trimmed; empty when there is no such column. */
export function cellOf(head: TableHead, cells: ReadonlyMap<number, Passage>, role: Role): Passage {
  const at = head.columns.findIndex((column) => column.role === role);
  return trimPassage(cells.get(at) ?? emptyPassage);
}

/** «пункт 3», or «строка 5 таблицы» when there is no number. */
export function whereOf(item: DraftItem, head: TableHead): string {
  const no = plain(cellOf(head, item.cells, 'no').text).replace(/[.)]$/u, '');
  return no === '' ? `строка ${item.ordinal} таблицы` : `пункт ${no}`;
}
