/** How a body's settings write a day of a known year: «21.04». Pure. */
import { dateOf, type LocalDate } from './local-date.js';

/** @returns null when it is no day of that year */
export function dayOfYear(value: unknown, year: number): LocalDate | null {
  const found = typeof value === 'string' ? /^(\d{2})\.(\d{2})$/u.exec(value) : null;
  return found === null ? null : dateOf(year, Number(found[2]), Number(found[1]));
}
