/** Days as Excel counts them. Source: ECMA-376-1, §18.17.4.1. Pure. */
import { dateOfDayNumber, dayNumber, parseLocalDate, type LocalDate } from '#domain/local-date';

const FIRST = dayNumber(parseLocalDate('1900-01-01'));
const LAST = dayNumber(parseLocalDate('2199-12-31'));

/** Serial number of 1970-01-01; between 1900-03-01 and the rest lies 29 February 1900, a day that never was. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const NEVER_WAS = 60;

/** @returns null for what is no day: less than one, 29 February 1900, after 2199 */
export function dayOfSerial(serial: number, from1904: boolean): LocalDate | null {
  const whole = Math.floor(serial);
  if (!from1904 && (whole < 1 || whole === NEVER_WAS)) return null;
  const number = whole - (from1904 ? EPOCH_1904 : whole < NEVER_WAS ? EPOCH_1900 - 1 : EPOCH_1900);
  return number < FIRST || number > LAST ? null : dateOfDayNumber(number);
}

/** For days after February 1900. */
export function serialOfDay(day: LocalDate): number {
  return dayNumber(day) + EPOCH_1900;
}
