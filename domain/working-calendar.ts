/**
 * Which days are worked, and counting in working days. Pure: the calendars are data (`production-calendars`), a body's
 * own days off and working days come as options. A year without data has weekends and the yearly holidays only and is
 * never passed off as decreed: `coverage` says so and explanations repeat it.
 */
import { VekhaError } from './errors.js';
import { addDays, dayNumber, weekdayOf, yearOf, type LocalDate } from './local-date.js';
import { PRODUCTION_CALENDARS, type CalendarData } from './production-calendars.js';

/** `decreed` by the government; `provisional` a forecast; `none`: weekends and yearly holidays only. */
type Coverage = 'decreed' | 'provisional' | 'none';

/** Why a day is off: a weekend, a holiday, moved by the production calendar, or the body's own day off. */
export type DayOff = 'weekend' | 'holiday' | 'moved' | 'regional';

export interface WorkingCalendar {
  isWorking(day: LocalDate): boolean;
  /** Null on a working day. */
  dayOff(day: LocalDate): DayOff | null;
  coverage(year: number): Coverage;
}

export interface WorkingCalendarOptions {
  /** Instead of the calendars of Russia that the program carries. */
  readonly years?: CalendarData;
  /** Regional holidays; they win over `extraWorkingDays`. */
  readonly extraDaysOff?: readonly LocalDate[];
  readonly extraWorkingDays?: readonly LocalDate[];
}

// Labour Code, article 112.
const YEARLY_HOLIDAYS: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]);

export function workingCalendar(options: WorkingCalendarOptions = {}): WorkingCalendar {
  const years = options.years ?? PRODUCTION_CALENDARS;
  const worked = new Set<string>(options.extraWorkingDays);
  const regional = new Set<string>(options.extraDaysOff);
  const moved = new Set<string>();
  for (const [year, data] of Object.entries(years)) {
    for (const day of data.work) worked.add(`${year}-${day}`);
    for (const day of [...Object.values(data.moves), ...data.auto]) moved.add(`${year}-${day}`);
  }

  function dayOff(day: LocalDate): DayOff | null {
    if (regional.has(day)) return 'regional';
    if (worked.has(day)) return null;
    if (YEARLY_HOLIDAYS.has(day.slice(5))) return 'holiday';
    if (weekdayOf(day) >= 6) return 'weekend';
    return moved.has(day) ? 'moved' : null;
  }

  return {
    dayOff,
    isWorking: (day) => dayOff(day) === null,
    coverage(year) {
      const data = years[String(year)];
      if (data === undefined) return 'none';
      return data.provisional === true || data.decree === null ? 'provisional' : 'decreed';
    },
  };
}

/** The day itself when it is worked, else the first working day after it. */
export function nextWorkingDay(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  return seek(day, 1, calendar);
}

/** The day itself when it is worked, else the last working day before it. */
export function previousWorkingDay(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  return seek(day, -1, calendar);
}

/**
 * The `n`-th working day after `day` (before it when `n` is negative); `day` itself is not counted and, with `n` = 0,
 * is returned as it is.
 */
export function addWorkingDays(day: LocalDate, n: number, calendar: WorkingCalendar): LocalDate {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; left -= 1) at = seek(addDays(at, step), step, calendar);
  return at;
}

/**
 * Working days after `from` up to and including `to`; when `to` is earlier, minus those after `to` up to and including
 * `from`, so that between(a, b) = −between(b, a).
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar) || 0;
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (calendar.isWorking(day)) count += 1;
  }
  return count;
}

/** The first year of these days, if any, whose calendar the government has not decreed. */
export function undecreedYear(days: readonly LocalDate[], calendar: WorkingCalendar): number | null {
  return days.map(yearOf).find((year) => calendar.coverage(year) !== 'decreed') ?? null;
}

function seek(day: LocalDate, step: 1 | -1, calendar: WorkingCalendar): LocalDate {
  let at = day;
  while (!calendar.isWorking(at)) {
    at = addDays(at, step);
    // A calendar that works on no day would seek for ever; a year without a working day is a mistake in the settings.
    if (Math.abs(dayNumber(at) - dayNumber(day)) > 366) {
      throw new VekhaError('calendar.gap', 'В производственном календаре нет ни одного рабочего дня за целый год.');
    }
  }
  return at;
}
