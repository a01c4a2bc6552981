/**
 * What a body says of a template of its own, in a small JSON beside it: `order-vacation.hbs`, `order-vacation.json`.
 * Every fault is told at once with its line; a card with a fault is not used. Pure.
 */
import { FIELD_SOURCES, type FieldCatalogue, type FieldEntry, type FieldSource } from './field-catalogue.js';
import { guess } from './guess.js';
import { isRecord } from './is-record.js';
import { Lines } from './skeleton.js';
import type { Fault } from './template-tree.js';

export interface KindCard {
  /** «приказ»; null: that of the kind of ours which the template replaces. */
  readonly noun: string | null;
  readonly gender: 'm' | 'f' | 'n' | null;
  /** Approved by a person. */
  readonly routed: boolean;
  /** Gets a number and a date at registration. */
  readonly numbered: boolean;
  /** Name of a Word file beside the card, on which the document is written. */
  readonly letterhead: string | null;
  /** Labels and sources of fields, by their paths. */
  readonly fields: FieldCatalogue;
}

export const NO_CARD: KindCard = {
  noun: null,
  gender: null,
  routed: false,
  numbered: false,
  letterhead: null,
  fields: new Map(),
};

/** @param file as messages call it */
export function readKindCard(id: string, file: string, text: string, report: (fault: Fault) => void): KindCard {
  return new CardReader(id, file, text.replace(/^\ufeff/u, ''), report).read();
}

const KEYS = ['noun', 'gender', 'routed', 'numbered', 'letterhead', 'fields'];
const FIELD_KEYS = ['label', 'source', 'required', 'blank'];

class CardReader {
  private readonly lines: Lines;

  constructor(
    private readonly id: string,
    private readonly file: string,
    private readonly text: string,
    private readonly report: (fault: Fault) => void,
  ) {
    this.lines = new Lines(text);
  }

  read(): KindCard {
    const card = this.parsed();
    if (!isRecord(card)) return NO_CARD;
    this.unknownKeys(card, KEYS, 0);
    return {
      noun: this.words(card, 'noun'),
      gender: this.oneOf(card, 'gender', ['m', 'f', 'n'] as const, 0),
      routed: this.flag(card, 'routed', 0) ?? false,
      numbered: this.flag(card, 'numbered', 0) ?? false,
      letterhead: this.letterhead(card),
      fields: this.fields(card),
    };
  }

  private parsed(): unknown {
    try {
      const read: unknown = JSON.parse(this.text);
      if (isRecord(read)) return read;
      this.fault(0, 'нужен объект JSON вида {"noun": "приказ", "gender": "m"}');
    } catch (error) {
      const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
      this.fault(
        at === undefined ? this.text.length : Number(at),
        'это не JSON',
        'проверьте кавычки, запятые и скобки',
      );
    }
    return null;
  }

  private words(card: Card, key: string): string | null {
    const value = card[key];
    if (value === undefined) return null;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.fault(this.offset(key), `«${key}» – это текст`);
    return null;
  }

  private letterhead(card: Card): string | null {
    const name = this.words(card, 'letterhead');
    if (name === null || /^[^/\\]+\.docx$/iu.test(name)) return name;
    this.fault(this.offset('letterhead'), '«letterhead» – имя файла .docx в той же папке, без пути');
    return null;
  }

  private flag(card: Card, key: string, from: number): boolean | null {
    const value = card[key];
    if (value === undefined || typeof value === 'boolean') return value ?? null;
    this.fault(this.offset(key, from), `«${key}» – это true или false, без кавычек`);
    return null;
  }

  private oneOf<T extends string>(card: Card, key: string, known: readonly T[], from: number): T | null {
    const value = card[key];
    const found = known.find((each) => each === value);
    if (value !== undefined && found === undefined) {
      this.fault(this.offset(key, from), `«${key}» – одно из: ${known.join(', ')}`);
    }
    return found ?? null;
  }

  private fields(card: Card): FieldCatalogue {
    const fields = card['fields'];
    if (fields === undefined) return new Map();
    const from = this.offset('fields');
    if (!isRecord(fields)) {
      this.fault(from, '«fields» – объект вида {"предмет": {"label": "о чём приказ"}}');
      return new Map();
    }
    return new Map(Object.entries(fields).map(([path, entry]) => [path, this.field(path, entry, from)]));
  }

  private field(path: string, entry: unknown, after: number): FieldEntry {
    const from = this.offset(path, after);
    const given = isRecord(entry) ? entry : {};
    this.unknownKeys(given, FIELD_KEYS, from);
    const label = given['label'];
    if (typeof label !== 'string' || label.trim() === '') {
      this.fault(from, `у поля «${path}» нет названия`, 'добавьте "label": "как поле называется по-русски"');
    }
    const source: FieldSource = this.oneOf(given, 'source', FIELD_SOURCES, from) ?? 'вводит исполнитель';
    const blank = this.oneOf(given, 'blank', ['date', 'number', 'label'] as const, from);
    const required = this.flag(given, 'required', from) ?? true;
    return { label: String(label), source, required, ...(blank === null ? {} : { blank }) };
  }

  private unknownKeys(given: Card, known: readonly string[], from: number): void {
    for (const key of Object.keys(given)) {
      if (known.includes(key)) continue;
      this.fault(this.offset(key, from), `ключа «${key}» нет`, guess(key, known) ?? `есть ${known.join(', ')}`);
    }
  }

  private offset(key: string, from = 0): number {
    return Math.max(0, this.text.indexOf(JSON.stringify(key), from));
  }

  private fault(offset: number, message: string, cure?: string): void {
    const at = this.lines.placeOf({ template: this.id, file: this.file, line: 1, column: 1 }, offset);
    this.report({ at, message, ...(cure === undefined ? {} : { cure }) });
  }
}

type Card = Readonly<Record<string, unknown>>;
