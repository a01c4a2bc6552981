/** What repeats: «ежемесячно до 10 числа», «один раз в квартал», «1 марта каждого года», «…, далее ежегодно». Pure. */
import { day, endOfPeriod, lastDay, period, upTo } from './day-rules.js';
import type { Bound, Frequency, Meaning, RepeatDay } from './meaning.js';
import { either, many, map, mapIf, mark, matching, optional, sequence, token, words, type Parser } from './parser.js';
import { several, span } from './range-rules.js';
import { cardinal } from './number-rules.js';
import { unitOf, weekdayOfWord } from './words.js';

const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const;

const adverb: Parser<Frequency> = either(
  map(words('ежедневно'), (): Frequency => ({ unit: 'day', every: 1 })),
  map(words('еженедельно'), (): Frequency => ({ unit: 'week', every: 1 })),
  map(words('ежемесячно', 'помесячно'), () => months(1)),
  map(words('ежеквартально', 'поквартально', 'по кварталам'), () => months(3)),
  map(words('по полугодиям'), () => months(6)),
  map(words('ежегодно'), () => months(12)),
);

const unit = token((here) => (here.type === 'word' ? unitOf(here.word) : null));

/** «один раз в полгода», «не реже 1 раза в квартал», «раз в два года», «два раза в год» */
const timesPer: Parser<Frequency> = mapIf(
  sequence(
    optional(sequence(words('не реже'), optional(words('чем')))),
    optional(cardinal),
    matching(/^раза?$/u),
    words('в'),
    optional(cardinal),
    unit,
  ),
  ([, times, , , length, named]) => frequencyOf(named, length ?? 1, times ?? 1),
);

/** «каждый квартал», «каждые 3 месяца» */
const each: Parser<Frequency> = mapIf(
  sequence(matching(/^кажд(ый|ую|ое|ые)$/u), optional(cardinal), unit),
  ([, length, named]) => frequencyOf(named, length ?? 1, 1),
);

export const frequency: Parser<Frequency> = either(adverb, timesPer, each);

/** Noise between the parts of a repeated deadline. */
const gap = many(either<unknown>(mark(',', ';', ':', '–', '(', ')'), words('и')));

interface MonthPlace {
  readonly place: Exclude<Extract<RepeatDay, { type: 'dayOfMonth' }>['place'], 'unsaid'>;
  /** Length of the period that the words themselves name, in months. */
  readonly implied: number | null;
}

const REPORTED = matching(/^(отчетн|истекш|прошедш|завершивш)\p{L}*$/u);
const PERIOD_NOUN: Parser<number | null> = either<number | null>(
  map(matching(/^месяц(а|ем|у)?$/u), () => MONTHS_IN.month),
  map(matching(/^квартал(а|ом|у)?$/u), () => MONTHS_IN.quarter),
  map(matching(/^полугоди(я|ем|ю)$/u), () => MONTHS_IN.half),
  map(matching(/^год(а|ом|у)$/u), () => MONTHS_IN.year),
  map(matching(/^период(а|ом|у)$/u), () => null),
);

const EACH_OF = matching(/^(кажд|соответствующ|текущ|отчетн)\p{L}*$/u);

/** «следующего за отчетным кварталом», «следующего за отчетным»: the length that is named, if any */
const afterReported: Parser<number | null> = map(
  sequence(
    optional(mark(',')),
    matching(/^следующ(его|им|ий)$/u),
    words('за'),
    either<number | null>(
      map(sequence(REPORTED, optional(PERIOD_NOUN)), ([, noun]) => noun),
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
  readonly implied: number | null;
}

const dayNumber = token((here) => (here.type === 'number' && here.digits <= 2 ? here.n : null));
const NUMBER_NOUN = matching(/^числ(о|а|у)$/u);

/** «до 5 числа месяца, следующего за отчетным кварталом», «10 числа», «до 10-го каждого месяца» */
const dayOfMonth: Parser<DayOfMonth> = either<DayOfMonth>(
  map(sequence(optional(upTo), dayNumber, NUMBER_NOUN, optional(monthPlace)), ([, n, , place]): DayOfMonth => ({
    day: { type: 'dayOfMonth', day: n, place: place?.place ?? 'unsaid' },
    implied: place?.implied ?? null,
  })),
  map(sequence(optional(upTo), dayNumber, monthPlace), ([, n, place]): DayOfMonth => ({
    day: { type: 'dayOfMonth', day: n, place: place.place },
    implied: place.implied,
  })),
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
  words('следующего года', 'года'),
);

const yearlyPoint: Parser<Bound> = map(
  sequence(
    either<Bound>(
      lastDay,
      map(sequence(optional(upTo), endOfPeriod), ([, at]) => at),
      period('alone'),
      map(sequence(words('в', 'во'), period('inside')), ([, at]) => at),
    ),
    optional(yearTail),
  ),
  ([at]) => at,
);

const dayOfYear: Parser<RepeatDay> = either<RepeatDay>(
  map(yearlyPoint, (at): RepeatDay => ({ type: 'dayOfYear', days: [at] })),
  map(sequence(several, optional(yearTail)), ([days]): RepeatDay => ({ type: 'dayOfYear', days })),
);

/** «по пятницам», «до пятницы», «в понедельник» */
const weekdaySpec: Parser<RepeatDay> = map(
  sequence(
    optional(either<unknown>(upTo, words('в', 'во', 'каждый', 'каждую', 'каждое'))),
    token((here) => (here.type === 'word' ? weekdayOfWord(here.word) : null)),
  ),
  ([, weekday]): RepeatDay => ({ type: 'weekday', weekday }),
);

interface Placed {
  readonly day: RepeatDay;
  readonly implied: number | null;
}

const placed: Parser<Placed> = either<Placed>(
  dayOfMonth,
  map(either(weekdaySpec, dayOfYear), (found): Placed => ({ day: found, implied: null })),
);

interface Limits {
  readonly from: Bound | null;
  readonly to: Bound | null;
}

const NO_LIMITS: Limits = { from: null, to: null };

/** «в 2024 году», «2024–2026 годы», «начиная с 2025 года», «до конца 2026 года» */
const limits: Parser<Limits> = mapIf(
  either<Limits>(
    span,
    map(
      sequence(optional(words('начиная')), words('с', 'со'), either<Bound>(day, period('governed'))),
      ([, , from]): Limits => ({ from, to: null }),
    ),
    map(sequence(words('до', 'по'), endOfPeriod), ([, to]): Limits => ({ from: null, to })),
    map(sequence(words('по'), period('governed')), ([, to]): Limits => ({ from: null, to })),
  ),
  // «ежегодно, декабрь» names a day of the year, not bounds.
  (found) => ([found.from, found.to].every((bound) => bound === null || bound.year !== 'none') ? found : null),
);

const limitsAfter = map(optional(map(sequence(gap, limits), ([, found]) => found)), (found) => found ?? NO_LIMITS);
const limitsBefore = map(optional(map(sequence(limits, gap), ([found]) => found)), (found) => found ?? NO_LIMITS);

/** «ежеквартально, до 5 числа месяца, следующего за отчетным»; the day may stand before the frequency */
const withFrequency: Parser<Meaning> = mapIf(
  either(
    map(
      sequence(limitsBefore, frequency, optional(map(sequence(gap, placed), ([, found]) => found)), limitsAfter, gap),
      ([before, every, at, after]) => ({ before, every, at, after }),
    ),
    map(sequence(placed, gap, frequency, limitsAfter, gap), ([at, , every, after]) => ({
      before: NO_LIMITS,
      every,
      at,
      after,
    })),
  ),
  ({ before, every, at, after }) => {
    const bounds = before === NO_LIMITS ? after : after === NO_LIMITS ? before : null;
    return bounds === null ? null : repeatOf(every, at, bounds);
  },
);

/** Without a frequency of its own: «до 10 числа каждого месяца», «1 марта каждого года», «каждую пятницу» */
const impliedFrequency: Parser<Meaning> = mapIf(
  either(
    mapIf(sequence(dayOfMonth, limitsAfter), ([at, bounds]) =>
      at.implied === null ? null : { every: months(at.implied), at, bounds },
    ),
    map(
      sequence(
        either<readonly Bound[]>(
          map(lastDay, (at) => [at]),
          several,
        ),
        either<unknown>(
          words('каждого года'),
          sequence(words('года'), afterReported),
          sequence(EACH_OF, words('года'), afterReported),
        ),
        limitsAfter,
      ),
      ([days, , bounds]) => ({
        every: months(12),
        at: { day: { type: 'dayOfYear', days }, implied: null } as Placed,
        bounds,
      }),
    ),
    map(
      sequence(either<unknown>(matching(/^кажд(ый|ую|ое)$/u), words('по')), weekdaySpec, limitsAfter),
      ([, found, bounds]) => ({
        every: { unit: 'week', every: 1 } as Frequency,
        at: { day: found, implied: null } as Placed,
        bounds,
      }),
    ),
  ),
  ({ every, at, bounds }) => repeatOf(every, at, bounds),
);

const FURTHER = words('далее', 'затем', 'впоследствии', 'потом', 'в дальнейшем', 'в последующем');

/** «до 25 августа 2024 года, далее ежегодно», «с 2024 года ежегодно» has no first day and is not read here */
const stepped: Parser<Meaning> = mapIf(
  sequence(lastDay, gap, optional(FURTHER), gap, frequency, gap),
  ([first, , further, , every]) =>
    further !== null || (first.type === 'day' && typeof first.year === 'number')
      ? { type: 'step', first, every }
      : null,
);

export const repeatMeaning: Parser<Meaning> = either(stepped, withFrequency, impliedFrequency);

function repeatOf(every: Frequency, at: Placed | null, { from, to }: Limits): Meaning | null {
  const day = at?.day ?? null;
  if (at !== null && at.implied !== null && !(every.unit === 'month' && every.every === at.implied)) return null;
  if (day !== null && !belongs(day, every)) return null;
  return { type: 'repeat', every, day, from, to };
}

/** A day of the month does not repeat weekly, a weekday not yearly; four days of the year do repeat quarterly. */
function belongs(day: RepeatDay, every: Frequency): boolean {
  switch (day.type) {
    case 'weekday':
      return every.unit === 'week' && every.every === 1;
    case 'dayOfMonth':
      return every.unit === 'month' && (day.place !== 'within' || every.every === 1);
    case 'dayOfYear':
      return (
        every.unit === 'month' &&
        12 % every.every === 0 &&
        day.days.every((at) => typeof at.year !== 'number') &&
        (every.every === 12 || day.days.length === 12 / every.every)
      );
  }
}

function frequencyOf(named: ReturnType<typeof unitOf>, length: number, times: number): Frequency | null {
  if (named === null || named === 'hour' || named === 'workday' || length < 1 || times < 1) return null;
  if (named === 'day' || named === 'week') return times === 1 ? { unit: named, every: length } : null;
  const total = MONTHS_IN[named] * length;
  return total % times === 0 ? months(total / times) : null;
}

function months(every: number): Frequency {
  return { unit: 'month', every };
}
