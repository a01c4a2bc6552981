/** On which days a repeated deadline falls: the first four after the order. Pure; days off do not matter here. */
import { addDays, addMonths, dateOf, daysInMonth, partsOf, weekdayOf, yearOf, type LocalDate } from '../local-date.js';
import { inYear, lastInTime } from './calendar-days.js';
import type { Frequency, RepeatDay } from './meaning.js';

/** Only days after `after`, up to `until`, of periods within `from` … `to`. */
export interface Window {
  readonly after: LocalDate;
  readonly until: LocalDate | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** Further occurrences are not counted out. */
export const MOST_FOUND = 4;
/** How far ahead days are sought: an order that repeats names nothing beyond. */
const YEARS_AHEAD = 60;

/** The day that is meant when none is named; null: there is no rule, a person must say it. */
export function defaultDay({ unit, every }: Frequency, dayAfterPeriod: number | null): RepeatDay | 'everyDay' | null {
  if (unit === 'day' && every === 1) return 'everyDay';
  if (unit !== 'month') return null;
  if (every === 1 || every === 3) {
    return dayAfterPeriod === null ? null : { type: 'dayOfMonth', day: dayAfterPeriod, place: 'after' };
  }
  return every === 12 ? { type: 'dayOfYear', days: [{ type: 'day', day: 31, month: 12, year: 'none' }] } : null;
}

/** @param upToIncluded false: «до 10 числа» is the 9th */
export function occurrencesOf(
  every: Frequency,
  day: RepeatDay | 'everyDay',
  window: Window,
  upToIncluded: boolean,
): readonly LocalDate[] {
  if (day === 'everyDay') return collect(daysFrom(window.after, 1), window);
  switch (day.type) {
    case 'weekday':
      return collect(daysFrom(nextWeekday(window.after, day.weekday), 7), window);
    case 'dayOfYear':
      return collect(yearly(day, window.after, upToIncluded), window);
    case 'dayOfMonth':
      return collect(
        monthly(every.every, day, window.after, upToIncluded),
        window,
        day.place === 'after' ? everyMonthBefore : itself,
      );
  }
}

/** From the date named, step by step. */
export function stepsFrom(first: LocalDate, every: Frequency, window: Window): readonly LocalDate[] {
  return collect(steps(first, every), window);
}

function collect(
  days: Iterable<LocalDate>,
  window: Window,
  reported: (day: LocalDate) => LocalDate = itself,
): readonly LocalDate[] {
  const found: LocalDate[] = [];
  for (const day of days) {
    if (found.length === MOST_FOUND || yearOf(day) > yearOf(window.after) + YEARS_AHEAD) break;
    if (window.until !== null && day > window.until) break;
    if (window.to !== null && reported(day) > window.to) break;
    if (day > window.after && (window.from === null || reported(day) >= window.from)) found.push(day);
  }
  return found;
}

function itself(day: LocalDate): LocalDate {
  return day;
}

/** A day after the period stands for the period: 10 January 2025 belongs to December 2024. */
function everyMonthBefore(day: LocalDate): LocalDate {
  return addDays(day, -partsOf(day).day);
}

function* daysFrom(start: LocalDate, step: number): Generator<LocalDate> {
  for (let day = start; ; day = addDays(day, step)) yield day;
}

function nextWeekday(after: LocalDate, wanted: number): LocalDate {
  return addDays(after, ((wanted - weekdayOf(after) + 6) % 7) + 1);
}

function* yearly(
  { days }: Extract<RepeatDay, { type: 'dayOfYear' }>,
  after: LocalDate,
  upToIncluded: boolean,
): Generator<LocalDate> {
  for (let year = yearOf(after); ; year += 1) {
    yield* days
      .flatMap((bound) => {
        const found = inYear(bound, year);
        return found === null ? [] : lastInTime(bound, found.last, upToIncluded);
      })
      .sort();
  }
}

/** The same number in each month that is due; the last day where the month is shorter. */
function* monthly(
  every: number,
  { day, place, upTo }: Extract<RepeatDay, { type: 'dayOfMonth' }>,
  after: LocalDate,
  upToIncluded: boolean,
): Generator<LocalDate> {
  // With a length of one month each month is due; else the first after the period, or the last within it.
  const due = place === 'last' ? 0 : 1 % every;
  for (let index = yearOf(after) * 12; ; index += 1) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    const found = month % every === due ? dateOf(year, month, Math.min(day, daysInMonth(year, month))) : null;
    if (found !== null) yield upTo === true && !upToIncluded ? addDays(found, -1) : found;
    if (year > yearOf(after) + YEARS_AHEAD) return;
  }
}

function* steps(first: LocalDate, { unit, every }: Frequency): Generator<LocalDate> {
  for (let k = 0; ; k += 1) {
    if (unit === 'month') yield addMonths(first, k * every);
    else yield addDays(first, k * every * (unit === 'week' ? 7 : 1));
  }
}
