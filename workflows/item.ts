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
import { waitsFor, whyNotOnItem, whyNotReport, withDocument, type ItemLife } from '#domain/item-life';
import { whyNotLater } from '#domain/extension-rules';
import { acceptorOf } from '#domain/permissions';
import type { Refusal } from '#domain/refusal';
import type { DocumentKind } from '#domain/document-kind';
import type { ItemAction } from '#domain/permissions';
import type { Entry, NoticeDraft } from '#activities';
import {
  DOCUMENT_CHANGED_SIGNAL,
  ITEM_STANDING_QUERY,
  ITEM_UPDATES,
  type AdviseExtension,
  type Amend,
  type AskExtension,
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
import { deadlineSet } from './item-deadline.js';
import { advised, askedLater, recalled, refusedLater } from './item-extension.js';
import { handedOver } from './item-hands.js';
import { accepted, reported, reportReturned } from './item-report.js';
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

  const today = (at: Instant) => dayOf(at, start.zone);
  onAct<SubmitReport>(
    'submitReport',
    async (act, at) => reported(start, life, act, today(at)),
    (act) => whyNotReport(life, { action: 'submitReport', ...act }),
  );
  onAct<ItemUpdateBase>('returnReport', async (act, at) => reportReturned(start, life, act, today(at)));
  onAct<ItemUpdateBase>('acceptReport', async (act, at) => accepted(start, life, act, today(at)));
  onAct<SetDeadline>('moveDeadline', async (act, at) => deadlineSet(start, life, act, today(at), 'deadline-moved'));
  onAct<SetDeadline>('nameDeadline', async (act, at) => deadlineSet(start, life, act, today(at), 'date-named'));
  onAct<Reassign>('reassign', async (act, at) => {
    const change = handedOver(start, life, act, today(at));
    await tellDocuments(code, no, change.life);
    return change;
  });

  onAct<AskExtension>(
    'askExtension',
    async (act, at) => askedLater(start, life, act, today(at)),
    ({ workingDue }) => whyNotLater(life, workingDue, today(now())),
  );
  onAct<AdviseExtension>('adviseExtension', async (act, at) => advised(start, life, act, today(at)));
  onAct<SetDeadline>('grantExtension', async (act, at) =>
    deadlineSet(start, life, act, today(at), 'extension-granted'),
  );
  onAct<ItemUpdateBase>('refuseExtension', async (act) => refusedLater(start, life, act));
  onAct<ItemUpdateBase>('recallExtension', async (act) => recalled(start, life, act));

  onAct<Amend>('amend', async (act, at) => {
    if (act.people !== undefined) await tellDocuments(code, no, { ...life, people: { ...life.people, ...act.people } });
    return amended(start, life, act, today(at));
  });
  onAct<ItemUpdateBase>('withdraw', async (act, at) => withdrawn(start, life, act, today(at)));

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
      extension: life.extension,
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
