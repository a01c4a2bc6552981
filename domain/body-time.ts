/**
 * The body's own time: instants are epoch milliseconds of the installation's clock, days are those of its zone.
 * The zone is a fixed offset from UTC (Moscow +180): Russia has had no summer time since 2014, and `Intl` is banned
 * wherever a workflow might reach. An offset that once changed for a region is a new setting, not a rule in code.
 */
import { dateOfDayNumber, dayNumber, type LocalDate } from './local-date.js';

/** Milliseconds since 1970-01-01T00:00Z on the installation's clock (server's time plus `clockOffsetMs`). */
export type Instant = number;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

export interface Zone {
  readonly utcOffsetMinutes: number;
}

export const MOSCOW: Zone = { utcOffsetMinutes: 180 };

/** The instant of `minutesOfDay` (540 is 9:00) of a day in the zone. */
export function instantOf(date: LocalDate, minutesOfDay: number, zone: Zone): Instant {
  return dayNumber(date) * MS_PER_DAY + (minutesOfDay - zone.utcOffsetMinutes) * MS_PER_MINUTE;
}

export function dayOf(instant: Instant, zone: Zone): LocalDate {
  return dateOfDayNumber(Math.floor((instant + zone.utcOffsetMinutes * MS_PER_MINUTE) / MS_PER_DAY));
}

/** Minutes since midnight in the zone, 0–1439. */
export function minutesOfDay(instant: Instant, zone: Zone): number {
  const local = instant + zone.utcOffsetMinutes * MS_PER_MINUTE;
  return Math.floor((((local % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / MS_PER_MINUTE);
}
