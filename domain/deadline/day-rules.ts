/** How days are written, and the last day with its preposition: «не позднее «26» декабря 2024 г.». Rules of the grammar, pure. */
import type { Bound, DayPoint } from './meaning.js';
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
import { endOfPeriod, monthWord, ordinalInWords, period, shortNumber, YEAR_WORD, yearAfter } from './period-rules.js';
import { weekdayOfWord } from './words.js';

/** A number without a month, a quarter or a year of its own: «с 1 по …», «I–III …». */
export interface Loose {
  readonly type: 'loose';
  readonly n: number;
  /** A Roman numeral is never a day. */
  readonly roman: boolean;
}

const weekday = token((here) => (here.type === 'word' ? weekdayOfWord(here.word) : null));

export const loose: Parser<Loose> = either<Loose>(
  map(either(shortNumber, ordinalInWords), (n): Loose => ({ type: 'loose', n, roman: false })),
  token((here) => (here.type === 'roman' ? { type: 'loose', n: here.n, roman: true } : null)),
);

const hours = matching(/^(час|часа|часов|ч)$/u);
const minutes = sequence(shortNumber, matching(/^(мин|минут|минуты|м)$/u));

/** «12:00», «18-00», «17 час. 00 мин.» */
const clock: Parser<string> = once(
  either<string>(
    map(
      sequence(
        token((here) => (here.type === 'time' ? here.text : null)),
        optional(hours),
      ),
      ([text]) => text,
    ),
    mapIf(sequence(shortNumber, hours, optional(minutes)), ([hour, , rest]) => {
      const [minute = 0] = rest ?? [];
      return hour > 24 || minute > 59 ? null : `${hour}:${String(minute).padStart(2, '0')}`;
    }),
  ),
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
    ([{ day, month, year: inYear }]): DayPoint => ({ type: 'day', day, month, year: inYear ?? 'none', inDigits: true }),
  ),
);

/** «15 числа текущего месяца» */
const dayOfCurrentMonth: Parser<DayPoint> = map(
  sequence(shortNumber, matching(/^числ(о|а|у)$/u), words('текущего месяца', 'этого месяца', 'сего месяца')),
  ([day]): DayPoint => ({ type: 'day', day, month: 'current', year: 'current' }),
);

const weekdayAfter = either(
  map(sequence(mark('('), weekday, mark(')')), ([, named]) => named),
  map(sequence(optional(mark(',')), weekday), ([, named]) => named),
);

const clockAfter: Parser<string> = either<string>(
  map(sequence(optional(mark(',')), optional(words('в', 'до', 'к', 'не позднее')), clock), ([, , text]) => text),
  map(sequence(mark('('), optional(words('в', 'до', 'к', 'не позднее')), clock, mark(')')), ([, , text]) => text),
);

/** «25 августа 2024 года», «25.08.24», «25 августа (воскресенье)», «пятница, 23 августа», «12:00 23 августа» */
export const day: Parser<DayPoint> = once(
  map(
    sequence(
      optional(map(sequence(clock, optional(mark(','))), ([text]) => text)),
      optional(map(sequence(weekday, optional(mark(','))), ([named]) => named)),
      plainDay,
      optional(weekdayAfter),
      optional(clockAfter),
    ),
    ([timeBefore, before, point, after, timeAfter]): DayPoint => ({
      ...point,
      ...weekdayOf(before ?? after),
      ...timeOf(timeBefore ?? timeAfter),
    }),
  ),
);

/** Words before a last day; the day named belongs to the term. */
export const upTo: Parser<unknown> = once(
  either<unknown>(
    sequence(words('не позднее', 'не позже', 'непозднее'), optional(mark(',')), optional(words('чем до', 'чем'))),
    words('в срок до', 'в срок по', 'вплоть до', 'до', 'по', 'к', 'ко'),
    sequence(words('в срок не позднее', 'в срок не позже')),
  ),
);

export const inclusive = words('включительно', 'вкл', 'включ');

const notLaterThan = words('не позднее', 'не позже', 'непозднее', 'по');

/** A last day with its preposition or alone: «до 1 марта», «1 марта», «до конца 2024 года», «не позднее марта 2024 года» */
export const lastDay: Parser<Bound> = once(
  map(
    sequence(
      either<Bound>(
        map(sequence(optional(upTo), day), ([lead, at]) => led(lead, at)),
        map(
          sequence(words('до', 'к'), words('конца рабочего дня', 'концу рабочего дня', 'конца дня'), day),
          ([, , at]) => at,
        ),
        map(sequence(optional(upTo), dayOfCurrentMonth), ([, at]) => at),
        map(sequence(upTo, endOfPeriod), ([, at]) => at),
        map(sequence(notLaterThan, period('governed')), ([, at]) => at),
      ),
      optional(sequence(optional(mark(',', '(')), inclusive, optional(mark(')')))),
    ),
    ([at, included]) => (included === null ? at : withDayIncluded(at)),
  ),
);

/** «до 15 января 2026 года за 2025 год»: what is reported does not move the day, but only a day with its year is certain */
export const reportedDay: Parser<Bound> = mapIf(sequence(lastDay, words('за'), period('governed')), ([at]) =>
  at.year === 'none' ? null : at,
);

/** «(по согласованию)», «(план)»: says something of the day and leaves it where it is */
export const remark: Parser<unknown> = sequence(
  mark('('),
  words('по согласованию', 'план', 'плановый срок', 'контрольный срок', 'срок контрольный'),
  mark(')'),
);

/** «до 1 марта»: the day keeps the word; what else may stand before it includes the day. */
export function led<T extends Bound>(lead: unknown, at: T): T {
  return at.type === 'day' && isUpTo(lead) ? { ...at, upTo: true } : at;
}

/** @param lead what `upTo` has read */
export function isUpTo(lead: unknown): boolean {
  return lead === 'до' || lead === 'в срок до';
}

export function withDayIncluded(at: Bound): Bound {
  return at.type === 'day' ? { ...at, upTo: false } : at;
}

function weekdayOf(named: DayPoint['weekday'] | null): Pick<DayPoint, 'weekday'> {
  return named === null || named === undefined ? {} : { weekday: named };
}

function timeOf(text: string | null): Pick<DayPoint, 'time'> {
  return text === null ? {} : { time: text };
}
