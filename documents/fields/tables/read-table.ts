/** Sheets of a file → the rows of a register, or all that is wrong with them, each with its row, column and cure. Pure. */
import { VekhaError } from '#domain/errors';
import { counted } from '#domain/plural';
import { columnLetters, type Sheet, type SheetRow } from '#domain/sheet';
import { MOST_ROWS } from '../parse-values.js';
import type { Column } from '../register-columns/column.js';
import type { TypedRow } from '../typed-values.js';
import { shown, Unfit } from '../value-readers.js';
import { readCell, type ReadCell } from './cell-value.js';
import { findHeader, type Header } from './find-header.js';
import { headingReader } from './headings.js';
import { type Covering, coveringOf } from './merged-values.js';
import type { RegisterTable } from './register-tables.js';
import { isSummed, isTotal, totalFault } from './totals.js';

interface TableFault {
  /** As the spreadsheet numbers it; null: the table as a whole. */
  readonly row: number | null;
  /** Letters; null: the row as a whole. */
  readonly column: string | null;
  readonly heading: string | null;
  readonly problem: string;
  readonly cure: string | null;
}

export interface TableReading {
  /** Name of the sheet, empty for CSV. */
  readonly sheet: string;
  /** As `parseValues` takes them; to be used only when nothing is wrong. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly faults: readonly TableFault[];
  /** What a person should know, sentences. */
  readonly notes: readonly string[];
}

/**
 * @param sheetName null: the one visible sheet that has such a table
 * @throws VekhaError 'table.unreadable' when there is no such table, or several; 'input.too_large'
 */
export function readTable(table: RegisterTable, sheets: readonly Sheet[], sheetName: string | null): TableReading {
  const { sheet, header } = findTable(table, sheets, sheetName);
  const reader = new TableReader(table, sheet, header);
  return reader.read();
}

function findTable(
  table: RegisterTable,
  sheets: readonly Sheet[],
  name: string | null,
): { sheet: Sheet; header: Header } {
  const read = headingReader(table.columns);
  const asked = name === null ? sheets.filter(({ hidden }) => !hidden) : sheets.filter((sheet) => sheet.name === name);
  if (name !== null && asked.length === 0) {
    throw unreadable(`Листа «${name}» в книге нет, есть: ${sheets.map((sheet) => `«${sheet.name}»`).join(', ')}.`);
  }
  const found = asked.flatMap((sheet) => {
    const header = findHeader(sheet, read);
    return header === null ? [] : [{ sheet, header }];
  });
  const [first] = found;
  if (first === undefined) {
    const required = table.columns.filter(({ optional }) => optional !== true);
    throw unreadable(
      `Таблица не найдена: нужна строка с названиями граф – ${required.map(({ label }) => `«${label}»`).join(', ')}.`,
    );
  }
  const most = Math.max(...found.map(({ header }) => header.known.size));
  const best = found.filter(({ header }) => header.known.size === most);
  if (best.length > 1) {
    throw unreadable(
      `Такая таблица есть на нескольких листах: ${best.map(({ sheet }) => `«${sheet.name}»`).join(', ')}. Назовите лист ключом --sheet.`,
    );
  }
  return best[0] ?? first;
}

class TableReader {
  readonly #faults: TableFault[] = [];
  readonly #notes: string[] = [];
  readonly #rows: Readonly<Record<string, unknown>>[] = [];
  readonly #values: TypedRow[] = [];
  readonly #numbers: number[] = [];
  readonly #empty = new Map<Column, number[]>();
  readonly #covering: Covering;
  #sinceTotal = 0;
  #hasTotal = false;

  constructor(
    private readonly table: RegisterTable,
    private readonly sheet: Sheet,
    private readonly header: Header,
  ) {
    this.#covering = coveringOf(sheet);
  }

  read(): TableReading {
    this.#checkColumns();
    const hidden: number[] = [];
    for (const row of this.sheet.rows.slice(this.header.next)) {
      if (isTotal(row)) this.#checkTotal(row);
      else if (this.#isAside(row))
        this.#notes.push(`Строка ${String(row.number)} пропущена, в ней не строка таблицы: «${asideText(row)}».`);
      else {
        this.#readRow(row);
        if (row.hidden) hidden.push(row.number);
      }
    }
    this.#checkCount();
    this.#checkRepeats();
    this.#noteEmpty();
    if (hidden.length > 0) this.#notes.push(`Скрытые строки тоже взяты: ${listed(hidden)}.`);
    return { sheet: this.sheet.name, rows: this.#rows, faults: this.#faults, notes: this.#notes };
  }

  #checkColumns(): void {
    const { known, headings } = this.header;
    const missing = this.table.columns.filter(
      (column) => column.optional !== true && ![...known.values()].includes(column),
    );
    for (const { label } of missing) {
      this.#faults.push({
        row: null,
        column: null,
        heading: label,
        problem: 'графы нет в таблице',
        cure: `добавьте графу или назовите её «${label}»`,
      });
    }
    for (const [at, column] of known) {
      const first = [...known].find(([, other]) => other === column)?.[0] ?? at;
      if (first !== at) this.#fault(null, at, `графа уже стоит в столбце ${columnLetters(first)}`, 'оставьте одну');
    }
    const unknown = [...headings].filter(([at, heading]) => heading !== '' && !known.has(at));
    if (unknown.length > 0) {
      this.#notes.push(
        `Не взяты графы: ${unknown.map(([at, heading]) => `${columnLetters(at)} «${shown(oneLine(heading))}»`).join(', ')}.`,
      );
    }
  }

  /** A caption over a group of rows, or a signature under the table. */
  #isAside(row: SheetRow): boolean {
    const filled = [...this.header.known.keys()].filter((at) => row.cells.has(at)).length;
    return row.cells.size === 1 || filled === 0 || (this.#hasTotal && filled < 3);
  }

  #readRow(row: SheetRow): void {
    const typed: Record<string, unknown> = {};
    const values: Record<string, unknown> = {};
    for (const [at, column] of this.header.known) {
      const cell = this.#cell(row, at, column);
      if (cell === null) {
        if (!row.cells.has(at) && column.optional !== true) this.#missed(column, row.number);
        continue;
      }
      typed[column.name] = cell.typed;
      values[column.name] = cell.value;
    }
    this.#rows.push(typed);
    this.#values.push(values);
    this.#numbers.push(row.number);
  }

  #cell(row: SheetRow, at: number, column: Column): ReadCell | null {
    const own = row.cells.get(at);
    const above = own === undefined ? this.#covering(row.number, at) : null;
    if (own === undefined && above === null) return null;
    try {
      if (above !== null && (column.type === 'int' || column.type === 'money')) {
        throw new Unfit(
          `объединена с ячейкой ${columnLetters(at)}${String(above.row)}`,
          'разъедините ячейки и впишите число в каждую строку',
        );
      }
      const cell = own ?? above?.cell;
      return cell === undefined ? null : readCell(cell, column);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      this.#fault(row.number, at, error.problem, error.cure);
      return null;
    }
  }

  #checkTotal(row: SheetRow): void {
    for (const [at, column] of this.header.known) {
      const cell = isSummed(column) && row.cells.has(at) ? this.#cell(row, at, column) : null;
      if (cell === null) continue;
      const problem = totalFault(column, cell.value, this.#values, this.#values.slice(this.#sinceTotal));
      if (problem !== null) this.#fault(row.number, at, problem, 'исправьте итог или строки');
    }
    this.#sinceTotal = this.#values.length;
    this.#hasTotal = true;
  }

  #checkCount(): void {
    const count = this.#rows.length;
    if (count > 0 && count <= MOST_ROWS) return;
    const problem =
      count === 0
        ? 'под названиями граф нет ни одной строки'
        : `строк ${String(count)}, а можно не больше ${String(MOST_ROWS)}`;
    this.#faults.push({
      row: null,
      column: null,
      heading: null,
      problem,
      cure: count === 0 ? 'впишите строки' : 'разделите таблицу',
    });
  }

  #checkRepeats(): void {
    const { distinct } = this.table;
    const at = [...this.header.known].find(([, { name }]) => name === distinct)?.[0];
    if (distinct === null || at === undefined) return;
    const seen = new Map<unknown, number>();
    for (const [i, values] of this.#values.entries()) {
      const value = values[distinct];
      const row = this.#numbers[i] ?? 0;
      const first = seen.get(value);
      if (value === undefined) continue;
      if (first === undefined) seen.set(value, row);
      else
        this.#fault(
          row,
          at,
          `«${shown(value)}» уже стоит в строке ${String(first)}`,
          'исправьте номер или удалите повтор',
        );
    }
  }

  #missed(column: Column, row: number): void {
    const rows = this.#empty.get(column);
    if (rows === undefined) this.#empty.set(column, [row]);
    else rows.push(row);
  }

  #noteEmpty(): void {
    for (const [{ label }, rows] of this.#empty) {
      this.#notes.push(
        `Не заполнено: графа «${label}», ${counted(rows.length, 'строка', 'строки', 'строк')} (${listed(rows)}).`,
      );
    }
  }

  #fault(row: number | null, at: number, problem: string, cure: string | null): void {
    const heading = oneLine(this.header.headings.get(at) ?? '');
    this.#faults.push({ row, column: columnLetters(at), heading, problem, cure });
  }
}

function asideText(row: SheetRow): string {
  const texts = [...row.cells.values()].map((cell) => (cell.kind === 'text' ? cell.text : '…'));
  return shown(oneLine(texts.join(' ')));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

const MOST_LISTED = 10;

function listed(numbers: readonly number[]): string {
  const rest = numbers.length - MOST_LISTED;
  return numbers.slice(0, MOST_LISTED).join(', ') + (rest > 0 ? ` и ещё ${String(rest)}` : '');
}

function unreadable(sentence: string): VekhaError {
  return new VekhaError('table.unreadable', sentence);
}
