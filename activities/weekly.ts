/** The week's summary of a roadmap for its controller and signatory: who gets one, and what it says. */
import { dayOf, type Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { isOver } from '#domain/item';
import { workingDaysLate } from '#domain/lateness';
import { doneOn, type ExtensionRequest } from '#domain/item-life';
import { addDays, dotted, weekdayOf, type LocalDate } from '#domain/local-date';
import { morningOf } from '#domain/reminder';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '#domain/working-calendar';
import type { WeeklySummary } from '#mail';
import type { ItemCard, Notice, WriteTx } from '#store';
import type { ActivityDeps } from './deps.js';
import type { Standings } from './standing.js';

const LOOK_AHEAD_WORKING_DAYS = 10;

/** On the first working morning of a week every running roadmap owes its summary; written once, whoever asks again. */
export async function oweWeekly(deps: ActivityDeps, tx: WriteTx, at: Instant): Promise<void> {
  const { calendar, zone, repository } = deps;
  const today = dayOf(at, zone);
  if (at < morningOf(today, zone) || today !== firstWorkingDayOfWeek(today, calendar)) return;
  const running = (await repository.roadmaps(tx)).filter(({ state }) => state === 'running');
  const rows = running.flatMap(({ code, controllerId, headId, launchedAt }): readonly Notice[] => {
    // A roadmap launched this very morning has nothing to sum up yet.
    if (launchedAt !== null && dayOf(launchedAt, zone) === today) return [];
    const recipients = [...new Set([controllerId, headId])].filter((id) => id !== null);
    return recipients.map((id) => ({
      key: `${code}|weekly-digest|${today}|${id}`,
      kind: 'weekly-digest',
      role: id === controllerId ? 'controller' : 'head',
      recipientId: id,
      roadmapCode: code,
      itemNo: null,
      documentId: null,
      facts: {},
      dueOn: null,
      sendAt: morningOf(today, zone),
      madeAt: at,
    }));
  });
  await repository.addNotices(tx, rows);
}

export async function weeklyOf(
  deps: ActivityDeps,
  tx: WriteTx,
  notice: Notice,
  all: Standings,
  at: Instant,
): Promise<WeeklySummary> {
  const { calendar, zone, repository } = deps;
  const asOf = dayOf(at, zone);
  const roadmap = await repository.roadmap(tx, notice.roadmapCode);
  if (roadmap === null) throw new VekhaError('roadmap.unknown', `Дорожной карты ${notice.roadmapCode} нет.`);
  const cards = await repository.itemCards(tx, roadmap.code);
  const open = cards.filter(({ status }) => !isOver(status));
  const late = open.filter(({ workingDueOn }) => workingDueOn !== null && workingDueOn < asOf);
  const overdue = await Promise.all(
    late.map(async (card) => ({
      itemNo: card.printedNo,
      workingDays: card.workingDueOn === null ? 0 : workingDaysLate(card.workingDueOn, asOf, calendar),
      document: (await all.item(roadmap.code, card.no)).documents.find(({ holder }) => holder !== null) ?? null,
    })),
  );
  const undecided = open.filter(({ status, extension }) => status === 'reported' || extension !== null);
  const waiting = await Promise.all(
    undecided.map(async (card) => ({
      itemNo: card.printedNo,
      what: card.extension === null ? 'отчёт на приёмке' : extensionTold(card.extension, card.workingDueOn),
      by: card.waitsFor[0] === undefined ? null : await all.person(card.waitsFor[0]),
    })),
  );
  const until = addWorkingDays(asOf, LOOK_AHEAD_WORKING_DAYS, calendar);
  const ahead = open.flatMap(dated).filter(({ due }) => due >= asOf);
  return {
    kind: 'weekly-digest',
    role: notice.role,
    roadmap: {
      code: roadmap.code,
      orderKind: roadmap.order.kind,
      orderDate: roadmap.order.datedOn,
      orderNumber: roadmap.order.number,
    },
    asOf,
    counts: { offControl: roadmap.itemsOffControl, total: roadmap.items - roadmap.itemsWithdrawn },
    overdue,
    waiting,
    upcoming: { until, items: ahead.filter(({ due }) => due <= until) },
    nearest: ahead.filter(({ due }) => due > until).sort((a, b) => a.due.localeCompare(b.due))[0] ?? null,
    ko: discipline(
      cards.filter(({ status }) => status !== 'withdrawn'),
      asOf,
    ),
  };
}

/** «перенос срока с 23.08.2024 на 30.09.2024» */
function extensionTold({ workingDue }: ExtensionRequest, from: LocalDate | null): string {
  return `перенос срока${from === null ? '' : ` с ${dotted(from)}`} на ${dotted(workingDue)}`;
}

/** Done in time out of those whose day has come; null while there are none. */
function discipline(cards: readonly ItemCard[], asOf: LocalDate): { inTime: number; of: number } | null {
  const come = cards.filter(({ workingDueOn }) => workingDueOn !== null && workingDueOn < asOf);
  if (come.length === 0) return null;
  const inTime = come.filter((card) => {
    const done = doneOn(card);
    return done !== null && card.workingDueOn !== null && done <= card.workingDueOn;
  });
  return { inTime: inTime.length, of: come.length };
}

function dated({ printedNo, workingDueOn }: ItemCard): readonly { itemNo: string; due: LocalDate }[] {
  return workingDueOn === null ? [] : [{ itemNo: printedNo, due: workingDueOn }];
}

function firstWorkingDayOfWeek(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  return nextWorkingDay(addDays(day, 1 - weekdayOf(day)), calendar);
}
