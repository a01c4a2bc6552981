/** What the mailroom's process is started with, hears and answers. */
import type { Instant } from '#domain/body-time';

export interface MailroomStart {
  readonly clockOffsetMs: number;
  readonly historyLimit: number;
  /** Instants that somebody asked a round for; empty at the first start. */
  readonly urgent: readonly Instant[];
  /** The next round of a working day; null at the first start: a round is due at once. */
  readonly morning: Instant | null;
  readonly sent: number;
}

export function newMailroom(clock: Pick<MailroomStart, 'clockOffsetMs' | 'historyLimit'>): MailroomStart {
  return { ...clock, urgent: [], morning: null, sent: 0 };
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
