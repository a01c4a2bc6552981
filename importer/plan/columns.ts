/** What the columns of a table of measures are for, recognised by the meaning of their headers. Pure. */
import type { Row, Table } from '../blocks.js';
import { folded, plain } from '../plain.js';

export type Role = 'no' | 'title' | 'responsible' | 'result' | 'deadline';

interface Column {
  readonly at: number;
  readonly role: Role | null;
  /** Header as printed, spaces collapsed; empty when it stands empty. */
  readonly header: string;
}

export interface TableHead {
  /** First row of the header and the row after its last. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
}

/** Longest header cell: a longer text is a measure, not a name of a column. */
const HEADER_LENGTH = 120;

const MAX_COLUMNS = 64;

/** Rows of a header at most: a name over two or three parts. */
const HEADER_ROWS = 3;

/**
 * The header that begins at row `from`, or null when that row is none. A header names the measure and one more known
 * column; whether it names a deadline is for the caller to ask.
 */
export function headAt(table: Table, from: number): TableHead | null {
  const first = table.rows[from];
  if (first === undefined || first.cells.length < 2 || first.cells.length > MAX_COLUMNS) return null;
  if (first.cells.some((cell) => cell.text.length > HEADER_LENGTH)) return null;
  let to = from + 1;
  while (to < from + HEADER_ROWS && continuesHeader(table.rows[to], from, to)) to += 1;
  const columns = chooseRoles(columnsOf(table.rows.slice(from, to)));
  const roles = new Set(columns.map(({ role }) => role).filter((role) => role !== null));
  if (!roles.has('title') || roles.size < 2) return null;
  return { from, to, columns: numberColumn(columns, table.rows.slice(to)) };
}

/** A repeated header, or one of a later part of the same table. */
export function sameHead(one: TableHead, other: TableHead): boolean {
  const names = ({ columns }: TableHead) => columns.map(({ header }) => folded(header)).join('|');
  return names(one) === names(other);
}

/** A row belongs to the header when one of its cells is merged into the header above. */
function continuesHeader(row: Row | undefined, from: number, to: number): boolean {
  return (
    row?.cells.some(({ mergedInto }) => mergedInto !== undefined && mergedInto.row >= from && mergedInto.row < to) ??
    false
  );
}

function columnsOf(rows: readonly Row[]): Column[] {
  const starts = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b);
  return starts.map((at) => {
    const texts = rows.flatMap(({ cells }) =>
      cells.filter(({ column, span }) => column <= at && at < column + span).map(({ text }) => plain(text)),
    );
    const header = texts.filter((text) => text !== '').join(' ');
    return { at, role: roleOf(header), header };
  });
}

/** Order matters: «Ответственный за мероприятие», «Срок исполнения мероприятия» name more than one thing. */
function roleOf(header: string): Role | null {
  const words = folded(header);
  if (/^(?:№|n|номер|п\/п)(?:\s*(?:п\/?\s?п|пп|строки|пункта|мероприятия|точки))?$/u.test(words)) return 'no';
  if (/(?:^|\s)(?:срок|дат[аы](?:\s|$)|когда)|^(?:планов\S* )?период(?: реализац| исполн| провед|$)/u.test(words))
    return 'deadline';
  if (/ответствен|исполнител/u.test(words)) return 'responsible';
  if (/^наименовани\S* (?!\S*документ)/u.test(words)) return 'title';
  if (/документ|результат|форма (?:завершения|отчет|представления|реализации)|подтвержд/u.test(words)) return 'result';
  if (
    /мероприяти|контрольн\S* точк|наименовани|содержани|действи|задач|поручени|(?:вид|перечень) работ|^работ|^мер[аы]/u.test(
      words,
    )
  ) {
    return 'title';
  }
  return null;
}

/** At most one column for each role. A named document says more than an expected result; an end more than a beginning. */
function chooseRoles(columns: readonly Column[]): Column[] {
  const best = new Map<Role, Column>();
  for (const column of columns) {
    if (column.role === null) continue;
    const rival = best.get(column.role);
    if (rival === undefined || weight(column) > weight(rival)) best.set(column.role, column);
  }
  return columns.map((column) =>
    column.role === null || best.get(column.role) === column ? column : { ...column, role: null },
  );
}

function weight({ role, header }: Column): number {
  const words = folded(header);
  if (role === 'result') return words.includes('документ') ? 2 : 1;
  if (role === 'deadline') return /оконч|заверш|исполнен|реализац/u.test(words) ? 2 : words.includes('начал') ? 0 : 1;
  return 1;
}

/** A first column without a name that counts the rows is the number column. */
function numberColumn(columns: readonly Column[], rows: readonly Row[]): Column[] {
  if (columns.some(({ role }) => role === 'no')) return [...columns];
  const first = columns[0];
  if (first?.role !== null || first.header !== '') return [...columns];
  const texts = rows.map(({ cells }) => cells.find(({ column }) => column === first.at)?.text.trim() ?? '');
  const numbers = texts.filter((text) => /^\d+(?:\.\d+)*[.)]?$/u.test(text)).length;
  const others = texts.filter((text) => text !== '').length - numbers;
  if (numbers === 0 || others > numbers) return [...columns];
  return [{ ...first, role: 'no' }, ...columns.slice(1)];
}
