/** What all readings are made of: the situation they are made in, the working day, notes that several kinds share. Pure. */
import type { DeadlineRules } from '../deadline-rules.js';
import { namedRule } from '../deadline-rules.js';
import { dueDay } from '../due-day.js';
import { dotted, type LocalDate } from '../local-date.js';
import { withWeekday } from '../russian-date.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { daysOf, isFault, lastInTime, type Days, type Fault } from './calendar-days.js';
import type { Bound, Meaning } from './meaning.js';
import type { DeadlineKind, DeadlineReading } from './reading.js';

export interface Situation {
  readonly orderDate: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Last day on which an occurrence may fall; null: no limit. */
  readonly horizon: LocalDate | null;
  readonly rules: DeadlineRules;
}

export type Resolved = Omit<DeadlineReading, 'phrase'>;

export type Of<T extends Meaning['type']> = Extract<Meaning, { type: T }>;

/** Days as the body counts them: «до 1 марта» may leave 1 March out. */
export interface CountedDays extends Days {
  readonly leftOut: LocalDate | null;
}

export function countedDays(bound: Bound, { orderDate, rules }: Situation): CountedDays | Fault {
  const days = daysOf(bound, orderDate);
  if (isFault(days)) return days;
  const last = lastInTime(bound, days.last, rules.upToIncluded);
  return last === days.last ? { ...days, leftOut: null } : { ...days, first: last, last, leftOut: days.last };
}

export function withDue(
  kind: DeadlineKind,
  due: LocalDate,
  { calendar, rules }: Situation,
  notes: readonly string[],
  more: Partial<Pick<Resolved, 'from' | 'term' | 'occurrences'>> = {},
): Resolved {
  const { day, explanation } = dueDay(due, calendar, rules);
  const plain =
    calendar.dayOff(due) === null
      ? [`${kind === 'recurring' ? 'Ближайший срок' : 'Последний день'} – ${withWeekday(due)}.`]
      : [];
  return {
    kind,
    due,
    workingDue: day,
    ...more,
    explanation: [...notes, ...plain, ...(explanation === null ? [] : [explanation])].join(' '),
  };
}

export function dateless(kind: DeadlineKind, explanation: string): Resolved {
  return { kind, due: null, workingDue: null, explanation };
}

/** What of the days was not in the phrase: the year taken, the day left out. */
export function dayNotes(days: readonly CountedDays[], { orderDate, rules }: Situation): readonly string[] {
  const left = days.find(({ leftOut }) => leftOut !== null)?.leftOut;
  return [
    ...(days.some(({ yearTaken }) => yearTaken) ? [`Год не назван: взят ближайший после ${dotted(orderDate)}.`] : []),
    ...(left === null || left === undefined
      ? []
      : [`${dotted(left)} в срок не входит ${namedRule('день, названный после «до», в срок не включается', rules)}.`]),
  ];
}
