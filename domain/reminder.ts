/**
 * When an item wakes: reminders before the due day, the due day, rungs after it, requests to name a date, drafts.
 * Pure planning: calendar and zone come as arguments, the result is a list of instants that a workflow only sleeps to.
 * Imported by code that reaches the workflow sandbox: no Node built-ins, no clock, no random.
 */
import { dayOf, instantOf, minutesOfDay, type Instant, type Zone } from './body-time.js';
import { DOCUMENT_KIND_ROWS, type DocumentKind } from './document-kind.js';
import { addDays, dotted, type LocalDate } from './local-date.js';
import { workingDaysLate } from './lateness.js';
import { plural } from './plural.js';
import { addWorkingDays, nextWorkingDay, workingDaysBetween, type WorkingCalendar } from './working-calendar.js';

/** Rungs in working days from the working due date. Editable per roadmap; a running item keeps the ladder it has. */
export interface Ladder {
  /** Days before, as positive numbers, in any order. */
  readonly before: readonly number[];
  readonly onDueDay: boolean;
  /** The first rung after the due date. */
  readonly overdueFirst: number;
  /** Later rungs stand at the multiples of this; 0 means none. */
  readonly overdueEvery: number;
  /** Co-executors are copied from this many days before. */
  readonly copyAt: number;
  /** The head hears of a delay from this many days after. */
  readonly headFrom: number;
}

export const DEFAULT_LADDER: Ladder = {
  before: [10, 5, 3, 1],
  onDueDay: true,
  overdueFirst: 1,
  overdueEvery: 5,
  copyAt: 1,
  headFrom: 5,
};

export type WakeKind = 'reminder' | 'dueToday' | 'overdue' | 'dateRequest' | 'draft' | 'planMore';

export interface Wake {
  readonly at: Instant;
  readonly kind: WakeKind;
  /** The working day whose morning mail carries it. */
  readonly day: LocalDate;
  /** Working days relative to the working due date (−10 … 0 … +5); for `dateRequest` the ordinal of the request. */
  readonly offset: number;
  readonly due: LocalDate | null;
  readonly document?: DocumentKind;
  /** Russian timer summary, at most 150 characters: «Напоминание за 5 рабочих дней». */
  readonly title: string;
}

export interface PlannedDocument {
  readonly kind: DocumentKind;
  /** `launch`: at once; `morning`: before the next morning mail, so that a launch arms every item without a draft. */
  readonly drafted: 'launch' | 'morning' | { readonly workingDaysBefore: number };
}

export interface PlanInput {
  /** Unique over the installation: spreads items over the window. */
  readonly itemId: string;
  readonly workingDue: LocalDate | null;
  /** An external party owes the date. */
  readonly awaitsDate: boolean;
  /** Nothing is planned before this instant. */
  readonly from: Instant;
  readonly documents: readonly PlannedDocument[];
  readonly ladder: Ladder;
  readonly calendar: WorkingCalendar;
  readonly zone: Zone;
  /** Requests to name a date made so far; with none, the first is planned for the nearest morning. */
  readonly requestsMade?: number;
}

/** Rungs planned at a time where there is no end; a `planMore` wake asks for the next ones. */
const CHUNK = 12;
/** Drafts come before the reminders that enclose them, and one herd does not wait for the other. */
const DRAFTS_AHEAD_MS = 60 * 60_000;
const WINDOW_OPENS = 6 * 60;
const WINDOW_CLOSES = 8 * 60 + 45;
const MORNING = 9 * 60;
const URGENT_FROM = 8 * 60;
const URGENT_UNTIL = 20 * 60;
const DAYS_BETWEEN_REQUESTS = 7;

/**
 * All wake-ups of an item after `from`, by instant. Rungs fall on working days; those whose instant has passed are
 * dropped, except the due day itself, which is told at once. Where the ladder has no end the last wake is `planMore`.
 */
export function planWakes(input: PlanInput): readonly Wake[] {
  const wakes = [
    ...input.documents.flatMap((document) => draftWake(document, input)),
    ...(input.workingDue === null ? [] : ladderWakes(input.workingDue, input)),
    ...(input.workingDue === null && input.awaitsDate ? requestWakes(input) : []),
  ];
  return wakes.sort((a, b) => a.at - b.at);
}

/** Minute of the day at which this item wakes, 360–525 (06:00–08:45): FNV-1a of the id, so it never changes. */
export function spreadMinutes(itemId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < itemId.length; i += 1) {
    hash ^= itemId.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return WINDOW_OPENS + (hash % (WINDOW_CLOSES - WINDOW_OPENS + 1));
}

/** 9:00 of the day: when the morning mail goes. */
export function morningOf(day: LocalDate, zone: Zone): Instant {
  return instantOf(day, MORNING, zone);
}

/** The first 9:00 of a working day at or after `now`. */
export function nextMorning(now: Instant, calendar: WorkingCalendar, zone: Zone): Instant {
  const today = dayOf(now, zone);
  const first = now <= morningOf(today, zone) ? today : addDays(today, 1);
  return morningOf(nextWorkingDay(first, calendar), zone);
}

/** When urgent mail goes: at once from 8:00 to 20:00 of any day, else at the next working morning. */
export function urgentInstant(now: Instant, calendar: WorkingCalendar, zone: Zone): Instant {
  const minutes = minutesOfDay(now, zone);
  return minutes >= URGENT_FROM && minutes < URGENT_UNTIL ? now : nextMorning(now, calendar, zone);
}

function ladderWakes(due: LocalDate, input: PlanInput): readonly Wake[] {
  const { ladder, calendar, from, zone } = input;
  const dayAt = workingDaysAround(due, calendar);
  const rung = (kind: WakeKind, offset: number, title: string): Wake => {
    const day = dayAt(offset);
    return { at: wakeInstant(day, input), kind, day, offset, due, title };
  };
  const before = [...new Set(ladder.before)]
    .filter((days) => days > 0)
    .map((days) => rung('reminder', -days, `Напоминание за ${workingDaysPhrase(days)}`));
  const after = overdueOffsets(due, dayAt, input).map((days) =>
    rung('overdue', days, `Просрочено на ${workingDaysPhrase(days)}`),
  );
  const last = after.at(-1);
  return [
    ...before.filter((wake) => wake.at > from),
    ...(ladder.onDueDay && dayOf(from, zone) <= due
      ? [dueDayWake(rung('dueToday', 0, `Срок сегодня, ${dotted(due)}`), from)]
      : []),
    ...after,
    ...(last === undefined || ladder.overdueEvery <= 0 ? [] : [planMore(last)]),
  ];
}

/** The due day is the one wake that is not lost when its instant has passed: it goes at once. */
function dueDayWake(wake: Wake, from: Instant): Wake {
  return { ...wake, at: Math.max(wake.at, from) };
}

/** The next rungs after `from`, at most `CHUNK`; a late launch starts with the rung that comes next. */
function overdueOffsets(due: LocalDate, dayAt: (offset: number) => LocalDate, input: PlanInput): readonly number[] {
  const { overdueFirst, overdueEvery } = input.ladder;
  const late = workingDaysLate(due, dayOf(input.from, input.zone), input.calendar);
  const ahead = (offset: number): boolean => offset > late || wakeInstant(dayAt(offset), input) > input.from;
  const offsets = overdueFirst > 0 && overdueFirst >= late && ahead(overdueFirst) ? [overdueFirst] : [];
  if (overdueEvery <= 0) return offsets;
  const firstMultiple = Math.max(1, Math.floor(Math.max(late, overdueFirst) / overdueEvery));
  for (let k = firstMultiple; offsets.length < CHUNK; k += 1) {
    const offset = k * overdueEvery;
    if (offset > overdueFirst && offset >= late && ahead(offset)) offsets.push(offset);
  }
  return offsets;
}

/** The working day at each offset from `due`; walked once, because the rungs of one ladder share their way. */
function workingDaysAround(due: LocalDate, calendar: WorkingCalendar): (offset: number) => LocalDate {
  const ahead: LocalDate[] = [];
  const behind: LocalDate[] = [];
  return (offset) => {
    const walked = offset < 0 ? behind : ahead;
    let day = walked[Math.abs(offset) - 1] ?? walked.at(-1) ?? due;
    while (walked.length < Math.abs(offset)) {
      day = addWorkingDays(day, Math.sign(offset), calendar);
      walked.push(day);
    }
    return offset === 0 ? due : day;
  };
}

/** The nearest morning when nobody has been asked yet, then every seventh day, moved to a working one. */
function requestWakes(input: PlanInput): readonly Wake[] {
  const { calendar, from, zone } = input;
  const made = input.requestsMade ?? 0;
  const today = dayOf(from, zone);
  const days: LocalDate[] = made === 0 ? [firstMorningDay(input)] : [];
  for (let week = 1; days.length < CHUNK; week += 1) {
    const day = nextWorkingDay(addDays(today, week * DAYS_BETWEEN_REQUESTS), calendar);
    // After long holidays two weeks can meet on one day: nobody is asked twice in a morning.
    if (day > (days.at(-1) ?? today)) days.push(day);
  }
  const wakes = days.map((day, index): Wake => {
    const ordinal = made + index + 1;
    return {
      at: wakeInstant(day, input),
      kind: 'dateRequest',
      day,
      offset: ordinal,
      due: null,
      title: `Запрос даты исполнения № ${ordinal}`,
    };
  });
  return [...wakes, ...wakes.slice(-1).map(planMore)];
}

function draftWake(document: PlannedDocument, input: PlanInput): readonly Wake[] {
  const { workingDue: due, calendar, from } = input;
  const day = draftDay(document, input);
  if (day === null) return [];
  const at = document.drafted === 'launch' ? from : Math.max(from, wakeInstant(day, input) - DRAFTS_AHEAD_MS);
  const mailDay = at > from ? day : mailDayAt(from, input);
  return [
    {
      at,
      kind: 'draft',
      day: mailDay,
      offset: due === null ? 0 : workingDaysBetween(due, mailDay, calendar),
      due,
      document: document.kind,
      title: `Подготовка проекта: ${DOCUMENT_KIND_ROWS[document.kind].noun}`,
    },
  ];
}

/** The day on which drafting is meant to happen; null when it hangs on a due date that is not known. */
function draftDay({ drafted }: PlannedDocument, input: PlanInput): LocalDate | null {
  if (drafted === 'launch') return dayOf(input.from, input.zone);
  if (drafted === 'morning') return mailDayAt(input.from, input);
  return input.workingDue === null
    ? null
    : addWorkingDays(input.workingDue, -drafted.workingDaysBefore, input.calendar);
}

function planMore(last: Wake): Wake {
  return { ...last, kind: 'planMore', title: 'Продолжение плана напоминаний' };
}

/** The first working day whose window is still ahead at `from`. */
function firstMorningDay(input: PlanInput): LocalDate {
  const today = dayOf(input.from, input.zone);
  const open = input.calendar.isWorking(today) && wakeInstant(today, input) > input.from;
  return open ? today : nextWorkingDay(addDays(today, 1), input.calendar);
}

function mailDayAt(instant: Instant, { calendar, zone }: PlanInput): LocalDate {
  return dayOf(nextMorning(instant, calendar, zone), zone);
}

/** When the process of this id wakes on a day: before the morning mail, each at its own minute. */
export function wakeInstant(day: LocalDate, { itemId, zone }: Pick<PlanInput, 'itemId' | 'zone'>): Instant {
  return instantOf(day, spreadMinutes(itemId), zone);
}

/** «1 рабочий день», «3 рабочих дня», «10 рабочих дней»: after «за» and «на», with plain spaces, as timers show it. */
function workingDaysPhrase(n: number): string {
  return `${n} ${plural(n, 'рабочий день', 'рабочих дня', 'рабочих дней')}`;
}
