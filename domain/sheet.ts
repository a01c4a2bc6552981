/** A sheet of a table file: cells as the file keeps them, before anybody says what they mean. Pure. */
import type { LocalDate } from './local-date.js';

export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `digits`: as the file writes it («1.45200000424E+017»); `day`: what a cell with a date format shows, null for another number. */
  | { readonly kind: 'number'; readonly value: number; readonly digits: string; readonly day: LocalDate | null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `shown`: as Excel shows it, «#ДЕЛ/0!». */
  | { readonly kind: 'error'; readonly shown: string }
  /** A formula that nobody has calculated. */
  | { readonly kind: 'formula' };

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** By the number of the column, from 1; an empty cell is absent. */
  readonly cells: ReadonlyMap<number, SheetCell>;
  /** Colours of cells, empty ones too, by the number of the column; a file that keeps none has no such map. */
  readonly fills?: ReadonlyMap<number, string>;
}

/** A merged block; only its first cell has a value. All four are included, from 1. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  /** Empty for a file that has no sheets, such as CSV. */
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that have cells, downwards. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedCells[];
}

/** What is written into a table file. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly format: CellFormat;
    /** In characters. */
    readonly width: number;
  }[];
  /** One cell a column; null leaves it empty. A number is written as a number, kopecks as roubles. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** `text` keeps every digit and never becomes a formula; a `date` is given as an ISO day, `money` in kopecks. */
export type CellFormat = 'text' | 'whole' | 'money' | 'date';

/** Letters of a column: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}
