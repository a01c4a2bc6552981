/**
 * The whole order: starts its items, hears when each is over, takes in those that a new edition adds, closes the order. Runs in
 * the deterministic sandbox. Items are abandoned children: they outlive a run of this process, and a second start of one is
 * harmless.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  ParentClosePolicy,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { LocalDate } from '#domain/local-date';
import { refusal, type Refusal } from '#domain/refusal';
import { itemWorkflowId } from '#workflows/messages/ids';
import type { ItemStart } from '#workflows/messages/item';
import {
  ITEM_CLOSED_SIGNAL,
  ROADMAP_STANDING_QUERY,
  ROADMAP_UPDATES,
  type AddItem,
  type ItemClosed,
  type RoadmapStanding,
  type RoadmapStart,
} from '#workflows/messages/roadmap';
import { admitItem, closeRoadmap, mailroomCalls, openItems } from './effects.js';
import { isHistoryLong } from './history-length.js';
import { item } from './item.js';
import { noticesOf } from './item-notices.js';
import { peopleActs } from './people-acts.js';
import { itemAttributes } from './search-attributes.js';
import { takeTurns } from './turns.js';

/** Items started at once: a page stays far below the size limits of a workflow task. */
const PAGE = 50;

export async function roadmap(start: RoadmapStart): Promise<{ closedOn: LocalDate | null }> {
  const { code } = start;
  const now = () => Date.now() + start.clockOffsetMs;
  const mailroom = mailroomCalls();
  const closed = new Set<string>();
  let open = start.open;
  let closedOn: LocalDate | null = null;
  let closing = false;
  let changes = 0;

  setHandler(defineSignal<[ItemClosed]>(ITEM_CLOSED_SIGNAL), (word) => {
    changes += 1;
    closed.add(word.no);
    closedOn = word.closedOn;
  });
  const stillOpen = () => (open ?? []).filter((no) => !closed.has(no));
  const standing = (): RoadmapStanding => ({ started: open !== null, open: stillOpen() });
  setHandler(defineQuery<RoadmapStanding>(ROADMAP_STANDING_QUERY), standing);

  const { handled, onAct } = peopleActs<ItemStart>({
    handled: start.handled,
    takeTurn: takeTurns(),
    now,
    commit: async ({ no }) => {
      changes += 1;
      open = [...new Set([...(open ?? []), no])];
    },
    standing,
  });
  onAct<AddItem>(
    ROADMAP_UPDATES.addItem,
    (act) => (closing ? tooLate() : whyNotAdd(code, act)),
    async (act, at) => {
      await condition(() => open !== null);
      const committed = await admitItem({ ...act, at, notices: noticesOfAdded(act) });
      mailroom.call(committed.urgentAt);
      await startItem(act.start);
      return act.start;
    },
  );

  open ??= await startItems(code);
  const atRest = () => allHandlersFinished() && mailroom.arrived();
  const isDone = () => stillOpen().length === 0 && atRest();
  while (!isDone()) {
    const seen = changes;
    await condition(() => changes !== seen || isDone());
    await condition(atRest);
    if (isDone() || !isHistoryLong(start.historyLimit)) continue;
    await continueAsNew<typeof roadmap>({ ...start, open: stillOpen(), handled: handled() });
  }
  closing = true;
  await closeRoadmap({ code, at: now() });
  return { closedOn };
}

/** Who may do it the store knows, not the sandbox: `admitItem` asks. */
function whyNotAdd(code: string, { start }: AddItem): Refusal | null {
  if (start.code === code) return null;
  return refusal('act.invalid', `Пункт ${start.no} не добавлен: он другой дорожной карты.`);
}

function tooLate(): Refusal {
  return refusal('item.closed', 'Дорожная карта исполнена: пункты в неё больше не добавляются.');
}

/** As at launch: everybody concerned hears of the assignment, whoever owes a date is asked for it. */
function noticesOfAdded({ by, noteId, start: { life, ladder } }: AddItem) {
  return [
    ...noticesOf('assignment', life, ladder, { step: noteId, facts: { by, noteId } }),
    ...(life.awaitsDate ? noticesOf('name-date', life, ladder, { step: '1', offset: 1, facts: { offset: 1 } }) : []),
  ];
}

/** While one page starts, the next is fetched. */
async function startItems(code: string): Promise<readonly string[]> {
  const started: string[] = [];
  let page = await openItems({ code, offset: 0, limit: PAGE });
  while (page.length > 0) {
    started.push(...page.map(({ no }) => no));
    [page] = await Promise.all([openItems({ code, offset: started.length, limit: PAGE }), ...page.map(startItem)]);
  }
  return started;
}

async function startItem(input: ItemStart): Promise<void> {
  const { code, no, life } = input;
  try {
    await startChild(item, {
      workflowId: itemWorkflowId({ code, no }),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      parentClosePolicy: ParentClosePolicy.ABANDON,
      args: [input],
      typedSearchAttributes: itemAttributes(code, no, life),
      staticSummary: `${code}, пункт ${no}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
