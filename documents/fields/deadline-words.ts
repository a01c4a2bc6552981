/** How documents speak of a deadline that was moved, and of a day that was late. Pure. */
import { dueDay } from '#domain/due-day';
import { dotted, type LocalDate, weekdayOf } from '#domain/local-date';
import { plural, workingDays } from '#domain/plural';
import { weekday } from '#domain/russian-date';
import { workingDaysBetween, type WorkingCalendar } from '#domain/working-calendar';
import type { DocumentFacts } from './facts.js';
import type { DeadlineMove, NamedPaper, SummaryItem } from './process-facts.js';

/** The working date that holds now: the last move wins over the order's own. */
export function dueInForce({ item, process }: DocumentFacts): LocalDate | null {
  return process?.moves?.at(-1)?.to ?? item.deadline.workingDue;
}

/** «1 раз: с 15.02.2024 на 29.02.2024 (распоряжение от 15.02.2024 № 241-р)»; null when it never was. */
export function movedWords(moves: readonly DeadlineMove[]): string | null {
  if (moves.length === 0) return null;
  const each = moves.map((move) => `${fromTo(move)}${move.by === null ? '' : ` (${paperWords(move.by)})`}`);
  return `${String(moves.length)} ${plural(moves.length, 'раз', 'раза', 'раз')}: ${each.join('; ')}`;
}

/** «с 15.02.2024 на 29.02.2024» */
export function fromTo({ from, to }: Pick<DeadlineMove, 'from' | 'to'>): string {
  return `с ${dotted(from)} на ${dotted(to)}`;
}

/** «распоряжение от 15.02.2024 № 241-р» */
export function paperWords({ noun, date, number }: NamedPaper): string {
  return `${noun} от ${dotted(date)} № ${number}`;
}

/** Working days by which `done` is later than `due`; 0: in time. */
export function lateBy(due: LocalDate, done: LocalDate, calendar: WorkingCalendar): number {
  return done <= due ? 0 : workingDaysBetween(due, done, calendar);
}

/** «с опозданием на 4 рабочих дня» */
export function lateWords(days: number): string {
  return `с опозданием на ${workingDays(days, 'acc')}`;
}

/** A day off is moved as the body moves it, with the reason: «08.09.2024 – воскресенье». */
export function onWorkingDay(
  day: LocalDate,
  { calendar, rules }: Pick<DocumentFacts, 'calendar' | 'rules'>,
): { readonly day: LocalDate; readonly why: string | undefined } {
  const moved = dueDay(day, calendar, rules).day;
  if (moved === day) return { day, why: undefined };
  const weekend = weekdayOf(day) >= 6;
  return { day: moved, why: `${dotted(day)} – ${weekend ? weekday(day, 'nom') : 'нерабочий день'}` };
}

/** @param today until when an unfinished point is late; null: count finished ones only */
export function lateOf(
  { workingDue, doneOn }: Pick<SummaryItem, 'workingDue' | 'doneOn'>,
  today: LocalDate | null,
  calendar: WorkingCalendar,
): number {
  const until = doneOn ?? today;
  return workingDue === null || until === null ? 0 : lateBy(workingDue, until, calendar);
}
