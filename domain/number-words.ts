/**
 * Numbers and sums of money in figures and in words: «40 420 640 (сорок миллионов …) рублей 00 копеек», «в течение
 * трёх рабочих дней». Pure; whole arithmetic on `bigint`, so a sum never loses a kopeck.
 */
import type { GrammaticalCase, NounGender } from './declension/grammar.js';
import { VekhaError } from './errors.js';

const NBSP = '\u00A0';
const MINUS = '\u2212';

/** Nominative, genitive, dative, accusative (inanimate), instrumental, prepositional. */
type Six = readonly [string, string, string, string, string, string];

/** «28 519», groups by no-break spaces; a fraction keeps its digits after a comma. */
export function integer(n: number | bigint): string {
  const [whole = '', fraction] = String(n).replace('-', '').split('.');
  const sign = n < 0 ? MINUS : '';
  const groups = /^\d+$/.test(whole) ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, NBSP) : whole;
  return `${sign}${groups}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** «78,8»: one decimal, behind a comma. */
export function tenths(n: number): string {
  return n.toFixed(1).replace('.', ',');
}

/**
 * «40 420 640,00»
 * @param kopecks a whole number of kopecks
 * @throws VekhaError 'usage.invalid' when it is not whole
 */
export function money(kopecks: bigint | number): string {
  const { sign, roubles, rest } = split(kopecks);
  return `${sign}${integer(roubles)},${rest}`;
}

/**
 * «40 420 640 (сорок миллионов четыреста двадцать тысяч шестьсот сорок) рублей 00 копеек»
 * @throws VekhaError 'usage.invalid' when the sum is not whole or has no name (a quadrillion and more)
 */
export function moneyInWords(kopecks: bigint | number): string {
  const { sign, roubles, rest } = split(kopecks);
  const words = `${sign === '' ? '' : 'минус '}${numberInWords(roubles, 'm', 'nominative')}`;
  const coins = form(BigInt(rest), 'копейка', 'копейки', 'копеек');
  return `${sign}${integer(roubles)} (${words}) ${form(roubles, 'рубль', 'рубля', 'рублей')} ${rest}${NBSP}${coins}`;
}

/** «трёх рабочих дней» – after «в течение», «не более», «не позднее». */
export function workingDaysInWords(n: number): string {
  const words = numberInWords(n, 'm', 'genitive');
  return `${words} ${form(BigInt(Math.abs(n)), 'рабочего дня', 'рабочих дней', 'рабочих дней')}`;
}

/**
 * A cardinal number: (3, 'm', 'genitive') → «трёх», (21, 'f', 'accusative') → «двадцать одну».
 * @param gender of the thing counted; inanimate in the accusative
 * @throws VekhaError 'usage.invalid' when `n` is not whole or has 16 digits and more
 */
export function numberInWords(n: number | bigint, gender: NounGender, grammaticalCase: GrammaticalCase): string {
  const value = wholeOf(n);
  const size = value < 0n ? -value : value;
  if (size >= 1_000_000_000_000_000n) throw notANumber(n);
  const at = CASES.indexOf(grammaticalCase);
  if (size === 0n) return ZERO[at] ?? '';
  const words: string[] = value < 0n ? ['минус'] : [];
  for (const [power, scale] of SCALES) {
    const group = Number((size / power) % 1000n);
    if (group === 0) continue;
    words.push(...belowThousand(group, scale.gender, at), scaleForm(group, scale.forms, at));
  }
  words.push(...belowThousand(Number(size % 1000n), gender, at));
  return words.filter((word) => word !== '').join(' ');
}

function belowThousand(n: number, gender: NounGender, at: number): readonly string[] {
  const hundreds = HUNDREDS[Math.floor(n / 100)]?.[at] ?? '';
  const rest = n % 100;
  if (rest >= 10 && rest < 20) return [hundreds, likeFive(TEENS[rest - 10] ?? '', at)];
  return [hundreds, TENS[Math.floor(rest / 10)]?.[at] ?? '', unit(rest % 10, gender, at)];
}

function unit(n: number, gender: NounGender, at: number): string {
  if (n === 1) return ONE[gender][at] ?? '';
  if (n === 2) return (gender === 'f' ? TWO_F : TWO)[at] ?? '';
  if (n === 3) return THREE[at] ?? '';
  if (n === 4) return FOUR[at] ?? '';
  if (n === 8) return EIGHT[at] ?? '';
  return likeFive(['', '', '', '', '', 'пять', 'шесть', 'семь', '', 'девять'][n] ?? '', at);
}

/** «пять, пяти, пяти, пять, пятью, пяти»: every number on -ь except «восемь». */
function likeFive(word: string, at: number): string {
  if (word === '' || at === 0 || at === 3) return word;
  return at === 4 ? `${word}ю` : `${word.slice(0, -1)}и`;
}

function scaleForm(group: number, forms: readonly [Six, Six], at: number): string {
  const [singular, pluralForms] = forms;
  const chosen = form(BigInt(group), 'one', 'few', 'many');
  if (chosen === 'one') return singular[at] ?? '';
  if (at !== 0 && at !== 3) return pluralForms[at] ?? '';
  return chosen === 'few' ? singular[1] : pluralForms[1];
}

function split(kopecks: bigint | number): { readonly sign: string; readonly roubles: bigint; readonly rest: string } {
  const value = wholeOf(kopecks);
  const size = value < 0n ? -value : value;
  return { sign: value < 0n ? MINUS : '', roubles: size / 100n, rest: String(size % 100n).padStart(2, '0') };
}

function wholeOf(n: number | bigint): bigint {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw notANumber(n);
  return BigInt(n);
}

function notANumber(n: number | bigint): VekhaError {
  return new VekhaError('usage.invalid', `Число ${String(n)} нельзя написать словами: нужно целое, короче 16 знаков.`);
}

function form(n: bigint, one: string, few: string, many: string): string {
  const lastTwo = n % 100n;
  const last = n % 10n;
  if (lastTwo >= 11n && lastTwo <= 14n) return many;
  if (last === 1n) return one;
  return last >= 2n && last <= 4n ? few : many;
}

const CASES: readonly GrammaticalCase[] = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
];
const ZERO: Six = ['ноль', 'ноля', 'нолю', 'ноль', 'нолём', 'ноле'];
const ONE: Readonly<Record<NounGender, Six>> = {
  m: ['один', 'одного', 'одному', 'один', 'одним', 'одном'],
  f: ['одна', 'одной', 'одной', 'одну', 'одной', 'одной'],
  n: ['одно', 'одного', 'одному', 'одно', 'одним', 'одном'],
};
const TWO: Six = ['два', 'двух', 'двум', 'два', 'двумя', 'двух'];
const TWO_F: Six = ['две', 'двух', 'двум', 'две', 'двумя', 'двух'];
const THREE: Six = ['три', 'трёх', 'трём', 'три', 'тремя', 'трёх'];
const FOUR: Six = ['четыре', 'четырёх', 'четырём', 'четыре', 'четырьмя', 'четырёх'];
const EIGHT: Six = ['восемь', 'восьми', 'восьми', 'восемь', 'восемью', 'восьми'];
const TEENS: readonly string[] = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const TENS: readonly Six[] = [
  ['', '', '', '', '', ''],
  ['', '', '', '', '', ''],
  sixLikeFive('двадцать'),
  sixLikeFive('тридцать'),
  ['сорок', 'сорока', 'сорока', 'сорок', 'сорока', 'сорока'],
  ...['пять', 'шесть', 'семь'].map(tensOf),
  ['восемьдесят', 'восьмидесяти', 'восьмидесяти', 'восемьдесят', 'восемьюдесятью', 'восьмидесяти'],
  ['девяносто', 'девяноста', 'девяноста', 'девяносто', 'девяноста', 'девяноста'],
];
const HUNDREDS: readonly Six[] = [
  ['', '', '', '', '', ''],
  ['сто', 'ста', 'ста', 'сто', 'ста', 'ста'],
  ['двести', 'двухсот', 'двумстам', 'двести', 'двумястами', 'двухстах'],
  ['триста', 'трёхсот', 'трёмстам', 'триста', 'тремястами', 'трёхстах'],
  ['четыреста', 'четырёхсот', 'четырёмстам', 'четыреста', 'четырьмястами', 'четырёхстах'],
  ...['пять', 'шесть', 'семь'].map(hundredsOf),
  ['восемьсот', 'восьмисот', 'восьмистам', 'восемьсот', 'восемьюстами', 'восьмистах'],
  hundredsOf('девять'),
];

interface Scale {
  readonly gender: NounGender;
  readonly forms: readonly [Six, Six];
}

const SCALES: readonly (readonly [bigint, Scale])[] = [
  [1_000_000_000_000n, masculineScale('триллион')],
  [1_000_000_000n, masculineScale('миллиард')],
  [1_000_000n, masculineScale('миллион')],
  [
    1000n,
    {
      gender: 'f',
      forms: [
        ['тысяча', 'тысячи', 'тысяче', 'тысячу', 'тысячей', 'тысяче'],
        ['тысячи', 'тысяч', 'тысячам', 'тысячи', 'тысячами', 'тысячах'],
      ],
    },
  ],
];

function masculineScale(word: string): Scale {
  return {
    gender: 'm',
    forms: [
      [word, `${word}а`, `${word}у`, word, `${word}ом`, `${word}е`],
      [`${word}ы`, `${word}ов`, `${word}ам`, `${word}ы`, `${word}ами`, `${word}ах`],
    ],
  };
}

function sixLikeFive(word: string): Six {
  const oblique = `${word.slice(0, -1)}и`;
  return [word, oblique, oblique, word, `${word}ю`, oblique];
}

function tensOf(unit: string): Six {
  const oblique = `${unit.slice(0, -1)}идесяти`;
  return [`${unit}десят`, oblique, oblique, `${unit}десят`, `${unit}юдесятью`, oblique];
}

function hundredsOf(unit: string): Six {
  const stem = `${unit.slice(0, -1)}и`;
  return [`${unit}сот`, `${stem}сот`, `${stem}стам`, `${unit}сот`, `${unit}юстами`, `${stem}стах`];
}
