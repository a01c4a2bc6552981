/** How days are written, and the last day with its preposition: «не позднее «26» декабря 2024 г.». Rules of the grammar, pure. */
import type { Bound, DayPoint } from './meaning.js';
import { either, many, map, mark, matching, once, optional, sequence, token, words, type Parser } from './parser.js';
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
  map(shortNumber, (n): Loose => ({ type: 'loose', n, roman: false })),
  token((here) => (here.type === 'roman' ? { type: 'loose', n: here.n, roman: true } : null)),
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
    ([{ day, month, year: inYear }]): DayPoint => ({ type: 'day', day, month, year: inYear ?? 'none', inDigits: true }),
  ),
);

const weekdayAfter = either(
  map(sequence(mark('('), weekday, mark(')')), ([, named]) => named),
  map(sequence(optional(mark(',')), weekday), ([, named]) => named),
);

/** «25 августа 2024 года», «25.08.24», «25 августа (воскресенье)», «пятница, 23 августа», «12:00 23 августа» */
export const day: Parser<DayPoint> = once(
  map(
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
  ),
);

/** Words before a last day; the day named belongs to the term. */
export const upTo: Parser<unknown> = either<unknown>(
  sequence(words('не позднее', 'не позже', 'непозднее'), optional(mark(',')), optional(words('чем'))),
  words('в срок до', 'в срок по', 'вплоть до', 'до', 'по', 'к', 'ко'),
  sequence(words('в срок не позднее', 'в срок не позже')),
);

const notLaterThan = words('не позднее', 'не позже', 'непозднее', 'по');

/** A last day with its preposition or alone: «до 1 марта», «1 марта», «до конца 2024 года», «не позднее марта 2024 года» */
export const lastDay: Parser<Bound> = once(
  map(
    sequence(
      either<Bound>(
        map(sequence(optional(upTo), day), ([, at]) => at),
        map(sequence(upTo, endOfPeriod), ([, at]) => at),
        map(sequence(notLaterThan, period('governed')), ([, at]) => at),
      ),
      optional(sequence(optional(mark(',', '(')), words('включительно'), optional(mark(')')))),
    ),
    ([at]) => at,
  ),
);

function weekdayOf(named: DayPoint['weekday'] | null): Pick<DayPoint, 'weekday'> {
  return named === null || named === undefined ? {} : { weekday: named };
}

function timeOf(text: string | null): Pick<DayPoint, 'time'> {
  return text === null ? {} : { time: text };
}
