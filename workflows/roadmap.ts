/**
 * The whole order: starts its items, hears when each is off control, closes the order. Runs in the deterministic sandbox.
 * Items are abandoned children: they outlive a run of this process, and a second start of one is harmless.
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
import { itemWorkflowId } from '#workflows/messages/ids';
import type { ItemStart } from '#workflows/messages/item';
import {
  ITEM_CLOSED_SIGNAL,
  ROADMAP_STANDING_QUERY,
  type ItemClosed,
  type RoadmapStanding,
  type RoadmapStart,
} from '#workflows/messages/roadmap';
import { closeRoadmap, openItems } from './effects.js';
import { isHistoryLong } from './history-length.js';
import { item } from './item.js';
import { itemAttributes } from './search-attributes.js';

/** Items started at once: a page stays far below the size limits of a workflow task. */
const PAGE = 50;

export async function roadmap(start: RoadmapStart): Promise<{ closedOn: LocalDate | null }> {
  const { code } = start;
  const closed = new Set<string>();
  let open = start.open;
  let closedOn: LocalDate | null = null;

  setHandler(defineSignal<[ItemClosed]>(ITEM_CLOSED_SIGNAL), (word) => {
    closed.add(word.no);
    closedOn = word.closedOn;
  });
  const stillOpen = () => (open ?? []).filter((no) => !closed.has(no));
  setHandler(defineQuery<RoadmapStanding>(ROADMAP_STANDING_QUERY), () => ({
    started: open !== null,
    open: stillOpen(),
  }));

  open ??= await startItems(code);
  while (stillOpen().length > 0) {
    const heard = closed.size;
    await condition(() => closed.size !== heard);
    if (isHistoryLong(start.historyLimit)) {
      await condition(allHandlersFinished);
      if (stillOpen().length > 0) await continueAsNew<typeof roadmap>({ ...start, open: stillOpen() });
    }
  }
  await closeRoadmap({ code, at: Date.now() + start.clockOffsetMs });
  return { closedOn };
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
