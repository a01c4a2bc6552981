/** Ranges: «с 1 по 15 марта», «сентябрь – декабрь», «2022–2024 годы», «II квартал 2024 года». Pure. */
import { day, inclusive, led, loose, withDayIncluded, type Loose } from './day-rules.js';
import type { Bound, DayPoint, Meaning, Period } from './meaning.js';
import { either, map, mapIf, mark, once, optional, sequence, token, words, type Parser } from './parser.js';
import { period } from './period-rules.js';

export interface Span {
  readonly from: Bound;
  readonly to: Bound;
}

const anyBound = either<Bound>(day, period('governed'));
const openBound = either<Bound>(day, period('alone'));

const during = words('в период', 'в течение', 'в течении', 'на протяжении', 'в', 'во');

/** «с 1 по 15 марта 2024 г.», «с сентября 2024 года по май 2025 года», «с 15 мая до 15 сентября» */
const fromTo: Parser<Span> = mapIf(
  sequence(
    optional(words('в период', 'период', 'в сроки', 'в срок')),
    words('с', 'со'),
    either<Bound | Loose>(anyBound, loose),
    optional(mark(',')),
    // «до мая» leaves open whether May is in it
    either<Bound>(
      map(sequence(words('по'), anyBound), ([, to]) => to),
      map(sequence(words('до'), day), ([lead, to]) => led(lead, to)),
    ),
    optional(inclusive),
  ),
  ([, , from, , last, included]) => {
    const to = included === null ? last : withDayIncluded(last);
    return from.type !== to.type && [from.type, to.type].includes('year') ? null : spanOf(from, to);
  },
);

/** «1–15 марта 2024 года», «январь – февраль 2025 г.», «II–III кварталы», «в течение 2024–2026 годов» */
const dashed: Parser<Span> = mapIf(
  either(
    sequence(either<Bound | Loose>(openBound, loose), mark('–'), openBound),
    map(
      sequence(during, either<Bound | Loose>(anyBound, loose), mark('–'), anyBound),
      ([, from, dash, to]) => [from, dash, to] as const,
    ),
  ),
  ([from, , to]) => (from.type === 'loose' || from.type === to.type ? spanOf(from, to) : null),
);

/** «2025/2026 годы» */
const slashedYears: Parser<Span> = mapIf(
  sequence(
    token((here) => (here.type === 'other' ? /^(20\d\d)\/(20\d\d)$/u.exec(here.mark) : null)),
    words('годы', 'гг'),
  ),
  ([[, from, to]]) => spanOf(wholeYear(Number(from)), wholeYear(Number(to))),
);

/** «не ранее 1 марта и не позднее 29 марта 2024 года» */
const notBeforeNotAfter: Parser<Span> = mapIf(
  sequence(
    words('не ранее', 'не раньше'),
    anyBound,
    optional(mark(',')),
    optional(words('и', 'но', 'а')),
    words('не позднее', 'не позже'),
    anyBound,
  ),
  ([, from, , , , to]) => spanOf(from, to),
);

/** «I квартал 2024 г.», «в марте 2024 года», «в течение 2024 года» */
const wholePeriod: Parser<Span> = map(
  either<Period>(
    period('alone'),
    map(
      sequence(
        words('в течение', 'в течении', 'на протяжении', 'в период'),
        optional(words('всего')),
        period('governed'),
      ),
      ([, , at]) => at,
    ),
    map(sequence(words('в', 'во'), period('inside')), ([, at]) => at),
    map(sequence(words('весь'), period('alone')), ([, at]) => at),
  ),
  (at) => ({ from: at, to: at }),
);

export const span: Parser<Span> = once(either(fromTo, dashed, slashedYears, notBeforeNotAfter, wholePeriod));

export const rangeMeaning: Parser<Meaning> = map(
  sequence(optional(words('в срок', 'в сроки')), span),
  ([, { from, to }]) => ({ type: 'range', from, to }),
);

function wholeYear(year: number): Period {
  return { type: 'year', index: 1, year };
}

function spanOf(from: Bound | Loose, to: Bound): Span | null {
  if (from.type !== 'loose') return { from, to };
  // «с 25 по 5 марта»: one of the numbers is not what was meant
  const end = to.type === 'day' ? to.day : to.index;
  const bound = end !== 'current' && from.n < end ? likeBound(from, to) : null;
  return bound === null ? null : { from: bound, to };
}

/** A loose number read as the same kind of thing as its neighbour. */
export function likeBound({ n, roman }: Loose, model: Bound): Bound | null {
  switch (model.type) {
    case 'day': {
      const like: DayPoint = { type: 'day', day: n, month: model.month, year: model.year };
      return roman ? null : like;
    }
    case 'quarter':
    case 'half':
    case 'decade':
      return { ...model, index: n };
    case 'month':
    case 'year':
      return null;
  }
}
