/**
 * One routed document: draft → one approver → signed by hand → registered or filed. Runs in the deterministic sandbox.
 * One timer at a time, to the next reminder of the approver.
 * Bytes stay in the store: this process knows versions by number and SHA-256, and a decision names the hash it saw.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  setHandler,
} from '@temporalio/workflow';
import type { Entry, NoticeDraft } from '#activities';
import { dayOf, type Instant } from '#domain/body-time';
import {
  holderOf,
  isClosed,
  whyNotOnDocument,
  withApproval,
  withCancelled,
  withPeople,
  withRegistration,
  withReturn,
  withVersion,
  type DocumentAct,
  type DocumentLife,
  type DocumentVersion,
} from '#domain/document-life';
import type { NoticeKind, NoticeRole } from '#domain/notice';
import { morningOf } from '#domain/reminder';
import {
  CANCEL_SIGNAL,
  DOCUMENT_STANDING_QUERY,
  DOCUMENT_UPDATES,
  PEOPLE_CHANGED_SIGNAL,
  type Decide,
  type DocumentStanding,
  type DocumentStart,
  type Fill,
  type Upload,
  type PeopleChanged,
  type Register,
} from '#workflows/messages/document';
import { documentId, itemWorkflowId } from '#workflows/messages/ids';
import { DOCUMENT_CHANGED_SIGNAL, type DocumentChanged } from '#workflows/messages/item';
import { attempt, NEXT_ATTEMPT } from './attempt.js';
import { commitDocument, draftDocument, keepUpload, mailroomCalls, registerDocument } from './effects.js';
import { isHistoryLong } from './history-length.js';
import { signalNeighbour } from './neighbours.js';
import { peopleActs } from './people-acts.js';
import { datedByPlan } from './planned-instant.js';
import { takeTurns } from './turns.js';

interface Change {
  readonly life: DocumentLife;
  readonly entry: Entry;
  readonly notices: readonly NoticeDraft[];
}

export async function document(start: DocumentStart): Promise<DocumentStanding> {
  const { code, no } = start;
  const { kind } = start.life;
  const id = documentId({ code, no, kind });
  const takeTurn = takeTurns();
  const mailroom = mailroomCalls();
  const now = (): Instant => Date.now() + start.clockOffsetMs;
  const today = (at: Instant) => dayOf(at, start.zone);
  let life = start.life;
  let cancelled = false;

  async function commit(change: Change, at: Instant): Promise<void> {
    const before = life;
    life = change.life;
    const committed = await commitDocument({
      code,
      no,
      at,
      life,
      entries: [change.entry],
      notices: change.notices,
    }).catch((error: unknown) => {
      life = before; // what the store has refused has not happened
      throw error;
    });
    life = { ...life, remindAt: committed.remindAt };
    const changed: DocumentChanged = { id, kind, state: life.state };
    await signalNeighbour(itemWorkflowId({ code, no }), DOCUMENT_CHANGED_SIGNAL, [changed]);
    mailroom.call(committed.urgentAt);
  }

  const entry = (act: string, by: string | null, step: string, facts: Entry['facts'] = {}): Entry => ({
    key: `${id}|${act}|${step}`,
    act,
    by,
    facts,
  });
  const notice = (what: NoticeKind, to: string, role: NoticeRole, step: string, facts: NoticeDraft['facts'] = {}) => ({
    kind: what,
    recipients: [{ id: to, role }],
    step,
    due: null,
    documentId: id,
    facts,
    sendAt: null,
  });

  /** The approver of this life is asked, or asked again, for a decision on its version. */
  function askApprover({ people, version, since }: DocumentLife, step: string): NoticeDraft {
    return notice('approval-requested', people.approver, 'approver', step, { version: version?.no ?? 0, since });
  }

  function remind(planned: Instant): Change {
    const { version, since, revision } = life;
    const step = `${version?.no ?? 0}|${planned}`;
    return {
      life: { ...life, revision: revision + 1 },
      entry: entry('remindApprover', null, step, { version: version?.no ?? 0, since }),
      notices: [{ ...askApprover(life, step), sendAt: morningOf(today(planned), start.zone) }],
    };
  }

  /** The people of the item changed: who holds the document now is told of it. */
  async function handOver(people: PeopleChanged): Promise<void> {
    const next = withPeople(life, people);
    if (holderOf(next) === holderOf(life)) {
      life = next;
      return;
    }
    const version = next.version?.no ?? 0;
    const step = `${version}|${next.revision}`;
    const notices = next.state === 'onApproval' ? [askApprover(next, step)] : [];
    const told = { life: next, entry: entry('handOver', null, step, { version }), notices };
    const done = await attempt(async () => {
      await commit(told, now());
      return life;
    });
    if (done === null) life = next; // the next act writes it
  }

  /** A new version: with required gaps it stays with its author, else the approver is asked. */
  async function makeVersion(by: string | null, noteId: string | null, at: Instant): Promise<Change> {
    return asChange('draft', await draftDocument({ code, no, kind, at, by, noteId }), by, noteId, at);
  }

  function asChange(
    act: 'draft' | 'upload',
    { gaps, ...version }: DocumentVersion & { readonly gaps: number },
    by: string | null,
    noteId: string | null,
    at: Instant,
  ): Change {
    const next = withVersion(life, version, today(at));
    const step = `${version.no}|${noteId ?? 'launch'}`;
    const { author } = next.people;
    return {
      life: next,
      entry: entry(act, by, step, { version: version.no, sha256: version.sha256, gaps }),
      notices: [
        ...(by === null ? [notice('draft-ready', author, 'author', step, { version: version.no, gaps })] : []),
        ...(next.state === 'onApproval' ? [askApprover(next, step)] : []),
      ],
    };
  }

  const { handled, onAct: onPersonsAct } = peopleActs<Change>({
    handled: start.handled,
    takeTurn,
    now,
    commit,
    standing,
  });

  function onAct<Act extends { readonly by: string; readonly noteId: string }>(
    name: keyof typeof DOCUMENT_UPDATES,
    asked: (act: Act) => DocumentAct,
    carryOut: (act: Act, at: Instant) => Promise<Change>,
  ): void {
    onPersonsAct(DOCUMENT_UPDATES[name], (act: Act) => whyNotOnDocument(life, asked(act)), carryOut);
  }

  onAct<Fill>(
    'fill',
    ({ by, anew }) => ({ action: 'fill', by, ...(anew === undefined ? {} : { anew }) }),
    ({ by, noteId }, at) => makeVersion(by, noteId, at),
  );
  onAct<Upload>(
    'upload',
    ({ by, sha256 }) => ({ action: 'upload', by, sha256 }),
    async ({ by, noteId }, at) =>
      asChange('upload', await keepUpload({ code, no, kind, at, by, noteId }), by, noteId, at),
  );
  onAct<Decide>(
    'decide',
    ({ by, sha256, decision }) => ({ action: 'decide', by, sha256, decision }),
    async ({ by, noteId, decision, sha256 }, at) => {
      const version = life.version?.no ?? 0;
      const approved = decision === 'approve';
      const facts = { by, noteId, version };
      return {
        life: approved ? withApproval(life, today(at)) : withReturn(life, today(at)),
        entry: entry(decision, by, noteId, { version, sha256, noteId }),
        notices: [notice(approved ? 'approved' : 'returned', life.people.author, 'author', noteId, facts)],
      };
    },
  );
  onAct<Register>(
    'register',
    ({ by, sha256 }) => ({ action: 'register', by, sha256 }),
    async ({ by, noteId, number, date, sha256 }, at) => {
      const version = await registerDocument({ code, no, kind, at, by, number, date, sha256 });
      const facts = { by, number, date, version: version.no };
      const { author, controller } = life.people;
      return {
        life: withRegistration(life, { number, date }, version, today(at)),
        entry: entry('register', by, noteId, { ...facts, sha256: version.sha256 }),
        notices: [
          notice('registered', author, 'author', noteId, facts),
          ...(controller === author ? [] : [notice('registered', controller, 'controller', noteId, facts)]),
        ],
      };
    },
  );

  setHandler(defineSignal<[PeopleChanged]>(PEOPLE_CHANGED_SIGNAL), (people) => takeTurn(() => handOver(people)));
  setHandler(defineSignal(CANCEL_SIGNAL), () => {
    cancelled = true;
  });
  setHandler(defineQuery<DocumentStanding>(DOCUMENT_STANDING_QUERY), () => standing());

  function standing(): DocumentStanding {
    const { state, revision, since, version } = life;
    return { state, revision, holder: holderOf(life), since, version };
  }

  const atRest = () => allHandlersFinished() && mailroom.arrived();
  const isOver = () => isClosed(life) || cancelled;
  const firstDraft = async () => {
    const at = now();
    await commit(await makeVersion(null, null, at), at);
    return life;
  };
  while (life.version === null && !isOver()) {
    const done = await attempt(() => takeTurn(firstDraft));
    if (done === null) await condition(isOver, NEXT_ATTEMPT, { summary: 'Повтор после сбоя' });
  }
  while (!isOver()) {
    const { remindAt } = life;
    // Every commit brings the reminders anew, after the life: that is the moment to look again.
    const changed = () => isOver() || life.remindAt !== remindAt || isHistoryLong(start.historyLimit);
    const [next] = remindAt;
    if (next === undefined) {
      await condition(changed);
    } else if (next > now()) {
      await condition(changed, next - now(), { summary: 'Напоминание согласующему' });
    } else {
      const remindNow = async () => {
        // Unless an act of somebody came first: then the reminders are looked at again.
        if (!changed()) await commit(remind(next), datedByPlan(next, now()));
        return life;
      };
      const done = await attempt(() => takeTurn(remindNow));
      if (done === null) await condition(changed, NEXT_ATTEMPT, { summary: 'Повтор после сбоя' });
    }
    if (!isHistoryLong(start.historyLimit)) continue;
    await condition(atRest);
    if (!isOver()) await continueAsNew<typeof document>({ ...start, life, handled: handled() });
  }
  await takeTurn(async () => {
    if (isClosed(life)) return;
    await commit(
      { life: withCancelled(life, today(now())), entry: entry('cancel', null, 'closed'), notices: [] },
      now(),
    );
  });
  await condition(atRest);
  return standing();
}
