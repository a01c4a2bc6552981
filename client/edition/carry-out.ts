/**
 * A confirmed edition is carried out: added items first, so that the roadmap does not end, then new words and days, then withdrawals;
 * each is an Update under an id of its own, so that an interrupted one is finished by doing all of it again.
 */
import { actCited } from '#domain/edition/amending-act';
import type { AddStep, AmendStep, EditionNote, EditionPlan } from '#domain/edition/plan';
import { toldOf } from '#domain/edition/told';
import { VekhaError } from '#domain/errors';
import { isOver } from '#domain/item';
import { adoptEdition, appendJournal, type ItemCard, type JsonValue, type StoredEdition } from '#store';
import { itemWorkflowId, roadmapWorkflowId } from '#workflows/messages/ids';
import { ITEM_UPDATES } from '#workflows/messages/item';
import { ROADMAP_UPDATES } from '#workflows/messages/roadmap';
import { perform, send, type Act } from '../acts.js';
import type { ClientDeps } from '../deps.js';
import type { EditionOutcome } from '../edition-cards.js';
import { requireItem, requireRoadmap } from '../find.js';
import { startOf } from '../launch-items.js';
import { amendmentOf } from './amendment.js';

/** Items that are asked at once. */
const AT_ONCE = 10;

export async function carryOut(deps: ClientDeps, edition: StoredEdition): Promise<EditionOutcome> {
  const { code, no, act } = edition;
  const { added, amended, withdrawn, order, controllerId } = edition.plan as EditionPlan;
  for (const step of added) await add(deps, edition, step);
  const over = [
    ...(await inBatches(amended, (step) => amend(deps, edition, step))),
    ...(await inBatches(withdrawn, (step) => withdraw(deps, edition, step.no))),
  ].filter((each) => each !== null);
  const stays = (item: string) => !over.includes(item);
  const outcome: EditionOutcome = {
    code,
    act,
    added: added.map(({ record }) => record.no),
    amended: amended.map((step) => step.no).filter(stays),
    withdrawn: withdrawn.map((step) => step.no).filter(stays),
    over,
  };
  const at = await deps.now();
  await deps.store.transaction(async (tx) => {
    await adoptEdition(tx, { code, no, controllerId, order });
    await appendJournal(tx, {
      key: `${code}|edition|${no}`,
      at,
      actorId: edition.confirmedBy,
      act: 'edition',
      roadmapCode: code,
      facts: {
        basis: actCited(act),
        file: edition.fileSha256,
        ...counts(outcome),
      },
    });
  });
  return outcome;
}

async function add(deps: ClientDeps, edition: StoredEdition, { record, people }: AddStep): Promise<void> {
  const { code, no, confirmedBy: by } = edition;
  const { deadline, results } = record;
  const start = startOf(
    deps,
    { roadmapCode: code, no: record.no, results, deadline, dueOn: deadline.due, workingDueOn: deadline.workingDue },
    people,
    await deps.now(),
  );
  await send(deps, actId(edition, record.no), {
    no: record.no,
    workflowId: roadmapWorkflowId(code),
    update: ROADMAP_UPDATES.addItem,
    args: { by, edition: no, start },
    isOver: async () => (await requireRoadmap(deps.store.db, code)).state !== 'running',
    ended: new VekhaError('item.closed', `Дорожная карта ${code} исполнена: пункты в неё больше не добавляются.`),
  });
}

/** @returns the number of an item that has ended meanwhile, else null */
async function amend(deps: ClientDeps, edition: StoredEdition, step: AmendStep): Promise<string | null> {
  const card = await requireItem(deps.store.db, { code: edition.code, no: step.no });
  const note: EditionNote = { act: edition.act, changes: step.changes, words: step.words };
  return changeItem(deps, edition, card, note, {
    update: ITEM_UPDATES.amend,
    args: { ...amendmentOf(deps, card, step, await deps.now()) },
  });
}

async function withdraw(deps: ClientDeps, edition: StoredEdition, no: string): Promise<string | null> {
  const card = await requireItem(deps.store.db, { code: edition.code, no });
  const note: EditionNote = { act: edition.act, changes: [], words: null };
  return changeItem(deps, edition, card, note, { update: ITEM_UPDATES.withdraw, args: {} });
}

async function changeItem(
  deps: ClientDeps,
  edition: StoredEdition,
  { roadmapCode: code, no }: ItemCard,
  note: EditionNote,
  what: Pick<Act<unknown>, 'update' | 'args'>,
): Promise<string | null> {
  const key = { code, no };
  const ended = new VekhaError('item.closed', `Пункт ${no} больше не ведётся.`);
  try {
    const base = { by: edition.confirmedBy, actId: actId(edition, no) };
    await perform(deps, base, {
      ...what,
      ...key,
      documentId: null,
      text: toldOf(note),
      data: note as unknown as JsonValue,
      workflowId: itemWorkflowId(key),
      isOver: async () => isOver((await requireItem(deps.store.db, key)).status),
      ended,
      afterEnd: async () => undefined,
    });
    return null;
  } catch (error) {
    if (error instanceof VekhaError && error.code === 'item.closed') return no;
    throw error;
  }
}

async function inBatches<Step, Result>(
  steps: readonly Step[],
  work: (step: Step) => Promise<Result>,
): Promise<readonly Result[]> {
  const done: Result[] = [];
  for (let from = 0; from < steps.length; from += AT_ONCE) {
    done.push(...(await Promise.all(steps.slice(from, from + AT_ONCE).map(work))));
  }
  return done;
}

function actId({ code, no }: StoredEdition, item: string): string {
  return `edition|${code}|${no}|${item}`;
}

function counts({ added, amended, withdrawn, over }: EditionOutcome) {
  return { added: added.length, amended: amended.length, withdrawn: withdrawn.length, over: over.length };
}
