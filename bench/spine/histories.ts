/** When things happened, as the server wrote it down: read after the fact, so that looking does not slow what is looked at. */
import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { timed } from '../report/timed.js';

type Event = NonNullable<Awaited<ReturnType<typeof events>>>[number];

/** Of gRPC. */
const NOT_FOUND: ReadonlySet<number> = new Set([5]);
/** Events. */
const PAGE = 50;
const READ_AT_ONCE = 8;
const POLL_MS = 250;
const PATIENCE_MS = 15 * 60_000;

/** Waits until every process sleeps on a timer. @returns server's time in milliseconds at which each armed its first */
export async function armedAt(temporal: Client, ids: readonly string[]): Promise<readonly number[]> {
  const found = new Map<string, number>();
  // The last one first: when it sleeps, hardly any is still to be waited for.
  const [last, ...others] = [...ids].reverse();
  const look = async (id: string) =>
    found.set(id, await waitFor(temporal, id, (event) => event.timerStartedEventAttributes != null));
  if (last !== undefined) await look(last);
  await timed(others, READ_AT_ONCE, look);
  return ids.map((id) => found.get(id) ?? Number.NaN);
}

/** Server's time in milliseconds of each start of a child that the parent has had acknowledged so far. */
export async function childrenStartedAt(temporal: Client, parentId: string): Promise<readonly number[]> {
  const all = await events(temporal, parentId);
  return all.filter((event) => event.childWorkflowExecutionStartedEventAttributes != null).map(instantOf);
}

/** Waits until every bare process has done its activity. @returns server's time in milliseconds of each completion */
export async function touchedAt(temporal: Client, ids: readonly string[], due: number): Promise<readonly number[]> {
  await pause(Math.max(0, due - Date.now()));
  const found: number[] = [];
  await timed(ids, READ_AT_ONCE, async (id) =>
    found.push(await waitFor(temporal, id, (event) => event.activityTaskCompletedEventAttributes != null)),
  );
  return found;
}

async function waitFor(temporal: Client, id: string, sought: (event: Event) => boolean): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const found = (await events(temporal, id)).find(sought);
    if (found !== undefined) return instantOf(found);
    await pause(POLL_MS);
  }
  throw new Error(`${id} has not come so far`);
}

/** Page by page: a page of a long roadmap at the server's own size does not fit into a message of gRPC. */
async function events(temporal: Client, id: string) {
  const found = [];
  let nextPageToken = new Uint8Array();
  try {
    do {
      const page = await temporal.workflowService.getWorkflowExecutionHistory({
        namespace: temporal.options.namespace,
        execution: { workflowId: id },
        maximumPageSize: PAGE,
        nextPageToken,
      });
      found.push(...(page.history?.events ?? []));
      nextPageToken = new Uint8Array(page.nextPageToken);
    } while (nextPageToken.length > 0);
    return found;
  } catch (error) {
    if (isGrpcServiceError(error) && NOT_FOUND.has(error.code)) return []; // not started yet
    throw error;
  }
}

function instantOf({ eventTime }: Event): number {
  return Number(eventTime?.seconds ?? 0) * 1000 + (eventTime?.nanos ?? 0) / 1e6;
}
