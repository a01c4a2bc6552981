/**
 * The last day on which a result is in time, moved off non-working days, with the reason in words. Pure.
 * State bodies move it backward (the body's instruction), civil law forward; which of the two is a setting.
 */
import { dotted, type LocalDate } from './local-date.js';
import { weekday } from './russian-date.js';
import {
  nextWorkingDay,
  previousWorkingDay,
  undecreedYear,
  type DayOff,
  type WorkingCalendar,
} from './working-calendar.js';

export type MoveRule = 'backward' | 'forward';

export interface DueDay {
  readonly day: LocalDate;
  /** Russian: why the day was moved, and that its year's calendar is not final; null when there is nothing to say. */
  readonly explanation: string | null;
}

const DAY_OFF: Readonly<Record<DayOff, (name: string) => string>> = {
  weekend: (name) => name,
  holiday: (name) => `нерабочий праздничный день (${name})`,
  moved: (name) => `выходной день по производственному календарю (${name})`,
  regional: (name) => `нерабочий день органа (${name})`,
};

/**
 * @param nominal day named in the order, inclusive
 * @param rule `backward`: the working day before (rule of state bodies); `forward`: the one after (civil law)
 * Source: data on deadlines, "Working date". 2024-08-25, a Sunday → 2024-08-23.
 */
export function dueDay(nominal: LocalDate, calendar: WorkingCalendar, rule: MoveRule = 'backward'): DueDay {
  const off = calendar.dayOff(nominal);
  const day = rule === 'backward' ? previousWorkingDay(nominal, calendar) : nextWorkingDay(nominal, calendar);
  const sentences = [
    ...(off === null ? [] : [moved(nominal, off, day, rule)]),
    ...calendarNote([nominal, day], calendar),
  ];
  return { day, explanation: sentences.length === 0 ? null : sentences.join(' ') };
}

function moved(nominal: LocalDate, off: DayOff, day: LocalDate, rule: MoveRule): string {
  const [way, to] =
    rule === 'backward'
      ? ['предыдущий', 'в предыдущий рабочий день']
      : ['следующий', 'в ближайший следующий рабочий день'];
  return (
    `${dotted(nominal)} – ${DAY_OFF[off](weekday(nominal, 'nom'))}; срок переносится на ${way} рабочий день, ` +
    `${weekday(day, 'acc')} ${dotted(day)} (правило: если последний день нерабочий, срок истекает ${to}).`
  );
}

function calendarNote(days: readonly LocalDate[], calendar: WorkingCalendar): readonly string[] {
  const year = undecreedYear(days, calendar);
  if (year === null) return [];
  return calendar.coverage(year) === 'provisional'
    ? [`Производственный календарь на ${year} год предварительный: рабочий день может измениться.`]
    : [
        `Производственного календаря на ${year} год нет: учтены только выходные и ежегодные праздники, рабочий день предварительный.`,
      ];
}
