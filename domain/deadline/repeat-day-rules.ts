/** On which day of each period something repeats: «до 5 числа месяца, следующего за отчетным», «по пятницам». Pure. */
import { isUpTo, lastDay, upTo } from './day-rules.js';
import type { Bound, RepeatDay } from './meaning.js';
import { either, map, mapIf, mark, matching, once, optional, sequence, token, words, type Parser } from './parser.js';
import { span } from './range-rules.js';
import { several } from './several-rules.js';
import { weekdayOfWord } from './words.js';

export const MONTHS_IN = { month: 1, quarter: 3, half: 6, halfYear: 6, year: 12 } as const;

interface MonthPlace {
  readonly place: Exclude<Extract<RepeatDay, { type: 'dayOfMonth' }>['place'], 'unsaid'>;
  /** Length of the period that the words themselves name, in months. */
  readonly implied: Implied;
}

/** `reported`: «следующего за отчетным» and no noun; by itself the month is meant. */
export type Implied = number | 'reported' | null;

const REPORTED = matching(/^(отчетн|истекш|прошедш|завершивш)\p{L}*$/u);
const PERIOD_NOUN: Parser<number | null> = either<number | null>(
  map(matching(/^месяц(а|ем|у)?$/u), () => MONTHS_IN.month),
  map(matching(/^квартал(а|ом|у)?$/u), () => MONTHS_IN.quarter),
  map(matching(/^полугоди(я|ем|ю)$/u), () => MONTHS_IN.half),
  map(matching(/^год(а|ом|у)$/u), () => MONTHS_IN.year),
  map(matching(/^период(а|ом|у)$/u), () => null),
);

export const EACH_OF = matching(/^(кажд|соответствующ|текущ|отчетн)\p{L}*$/u);

/** «следующего за отчетным кварталом», «следующего за отчетным»: the length that is named, if any */
export const afterReported: Parser<Implied> = map(
  sequence(
    optional(mark(',')),
    matching(/^следующ(его|им|ий)$/u),
    words('за'),
    either<Implied>(
      map(sequence(REPORTED, PERIOD_NOUN), ([, noun]) => noun),
      map(REPORTED, (): Implied => 'reported'),
      PERIOD_NOUN,
    ),
  ),
  ([, , , length]) => length,
);

const monthPlace: Parser<MonthPlace> = either<MonthPlace>(
  map(sequence(optional(EACH_OF), words('месяца'), afterReported), ([, , implied]): MonthPlace => ({
    place: 'after',
    implied,
  })),
  map(sequence(afterReported, words('месяца')), ([implied]): MonthPlace => ({ place: 'after', implied })),
  map(sequence(matching(/^следующего$/u), words('месяца')), (): MonthPlace => ({ place: 'after', implied: null })),
  map(
    sequence(
      words('первого месяца'),
      either<unknown>(
        sequence(matching(/^следующего$/u), PERIOD_NOUN),
        sequence(PERIOD_NOUN, afterReported),
        afterReported,
      ),
    ),
    (): MonthPlace => ({ place: 'after', implied: null }),
  ),
  map(
    sequence(matching(/^(последн|треть)его$/u), words('месяца'), optional(EACH_OF), PERIOD_NOUN),
    ([which, , , implied]): MonthPlace => ({
      place: 'last',
      implied: which === 'третьего' ? MONTHS_IN.quarter : implied,
    }),
  ),
  map(sequence(words('каждого месяца')), (): MonthPlace => ({ place: 'within', implied: MONTHS_IN.month })),
  map(sequence(optional(EACH_OF), words('месяца')), (): MonthPlace => ({ place: 'within', implied: null })),
);

interface DayOfMonth {
  readonly day: Extract<RepeatDay, { type: 'dayOfMonth' }>;
  readonly implied: Implied;
}

const dayNumber = token((here) => (here.type === 'number' && here.digits <= 2 ? here.n : null));
const NUMBER_NOUN = matching(/^числ(о|а|у)$/u);

/** «до 5 числа месяца, следующего за отчетным кварталом», «10 числа», «до 10-го каждого месяца» */
export const dayOfMonth: Parser<DayOfMonth> = either<DayOfMonth>(
  map(sequence(optional(upTo), dayNumber, NUMBER_NOUN, optional(monthPlace)), ([lead, n, , place]): DayOfMonth => ({
    day: { type: 'dayOfMonth', day: n, place: place?.place ?? 'unsaid', ...(isUpTo(lead) ? { upTo: true } : {}) },
    implied: place?.implied ?? null,
  })),
  // «к 5 месяца» has lost a word.
  mapIf(sequence(optional(upTo), dayNumber, monthPlace), ([lead, n, { place, implied }]): DayOfMonth | null =>
    implied === null
      ? null
      : { day: { type: 'dayOfMonth', day: n, place, ...(isUpTo(lead) ? { upTo: true } : {}) }, implied },
  ),
  map(
    sequence(
      optional(upTo),
      matching(/^последн(ий|его|ее|ему)$/u),
      matching(/^(день|дня|дню|число|числа|числу)$/u),
      optional(EACH_OF),
      PERIOD_NOUN,
    ),
    ([, , , , implied]): DayOfMonth => ({ day: { type: 'dayOfMonth', day: 31, place: 'last' }, implied }),
  ),
);

/** «каждого года», «года, следующего за отчетным», «следующего года» */
const yearTail = either<unknown>(
  sequence(EACH_OF, words('года'), optional(afterReported)),
  sequence(words('года'), afterReported),
  words('следующего года'),
);

const yearlyPoint: Parser<Bound> = map(
  sequence(
    either<Bound>(
      lastDay,
      map(span, ({ to }) => to),
    ),
    optional(yearTail),
  ),
  ([at]) => at,
);

const dayOfYear: Parser<RepeatDay> = either<RepeatDay>(
  map(yearlyPoint, (at): RepeatDay => ({ type: 'dayOfYear', days: [at] })),
  map(sequence(several, optional(yearTail)), ([days]): RepeatDay => ({ type: 'dayOfYear', days })),
);

const weekdayIn = (form: RegExp): Parser<RepeatDay> =>
  token((here) => {
    const weekday = here.type === 'word' && form.test(here.word) ? weekdayOfWord(here.word) : null;
    return weekday === null ? null : { type: 'weekday', weekday };
  });

/** «каждую пятницу», «по понедельникам»: the words themselves say that it repeats */
export const everyWeekday: Parser<RepeatDay> = map(
  either(
    sequence(words('каждый', 'каждую', 'каждое'), weekdayIn(/[^м]$/u)),
    sequence(words('по'), weekdayIn(/[ая]м$/u)),
  ),
  ([, found]) => found,
);

/** Beside «еженедельно»: «до пятницы», «в понедельник», «пятница» */
const weekdaySpec: Parser<RepeatDay> = either(
  everyWeekday,
  map(sequence(optional(either<unknown>(upTo, words('в', 'во'))), weekdayIn(/[^м]$/u)), ([, found]) => found),
);

/** A day, and the length of the period in months where its words name it. */
export interface Placed {
  readonly day: RepeatDay;
  readonly implied: Implied;
}

export const placed: Parser<Placed> = once(
  either<Placed>(
    dayOfMonth,
    map(either(weekdaySpec, dayOfYear), (found): Placed => ({ day: found, implied: null })),
  ),
);
