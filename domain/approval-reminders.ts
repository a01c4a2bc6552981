/** When the approver of a draft is reminded of it: at half of the norm and on its last day. Pure planning, as in `reminder.ts`. */
import type { Instant, Zone } from './body-time.js';
import type { LocalDate } from './local-date.js';
import { wakeInstant } from './reminder.js';
import { APPROVAL_NORM_DAYS } from './route-norms.js';
import { addWorkingDays, type WorkingCalendar } from './working-calendar.js';

const AFTER_WORKING_DAYS: readonly number[] = [...new Set([Math.ceil(APPROVAL_NORM_DAYS / 2), APPROVAL_NORM_DAYS])];

export interface ApprovalAsked {
  readonly documentId: string;
  /** Body day on which the draft came to the approver. */
  readonly since: LocalDate;
  /** Nothing is planned at or before this instant. */
  readonly from: Instant;
  readonly calendar: WorkingCalendar;
  readonly zone: Zone;
}

/** Instants at which the document's process wakes, the nearest first; the mail goes at 9:00 of the same day. */
export function approvalReminders({ documentId, since, from, calendar, zone }: ApprovalAsked): readonly Instant[] {
  return AFTER_WORKING_DAYS.map((days) =>
    wakeInstant(addWorkingDays(since, days, calendar), { itemId: documentId, zone }),
  ).filter((at) => at > from);
}
