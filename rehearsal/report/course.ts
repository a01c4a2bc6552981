/**
 * What became of each item in a rehearsal: its dates one after another, who was asked for a date, when it was reported
 * and taken off control. Pure: read from the timeline and the last card, for every section of the report and for the findings.
 */
import { workingDaysLate } from '#domain/lateness';
import type { LocalDate } from '#domain/local-date';
import type { WorkingCalendar } from '#domain/working-calendar';
import type { ItemCard } from '#client';
import type { Rehearsal } from '../summary.js';
import type { TimelineEvent } from '../timeline.js';

/** A working due date and the day from which it held. */
interface DueStep {
  readonly since: LocalDate;
  /** Null while nobody has named the day. */
  readonly workingDue: LocalDate | null;
  readonly how: 'launch' | 'named' | 'moved';
  readonly by: string | null;
}

export interface ItemCourse {
  readonly item: ItemCard;
  readonly events: readonly TimelineEvent[];
  /** The first stood at launch; the last holds at the end. Never empty. */
  readonly dues: readonly [DueStep, ...DueStep[]];
  /** Day that the order names and why the working day differs, as they stood at launch. */
  readonly launchDue: { readonly due: LocalDate | null; readonly explanation: string };
  /** Day of the last full report; null when none was submitted. */
  readonly reportedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

export function coursesOf(rehearsal: Rehearsal): readonly ItemCourse[] {
  const { roadmap, timeline, from } = rehearsal;
  return roadmap.items.map((item) => {
    const events = timeline.filter((event) => event.item === item.no);
    const dues = duesOf(item, events, from);
    return {
      item,
      events,
      dues,
      launchDue: launchDueOf(item, dues),
      reportedOn: lastDay(events, 'report'),
      closedOn: item.status === 'offControl' ? lastDay(events, 'offControl') : null,
    };
  });
}

/** Day of an event: `2023-12-27T09:00` → `2023-12-27`. */
export function dayOfEvent({ at }: TimelineEvent): LocalDate {
  return at.slice(0, 10) as LocalDate;
}

/** Still on control at the end of a day, and the date that held then has passed. */
export function isOverdueOn(course: ItemCourse, day: LocalDate): boolean {
  const due = dueOn(course, day);
  const closed = course.closedOn !== null && course.closedOn <= day;
  return due !== null && !closed && due < day;
}

/** Working days between the date in force and the report that closed the item; 0 in time or without a date. */
export function daysLateAtEnd({ item, reportedOn, closedOn }: ItemCourse, calendar: WorkingCalendar): number {
  const done = reportedOn ?? closedOn;
  return item.workingDue === null || done === null ? 0 : workingDaysLate(item.workingDue, done, calendar);
}

/** The working due date in force at the end of a day. */
function dueOn({ dues }: ItemCourse, day: LocalDate): LocalDate | null {
  return dues.findLast(({ since }) => since <= day)?.workingDue ?? null;
}

const DATED: ReadonlySet<string> = new Set(['nameDeadline', 'moveDeadline', 'grantExtension']);

function duesOf(item: ItemCard, events: readonly TimelineEvent[], launchedOn: LocalDate): ItemCourse['dues'] {
  const changes = events.filter(({ what, facts }) => DATED.has(what) && facts['beforeLaunch'] !== true);
  const [first] = changes;
  const atLaunch = first === undefined ? item.workingDue : dateFact(first, 'from');
  const later = changes.map((event): DueStep => {
    const how = event.what === 'nameDeadline' ? 'named' : 'moved';
    return { since: dayOfEvent(event), workingDue: dateFact(event, 'to'), how, by: event.who };
  });
  return [{ since: launchedOn, workingDue: atLaunch, how: 'launch', by: null }, ...later];
}

/** What the order itself named, where a move or an answer has replaced it since. */
function launchDueOf(item: ItemCard, [first, ...later]: ItemCourse['dues']): ItemCourse['launchDue'] {
  if (later.length === 0) return { due: item.due, explanation: item.explanation };
  const { due, workingDue, explanation } = item.ordered;
  return workingDue === first.workingDue ? { due, explanation } : { due: first.workingDue, explanation: '' };
}

function dateFact({ facts }: TimelineEvent, name: string): LocalDate | null {
  const value = facts[name];
  return typeof value === 'string' ? (value as LocalDate) : null;
}

function lastDay(events: readonly TimelineEvent[], what: string): LocalDate | null {
  const found = events.findLast((event) => event.what === what);
  return found === undefined ? null : dayOfEvent(found);
}
