/** What an item's process is started with, and whom the launch itself tells. The plan is computed here, outside the sandbox. Pure. */
import { dayOf, type Instant } from '#domain/body-time';
import type { ItemPeople } from '#domain/item';
import type { ItemLife } from '#domain/item-life';
import { plannedDocuments } from '#domain/item-plan';
import { recipientsOf, type NoticeKind } from '#domain/notice';
import { nextMorning, planWakes } from '#domain/reminder';
import type { ItemCard, Notice } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { ItemStart } from '#workflows/messages/item';
import type { ClientDeps } from './deps.js';

/** Somebody has yet to name the day: an external schedule, or a term that runs from an event. */
export function awaitsDate({ deadline, workingDueOn }: Pick<ItemCard, 'deadline' | 'workingDueOn'>): boolean {
  return workingDueOn === null && (deadline.kind === 'external' || deadline.kind === 'term');
}

export function startOf(
  deps: ClientDeps,
  item: Pick<ItemCard, 'roadmapCode' | 'no' | 'results' | 'deadline' | 'dueOn' | 'workingDueOn'>,
  people: ItemPeople,
  at: Instant,
): ItemStart {
  const { zone, ladder, calendar, clockOffsetMs, historyLimit } = deps;
  const waits = awaitsDate(item);
  const requestsMade = waits ? 1 : 0; // the launch itself asks for the first time
  const plan = planWakes({
    itemId: itemId({ code: item.roadmapCode, no: item.no }),
    workingDue: item.workingDueOn,
    awaitsDate: waits,
    from: at,
    documents: plannedDocuments(item.results, 'launch'),
    ladder,
    calendar,
    zone,
    requestsMade,
  });
  const life: ItemLife = {
    revision: 0,
    status: waits ? 'waitingDate' : 'planned',
    people,
    due: item.dueOn,
    workingDue: item.workingDueOn,
    awaitsDate: waits,
    results: item.results.map(({ key, kind }) => ({ key, kind })),
    plan,
    requestsMade,
    documents: [],
    report: null,
    moves: [],
    extension: null,
    since: dayOf(at, zone),
    closedOn: null,
  };
  return { code: item.roadmapCode, no: item.no, life, clockOffsetMs, zone, ladder, handled: [], historyLimit };
}

/** Everybody concerned hears of the assignment the next morning; whoever owes a date is asked for it. */
export function launchNotices(deps: ClientDeps, { code, no, life }: ItemStart, at: Instant): readonly Notice[] {
  const sendAt = nextMorning(at, deps.calendar, deps.zone);
  const rows = (kind: NoticeKind, step: string, facts: Notice['facts']): readonly Notice[] =>
    recipientsOf(kind, 1, life.people, deps.ladder).map(({ id, role }) => ({
      key: [itemId({ code, no }), kind, life.workingDue ?? '–', step, id].join('|'),
      kind,
      role,
      recipientId: id,
      roadmapCode: code,
      itemNo: no,
      documentId: null,
      facts,
      dueOn: life.workingDue,
      sendAt,
      madeAt: at,
    }));
  const assignment = rows('assignment', 'launch', {});
  return life.awaitsDate ? [...assignment, ...rows('name-date', '1', { offset: 1 })] : assignment;
}
