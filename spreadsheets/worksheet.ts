/** One worksheet → rows of cells. Of a formula the value that the program has calculated is taken. Pure. */
import type { Tag } from '#archive';
import { dateOf } from '#domain/local-date';
import type { MergedCells, Sheet, SheetCell, SheetRow } from '#domain/sheet';
import type { Package } from './package-map.js';
import { refuseTooMany } from './refusals.js';
import { dayOfSerial } from './serial-day.js';
import { TextGatherer, unescaped } from './strings.js';

/** What cells refer to. */
export interface Surroundings {
  readonly strings: readonly string[];
  readonly isDateStyle: readonly boolean[];
  /** Colours by the number of a style. */
  readonly fills: readonly (string | null)[];
  readonly from1904: boolean;
  /** Cells of all the sheets that have been read. */
  readonly counted: { cells: number };
}

export function readSheet(book: Package, part: string, around: Surroundings): Pick<Sheet, 'rows' | 'merged'> {
  const reader = new SheetReader(around);
  book.read(part, reader);
  return { rows: reader.rows.filter(({ cells }) => cells.size > 0), merged: reader.merged };
}

/** The cell that is being read. */
interface Draft {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  isFormula: boolean;
}

class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merged: MergedCells[] = [];
  readonly #around: Surroundings;
  readonly #inline = new TextGatherer();
  #cells = new Map<number, SheetCell>();
  #fills = new Map<number, string>();
  #row = 0;
  #column = 0;
  #cell: Draft | null = null;
  #inValue = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  open(tag: Tag): void {
    if (tag.name === 'row') this.#openRow(tag);
    else if (tag.name === 'c') this.#openCell(tag);
    else if (tag.name === 'v') this.#inValue = true;
    else if (tag.name === 'f' && this.#cell !== null) this.#cell.isFormula = true;
    else if (tag.name === 'mergeCell') this.#merge(tag.attribute('ref') ?? '');
    else this.#inline.open(tag);
  }

  text(piece: string): void {
    if (this.#inValue && this.#cell !== null) this.#cell.value = (this.#cell.value ?? '') + piece;
    else this.#inline.text(piece);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else this.#inline.close(name);
  }

  /** Some programs leave the numbers of rows and cells out: then each is the next one. */
  #openRow({ attribute }: Tag): void {
    this.#row = Number(attribute('r') ?? this.#row + 1);
    this.#column = 0;
    this.#cells = new Map();
    this.#fills = new Map();
    const hidden = isTrue(attribute('hidden'));
    this.rows.push({ number: this.#row, hidden, cells: this.#cells, fills: this.#fills });
  }

  #openCell({ attribute }: Tag): void {
    const place = placeOf(attribute('r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    refuseTooMany((this.#around.counted.cells += 1));
    this.#cell = {
      column: this.#column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      value: null,
      isFormula: false,
    };
  }

  #closeCell(): void {
    const inline = this.#inline.take();
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const read = this.#valueOf(cell, inline);
    if (read !== null) this.#cells.set(cell.column, read);
    const fill = this.#around.fills[cell.style];
    if (fill != null) this.#fills.set(cell.column, fill);
  }

  #valueOf({ type, style, value, isFormula }: Draft, inline: string): SheetCell | null {
    if (type === 'inlineStr') return textOf(inline);
    if (value === null || (value === '' && type !== 'str')) return isFormula ? { kind: 'formula' } : null;
    const { strings, isDateStyle, from1904 } = this.#around;
    switch (type) {
      case 's':
        return textOf(strings[Number(value)] ?? '');
      case 'str':
        return textOf(unescaped(value));
      case 'b':
        return { kind: 'boolean', value: isTrue(value.trim()) };
      case 'e':
        return { kind: 'error', shown: ERRORS[value.trim()] ?? value.trim() };
      case 'd':
        return isoDay(value);
      default:
        return numberOf(value.trim(), isDateStyle[style] === true, from1904);
    }
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':').map(placeOf);
    if (from == null || to == null) return;
    this.merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function textOf(text: string): SheetCell | null {
  return text.trim() === '' ? null : { kind: 'text', text };
}

function numberOf(digits: string, isDate: boolean, from1904: boolean): SheetCell {
  const value = Number(digits);
  if (!Number.isFinite(value)) return { kind: 'text', text: digits };
  return { kind: 'number', value, digits, day: isDate ? dayOfSerial(value, from1904) : null };
}

/** A cell of the ISO kind: `2024-01-22T00:00:00`. */
function isoDay(value: string): SheetCell {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(value) ?? [];
  const date = dateOf(Number(year), Number(month), Number(day));
  return { kind: 'text', text: date ?? value };
}

/** «B12», «$AB$7» → its row and column. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** As the Russian Excel shows them. */
const ERRORS: Readonly<Record<string, string>> = {
  '#DIV/0!': '#ДЕЛ/0!',
  '#N/A': '#Н/Д',
  '#NAME?': '#ИМЯ?',
  '#NULL!': '#ПУСТО!',
  '#NUM!': '#ЧИСЛО!',
  '#REF!': '#ССЫЛКА!',
  '#VALUE!': '#ЗНАЧ!',
};
