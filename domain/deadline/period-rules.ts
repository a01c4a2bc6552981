/** Years, months, quarters, half-years, ten days: how whole periods are written. Rules of the grammar, pure. */
import type { Period, YearWord } from './meaning.js';
import {
  either,
  many,
  map,
  mapIf,
  mark,
  matching,
  once,
  optional,
  sequence,
  token,
  words,
  type Parser,
} from './parser.js';
import { monthOf, ordinalWord, roundNumber, type MonthWord } from './words.js';

/** How a period stands: by itself («март 2024 года»), after «в» («в марте»), after other words («до конца марта»). */
export type Stand = 'alone' | 'inside' | 'governed';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;
const LAST_DECADE = 3;

export const shortNumber = token((here) => (here.type === 'number' && here.digits <= 2 ? here.n : null));
const longYear = token((here) =>
  here.type === 'number' && here.digits === 4 && here.n >= FIRST_YEAR && here.n <= LAST_YEAR ? here.n : null,
);
const twoDigitYear = token((here) => (here.type === 'number' && here.digits === 2 ? here.n : null));

export const YEAR_WORD = matching(/^(год(а|у|ы|ов|ом|ах)?|гг?)$/u);
const YEAR_ALONE = matching(/^(год|годы|гг?)$/u);

/** «2024 года», «2024», «24 г.», «текущего года», «т.г.», «следующего года» */
const year: Parser<YearWord> = either<YearWord>(
  map(sequence(longYear, many(YEAR_WORD)), ([n]) => n),
  map(sequence(twoDigitYear, YEAR_WORD), ([n]) => n),
  map(sequence(matching(/^(текущ(его|ем|ий)|этого|этом|сего)$/u), YEAR_WORD), (): YearWord => 'current'),
  map(either(words('т г'), words('с г')), (): YearWord => 'current'),
  map(sequence(matching(/^(следующ|будущ)(его|ем|ий)$/u), YEAR_WORD), (): YearWord => 'next'),
);

export const yearAfter: Parser<YearWord> = map(
  optional(map(sequence(optional(mark(',')), year), ([, value]) => value)),
  (value) => value ?? 'none',
);

export function monthWord(fits: (form: MonthWord['form']) => boolean): Parser<number> {
  return token((here) => {
    const found = here.type === 'word' ? monthOf(here.word) : null;
    return found !== null && fits(found.form) ? found.month : null;
  });
}

export const ordinalInWords: Parser<number> = either(
  token((here) => (here.type === 'word' ? ordinalWord(here.word) : null)),
  mapIf(
    sequence(
      token((here) => (here.type === 'word' ? roundNumber(here.word) : null)),
      token((here) => (here.type === 'word' ? ordinalWord(here.word) : null)),
    ),
    ([tens, ones]) => (ones < 10 ? tens + ones : null),
  ),
);

/** «I», «1», «1-й», «первый» */
export const ordinal: Parser<number> = either(
  token((here) => (here.type === 'roman' ? here.n : null)),
  shortNumber,
  ordinalInWords,
);

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

const PERIODS: Readonly<Record<Stand, Parser<Period>>> = {
  alone: once(periodStanding('alone')),
  inside: once(periodStanding('inside')),
  governed: once(periodStanding('governed')),
};

/** «марта 2024 года», «I квартал 2024 г.», «второе полугодие», «2024 год», «первая декада марта» */
export function period(stand: Stand): Parser<Period> {
  return PERIODS[stand];
}

const CURRENT = matching(/^(текущего|этого|сего)$/u);

/** «месяца», «текущего квартала»: the one in which the order was signed */
const currentPeriod: Parser<Period> = map(
  sequence(
    optional(CURRENT),
    either<Period['type']>(
      map(words('месяца'), () => 'month'),
      map(words('квартала'), () => 'quarter'),
      map(words('полугодия'), () => 'half'),
    ),
  ),
  ([, type]): Period => ({ type, index: 'current', year: 'current' }),
);

const yearUnnamed: Parser<Period> = map(sequence(optional(words('календарного')), words('года')), (): Period => ({
  type: 'year',
  index: 1,
  year: 'none',
}));

/** «конца 2024 года», «окончания I квартала», «конца года» */
export const endOfPeriod: Parser<Period> = map(
  sequence(
    matching(/^(конц(а|у)|окончани(я|ю)|завершени(я|ю)|истечени(я|ю))$/u),
    either(period('governed'), yearUnnamed, currentPeriod),
  ),
  ([, named]) => named,
);

function periodStanding(stand: Stand): Parser<Period> {
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
        either(
          ordinal,
          map(matching(/^последн(яя|ей|юю)$/u), () => LAST_DECADE),
        ),
        decadeWord,
        monthWord((form) => form === 'genitive'),
        yearAfter,
      ),
      ([index, , month, inYear]): Period => ({ type: 'decade', index, month, year: inYear }),
    ),
    alone ? wholeYearAlone : map(year, (inYear): Period => ({ type: 'year', index: 1, year: inYear })),
  );
}

function numbered(type: 'quarter' | 'half', noun: Parser<string>): Parser<Period> {
  return map(sequence(ordinal, noun, yearAfter), ([index, , inYear]): Period => ({ type, index, year: inYear }));
}
