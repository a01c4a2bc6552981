/**
 * Automatic numbers of Word paragraphs: «1.», «1.2.» are not in the text but in numbering.xml, yet a reader sees them.
 * Pure; one `Counter` per document, fed paragraphs in reading order.
 */
import { readWordXml } from './word-xml.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** «%1.%2.» */
  readonly text: string;
}

export interface NumberedAt {
  readonly list: string;
  readonly level: number;
}

export interface Numbering {
  /** Levels of a list by `numId`. */
  readonly lists: ReadonlyMap<string, { readonly abstractId: string; readonly levels: readonly Level[] }>;
  /** Numbering that a paragraph style brings along. */
  readonly styles: ReadonlyMap<string, NumberedAt>;
}

const LEVELS = 9;

/** Either part may be missing: then there are no automatic numbers. */
export function readNumbering(numbering: Uint8Array | undefined, styles: Uint8Array | undefined): Numbering {
  return {
    lists: numbering === undefined ? new Map() : listsOf(numbering),
    styles: styles === undefined ? new Map() : stylesOf(styles),
  };
}

/** Counts paragraphs and says what Word prints before each. */
export class Counter {
  readonly #reached = new Map<string, number[]>();

  constructor(readonly numbering: Numbering) {}

  /** The printed number, or an empty string for bullets, unknown lists and `numId` 0 («no number»). */
  label(at: NumberedAt | undefined, style: string | undefined): string {
    const place = at ?? (style === undefined ? undefined : this.numbering.styles.get(style));
    if (place === undefined || place.list === '0') return '';
    const list = this.numbering.lists.get(place.list);
    const level = list?.levels[place.level];
    if (list === undefined || level === undefined) return '';
    const counts = this.#reached.get(list.abstractId) ?? [];
    this.#reached.set(list.abstractId, counts);
    counts.length = Math.min(counts.length, place.level + 1);
    counts[place.level] = (counts[place.level] ?? level.start - 1) + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const i = Number(digit) - 1;
      const part = list.levels[i];
      return part === undefined ? '' : written(counts[i] ?? part.start, part.format);
    });
  }
}

function listsOf(bytes: Uint8Array): Numbering['lists'] {
  const abstract = new Map<string, Level[]>();
  const lists = new Map<string, { abstractId: string; levels: Level[] }>();
  let levels: Level[] | undefined;
  let level = 0;
  let list: string | undefined;
  readWordXml(bytes, 'numbering.xml', {
    open(tag) {
      const value = tag.attribute('val') ?? '';
      const current = levels?.[level];
      if (tag.name === 'abstractNum') {
        levels = Array.from({ length: LEVELS }, () => ({ start: 1, format: 'decimal', text: '' }));
        abstract.set(tag.attribute('abstractNumId') ?? '', levels);
      } else if (tag.name === 'lvl' || tag.name === 'lvlOverride') level = Number(tag.attribute('ilvl') ?? 0);
      else if (tag.name === 'num') {
        list = tag.attribute('numId');
        levels = undefined;
      } else if (tag.name === 'abstractNumId' && list !== undefined) {
        levels = [...(abstract.get(value) ?? [])];
        lists.set(list, { abstractId: value, levels });
      } else if (levels !== undefined && current !== undefined) {
        if (tag.name === 'start' || tag.name === 'startOverride') levels[level] = { ...current, start: Number(value) };
        else if (tag.name === 'numFmt') levels[level] = { ...current, format: value };
        else if (tag.name === 'lvlText') levels[level] = { ...current, text: value };
        // A list that restarts counts on its own, apart from the lists that share its definition.
        if (tag.name === 'startOverride' && list !== undefined) lists.set(list, { abstractId: `num ${list}`, levels });
      }
    },
    close: () => undefined,
  });
  return lists;
}

function stylesOf(bytes: Uint8Array): Numbering['styles'] {
  const styles = new Map<string, NumberedAt>();
  let style: string | undefined;
  let level = 0;
  readWordXml(bytes, 'styles.xml', {
    open(tag) {
      if (tag.name === 'style') [style, level] = [tag.attribute('styleId'), 0];
      else if (tag.name === 'ilvl') level = Number(tag.attribute('val') ?? 0);
      else if (tag.name === 'numId' && style !== undefined)
        styles.set(style, { list: tag.attribute('val') ?? '0', level });
    },
    close: () => undefined,
  });
  return styles;
}

function written(n: number, format: string): string {
  if (format === 'upperRoman') return roman(n);
  if (format === 'lowerRoman') return roman(n).toLowerCase();
  if (format === 'upperLetter' || format === 'lowerLetter') return letter(n, 'abcdefghijklmnopqrstuvwxyz', format);
  if (format === 'russianUpper' || format === 'russianLower') return letter(n, 'абвгдежзиклмнопрстуфхцчшщэюя', format);
  if (format === 'decimalZero') return String(n).padStart(2, '0');
  return String(n);
}

function letter(n: number, alphabet: string, format: string): string {
  const found = alphabet.charAt((n - 1) % alphabet.length);
  return format.endsWith('Upper') || format.startsWith('upper') ? found.toUpperCase() : found;
}

function roman(n: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  if (n < 1 || n > 399) return String(n);
  let [rest, text] = [n % 100, 'C'.repeat(Math.floor(n / 100))];
  if (rest >= 90) [rest, text] = [rest - 90, `${text}XC`];
  if (rest >= 50) [rest, text] = [rest - 50, `${text}L`];
  if (rest >= 40) [rest, text] = [rest - 40, `${text}XL`];
  for (const [value, sign] of steps) {
    while (rest >= value) [rest, text] = [rest - value, text + sign];
  }
  return text;
}
