/** How days, months, quarters, half-years and years are written. Rules of the grammar, from small to large. Pure. */
import type { Bound, DayPoint, Period, YearWord } from './meaning.js';
import { either, many, map, mark, matching, optional, sequence, token, words, type Parser } from './parser.js';
import { monthOf, ordinalWord, roundNumber, weekdayOfWord, type MonthWord } from './words.js';

/** How a period stands: by itself («март 2024 года»), after «в» («в марте»), after other words («до конца марта»). */
export type Stand = 'alone' | 'inside' | 'governed';

/** Digits without a month, a quarter or a year of their own: «с 1 по …», «I–III …». */
export interface Loose {
  readonly type: 'loose';
  readonly n: number;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

const shortNumber = token((here) => (here.type === 'number' && here.digits <= 2 ? here.n : null));
const longYear = token((here) =>
  here.type === 'number' && here.digits === 4 && here.n >= FIRST_YEAR && here.n <= LAST_YEAR ? here.n : null,
);
const twoDigitYear = token((here) => (here.type === 'number' && here.digits === 2 ? 2000 + here.n : null));

const YEAR_WORD = matching(/^(год(а|у|ы|ов|ом|ах)?|гг?)$/u);
const YEAR_ALONE = matching(/^(год|годы|гг?)$/u);

/** «2024 года», «2024», «24 г.», «текущего года», «т.г.», «следующего года» */
export const year: Parser<YearWord> = either<YearWord>(
  map(sequence(longYear, many(YEAR_WORD)), ([n]) => n),
  map(sequence(twoDigitYear, YEAR_WORD), ([n]) => n),
  map(sequence(matching(/^(текущ(его|ем|ий)|этого|этом|сего)$/u), YEAR_WORD), (): YearWord => 'current'),
  map(either(words('т г'), words('с г')), (): YearWord => 'current'),
  map(sequence(matching(/^(следующ|будущ)(его|ем|ий)$/u), YEAR_WORD), (): YearWord => 'next'),
);

const yearAfter: Parser<YearWord> = map(
  optional(map(sequence(optional(mark(',')), year), ([, value]) => value)),
  (value) => value ?? 'none',
);

function monthWord(fits: (form: MonthWord['form']) => boolean): Parser<number> {
  return token((here) => {
    const found = here.type === 'word' ? monthOf(here.word) : null;
    return found !== null && fits(found.form) ? found.month : null;
  });
}

const weekday = token((here) => (here.type === 'word' ? weekdayOfWord(here.word) : null));

const ordinalInWords: Parser<number> = either(
  token((here) => (here.type === 'word' ? ordinalWord(here.word) : null)),
  map(
    sequence(
      token((here) => (here.type === 'word' ? roundNumber(here.word) : null)),
      token((here) => (here.type === 'word' ? ordinalWord(here.word) : null)),
    ),
    ([tens, ones]) => tens + ones,
  ),
);

/** «I», «1», «1-й», «первый» */
export const ordinal: Parser<number> = either(
  token((here) => (here.type === 'roman' ? here.n : null)),
  shortNumber,
  ordinalInWords,
);

export const loose: Parser<Loose> = map(
  either(
    shortNumber,
    token((here) => (here.type === 'roman' ? here.n : null)),
  ),
  (n) => ({ type: 'loose', n }),
);

const clock = map(
  sequence(
    token((here) => (here.type === 'time' ? here.text : null)),
    optional(matching(/^(час|часа|часов|ч)$/u)),
  ),
  ([text]) => text,
);

const plainDay: Parser<DayPoint> = either(
  map(
    sequence(
      either(shortNumber, ordinalInWords),
      monthWord((form) => form !== 'prepositional'),
      yearAfter,
    ),
    ([day, month, inYear]): DayPoint => ({ type: 'day', day, month, year: inYear }),
  ),
  map(
    sequence(
      token((here) => (here.type === 'date' ? here : null)),
      many(YEAR_WORD),
    ),
    ([{ day, month, year: inYear }]): DayPoint => ({ type: 'day', day, month, year: inYear ?? 'none' }),
  ),
);

const weekdayAfter = either(
  map(sequence(mark('('), weekday, mark(')')), ([, named]) => named),
  map(sequence(optional(mark(',')), weekday), ([, named]) => named),
);

/** «25 августа 2024 года», «25.08.24», «25 августа (воскресенье)», «пятница, 23 августа», «12:00 23 августа» */
export const day: Parser<DayPoint> = map(
  sequence(
    optional(map(sequence(clock, optional(mark(','))), ([text]) => text)),
    optional(map(sequence(weekday, optional(mark(','))), ([named]) => named)),
    plainDay,
    optional(weekdayAfter),
    optional(map(sequence(optional(either(mark(','), words('в', 'до', 'к'))), clock), ([, text]) => text)),
  ),
  ([timeBefore, before, point, after, timeAfter]): DayPoint => ({
    ...point,
    ...weekdayOf(before ?? after),
    ...timeOf(timeBefore ?? timeAfter),
  }),
);

/** «марта 2024 года», «I квартал 2024 г.», «второе полугодие», «2024 год», «первая декада марта» */
export function period(stand: Stand): Parser<Period> {
  const alone = stand === 'alone';
  const monthFits = (form: MonthWord['form']): boolean => FORMS[stand].includes(form);
  const quarterWord = matching(alone ? /^(квартал|кварталы|кв)$/u : /^(квартал(а|у|ом|е|ы|ов|ам|ах)?|кв)$/u);
  const halfWord = matching(alone ? /^полугодие$/u : /^полугоди(е|я|ю|ем|и|й|ях)$/u);
  const decadeWord = matching(alone ? /^декада$/u : /^декад(а|ы|у|е|ой)$/u);
  return either<Period>(
    map(sequence(monthWord(monthFits), yearAfter), ([index, inYear]): Period => ({
      type: 'month',
      index,
      year: inYear,
    })),
    numbered('quarter', quarterWord),
    numbered('half', halfWord),
    map(
      sequence(
        ordinal,
        decadeWord,
        monthWord((form) => form === 'genitive'),
        yearAfter,
      ),
      ([index, , month, inYear]): Period => ({ type: 'decade', index, month, year: inYear }),
    ),
    alone ? wholeYearAlone : map(year, (inYear): Period => ({ type: 'year', index: 1, year: inYear })),
  );
}

const FORMS: Readonly<Record<Stand, readonly MonthWord['form'][]>> = {
  alone: ['open'],
  inside: ['open', 'prepositional'],
  governed: ['open', 'genitive', 'dative', 'instrumental', 'prepositional'],
};

// «2024 года» alone is what is left of a damaged date, never a whole year.
const wholeYearAlone: Parser<Period> = either<Period>(
  map(sequence(longYear, YEAR_ALONE, many(YEAR_ALONE)), ([n]): Period => ({ type: 'year', index: 1, year: n })),
  map(longYear, (n): Period => ({ type: 'year', index: 1, year: n })),
);

function numbered(type: 'quarter' | 'half', noun: Parser<string>): Parser<Period> {
  return map(sequence(ordinal, noun, yearAfter), ([index, , inYear]): Period => ({ type, index, year: inYear }));
}

const yearUnnamed: Parser<Period> = map(sequence(optional(words('календарного')), words('года')), (): Period => ({
  type: 'year',
  index: 1,
  year: 'none',
}));

/** «конца 2024 года», «окончания I квартала», «конца года» */
export const endOfPeriod: Parser<Period> = map(
  sequence(
    matching(/^(конц(а|у)|окончани(я|ю)|завершени(я|ю)|истечени(я|ю))$/u),
    either(period('governed'), yearUnnamed),
  ),
  ([, named]) => named,
);

/** Words before a last day; the day named belongs to the term. */
export const upTo: Parser<unknown> = either<unknown>(
  sequence(words('не позднее', 'не позже', 'непозднее'), optional(mark(',')), optional(words('чем'))),
  words('в срок до', 'в срок по', 'вплоть до', 'до', 'по', 'к', 'ко'),
  sequence(words('в срок не позднее', 'в срок не позже')),
);

const notLaterThan = words('не позднее', 'не позже', 'непозднее', 'по');

/** A last day with its preposition or alone: «до 1 марта», «1 марта», «до конца 2024 года», «не позднее марта 2024 года» */
export const lastDay: Parser<Bound> = map(
  sequence(
    either<Bound>(
      map(sequence(optional(upTo), day), ([, at]) => at),
      map(sequence(upTo, endOfPeriod), ([, at]) => at),
      map(sequence(notLaterThan, period('governed')), ([, at]) => at),
    ),
    optional(sequence(optional(mark(',', '(')), words('включительно'), optional(mark(')')))),
  ),
  ([at]) => at,
);

function weekdayOf(named: DayPoint['weekday'] | null): Pick<DayPoint, 'weekday'> {
  return named === null || named === undefined ? {} : { weekday: named };
}

function timeOf(text: string | null): Pick<DayPoint, 'time'> {
  return text === null ? {} : { time: text };
}
