/** What the mailroom's process is started with, hears and answers. */
import type { Instant } from '#domain/body-time';

export interface MailroomStart {
  readonly clockOffsetMs: number;
  readonly historyLimit: number;
}

/** Something urgent waits to be sent at this instant (now, or 9:00 of the next working day). */
export const URGENT_SIGNAL = 'urgent';
export interface Urgent {
  readonly at: Instant;
}

export const MAILROOM_STANDING_QUERY = 'standing';
export interface MailroomStanding {
  readonly nextAt: Instant | null;
  readonly sent: number;
}
