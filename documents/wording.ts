/** How numbers, dates and sums are printed in documents: pure text, with no-break spaces where a line must not part. */
import { dateOf, type LocalDate, partsOf } from '#domain/local-date';

const NBSP = '\u00a0';

/** 52 организации, 41 организация, 45 организаций. */
export function nounFor(n: number, one: string, few: string, many: string): string {
  const tens = Math.abs(n) % 100;
  const units = tens % 10;
  if (tens > 10 && tens < 20) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

/** `2024-08-25` → «25.08.2024»; anything else as it is. */
export function dateInDigits(text: string): string {
  const date = isoDate(text);
  if (date === null) return text;
  const { year, month, day } = partsOf(date);
  return `${pad(day)}.${pad(month)}.${year}`;
}

/** `2024-08-25` → «25 августа 2024 года»; anything else as it is. */
export function dateInWords(text: string): string {
  const date = isoDate(text);
  if (date === null) return text;
  const { year, month, day } = partsOf(date);
  return [day, MONTHS[month - 1], year, 'года'].join(NBSP);
}

/** «28 519», «75,0»; `decimals` null: as many as the number has. */
export function grouped(n: number, decimals: number | null): string {
  const [whole = '', part] = (decimals === null ? String(Math.abs(n)) : Math.abs(n).toFixed(decimals)).split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/gu, NBSP);
  const sign = n < 0 && /[1-9]/u.test(`${whole}${part ?? ''}`) ? '−' : '';
  return sign + (part === undefined ? digits : `${digits},${part}`);
}

/** «пятьдесят два»; `gender` as it is written in a template: «муж», «жен», «сред». */
export function wordsFor(n: number, gender: string): string {
  const column = GENDERS[gender] ?? 0;
  if (n === 0) return 'ноль';
  const words: string[] = n < 0 ? ['минус'] : [];
  for (const { power, gender: own, forms } of SCALES) {
    const part = Math.floor(Math.abs(n) / 10 ** power) % 1000;
    if (part === 0) continue;
    words.push(...threeDigits(part, own ?? column));
    if (forms !== null) words.push(nounFor(part, ...forms));
  }
  return words.join(' ');
}

/** Kopecks → «40 420 640 (сорок миллионов …) рублей 00 копеек». */
export function amountInWords(kopecks: number): string {
  const rubles = Math.trunc(kopecks / 100);
  const rest = Math.abs(kopecks % 100);
  const noun = nounFor(rubles, 'рубль', 'рубля', 'рублей');
  const small = nounFor(rest, 'копейка', 'копейки', 'копеек');
  return `${grouped(rubles, 0)} (${wordsFor(rubles, 'муж')}) ${noun} ${pad(rest)}${NBSP}${small}`;
}

const MONTHS = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
] as const;

const GENDERS: Readonly<Record<string, number>> = { муж: 0, жен: 1, сред: 2 };

const SCALES: readonly { power: number; gender: number | null; forms: [string, string, string] | null }[] = [
  { power: 12, gender: 0, forms: ['триллион', 'триллиона', 'триллионов'] },
  { power: 9, gender: 0, forms: ['миллиард', 'миллиарда', 'миллиардов'] },
  { power: 6, gender: 0, forms: ['миллион', 'миллиона', 'миллионов'] },
  { power: 3, gender: 1, forms: ['тысяча', 'тысячи', 'тысяч'] },
  { power: 0, gender: null, forms: null },
];

const ONE_TWO = [
  ['один', 'одна', 'одно'],
  ['два', 'две', 'два'],
] as const;
const UNITS = ['', '', '', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'] as const;
const TEENS = [
  ...['десять', 'одиннадцать', 'двенадцать', 'тринадцать', 'четырнадцать'],
  ...['пятнадцать', 'шестнадцать', 'семнадцать', 'восемнадцать', 'девятнадцать'],
] as const;
const TENS = [
  ...['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят'],
  ...['шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'],
] as const;
const HUNDREDS = [
  ...['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот'],
  ...['шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
] as const;

function threeDigits(n: number, gender: number): string[] {
  const [hundreds, tens, units] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words: string[] = [HUNDREDS[hundreds] ?? ''];
  if (tens === 1) words.push(TEENS[units] ?? '');
  else words.push(TENS[tens] ?? '', ONE_TWO[units - 1]?.[gender] ?? UNITS[units] ?? '');
  return words.filter((word) => word !== '');
}

function isoDate(text: string): LocalDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return iso === null ? null : dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
