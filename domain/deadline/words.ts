/**
 * The lexicon of deadlines: months in all cases, weekdays, units, numbers in words, Roman numerals. Pure data with
 * look-ups; words come in small letters, ё written as е. What a word means in a phrase is the grammar's matter.
 */
import type { Weekday } from '../local-date.js';
import type { TermUnit } from './reading.js';

/** `open`: the nominative («март»), which may stand alone for the whole month; other forms need a preposition. */
export interface MonthWord {
  readonly month: number;
  readonly form: 'open' | 'genitive' | 'dative' | 'instrumental' | 'prepositional';
}

const MONTH_STEMS = [
  ['январ', 'ь'],
  ['феврал', 'ь'],
  ['март', ''],
  ['апрел', 'ь'],
  ['ма', 'й'],
  ['июн', 'ь'],
  ['июл', 'ь'],
  ['август', ''],
  ['сентябр', 'ь'],
  ['октябр', 'ь'],
  ['ноябр', 'ь'],
  ['декабр', 'ь'],
] as const;

const MONTH_SHORT = [
  ['янв'],
  ['фев', 'февр'],
  ['мар'],
  ['апр'],
  [],
  ['июн'],
  ['июл'],
  ['авг'],
  ['сен', 'сент'],
  ['окт'],
  ['ноя', 'нояб'],
  ['дек'],
] as const;

const MONTHS: ReadonlyMap<string, MonthWord> = new Map(
  MONTH_STEMS.flatMap(([stem, ending], index): [string, MonthWord][] => {
    const month = index + 1;
    const soft = ending !== '';
    const short = MONTH_SHORT[index] ?? [];
    return [
      ...short.map((word): [string, MonthWord] => [word, { month, form: 'open' }]),
      [stem + ending, { month, form: 'open' }],
      [stem + (soft ? 'я' : 'а'), { month, form: 'genitive' }],
      [stem + (soft ? 'ю' : 'у'), { month, form: 'dative' }],
      [stem + (soft ? 'ем' : 'ом'), { month, form: 'instrumental' }],
      [`${stem}е`, { month, form: 'prepositional' }],
    ];
  }),
);

/** «август», «августа», «авг.» */
export function monthOf(word: string): MonthWord | null {
  return MONTHS.get(word) ?? null;
}

const WEEKDAYS: readonly (readonly [RegExp, Weekday])[] = [
  [/^понедельник(а|у|ом|е|ам)?$/u, 1],
  [/^вторник(а|у|ом|е|ам)?$/u, 2],
  [/^сред(а|ы|е|у|ой|ам)$/u, 3],
  [/^четверг(а|у|ом|е|ам)?$/u, 4],
  [/^пятниц(а|ы|е|у|ей|ам)$/u, 5],
  [/^суббот(а|ы|е|у|ой|ам)$/u, 6],
  [/^воскресень(е|я|ю|ем|ям)$/u, 7],
];

export function weekdayOfWord(word: string): Weekday | null {
  return WEEKDAYS.find(([form]) => form.test(word))?.[1] ?? null;
}

/** `halfYear` is a length («полгода»), `half` one of the two of a year («полугодие»). */
export type UnitWord = TermUnit | 'quarter' | 'half' | 'halfYear';

/** «день», «дней», «суток», «недели», «месяцев», «лет»; working days are told by their adjective. */
export function unitOf(word: string): UnitWord | null {
  return UNITS.find(([form]) => form.test(word))?.[1] ?? null;
}

const UNITS: readonly (readonly [RegExp, UnitWord])[] = [
  [/^(час|часа|часов|часу)$/u, 'hour'],
  [/^(день|дня|дней|дню|дни|дн|сутки|суток)$/u, 'day'],
  [/^(неделя|недели|недель|неделю)$/u, 'week'],
  [/^(месяц|месяца|месяцев|мес)$/u, 'month'],
  [/^(квартал|квартала|кварталов)$/u, 'quarter'],
  [/^(полгода|полугода)$/u, 'halfYear'],
  [/^(полугодие|полугодия|полугодий)$/u, 'half'],
  [/^(год|года|лет)$/u, 'year'],
];

const UNITS_IN_WORDS = [
  ['один', 'одного', 'одна', 'одной', 'одну', 'одно'],
  ['два', 'двух', 'две'],
  ['три', 'трех'],
  ['четыре', 'четырех'],
  ['пять', 'пяти'],
  ['шесть', 'шести'],
  ['семь', 'семи'],
  ['восемь', 'восьми'],
  ['девять', 'девяти'],
  ['десять', 'десяти'],
  ['одиннадцать', 'одиннадцати'],
  ['двенадцать', 'двенадцати'],
  ['тринадцать', 'тринадцати'],
  ['четырнадцать', 'четырнадцати'],
  ['пятнадцать', 'пятнадцати'],
  ['шестнадцать', 'шестнадцати'],
  ['семнадцать', 'семнадцати'],
  ['восемнадцать', 'восемнадцати'],
  ['девятнадцать', 'девятнадцати'],
] as const;

const TENS_IN_WORDS = [
  [20, ['двадцать', 'двадцати']],
  [30, ['тридцать', 'тридцати']],
  [40, ['сорок', 'сорока']],
  [50, ['пятьдесят', 'пятидесяти']],
  [60, ['шестьдесят', 'шестидесяти']],
  [70, ['семьдесят', 'семидесяти']],
  [80, ['восемьдесят', 'восьмидесяти']],
  [90, ['девяносто', 'девяноста']],
  [100, ['сто', 'ста']],
] as const;

const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  UNITS_IN_WORDS.flatMap((forms, index) => forms.map((form): [string, number] => [form, index + 1])),
);
const ROUND_NUMBERS: ReadonlyMap<string, number> = new Map(
  TENS_IN_WORDS.flatMap(([n, forms]) => forms.map((form): [string, number] => [form, n])),
);

/** «пять», «пяти»: 1–19. */
export function smallNumber(word: string): number | null {
  return SMALL_NUMBERS.get(word) ?? null;
}

/** «двадцать», «сорока», «ста»: 20, 30 … 100. */
export function roundNumber(word: string): number | null {
  return ROUND_NUMBERS.get(word) ?? null;
}

const ORDINAL_STEMS: readonly string[] = [
  'перв',
  'втор',
  'трет',
  'четверт',
  'пят',
  'шест',
  'седьм',
  'восьм',
  'девят',
  'десят',
];
const TEENS = ['один', 'две', 'три', 'четыр', 'пят', 'шест', 'сем', 'восем', 'девят'].map((stem) => `${stem}надцат`);
const ORDINALS: readonly (readonly [string, number])[] = [
  ...[...ORDINAL_STEMS, ...TEENS, 'двадцат'].map((stem, index) => [stem, index + 1] as const),
  ['тридцат', 30],
];
const ORDINAL_ENDINGS = /^(ый|ой|ий|ое|ье|ая|ья|ого|ьего|ому|ьему|ом|ьем|ую|ью|ей|ьей)$/u;

/** «первый», «второе», «третьем», «пятнадцатого»: 1–20 and 30. */
export function ordinalWord(word: string): number | null {
  const found = ORDINALS.find(([stem]) => word.startsWith(stem) && ORDINAL_ENDINGS.test(word.slice(stem.length)));
  return found?.[1] ?? null;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** «IV»; Cyrillic look-alikes «І» and «Х» are read too. A lone «Х» is a blank, never ten. */
export function romanNumber(word: string): number | null {
  const latin = word.replaceAll('і', 'i').replaceAll('х', 'x');
  const index = ROMAN.indexOf(latin);
  return index < 0 || latin === 'x' ? null : index + 1;
}

/** «трехдневный», «дневный» after a number in digits, «месячный», «суточный». */
export function termAdjective(word: string): { readonly n: number; readonly unit: TermUnit } | null {
  const found = /^(.*?)(дневн|суточн|недельн|месячн|годичн|часов)(ый|ой|ого|ому|ом)$/u.exec(word);
  if (!found) return null;
  const n = multiplier(found[1] ?? '');
  const unit = ADJECTIVE_UNITS[found[2] ?? ''];
  return n === null || unit === undefined ? null : { n, unit };
}

const ADJECTIVE_UNITS: Readonly<Record<string, TermUnit>> = {
  дневн: 'day',
  суточн: 'day',
  недельн: 'week',
  месячн: 'month',
  годичн: 'year',
  часов: 'hour',
};

/** The number glued to the adjective; `х` and `ти` are what is left of «3-хдневный», «10-тидневный». */
function multiplier(prefix: string): number | null {
  if (prefix === '' || prefix === 'х' || prefix === 'ти' || prefix === 'и') return 1;
  if (prefix === 'одно') return 1;
  return smallNumber(prefix) ?? roundNumber(prefix);
}
