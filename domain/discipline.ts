/** How deadlines are kept: plainly, weighed by delay, and as if none had been moved. Pure. Source: documents, "Отчёт об исполнительской дисциплине". */
import { workingDaysLate } from './lateness.js';
import type { LocalDate } from './local-date.js';
import { workingDaysBetween, type WorkingCalendar } from './working-calendar.js';

/** Working days after which a late deadline weighs nothing; a habit of the trade. */
export const SCALE_DAYS = 20;

export interface DueDeadline {
  /** Working days from the working due to the day done, or to the end of the period. */
  readonly lateDays: number;
  readonly done: boolean;
  readonly moves?: { readonly times: number; readonly days: number };
}

export interface DisciplineFigures {
  /** N */
  readonly due: number;
  /** n */
  readonly inTime: number;
  readonly late: number;
  readonly undone: number;
  /** d̄, working days; null: nothing is late. */
  readonly averageDelay: number | null;
  readonly movedTimes: number;
  readonly movedDays: number;
  /** Ко, per cent; null when nothing fell due: never 0 or 100. */
  readonly kept: number | null;
  /** Кв, per cent. */
  readonly weighed: number | null;
}

/** A deadline with its history. */
export interface KeptDeadline {
  /** In force now. */
  readonly workingDue: LocalDate | null;
  /** In the order they were made; `from` is the working due that was left, null where a day was named for the first time. */
  readonly moves: readonly { readonly from: LocalDate | null }[];
  /** Null: not done yet. */
  readonly doneOn: LocalDate | null;
}

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Figures of a set of deadlines. */
export function disciplineOf(deadlines: readonly DueDeadline[], scaleDays: number = SCALE_DAYS): DisciplineFigures {
  const late = deadlines.filter(({ done, lateDays }) => done && lateDays > 0);
  const undone = deadlines.filter(({ done }) => !done);
  const due = deadlines.length;
  const inTime = due - late.length - undone.length;
  const slow = [...late, ...undone];
  const weight = late.reduce((sum, { lateDays }) => sum + Math.max(0, 1 - lateDays / scaleDays), inTime);
  return {
    due,
    inTime,
    late: late.length,
    undone: undone.length,
    averageDelay: slow.length === 0 ? null : slow.reduce((sum, { lateDays }) => sum + lateDays, 0) / slow.length,
    movedTimes: deadlines.reduce((sum, { moves }) => sum + (moves?.times ?? 0), 0),
    movedDays: deadlines.reduce((sum, { moves }) => sum + (moves?.days ?? 0), 0),
    kept: due === 0 ? null : (inTime / due) * 100,
    weighed: due === 0 ? null : (weight / due) * 100,
  };
}

/**
 * Whether and how it fell due within the period. What falls due today and is not done is not late yet: it does not count.
 * @returns null when it did not fall due
 */
export function dueWithin(
  deadline: KeptDeadline,
  { from, to }: Period,
  today: LocalDate,
  calendar: WorkingCalendar,
): DueDeadline | null {
  const { workingDue, doneOn } = deadline;
  if (workingDue === null || workingDue < from || workingDue > to) return null;
  const done = doneOn !== null && doneOn <= to;
  if (!done && workingDue >= today) return null;
  return {
    lateDays: workingDaysLate(workingDue, done ? doneOn : to, calendar),
    done,
    moves: movesOf(deadline, calendar),
  };
}

/** The same deadline as if nobody had moved it, so that moving hides nothing. */
export function asFirstNamed(deadline: KeptDeadline): KeptDeadline {
  const left = deadline.moves.find(({ from }) => from !== null);
  return { workingDue: left?.from ?? deadline.workingDue, moves: [], doneOn: deadline.doneOn };
}

/** Earlier days, too, are moves: they are counted in days without their sign. */
function movesOf({ workingDue, moves }: KeptDeadline, calendar: WorkingCalendar) {
  const steps = moves.flatMap(({ from }, i) => {
    const to = moves[i + 1]?.from ?? workingDue;
    if (from === null || to === null || from === to) return [];
    return [Math.abs(workingDaysBetween(from, to, calendar))];
  });
  return { times: steps.length, days: steps.reduce((sum, days) => sum + days, 0) };
}
