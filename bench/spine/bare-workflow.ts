/** What Temporal alone costs: one timer, an Update that adds one, an empty activity. Runs in the deterministic sandbox. */
import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import { BARE_UPDATE, type BareActivities } from './bare-names.js';

const { touch } = proxyActivities<BareActivities>({ startToCloseTimeout: '30 seconds' });

const YEAR_MS = 365 * 24 * 3_600_000;

/** @param dueAt server's time of the first wake-up, in milliseconds; each wake-up does the activity and arms the next */
export async function bare(dueAt: number): Promise<void> {
  let count = 0;
  setHandler(defineUpdate<number>(BARE_UPDATE), () => (count += 1));
  for (let at = dueAt; ; at = Date.now() + YEAR_MS) {
    await condition(() => false, Math.max(1, at - Date.now()));
    await touch();
  }
}
