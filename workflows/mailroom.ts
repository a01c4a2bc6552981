/**
 * The process that sends mail: at 9:00 of each working day one mail per person with everything due, urgent mail at once.
 * Runs in the deterministic sandbox, for ever; who hears of what was settled when the notice was written.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  setHandler,
} from '@temporalio/workflow';
import type { Instant } from '#domain/body-time';
import {
  MAILROOM_STANDING_QUERY,
  URGENT_SIGNAL,
  type MailroomStanding,
  type MailroomStart,
  type Urgent,
} from '#workflows/messages/mailroom';
import { composeMails, nextMorning, sendMails } from './effects.js';
import { isHistoryLong } from './history-length.js';
import { datedByPlan } from './planned-instant.js';

/** People per round of composing and sending: an activity each, with a heartbeat per mail. */
const BATCH = 50;

export async function mailroom(start: MailroomStart): Promise<void> {
  const now = (): Instant => Date.now() + start.clockOffsetMs;
  let urgent: readonly Instant[] = [];
  let sent = 0;
  let morning: Instant | null = null;
  const nextAt = (): Instant | null => (morning === null ? null : Math.min(morning, ...urgent));

  setHandler(defineSignal<[Urgent]>(URGENT_SIGNAL), ({ at }) => {
    if (!urgent.includes(at)) urgent = [...urgent, at];
  });
  setHandler(defineQuery<MailroomStanding>(MAILROOM_STANDING_QUERY), () => ({ nextAt: nextAt(), sent }));

  sent += await round(now()); // what an outage or an earlier run left behind
  morning = await nextMorning({ at: now() });
  for (;;) {
    const at = Math.min(morning, ...urgent);
    if (at > now()) {
      const calls = urgent;
      await condition(() => urgent !== calls, at - now(), { summary: 'Почта: ближайшая отправка' });
    } else {
      const due = datedByPlan(at, now());
      urgent = urgent.filter((call) => call > due);
      sent += await round(due);
      if (morning <= due) morning = await nextMorning({ at: due + 1 });
    }
    if (isHistoryLong(start.historyLimit)) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof mailroom>(start); // urgent notices are rows: the first round of the next run finds them
    }
  }
}

async function round(at: Instant): Promise<number> {
  let sent = 0;
  let after: string | null = null;
  do {
    const page: { keys: readonly string[]; after: string | null } = await composeMails({ at, limit: BATCH, after });
    if (page.keys.length > 0) sent += await sendMails({ keys: page.keys, at });
    after = page.after;
  } while (after !== null);
  return sent;
}
