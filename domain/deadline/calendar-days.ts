/**
 * From days and periods as written to days of the calendar. Pure. What the calendar does not have («31 февраля», «V квартал»)
 * and what contradicts itself (a weekday that is another day) is a fault with its sentence, never a near-by day.
 */
import {
  addDays,
  dateOf,
  daysInMonth,
  dotted,
  partsOf,
  weekdayOf,
  yearOf,
  type LocalDate,
  type Weekday,
} from '../local-date.js';
import { weekday } from '../russian-date.js';
import type { Bound, DayPoint, Period, YearWord } from './meaning.js';

export interface Fault {
  /** Russian, a clause without a full stop: what is wrong with the deadline. */
  readonly fault: string;
}

export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** The year is not in the order: the nearest one was taken. */
  readonly yearTaken: boolean;
}

const YEARS_TO_SEEK = 9;
const MOST_YEARS_IN_TWO_DIGITS = 15;

export function isFault(value: object): value is Fault {
  return 'fault' in value;
}

/**
 * First and last day of what is written. Without a year: the nearest one whose last day is after the order.
 * @param orderDate «текущего года» is its year
 */
export function daysOf(written: Bound, orderDate: LocalDate): Days | Fault {
  const bound = settledByOrder(written, orderDate);
  const year = yearNumber(bound.year, orderDate);
  if (year !== null) {
    // «30.10.20» is more likely cut short than four years late, «30.10.42» more likely a slip than twenty years off.
    const ahead = year - yearOf(orderDate);
    if (isTwoDigit(bound.year) && (ahead < 0 || ahead > MOST_YEARS_IN_TWO_DIGITS))
      return { fault: `год записан двумя цифрами: ${year}?` };
    const found = inYear(bound, year);
    return found === null ? { fault: impossible(bound, year) } : (wrongWeekday(bound, found) ?? found);
  }
  for (let ahead = 0; ahead < YEARS_TO_SEEK; ahead += 1) {
    const found = inYear(bound, yearOf(orderDate) + ahead);
    if (found !== null && found.last > orderDate) return wrongWeekday(bound, found) ?? { ...found, yearTaken: true };
  }
  return { fault: impossible(bound, null) };
}

/** The last day in time: where the body's «до» leaves its day out, the day before. */
export function lastInTime(bound: Bound, last: LocalDate, upToIncluded: boolean): LocalDate {
  return bound.type === 'day' && bound.upTo === true && !upToIncluded ? addDays(last, -1) : last;
}

/** A year that stands once serves all: each bound without one takes it from the next that has it, else from the last. */
export function withSharedYear(bounds: readonly Bound[]): readonly Bound[] {
  const done: Bound[] = [];
  let year: YearWord = bounds.findLast((bound) => bound.year !== 'none')?.year ?? 'none';
  for (const bound of bounds.toReversed()) {
    if (bound.year !== 'none') year = bound.year;
    done.unshift({ ...bound, year });
  }
  return done;
}

/** «текущего месяца», «до конца квартала»: the one in which the order was signed. */
function settledByOrder(bound: Bound, orderDate: LocalDate): Bound {
  const { month } = partsOf(orderDate);
  if (bound.type === 'day') return bound.month === 'current' ? { ...bound, month } : bound;
  return bound.index === 'current' ? { ...bound, index: Math.ceil(month / MONTHS_IN_PERIOD[bound.type]) } : bound;
}

const MONTHS_IN_PERIOD: Readonly<Record<Period['type'], number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 1,
};

function yearNumber(year: YearWord, orderDate: LocalDate): number | null {
  if (year === 'none') return null;
  if (year === 'current') return yearOf(orderDate);
  if (year === 'next') return yearOf(orderDate) + 1;
  return year < 100 ? 2000 + year : year;
}

function isTwoDigit(year: YearWord): boolean {
  return typeof year === 'number' && year < 100;
}

/** The days in that year, or null when it has none such. */
export function inYear(bound: Bound, year: number): Days | null {
  if (bound.type === 'day') {
    const day = typeof bound.month !== 'number' ? null : dateOf(year, bound.month, bound.day);
    return day === null ? null : { first: day, last: day, yearTaken: false };
  }
  return periodIn(bound, year);
}

function periodIn({ type, index, month }: Period, year: number): Days | null {
  if (index === 'current') return null;
  switch (type) {
    case 'month':
      return monthsOf(year, index, 1);
    case 'quarter':
      return index > 4 ? null : monthsOf(year, 3 * index - 2, 3);
    case 'half':
      return index > 2 ? null : monthsOf(year, 6 * index - 5, 6);
    case 'year':
      return monthsOf(year, 1, 12);
    case 'decade':
      return month === undefined ? null : tenDays(year, month, index);
  }
}

function monthsOf(year: number, month: number, count: number): Days | null {
  const first = dateOf(year, month, 1);
  const lastMonth = month + count - 1;
  const last = dateOf(year, lastMonth, daysInMonth(year, lastMonth));
  return first === null || last === null ? null : { first, last, yearTaken: false };
}

function tenDays(year: number, month: number, index: number): Days | null {
  if (index > 3) return null;
  const first = dateOf(year, month, 10 * index - 9);
  const last = index === 3 ? dateOf(year, month, daysInMonth(year, month)) : first && addDays(first, 9);
  return first === null || last === null ? null : { first, last, yearTaken: false };
}

function wrongWeekday(bound: Bound, { last }: Days): Fault | null {
  if (bound.type !== 'day' || bound.weekday === undefined || bound.weekday === weekdayOf(last)) return null;
  return {
    fault: `${dotted(last)} – ${weekday(last, 'nom')}, а в сроке назван другой день недели (${nameOf(bound.weekday)})`,
  };
}

function nameOf(day: Weekday): string {
  // 2024-01-01 is a Monday.
  return weekday(addDays('2024-01-01' as LocalDate, day - 1), 'nom');
}

function impossible(bound: Bound, year: number | null): string {
  const inThatYear = year === null ? '' : `.${year}`;
  if (bound.type === 'day') return `такого дня нет: ${dayInDigits(bound)}${inThatYear}`;
  const [noun, most] = LONGEST[bound.type];
  return `такого периода нет: ${noun} № ${bound.index} (их ${most})`;
}

const LONGEST: Readonly<Record<Period['type'], readonly [string, number]>> = {
  month: ['месяц', 12],
  quarter: ['квартал', 4],
  half: ['полугодие', 2],
  year: ['год', 1],
  decade: ['декада', 3],
};

function dayInDigits({ day, month }: DayPoint): string {
  return [day, month ?? 0].map((n) => String(n).padStart(2, '0')).join('.');
}
