/** The doors to the world: activities by profile, and the wake-up call to the mailroom. */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities';
import type { Instant } from '#domain/body-time';
import { MAILROOM_ID } from '#workflows/messages/ids';
import { URGENT_SIGNAL, type Urgent } from '#workflows/messages/mailroom';
import { MAIL_QUEUE } from '#workflows/messages/queues';
import { signalNeighbour } from './neighbours.js';
import { DB, RENDER, SMTP } from './profiles.js';

export const { openItems, admitItem, commitItem, commitDocument, planFurther, closeRoadmap } =
  proxyActivities<Activities>(DB);

export const { draftDocument, keepUpload, registerDocument, issueDocument } = proxyActivities<Activities>(RENDER);

export const { composeMails } = proxyActivities<Activities>({ ...DB, startToCloseTimeout: '5 minutes' });

export const { sendMails } = proxyActivities<Activities>({ ...SMTP, taskQueue: MAIL_QUEUE });

export interface MailroomCalls {
  /**
   * Tells the mailroom that something must not wait for the morning. Nobody who acts waits until it has heard: a mailroom
   * that is not there loses nothing, the notice is a row and the next round finds it.
   */
  call(at: Instant | null): void;
  /** Whether every call has arrived: a run that ends sooner leaves its calls without a sender. */
  arrived(): boolean;
}

export function mailroomCalls(): MailroomCalls {
  let underWay = 0;
  return {
    call(at) {
      if (at === null) return;
      underWay += 1;
      const urgent: Urgent = { at };
      void signalNeighbour(MAILROOM_ID, URGENT_SIGNAL, [urgent]).then(() => (underWay -= 1));
    },
    arrived: () => underWay === 0,
  };
}
