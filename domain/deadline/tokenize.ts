/**
 * A deadline cell as a row of tokens. Noise is dropped here and nowhere else: footnote marks, quotation marks, no-break
 * and lost spaces, capitals, ё, letters of the other alphabet. What might carry a meaning becomes a token, even if no
 * rule knows it: a rule that does not know a token cannot read past it. Pure.
 */
import { monthOf, romanNumber } from './words.js';

type Lexeme =
  | { readonly type: 'number'; readonly n: number; readonly digits: number }
  /** A date in digits; the year as written, 2024 or 24, null in «15.09». */
  | { readonly type: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly type: 'word'; readonly word: string }
  | { readonly type: 'roman'; readonly n: number }
  | { readonly type: 'time'; readonly text: string }
  /** `tight`: no space on either side, as in «план-график». */
  | { readonly type: 'dash'; readonly tight: boolean }
  | { readonly type: 'mark'; readonly mark: string }
  /** «___», «…», empty quotation marks: a place left to be filled in. */
  | { readonly type: 'blank' }
  | { readonly type: 'other'; readonly mark: string };

/** `start` and `end` are offsets in `Tokens.text`. */
export type Token = Lexeme & { readonly start: number; readonly end: number };

export interface Tokens {
  /** The phrase with invisible characters removed. */
  readonly text: string;
  readonly list: readonly Token[];
}

interface Shape {
  readonly name: string;
  readonly form: RegExp;
  /** Null: noise, dropped. */
  readonly read: (found: RegExpExecArray) => Lexeme | null;
}

const DASHES = '\\-\\u2010-\\u2015\\u2212';

/** Tried in this order at each place; the first that fits wins. */
const SHAPES: readonly Shape[] = [
  { name: 'space', form: /\s+/uy, read: () => null },
  { name: 'footnote mark', form: /\*+\)?|[¹²³⁰⁴-⁹†‡]+\)?|\[\d{1,2}\]|<\d{1,2}>/uy, read: () => null },
  { name: 'blank', form: /_+|…+|\.{3,}|[«"“„'‘]\s*[»"”“'’]/uy, read: () => ({ type: 'blank' }) },
  { name: 'quotation mark or bullet', form: /[«»"“”„'’‘`•·▪●]/uy, read: () => null },
  {
    name: 'number of a line',
    form: /(?<=^\s*|[;,\n]\s*)\d{1,2}[.)]\s+(?=\p{L})(?!янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)/iuy,
    read: () => null,
  },
  { name: 'time', form: /\d{1,2}:\d{2}(?![\d:])/uy, read: (found) => ({ type: 'time', text: found[0] }) },
  {
    name: 'time with a hyphen or a full stop',
    form: /(?:[01]?\d|2[0-4])(?:-00|\.(?:00|1[3-9]|[2-5]\d))(?![\d./-]*\d)/uy,
    read: (found) => ({ type: 'time', text: found[0].replace(/[.-]/u, ':') }),
  },
  {
    name: 'ISO date',
    form: /(\d{4})-(\d{2})-(\d{2})(?![\d-])/uy,
    read: (found) => dateLexeme(found[3], found[2], found[1]),
  },
  {
    name: 'date in digits',
    form: /(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?!\d|[./]\d)/uy,
    read: (found) => dateLexeme(found[1], found[2], found[3]),
  },
  {
    name: 'date in digits, spaced or hyphened',
    form: /(\d{1,2})(?:\s*[./]\s*(\d{1,2})\s*[./]\s*|-(\d{1,2})-)(\d{4})(?!\d|[./-]\d)/uy,
    read: (found) => dateLexeme(found[1], found[2] ?? found[3], found[4]),
  },
  {
    name: 'date in digits without a year',
    form: /(\d{1,2})\.(\d{2})(?!\d|[./]\d)/uy,
    read: (found) => dateLexeme(found[1], found[2], null),
  },
  {
    name: 'number of a clause',
    form: /\d+(?:[./]\d+)+/uy,
    read: (found) => ({ type: 'other', mark: found[0] }),
  },
  {
    name: 'number',
    form: new RegExp(`(\\d+)(?:[${DASHES}]?(?:го|ый|ой|ая|ое|ом|му|ти|ми|ую|й|я|е|х|м|ю)(?!\\p{L}))?`, 'uy'),
    read: (found) => ({ type: 'number', n: Number(found[1]), digits: (found[1] ?? '').length }),
  },
  { name: 'dash', form: new RegExp(`[${DASHES}]+`, 'uy'), read: () => ({ type: 'dash', tight: false }) },
  { name: 'full stop', form: /\./uy, read: () => null },
  { name: 'bracket', form: /[[\]]/uy, read: (found) => ({ type: 'mark', mark: found[0] === '[' ? '(' : ')' }) },
  { name: 'mark', form: /[,;:()№/]/uy, read: (found) => ({ type: 'mark', mark: found[0] }) },
  {
    name: 'Roman numeral before a word',
    form: /[ivx]+(?=(?:кв|пол|дек)\p{L}*)/iuy,
    read: (found) => wordLexeme(found[0]),
  },
  { name: 'word', form: /\p{L}+/uy, read: (found) => wordLexeme(found[0]) },
  { name: 'anything else', form: /[^]/uy, read: (found) => ({ type: 'other', mark: found[0] }) },
];

// Soft hyphens and zero-width characters stand inside words.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

export function tokenize(phrase: string): Tokens {
  const text = phrase.normalize('NFC').replace(INVISIBLE, '');
  const list: Token[] = [];
  for (let at = 0; at < text.length;) {
    const { lexeme, end } = shapeAt(text, at);
    if (lexeme !== null) list.push({ ...tightened(lexeme, text, at, end), start: at, end });
    at = end;
  }
  return { text, list };
}

function shapeAt(text: string, at: number): { readonly lexeme: Lexeme | null; readonly end: number } {
  for (const { form, read } of SHAPES) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found) return { lexeme: read(found), end: at + found[0].length };
  }
  return { lexeme: { type: 'other', mark: text.charAt(at) }, end: at + 1 };
}

function tightened(lexeme: Lexeme, text: string, start: number, end: number): Lexeme {
  if (lexeme.type !== 'dash') return lexeme;
  const around = [text.charAt(start - 1), text.charAt(end)];
  return { type: 'dash', tight: around.every((neighbour) => /[\p{L}\d]/u.test(neighbour)) };
}

function dateLexeme(day: string | undefined, month: string | undefined, year: string | null | undefined): Lexeme {
  return {
    type: 'date',
    day: Number(day),
    month: Number(month),
    year: year === null || year === undefined ? null : Number(year),
  };
}

function wordLexeme(raw: string): Lexeme {
  const word = cyrillic(raw.toLowerCase().replaceAll('ё', 'е'));
  const roman = romanNumber(word);
  return roman === null ? { type: 'word', word } : { type: 'roman', n: roman };
}

const LATIN_TWINS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** Latin letters that look Cyrillic, in a word that is otherwise Cyrillic or is a preposition typed on the wrong keyboard. */
function cyrillic(word: string): string {
  if (!/[a-z]/u.test(word)) return word;
  const turned = [...word].map((letter) => LATIN_TWINS[letter] ?? letter).join('');
  if (/[a-z]/u.test(turned)) return word;
  return /[а-я]/u.test(word) || /^[скх]$/u.test(turned) || monthOf(turned) !== null ? turned : word;
}
