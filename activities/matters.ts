/** From a notice to the matter of a mail: what each kind needs to say, read from how things stand now. */
import { dayOf, type Instant } from '#domain/body-time';
import { actCited } from '#domain/edition/amending-act';
import type { EditionNote } from '#domain/edition/plan';
import { VekhaError } from '#domain/errors';
import { doneOn } from '#domain/item-life';
import { workingDaysLate } from '#domain/lateness';
import { parseLocalDate, type LocalDate } from '#domain/local-date';
import { APPROVAL_NORM_DAYS, routeNormDays } from '#domain/route-norms';
import { addWorkingDays, workingDaysBetween } from '#domain/working-calendar';
import type { DocumentBrief, Matter } from '#mail';
import type { Notice, ReadDb, WriteTx } from '#store';
import type { ActivityDeps } from './deps.js';
import { editionNoteIn } from './editions.js';
import { extensionAsked } from './extension-matter.js';
import type { ItemStandingNow, Standings } from './standing.js';

export async function matterOf(
  deps: ActivityDeps,
  tx: WriteTx,
  notice: Notice,
  now: ItemStandingNow,
  all: Standings,
  at: Instant,
): Promise<Matter> {
  const { calendar, zone } = deps;
  const { facts } = notice;
  const today = dayOf(at, zone);
  const by = async () => all.person(text(facts['by']));
  const note = async () => deps.repository.noteById(tx, text(facts['noteId']));
  /** What brought the order's new edition; null: a person acted. */
  const edition = async () => editionNoteIn((await note())?.data);
  const act = async () => (await edition())?.act ?? null;
  const words = async () => {
    const named = await act();
    return named === null ? ((await note())?.text ?? '') : actCited(named);
  };
  const base = {
    role: notice.role,
    roadmap: now.roadmap,
    item: now.item,
    people: now.people,
    documents: now.documents,
    today,
    next: now.next,
    calendarSequence: await sequence(deps, tx, notice, now),
  };
  switch (notice.kind) {
    case 'assignment':
    case 'due-today':
      return { ...base, kind: notice.kind };
    case 'reminder':
      return { ...base, kind: 'reminder', offset: Number(facts['offset']) };
    case 'overdue':
      return {
        ...base,
        kind: 'overdue',
        offset: Number(facts['offset']),
        lastReminder: await all.earlier.lastReminder(notice),
      };
    case 'name-date':
      return { ...base, kind: 'name-date', requests: await all.earlier.requests(notice) };
    case 'date-named':
      return { ...base, kind: 'date-named', date: parseLocalDate(text(facts['to'])), basis: await words() };
    case 'draft-ready': {
      const document = documentOf(notice, now);
      const normDays = routeNormDays(kindOf(notice, now));
      const due = now.card.workingDueOn;
      return {
        ...base,
        kind: 'draft-ready',
        document,
        normDays,
        sendBy: due === null ? null : addWorkingDays(due, -normDays, calendar),
        daysLeft: due === null ? null : workingDaysBetween(today, due, calendar),
      };
    }
    case 'approval-requested': {
      const requestedOn = parseLocalDate(text(facts['since']));
      return {
        ...base,
        kind: 'approval-requested',
        document: documentOf(notice, now),
        author: now.people.responsible,
        requestedOn,
        decideBy: addWorkingDays(requestedOn, APPROVAL_NORM_DAYS, calendar),
        normDays: APPROVAL_NORM_DAYS,
        waitingDay: Math.max(1, workingDaysBetween(requestedOn, today, calendar) + 1),
        signer: signerOf(notice, now),
      };
    }
    case 'approved':
      return {
        ...base,
        kind: 'approved',
        document: documentOf(notice, now),
        by: await by(),
        at: notice.madeAt,
        remarks: (await words()) || null,
        signer: signerOf(notice, now),
      };
    case 'returned':
      return { ...base, kind: 'returned', document: documentOf(notice, now), by: await by(), remarks: await words() };
    case 'registered':
      return {
        ...base,
        kind: 'registered',
        document: documentOf(notice, now),
        number: text(facts['number']),
        date: parseLocalDate(text(facts['date'])),
      };
    case 'deadline-moved':
      return {
        ...base,
        kind: 'deadline-moved',
        from: optionalDate(facts['from']),
        to: parseLocalDate(text(facts['to'])),
        by: await by(),
        reason: await words(),
        byOrder: await act(),
      };
    case 'reassigned':
      return {
        ...base,
        kind: 'reassigned',
        from: await all.person(text(facts['from'])),
        to: await all.person(text(facts['to'])),
        by: await by(),
        reason: await words(),
        since: parseLocalDate(text(facts['since'])),
      };
    case 'report-submitted':
      return {
        ...base,
        kind: 'report-submitted',
        by: await by(),
        evidence: await evidenceWords(deps, tx, text(facts['noteId'])),
        interim: facts['interim'] === true,
        decideBy: facts['interim'] === true ? null : addWorkingDays(today, APPROVAL_NORM_DAYS, calendar),
      };
    case 'report-returned':
      return { ...base, kind: 'report-returned', by: await by(), remarks: await words() };
    case 'off-control': {
      const on = now.card.closedOn ?? today;
      const done = doneOn(now.card) ?? on;
      const due = now.card.workingDueOn;
      return {
        ...base,
        kind: 'off-control',
        by: await by(),
        on,
        doneOn: done,
        daysLate: due === null ? 0 : workingDaysLate(due, done, calendar),
        moved: now.card.moves.some((move) => move.from !== null),
        counts: {
          offControl: now.roadmapCard.itemsOffControl,
          total: now.roadmapCard.items - now.roadmapCard.itemsWithdrawn,
        },
      };
    }
    case 'reworded': {
      const { act: named, changes } = required(await edition());
      return { ...base, kind: 'reworded', act: named, changes };
    }
    case 'extension-requested':
      return { ...base, kind: 'extension-requested', ...(await extensionAsked(deps, tx, now.card, all)) };
    case 'extension-granted':
      return {
        ...base,
        kind: 'extension-granted',
        from: optionalDate(facts['from']),
        to: parseLocalDate(text(facts['to'])),
        by: await by(),
      };
    case 'extension-refused':
      return { ...base, kind: 'extension-refused', by: await by(), reason: await words() };
    case 'withdrawn':
      return {
        ...base,
        kind: 'withdrawn',
        act: required(await edition()).act,
        on: parseLocalDate(text(facts['on'])),
      };
    case 'weekly-digest':
      throw new VekhaError('act.invalid', 'Еженедельная сводка относится к дорожной карте, а не к пункту.');
  }
}

/** SEQUENCE of this person's event: rises only when the date has changed since the last mail. */
async function sequence(deps: ActivityDeps, tx: WriteTx, notice: Notice, { card }: ItemStandingNow): Promise<number> {
  const due = card.workingDueOn;
  if (due === null) return 0;
  return deps.repository.nextEventSequence(tx, notice.recipientId, card.roadmapCode, card.no, due);
}

async function evidenceWords(deps: ActivityDeps, db: ReadDb, noteId: string): Promise<readonly string[]> {
  const note = await deps.repository.noteById(db, noteId);
  const data = note?.data;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const { evidence } = data as { evidence?: readonly unknown[] };
  return (evidence ?? []).map(String);
}

function documentOf(notice: Notice, { documents }: ItemStandingNow): DocumentBrief {
  const found = documents.find(({ id }) => id === notice.documentId);
  if (found === undefined) throw new VekhaError('document.unknown', `Документа ${notice.documentId ?? ''} нет.`);
  return found;
}

function kindOf(notice: Notice, { documentCards }: ItemStandingNow) {
  const found = documentCards.find(({ id }) => id === notice.documentId);
  if (found === undefined) throw new VekhaError('document.unknown', `Документа ${notice.documentId ?? ''} нет.`);
  return found.kind;
}

function signerOf(notice: Notice, now: ItemStandingNow) {
  return documentOf(notice, now).numbered ? now.people.head : null;
}

function required(edition: EditionNote | null): EditionNote {
  if (edition === null)
    throw new VekhaError('act.invalid', 'Слов новой редакции в хранилище нет: письмо не составлено.');
  return edition;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optionalDate(value: unknown): LocalDate | null {
  return typeof value === 'string' ? parseLocalDate(value) : null;
}
