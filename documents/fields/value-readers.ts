/**
 * One value that somebody typed or a cell holds → a value of the right type. Money becomes kopecks, a date an ISO day. All
 * checks of single values stand here, whatever they came in. Pure.
 */
import { VekhaError } from '#domain/errors';
import { parseLocalDate, type LocalDate } from '#domain/local-date';
import { isRecord } from '#domain/json-source';
import { isInn } from './inn.js';
import { PERSON_COLUMNS } from './named-person.js';
import { isOgrn } from './ogrn.js';
import type { ValueType } from './register-columns/column.js';

/** A value that cannot be taken; Russian, without a full stop. */
export class Unfit extends Error {
  constructor(
    readonly problem: string,
    readonly cure: string | null = null,
  ) {
    super(cure === null ? problem : `${problem}: ${cure}`);
  }
}

const LONGEST_TEXT = 4000;

/** Each throws `Unfit`. */
export const READERS: Readonly<Record<ValueType, (value: unknown) => unknown>> = {
  text: textOf,
  int: (value) => {
    const digits =
      typeof value === 'number' ? String(value) : textOf(value).replaceAll(/(?<=\d)[\s\u00A0](?=\d)/gu, '');
    if (!/^\d{1,12}$/u.test(digits)) throw new Unfit(`«${shown(value)}» – не целое число`);
    return Number(digits);
  },
  date: dayOf,
  money: kopecks,
  inn: (value) => {
    const text = typeof value === 'number' ? String(value) : textOf(value);
    if (!isInn(text)) throw new Unfit(`«${shown(value)}» – не ИНН`, CHECK_DIGITS);
    return text;
  },
  ogrn: (value) => {
    const text = typeof value === 'number' ? String(value) : textOf(value);
    if (!isOgrn(text)) throw new Unfit(`«${shown(value)}» – не ОГРН`, CHECK_DIGITS);
    return text;
  },
  number19: (value) => {
    const text = textOf(value);
    if (!/^\d{19}$/u.test(text)) throw new Unfit(`«${shown(value)}» – нужно 19 цифр`);
    return text;
  },
  person: personOf,
  addressee: personOf,
  lines: (value) =>
    (Array.isArray(value) ? (value as unknown[]) : textOf(value).split('\n'))
      .filter((line) => !isEmpty(line))
      .map(textOf),
  act: (value) => {
    if (!isRecord(value)) throw new Unfit('нужны номер и дата: {"номер": "212", "дата": "08.07.2024"}');
    const strange = Object.keys(value).find((name) => name !== 'номер' && name !== 'дата');
    if (strange !== undefined) throw new Unfit(`нет графы «${shown(strange)}», есть номер, дата`);
    const { номер, дата } = value as { номер?: unknown; дата?: unknown };
    return {
      ...(isEmpty(номер) ? {} : { номер: typeof номер === 'number' ? String(номер) : textOf(номер) }),
      ...(isEmpty(дата) ? {} : { дата: dayOf(дата) }),
    };
  },
};

const CHECK_DIGITS = 'проверьте число цифр и контрольную цифру';

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Unfit(`«${shown(value)}» – не текст`);
  const text = value.trim();
  if (text.length > LONGEST_TEXT) throw new Unfit(`текст длиннее ${LONGEST_TEXT} знаков`);
  return text;
}

/** Roubles as «746 230,00», «746230.5» or a number → kopecks. */
function kopecks(value: unknown): number {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace(/(?:руб\.?|₽)$/u, '')
    .replace('.', ',');
  const [, roubles, fraction = ''] = /^(\d{1,12})(?:,(\d{1,2}))?$/u.exec(plain) ?? [];
  if (roubles === undefined) throw new Unfit(`«${shown(value)}» – не сумма в рублях`);
  return Number(roubles) * 100 + Number(fraction.padEnd(2, '0'));
}

function dayOf(value: unknown): LocalDate {
  const text = textOf(value);
  try {
    return parseLocalDate(text);
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    throw new Unfit(`«${shown(text)}» – ${String(error.facts['why'])}`, 'укажите день как 25.08.2024 или 2024-08-25');
  }
}

/** A name stays as it was typed; a person in full has his columns checked. */
function personOf(value: unknown): unknown {
  if (!isRecord(value)) return textOf(value);
  const names: readonly string[] = PERSON_COLUMNS;
  const strange = Object.keys(value).filter((name) => !names.includes(name));
  if (strange.length > 0) throw new Unfit(`нет графы «${shown(strange[0])}», есть ${names.join(', ')}`);
  const filled = Object.entries(value).filter(([, part]) => !isEmpty(part));
  const person = Object.fromEntries(filled.map(([name, part]) => [name, textOf(part)]));
  const lacking = ['фамилия', 'должность'].filter((name) => person[name] === undefined);
  if (lacking.length > 0) throw new Unfit(`не хватает: ${lacking.join(', ')}`);
  return person;
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
