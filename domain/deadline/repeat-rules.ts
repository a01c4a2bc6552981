/** What repeats: «ежемесячно до 10 числа», «один раз в квартал», «1 марта каждого года», «…, далее ежегодно». Pure. */
import { withSharedYear } from './calendar-days.js';
import { day, lastDay } from './day-rules.js';
import type { Bound, Frequency, Meaning, RepeatDay } from './meaning.js';
import { cardinal } from './number-rules.js';
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
import { endOfPeriod, period } from './period-rules.js';
import { span } from './range-rules.js';
import { several } from './several-rules.js';
import {
  afterReported,
  dayOfMonth,
  EACH_OF,
  everyWeekday,
  MONTHS_IN,
  placed,
  type Placed,
} from './repeat-day-rules.js';
import { unitOf } from './words.js';

const adverb: Parser<Frequency> = either(
  map(words('ежедневно'), (): Frequency => ({ unit: 'day', every: 1 })),
  map(words('еженедельно'), (): Frequency => ({ unit: 'week', every: 1 })),
  map(words('ежемесячно', 'помесячно'), () => months(1)),
  map(words('ежеквартально', 'поквартально', 'по кварталам'), () => months(3)),
  map(words('по полугодиям'), () => months(6)),
  map(words('ежегодно'), () => months(12)),
);

const unit = token((here) => (here.type === 'word' ? unitOf(here.word) : null));

/** «один раз в полгода», «1 раз в квартал», «раз в два года», «два раза в год» */
const timesPer: Parser<Frequency> = mapIf(
  sequence(optional(cardinal), matching(/^раза?$/u), words('в'), optional(cardinal), unit),
  ([times, , , length, named]) => frequencyOf(named, length ?? 1, times ?? 1),
);

/** «каждый квартал», «каждые 3 месяца» */
const each: Parser<Frequency> = mapIf(
  sequence(matching(/^кажд(ый|ую|ое|ые)$/u), optional(cardinal), unit),
  ([, length, named]) => frequencyOf(named, length ?? 1, 1),
);

/** «не реже одного раза в квартал» */
export const leastOften: Parser<Frequency> = map(
  sequence(words('не реже', 'не менее'), optional(words('чем')), either(timesPer, each)),
  ([, , every]) => every,
);

const frequency: Parser<Frequency> = once(either(adverb, timesPer, each, leastOften));

/** Noise between the parts of a repeated deadline. */
const gap = many(either<unknown>(mark(',', ';', ':', '–', '(', ')'), words('и')));

const closing = many(mark(')'));

interface Limits {
  readonly from: Bound | null;
  readonly to: Bound | null;
}

const NO_LIMITS: Limits = { from: null, to: null };

/** «в 2024 году», «2024–2026 годы», «начиная с 2025 года», «до конца 2026 года» */
const limits: Parser<Limits> = once(
  mapIf(
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
    ({ from, to }) => {
      const [start = null, end = null] = from !== null && to !== null ? withSharedYear([from, to]) : [from, to];
      return start?.year === 'none' || end?.year === 'none' ? null : { from: start, to: end };
    },
  ),
);

/** «…, до 31 декабря 2025 года» after a day of its own: when it ends; the year must stand there */
const until: Parser<Limits> = mapIf(sequence(words('до', 'по'), day), ([, to]) =>
  typeof to.year === 'number' ? { from: null, to } : null,
);

const limitsAfter = map(optional(map(sequence(gap, limits), ([, found]) => found)), (found) => found ?? NO_LIMITS);
const limitsBefore = map(optional(map(sequence(limits, gap), ([found]) => found)), (found) => found ?? NO_LIMITS);

/** «ежеквартально, до 5 числа месяца, следующего за отчетным»; the day may stand before the frequency */
const withFrequency: Parser<Meaning> = mapIf(
  either(
    map(
      sequence(
        limitsBefore,
        frequency,
        optional(map(sequence(gap, placed), ([, found]) => found)),
        limitsAfter,
        closing,
      ),
      ([before, every, at, after]) => ({ before, every, at, after }),
    ),
    map(sequence(frequency, gap, placed, gap, until, closing), ([every, , at, , after]) => ({
      before: NO_LIMITS,
      every,
      at,
      after,
    })),
    map(sequence(placed, gap, frequency, limitsAfter, closing), ([at, , every, after]) => ({
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

interface Implying {
  readonly every: Frequency;
  readonly at: Placed;
  readonly bounds: Limits;
}

/** Without a frequency of its own: «до 10 числа каждого месяца», «1 марта каждого года», «каждую пятницу» */
const impliedFrequency: Parser<Meaning> = mapIf(
  either<Implying>(
    mapIf(sequence(dayOfMonth, limitsAfter), ([at, bounds]) =>
      at.implied === null ? null : { every: months(at.implied === 'reported' ? 1 : at.implied), at, bounds },
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
      ([days, , bounds]): Implying => ({
        every: months(12),
        at: { day: { type: 'dayOfYear', days }, implied: null },
        bounds,
      }),
    ),
    map(sequence(everyWeekday, limitsAfter), ([found, bounds]): Implying => ({
      every: { unit: 'week', every: 1 },
      at: { day: found, implied: null },
      bounds,
    })),
  ),
  ({ every, at, bounds }) => repeatOf(every, at, bounds),
);

const FURTHER = words('далее', 'затем', 'впоследствии', 'потом', 'в дальнейшем', 'в последующем');

/** «до 25 августа 2024 года, далее ежегодно», «с 2024 года ежегодно» has no first day and is not read here */
const stepped: Parser<Meaning> = mapIf(
  sequence(
    lastDay,
    gap,
    optional(FURTHER),
    gap,
    frequency,
    optional(map(sequence(gap, lastDay), ([, at]) => at)),
    closing,
  ),
  ([first, , further, , every, again]) =>
    (again === null || sameDay(first, again)) &&
    (further !== null || (first.type === 'day' && typeof first.year === 'number'))
      ? { type: 'step', first, every }
      : null,
);

/** «до 1 июля 2025 года, далее ежегодно до 1 июля» */
function sameDay(first: Bound, again: Bound): boolean {
  return (
    first.type === 'day' &&
    again.type === 'day' &&
    again.year === 'none' &&
    first.day === again.day &&
    first.month === again.month
  );
}

export const repeatMeaning: Parser<Meaning> = either(stepped, withFrequency, impliedFrequency);

function repeatOf(every: Frequency, at: Placed | null, { from, to }: Limits): Meaning | null {
  const day = at?.day ?? null;
  if (typeof at?.implied === 'number' && !(every.unit === 'month' && every.every === at.implied)) return null;
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
        // A current period is one, and does not come again.
        day.days.every(
          (at) => typeof at.year !== 'number' && (at.type === 'day' ? at.month : at.index) !== 'current',
        ) &&
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
