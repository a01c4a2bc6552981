/**
 * Timeouts and retries as whole named profiles: a lost cap means endless retries, a lost time-out a stuck process.
 * Which failures never retry is said by `activities/failures.ts`: they arrive as non-retryable.
 */
import type { ActivityOptions } from '@temporalio/workflow';

/** Short transactions. An outage of the database is waited out: giving up would lose somebody's reminder. */
export const DB: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
};

/** Rendering a document: milliseconds as a rule, tens of seconds for a register of thousands of rows. */
export const RENDER: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** A batch of mails that beats every five seconds. A mail server may be away for days: the batch waits for it. */
export const SMTP: ActivityOptions = {
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};
