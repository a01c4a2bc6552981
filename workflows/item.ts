/**
 * One measure of a roadmap, from launch until it is off control. Runs in the deterministic sandbox: no I/O, no clock but
 * the workflow's, no calendar (plans arrive computed). One loop, one timer; whatever a person does is an Update.
 * What may happen and what follows is decided in `domain/item-life`; this file waits and calls.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { dayOf, type Instant } from '#domain/body-time';
import { isClosed } from '#domain/document-life';
import {
  waitsFor,
  whyNotOnItem,
  whyNotReport,
  withClosed,
  withDeadline,
  withDocument,
  withReport,
  withReportReturned,
  withResponsible,
  type ItemLife,
} from '#domain/item-life';
import { acceptorOf } from '#domain/permissions';
import type { Refusal } from '#domain/refusal';
import type { DocumentKind } from '#domain/document-kind';
import type { ItemAction } from '#domain/permissions';
import type { Entry, NoticeDraft } from '#activities';
import { itemId } from '#workflows/messages/ids';
import {
  DOCUMENT_CHANGED_SIGNAL,
  ITEM_STANDING_QUERY,
  ITEM_UPDATES,
  type Amend,
  type DocumentChanged,
  type ItemOutcome,
  type ItemStanding,
  type ItemStart,
  type ItemUpdateBase,
  type Reassign,
  type SetDeadline,
  type SubmitReport,
} from '#workflows/messages/item';
import { attempt, NEXT_ATTEMPT } from './attempt.js';
import { commitItem, mailroomCalls } from './effects.js';
import { amended, withdrawn } from './item-amendment.js';
import { noticesOf } from './item-notices.js';
import { carryOut } from './item-wake.js';
import { cancelDocuments, tellDocuments, tellRoadmap } from './item-neighbours.js';
import { isHistoryLong } from './history-length.js';
import { peopleActs } from './people-acts.js';
import { datedByPlan } from './planned-instant.js';
import { itemAttributes } from './search-attributes.js';
import { takeTurns } from './turns.js';

/** What an act changes: the state after it, its line in the journal, who hears of it. */
export interface Change {
  readonly life: ItemLife;
  /** Null when the change is not worth a line of its own. */
  readonly entry: Entry | null;
  readonly notices: readonly NoticeDraft[];
  /** Where the item's new words wait in the store. */
  readonly wordsIn?: string;
  /** Documents that nobody needs any more. */
  readonly dropped?: readonly DocumentKind[];
}

export async function item(start: ItemStart): Promise<ItemOutcome> {
  const { code, no } = start;
  const takeTurn = takeTurns();
  const mailroom = mailroomCalls();
  const now = (): Instant => Date.now() + start.clockOffsetMs;
  let life = start.life;

  /** The state first, so that the next validator sees it; then its effects, in one transaction. */
  async function commit(change: Change, at: Instant): Promise<void> {
    const before = life;
    life = change.life;
    if (before.status !== life.status || before.workingDue !== life.workingDue || before.people !== life.people) {
      upsertSearchAttributes(itemAttributes(code, no, life));
    }
    try {
      const entries = change.entry === null ? [] : [change.entry];
      const words = change.wordsIn === undefined ? {} : { wordsIn: change.wordsIn };
      const committed = await commitItem({ code, no, at, life, entries, notices: change.notices, ...words });
      mailroom.call(committed.urgentAt);
    } catch (error) {
      life = before; // what the store has refused has not happened
      throw error;
    }
    if (change.dropped !== undefined) await cancelDocuments(code, no, life, change.dropped);
  }

  const { handled, onAct: onPersonsAct } = peopleActs<Change>({
    handled: start.handled,
    takeTurn,
    now,
    commit,
    standing,
  });

  function onAct<Act extends ItemUpdateBase>(
    action: ItemAction,
    carryOutAct: (act: Act, at: Instant) => Promise<Change>,
    moreWhyNot: (act: Act) => Refusal | null = () => null,
  ): void {
    const whyNot = (act: Act) => whyNotOnItem(life, { action, by: act.by }) ?? moreWhyNot(act);
    onPersonsAct(ITEM_UPDATES[action], whyNot, carryOutAct);
  }

  const entry = (act: string, by: string | null, noteId: string, facts: Entry['facts'] = {}): Entry => ({
    key: `${itemId({ code, no })}|${act}|${noteId}`,
    act,
    by,
    facts: { ...facts, noteId },
  });
  const today = (at: Instant) => dayOf(at, start.zone);
  const notices = (kind: Parameters<typeof noticesOf>[0], step: string, facts: NoticeDraft['facts'] = {}) =>
    noticesOf(kind, life, start.ladder, { step, facts });

  onAct<SubmitReport>(
    'submitReport',
    async ({ by, noteId, interim, evidence }, at) => ({
      life: withReport(life, { by, on: today(at), noteId, interim, evidence }),
      entry: entry(interim ? 'interimReport' : 'report', by, noteId, { results: evidence.length }),
      notices: notices('report-submitted', noteId, { by, noteId, interim }),
    }),
    (act) => whyNotReport(life, { action: 'submitReport', ...act }),
  );
  onAct<ItemUpdateBase>('returnReport', async ({ by, noteId }, at) => ({
    life: withReportReturned(life, today(at)),
    entry: entry('returnReport', by, noteId),
    notices: notices('report-returned', noteId, { by, noteId }),
  }));
  onAct<ItemUpdateBase>('acceptReport', async ({ by, noteId }, at) => ({
    life: withClosed(life, today(at)),
    entry: entry('offControl', by, noteId),
    notices: notices('off-control', noteId, { by, on: today(at) }),
  }));
  onAct<SetDeadline>('moveDeadline', async (act, at) => setDeadline(act, at, false));
  onAct<SetDeadline>('nameDeadline', async (act, at) => setDeadline(act, at, true));
  onAct<Reassign>('reassign', async ({ by, to, noteId }, at) => {
    const former = life.people.responsible;
    const next = withResponsible(life, to, today(at));
    await tellDocuments(code, no, next);
    const facts = { by, to, from: former, noteId, since: today(at) };
    return {
      life: next,
      entry: entry('reassign', by, noteId, { from: former, to }),
      notices: [
        {
          kind: 'assignment',
          recipients: [{ id: to, role: 'responsible' }],
          step: noteId,
          due: life.workingDue,
          facts,
          sendAt: null,
        },
        {
          kind: 'reassigned',
          recipients: [{ id: former, role: 'formerResponsible' }],
          step: noteId,
          due: life.workingDue,
          facts,
          sendAt: null,
        },
      ],
    };
  });

  onAct<Amend>('amend', async (act, at) => {
    if (act.people !== undefined) await tellDocuments(code, no, { ...life, people: { ...life.people, ...act.people } });
    return amended(start, life, act, today(at));
  });
  onAct<ItemUpdateBase>('withdraw', async (act, at) => withdrawn(start, life, act, today(at)));

  function setDeadline({ by, to, workingDue, plan, noteId }: SetDeadline, at: Instant, awaited: boolean): Change {
    const from = life.workingDue;
    const on = today(at);
    const next = withDeadline(life, { due: to, workingDue, plan, on }, { from, to, by, on, noteId });
    const kind = awaited ? 'date-named' : 'deadline-moved';
    const facts = { by, noteId, from, to: workingDue };
    return {
      life: next,
      entry: entry(awaited ? 'nameDeadline' : 'moveDeadline', by, noteId, facts),
      notices: noticesOf(kind, next, start.ladder, { step: noteId, facts }),
    };
  }

  // A turn of its own: a wake-up or an act that is under way writes the state it began with.
  setHandler(defineSignal<[DocumentChanged]>(DOCUMENT_CHANGED_SIGNAL), (document) =>
    takeTurn(async () => {
      life = withDocument(life, document);
    }),
  );
  setHandler(defineQuery<ItemStanding>(ITEM_STANDING_QUERY), () => standing());

  function standing(): ItemStanding {
    const next = life.plan[0];
    return {
      status: life.status,
      revision: life.revision,
      waitsFor: waitsFor(life, acceptorOf(life.people)),
      workingDue: life.workingDue,
      nextWakeAt: next?.at ?? null,
      nextWakeTitle: next?.title ?? null,
      documents: life.documents,
    };
  }

  const atRest = () => allHandlersFinished() && mailroom.arrived();
  while (life.closedOn === null) {
    const seen = life.revision;
    const changed = () => life.revision !== seen;
    const wake = life.plan[0];
    if (wake === undefined) {
      await condition(changed);
    } else if (wake.at > now()) {
      await condition(changed, wake.at - now(), { summary: wake.title });
    } else {
      const wakeUp = async () => {
        const at = datedByPlan(wake.at, now());
        // Unless an act of somebody came first: then the plan is looked at again.
        if (!changed()) await commit(await carryOut(start, life, wake, at), at);
        return life;
      };
      const done = await attempt(() => takeTurn(wakeUp));
      if (done === null) await condition(changed, NEXT_ATTEMPT, { summary: 'Повтор после сбоя' });
    }
    if (isHistoryLong(start.historyLimit)) {
      await condition(atRest);
      if (isOpen(life)) await continueAsNew<typeof item>({ ...start, life, handled: handled() });
    }
  }

  await takeTurn(() => cancelDocuments(code, no, life));
  // A document that is cancelled answers; a process that has ended meanwhile would not hear it.
  await condition(() => life.documents.every(isClosed), CANCELLING_WITHIN);
  await tellRoadmap(code, { no, closedOn: life.closedOn });
  await condition(atRest);
  return { code, no, closedOn: life.closedOn };
}

const CANCELLING_WITHIN = '1 minute';

/** Asked anew after every await: a handler may have closed the item meanwhile. */
function isOpen(life: ItemLife): boolean {
  return life.closedOn === null;
}
