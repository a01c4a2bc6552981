/** Dates and numbers of acts as they are printed: «26.12.2023 № 3509-р», «от «09» сентября 2024 г.». Pure. */
import { dateOf, type LocalDate } from '#domain/local-date';

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

const WORDS =
  /[«"“„]?(\d{1,2})[»"”“]?\s+(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{1,2}\s+(\d{4})/iu;
const DIGITS = /(?<![\d.])[«"“„]?(\d{1,2})[»"”“]?\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.]\d|\d)/u;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
const NUMBER = /(?:№|(?<![\p{L}\d])N)\s*([\p{L}\d]+(?:(?:\s?[-\u2011–/.]\s?)[\p{L}\d]+)*)/u;

export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** The first date of a line; `value` is null when it names a day that does not exist. */
export function findDate(text: string): Found<LocalDate | null> | null {
  const words = WORDS.exec(text);
  if (words !== null) return found(words, Number(words[3]), monthOf(words[2] ?? ''), Number(words[1]));
  const digits = DIGITS.exec(text);
  if (digits !== null) {
    const year = Number(digits[3]);
    return found(digits, year < 100 ? 2000 + year : year, Number(digits[2]), Number(digits[1]));
  }
  const iso = ISO.exec(text);
  return iso === null ? null : found(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

/** What follows the first «№» (or the «N» of legal databases) of a line, spaces round its strokes dropped. */
export function findNumber(text: string): Found<string> | null {
  const match = NUMBER.exec(text);
  const printed = match?.[1];
  if (match === null || printed === undefined || !/\d/u.test(printed)) return null;
  const from = match.index + match[0].length - printed.length;
  return {
    value: printed.replaceAll('\u2011', '-').replace(/\s*([-–/.])\s*/gu, '$1'),
    from,
    to: from + printed.length,
  };
}

function found(match: RegExpExecArray, year: number, month: number, day: number): Found<LocalDate | null> {
  return { value: dateOf(year, month, day), from: match.index, to: match.index + match[0].length };
}

function monthOf(stem: string): number {
  return MONTHS.indexOf(stem.toLowerCase()) + 1;
}
