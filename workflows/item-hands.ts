/** What a change of hands does to an item, its journal and its people. Pure; runs in the sandbox. */
import type { NoticeDraft } from '#activities';
import { withResponsible, type ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { Recipient } from '#domain/notice';
import type { ItemStart, Reassign } from '#workflows/messages/item';
import { entryOf } from './item-entry.js';
import type { Change } from './item.js';

export function handedOver(start: ItemStart, life: ItemLife, act: Reassign, since: LocalDate): Change {
  const { by, to, noteId } = act;
  const from = life.people.responsible;
  const notice = (kind: 'assignment' | 'reassigned', recipient: Recipient): NoticeDraft => ({
    kind,
    recipients: [recipient],
    step: noteId,
    due: life.workingDue,
    facts: { by, to, from, noteId, since },
    sendAt: null,
  });
  return {
    life: withResponsible(life, to, since),
    entry: entryOf(start, 'reassign', act, { from, to }),
    notices: [
      notice('assignment', { id: to, role: 'responsible' }),
      notice('reassigned', { id: from, role: 'formerResponsible' }),
    ],
  };
}
