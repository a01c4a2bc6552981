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
  sleep,
} from '@temporalio/workflow';
import type { ComposedMails } from '#activities';
import type { Instant } from '#domain/body-time';
import {
  MAILROOM_STANDING_QUERY,
  URGENT_SIGNAL,
  type MailroomStanding,
  type MailroomStart,
  type Urgent,
} from '#workflows/messages/mailroom';
import { attempt, NEXT_ATTEMPT } from './attempt.js';
import { composeMails, sendMails } from './effects.js';
import { isHistoryLong } from './history-length.js';
import { datedByPlan } from './planned-instant.js';

/** People per round of composing and sending: an activity each. */
const BATCH = 50;

export async function mailroom(start: MailroomStart): Promise<void> {
  const now = (): Instant => Date.now() + start.clockOffsetMs;
  let { urgent, morning, sent } = start;
  const nextAt = (): Instant | null => (morning === null ? null : Math.min(morning, ...urgent));

  setHandler(defineSignal<[Urgent]>(URGENT_SIGNAL), ({ at }) => {
    if (!urgent.includes(at)) urgent = [...urgent, at];
  });
  setHandler(defineQuery<MailroomStanding>(MAILROOM_STANDING_QUERY), () => ({ nextAt: nextAt(), sent }));

  /** Sends everything due by `at`. @returns the next morning after it */
  async function round(at: Instant): Promise<Instant> {
    let after: string | null = null;
    for (;;) {
      const page: ComposedMails = await composeMails({ at, limit: BATCH, after });
      if (page.keys.length > 0) sent += await sendMails({ keys: page.keys, at });
      if (page.after === null) return page.nextMorning;
      after = page.after;
    }
  }

  /** A round that was refused is tried again: nobody else sends the mail. */
  async function roundUntilDone(at: Instant): Promise<Instant> {
    for (;;) {
      const next = await attempt(() => round(at));
      if (next !== null) return next;
      await sleep(NEXT_ATTEMPT, { summary: 'Почта: повтор после сбоя' });
    }
  }

  morning ??= await roundUntilDone(now()); // what an outage left behind
  for (;;) {
    const at = Math.min(morning, ...urgent);
    if (at > now()) {
      const calls = urgent;
      await condition(() => urgent !== calls, at - now(), { summary: 'Почта: ближайшая отправка' });
    } else {
      const due = datedByPlan(at, now());
      urgent = urgent.filter((call) => call > due);
      morning = await roundUntilDone(due);
      if (isHistoryLong(start.historyLimit)) {
        await condition(allHandlersFinished);
        await continueAsNew<typeof mailroom>({ ...start, urgent, morning, sent });
      }
    }
  }
}
