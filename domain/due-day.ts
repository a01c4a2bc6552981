/**
 * The last day on which a result is in time, moved off non-working days, with the reason in words. Pure.
 * State bodies move it backward (the body's instruction), civil law forward; which of the two is a setting.
 */
import { DEFAULT_RULES, namedRule, type DeadlineRules, type MoveRule } from './deadline-rules.js';
import { dotted, type LocalDate } from './local-date.js';
import { weekday } from './russian-date.js';
import {
  nextWorkingDay,
  previousWorkingDay,
  undecreedYear,
  type DayOff,
  type WorkingCalendar,
} from './working-calendar.js';

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
 * @param rules `backward`: the working day before (rule of state bodies); `forward`: the one after (civil law); `none`
 * Source: data on deadlines, "Working date". 2024-08-25, a Sunday → 2024-08-23.
 */
export function dueDay(
  nominal: LocalDate,
  calendar: WorkingCalendar,
  rules: Pick<DeadlineRules, 'move' | 'name'> = DEFAULT_RULES,
): DueDay {
  const off = calendar.dayOff(nominal);
  const day = MOVES[rules.move](nominal, calendar);
  const sentences = [
    ...(off === null ? [] : [moved(nominal, off, day, rules)]),
    ...calendarNote([nominal, day], calendar),
  ];
  return { day, explanation: sentences.length === 0 ? null : sentences.join(' ') };
}

const MOVES: Readonly<Record<MoveRule, (day: LocalDate, calendar: WorkingCalendar) => LocalDate>> = {
  backward: previousWorkingDay,
  forward: nextWorkingDay,
  none: (day) => day,
};

const MOVE_RULES: Readonly<Record<MoveRule, string>> = {
  backward: 'если последний день нерабочий, срок истекает в предыдущий рабочий день',
  forward: 'если последний день нерабочий, срок истекает в ближайший следующий рабочий день',
  none: 'нерабочий последний день не переносится',
};

function moved(nominal: LocalDate, off: DayOff, day: LocalDate, rules: Pick<DeadlineRules, 'move' | 'name'>): string {
  const what = `${dotted(nominal)} – ${DAY_OFF[off](weekday(nominal, 'nom'))}`;
  const rule = namedRule(MOVE_RULES[rules.move], rules);
  if (rules.move === 'none') return `${what}; срок не переносится ${rule}.`;
  const way = rules.move === 'backward' ? 'предыдущий' : 'следующий';
  return `${what}; срок переносится на ${way} рабочий день, ${weekday(day, 'acc')} ${dotted(day)} ${rule}.`;
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
