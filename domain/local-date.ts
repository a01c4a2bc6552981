/**
 * A calendar day without time or zone, as the orders name it: «не позднее 25 августа 2024 года».
 * Kept as an ISO string so that it compares, sorts and travels through JSON as it is. Pure arithmetic on day numbers:
 * no `Date` getters of the machine's zone are used here, so the result is the same everywhere.
 */
import { VekhaError } from './errors.js';

declare const brand: unique symbol;
/** `YYYY-MM-DD`, proleptic Gregorian, years 1900–2199. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

export interface DateParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** ISO weekday, Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day, or null when there is no such day (31 February, month 13, year 1066). */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1900 || year > 2199 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as LocalDate;
}

/**
 * Reads `YYYY-MM-DD` or `DD.MM.YYYY`.
 * @throws VekhaError 'date.unreadable'
 */
export function parseLocalDate(text: string): LocalDate {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const found = iso
    ? dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : dotted
      ? dateOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
      : null;
  if (found === null) {
    const why = iso === null && dotted === null ? 'не дата' : 'такого дня нет';
    throw new VekhaError('date.unreadable', `«${text}» – ${why}: укажите день как 25.08.2024 или 2024-08-25.`, { why });
  }
  return found;
}

export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Whole days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

export function dateOfDayNumber(n: number): LocalDate {
  return new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day number `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return dateOf(y, m, Math.min(day, daysInMonth(y, m))) as LocalDate;
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** `25.08.2024` */
export function dotted(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
