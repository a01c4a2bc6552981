/** From what a process wants said to rows of the store: one per recipient, each with its key and its hour. */
import type { Instant, Zone } from '#domain/body-time';
import { isUrgent } from '#domain/notice';
import { nextMorning, urgentInstant } from '#domain/reminder';
import type { WorkingCalendar } from '#domain/working-calendar';
import type { Notice } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { NoticeDraft } from './api.js';

export interface Hours {
  readonly calendar: WorkingCalendar;
  readonly zone: Zone;
}

export function noticeRows(
  { code, no }: { code: string; no: string },
  at: Instant,
  drafts: readonly NoticeDraft[],
  hours: Hours,
): readonly Notice[] {
  return drafts.flatMap((draft) =>
    draft.recipients.map(({ id, role }) => ({
      key: [draft.documentId ?? itemId({ code, no }), draft.kind, draft.due ?? '–', draft.step, id].join('|'),
      kind: draft.kind,
      role,
      recipientId: id,
      roadmapCode: code,
      itemNo: no,
      documentId: draft.documentId ?? null,
      facts: draft.facts,
      dueOn: draft.due,
      sendAt: sendAt(draft, at, hours),
      madeAt: at,
    })),
  );
}

/** The instant for which the mailroom must be woken, or null when its next morning round is early enough. */
export function urgentAmong(rows: readonly Notice[], at: Instant): Instant | null {
  const now = rows.filter((row) => row.sendAt <= at).map((row) => row.sendAt);
  return now.length === 0 ? null : Math.min(...now);
}

/** A morning that has passed (the engine was down) is made good at once in office hours, else the next morning. */
function sendAt(draft: NoticeDraft, at: Instant, { calendar, zone }: Hours): Instant {
  if (draft.sendAt !== null && draft.sendAt >= at) return draft.sendAt;
  if (draft.sendAt !== null || isUrgent(draft.kind)) return urgentInstant(at, calendar, zone);
  return nextMorning(at, calendar, zone);
}
