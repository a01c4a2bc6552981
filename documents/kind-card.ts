/**
 * What a body says of a template of its own, in a small JSON beside it: `order-vacation.hbs`, `order-vacation.json`.
 * Every fault is told at once with its line; a card with a fault is not used. Pure.
 */
import { cureOf } from '#domain/nearest';
import { FIELD_SOURCES, type FieldCatalogue, type FieldEntry, type FieldSource } from './field-catalogue.js';
import { isRecord } from '#domain/json-source';
import { type JsonObject, JsonSource } from './json-source.js';
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
  const source = new JsonSource({ id, file, text }, report, '{"noun": "приказ", "gender": "m"}');
  return source.object === null ? NO_CARD : new CardReader(source).read(source.object);
}

const KEYS = ['noun', 'gender', 'routed', 'numbered', 'letterhead', 'fields'];
const FIELD_KEYS = ['label', 'source', 'required', 'blank'];

class CardReader {
  constructor(private readonly source: JsonSource) {}

  read(card: JsonObject): KindCard {
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

  private words(card: JsonObject, key: string): string | null {
    const value = card[key];
    if (value === undefined) return null;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.source.fault(this.source.offset(key), `«${key}» – это текст`);
    return null;
  }

  private letterhead(card: JsonObject): string | null {
    const name = this.words(card, 'letterhead');
    if (name === null || /^[^/\\]+\.docx$/iu.test(name)) return name;
    this.source.fault(this.source.offset('letterhead'), '«letterhead» – имя файла .docx в той же папке, без пути');
    return null;
  }

  private flag(card: JsonObject, key: string, from: number): boolean | null {
    const value = card[key];
    if (value === undefined || typeof value === 'boolean') return value ?? null;
    this.source.fault(this.source.offset(key, from), `«${key}» – это true или false, без кавычек`);
    return null;
  }

  private oneOf<T extends string>(card: JsonObject, key: string, known: readonly T[], from: number): T | null {
    const value = card[key];
    const found = known.find((each) => each === value);
    if (value !== undefined && found === undefined) {
      this.source.fault(this.source.offset(key, from), `«${key}» – одно из: ${known.join(', ')}`);
    }
    return found ?? null;
  }

  private fields(card: JsonObject): FieldCatalogue {
    const fields = card['fields'];
    if (fields === undefined) return new Map();
    const from = this.source.offset('fields');
    if (!isRecord(fields)) {
      this.source.fault(from, '«fields» – объект вида {"предмет": {"label": "о чём приказ"}}');
      return new Map();
    }
    return new Map(Object.entries(fields).map(([path, entry]) => [path, this.field(path, entry, from)]));
  }

  private field(path: string, entry: unknown, after: number): FieldEntry {
    const from = this.source.offset(path, after);
    const given = isRecord(entry) ? entry : {};
    this.unknownKeys(given, FIELD_KEYS, from);
    const label = given['label'];
    if (typeof label !== 'string' || label.trim() === '') {
      this.source.fault(from, `у поля «${path}» нет названия`, 'добавьте "label": "как поле называется по-русски"');
    }
    const source: FieldSource = this.oneOf(given, 'source', FIELD_SOURCES, from) ?? 'вводит исполнитель';
    const blank = this.oneOf(given, 'blank', ['date', 'number', 'label'] as const, from);
    const required = this.flag(given, 'required', from) ?? true;
    return { label: String(label), source, required, ...(blank === null ? {} : { blank }) };
  }

  private unknownKeys(given: JsonObject, known: readonly string[], from: number): void {
    for (const key of Object.keys(given)) {
      if (known.includes(key)) continue;
      this.source.fault(this.source.offset(key, from), `ключа «${key}» нет`, cureOf(key, known));
    }
  }
}
