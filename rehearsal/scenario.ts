/**
 * How the officials of a rehearsal behave: scenarios as data, and what one person would do next, decided from the same
 * card a real person sees. Pure: no clock, no effects.
 */
import type { LocalDate } from '#domain/local-date';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '#domain/working-calendar';
import type { DocumentCard, ItemCard, RoadmapCard } from '#client';

export const SCENARIOS = ['on-time', 'silent', 'mixed'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/** One item's people, in working days. */
export interface Habits {
  /** The report comes so many working days before the due day; negative: after it; null: never. */
  readonly reportsBefore: number | null;
  /** Drafts are filled, approved and registered; false: they lie where they are. */
  readonly handlesDrafts: boolean;
  /** The approver returns the first version, the controller the first report. */
  readonly returnsOnce: boolean;
  /** Working days from launch until the owner of an external date names one; null: never. */
  readonly namesDateAfter: number | null;
  /** The named date lies so many working days after the answer. */
  readonly namedDateAhead: number;
  /** The head moves the deadline by so many working days on the due day; 0: no move. */
  readonly movesDeadlineBy: number;
}

const ON_TIME: Habits = {
  reportsBefore: 1,
  handlesDrafts: true,
  returnsOnce: false,
  namesDateAfter: 8,
  namedDateAhead: 40,
  movesDeadlineBy: 0,
};
const SILENT: Habits = {
  reportsBefore: null,
  handlesDrafts: false,
  returnsOnce: false,
  namesDateAfter: null,
  namedDateAhead: 0,
  movesDeadlineBy: 0,
};
const LATE: Habits = { ...ON_TIME, reportsBefore: -6, namesDateAfter: 20 };
const RETURNED: Habits = { ...ON_TIME, reportsBefore: 3, returnsOnce: true, namesDateAfter: 20 };
const MOVED: Habits = { ...ON_TIME, reportsBefore: 0, movesDeadlineBy: 10, namesDateAfter: 20 };

/** In the mixed scenario items take turns, in the order of the table. */
const MIXED: readonly Habits[] = [ON_TIME, LATE, RETURNED, MOVED];

export function habitsOf(scenario: ScenarioName, position: number): Habits {
  switch (scenario) {
    case 'on-time':
      return ON_TIME;
    case 'silent':
      return SILENT;
    case 'mixed':
      return MIXED[position % MIXED.length] ?? ON_TIME;
  }
}

export type Step =
  | { readonly does: 'fill'; readonly document: DocumentCard }
  | { readonly does: 'approve' | 'return' | 'register'; readonly document: DocumentCard }
  | { readonly does: 'nameDate'; readonly date: LocalDate }
  | { readonly does: 'moveDeadline'; readonly date: LocalDate }
  | { readonly does: 'report' | 'acceptReport' | 'returnReport' };

/** Hours of the day at which each kind of work is done; a step waits for its hour. */
export const HOURS: readonly { readonly minutes: number; readonly does: readonly Step['does'][] }[] = [
  { minutes: 11 * 60, does: ['fill', 'nameDate'] },
  { minutes: 14 * 60, does: ['approve', 'return', 'moveDeadline'] },
  { minutes: 15 * 60, does: ['register'] },
  { minutes: 16 * 60, does: ['report'] },
  { minutes: 17 * 60, does: ['acceptReport', 'returnReport'] },
];

export interface Today {
  readonly day: LocalDate;
  readonly launchedOn: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Ids of documents and items that were returned once already. */
  readonly returned: ReadonlySet<string>;
}

/** What the people of an item would do today, whatever the hour. */
export function stepsOf(item: ItemCard, habits: Habits, today: Today): readonly Step[] {
  if (item.status === 'offControl') return [];
  const { day, launchedOn, calendar } = today;
  const drafts = habits.handlesDrafts ? item.documents.flatMap((document) => draftStep(document, habits, today)) : [];
  if (item.status === 'waitingDate') {
    const after = habits.namesDateAfter;
    const answers = after !== null && workingDaysBetween(launchedOn, day, calendar) >= after;
    return answers
      ? [...drafts, { does: 'nameDate', date: addWorkingDays(day, habits.namedDateAhead, calendar) }]
      : drafts;
  }
  if (item.status === 'reported') {
    const returns = habits.returnsOnce && !today.returned.has(item.id);
    return [...drafts, { does: returns ? 'returnReport' : 'acceptReport' }];
  }
  return [...drafts, ...deadlineSteps(item, habits, today)];
}

function draftStep(document: DocumentCard, habits: Habits, { returned }: Today): readonly Step[] {
  switch (document.state) {
    case 'filling':
    case 'returned':
      return [{ does: 'fill', document }];
    case 'onApproval':
      return [{ does: habits.returnsOnce && !returned.has(document.id) ? 'return' : 'approve', document }];
    case 'toSign':
      return [{ does: 'register', document }];
    default:
      return [];
  }
}

function deadlineSteps(item: ItemCard, habits: Habits, { day, calendar, returned }: Today): readonly Step[] {
  const due = item.workingDue;
  if (due === null || habits.reportsBefore === null) return [];
  if (habits.movesDeadlineBy > 0 && day === due && !returned.has(`${item.id}#moved`)) {
    return [{ does: 'moveDeadline', date: addWorkingDays(due, habits.movesDeadlineBy, calendar) }];
  }
  const from = addWorkingDays(due, -habits.reportsBefore, calendar);
  const movesFirst = habits.movesDeadlineBy > 0 && !returned.has(`${item.id}#moved`);
  return day >= from && !movesFirst ? [{ does: 'report' }] : [];
}

/** The last day of the month after the last named due day: by then silence has said all it has to say. */
export function horizonOf(
  roadmap: RoadmapCard,
  launchedOn: LocalDate,
): { readonly year: number; readonly month: number } {
  const last = roadmap.items.reduce<string>(
    (latest, { workingDue }) => ((workingDue ?? '') > latest ? (workingDue ?? '') : latest),
    launchedOn,
  );
  const index = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7));
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}
