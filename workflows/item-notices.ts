/** From an event of an item to the notices of everybody who hears of it. Pure; runs in the sandbox. */
import type { NoticeDraft } from '#activities';
import type { ItemLife } from '#domain/item-life';
import { recipientsOf, type NoticeKind } from '#domain/notice';
import { acceptorOf } from '#domain/permissions';
import type { Ladder } from '#domain/reminder';

/**
 * @param details.step tells repeated notices of one kind and date apart (an act's id, a rung of the ladder)
 * @param details.offset rung of the ladder, in working days from the due day
 */
export function noticesOf(
  kind: NoticeKind,
  life: ItemLife,
  ladder: Ladder,
  details: { step: string; offset?: number; facts?: NoticeDraft['facts']; sendAt?: number },
): readonly NoticeDraft[] {
  const people = kind === 'report-submitted' ? { ...life.people, controller: acceptorOf(life.people) } : life.people;
  const recipients = recipientsOf(kind, details.offset ?? 0, people, ladder);
  if (recipients.length === 0) return [];
  return [
    {
      kind,
      recipients,
      step: details.step,
      due: life.workingDue,
      facts: details.facts ?? {},
      sendAt: details.sendAt ?? null,
    },
  ];
}
