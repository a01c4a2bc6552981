/**
 * Reasons to write to somebody: which there are, who hears of each, whether it can wait for the morning.
 * Pure: the people come as ids, the answer is a list of recipients; composing and sending are elsewhere.
 */
import type { ItemPeople } from './item.js';
import type { OfficialId } from './official.js';
import type { Ladder } from './reminder.js';

export type NoticeKind =
  | 'assignment'
  | 'reminder'
  | 'due-today'
  | 'overdue'
  | 'name-date'
  | 'date-named'
  | 'draft-ready'
  | 'approval-requested'
  | 'approved'
  | 'returned'
  | 'registered'
  | 'deadline-moved'
  | 'reassigned'
  | 'report-submitted'
  | 'report-returned'
  | 'off-control'
  | 'reworded'
  | 'withdrawn'
  | 'extension-requested'
  | 'extension-granted'
  | 'extension-refused'
  | 'weekly-digest';

/** Why this person hears of it; the wording of the mail follows. */
export type NoticeRole =
  'responsible' | 'coExecutor' | 'controller' | 'head' | 'dateOwner' | 'author' | 'approver' | 'formerResponsible';

export interface Recipient {
  readonly id: OfficialId;
  readonly role: NoticeRole;
}

const URGENT: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'approval-requested',
  'returned',
  'report-returned',
  'deadline-moved',
  'extension-requested',
  'extension-granted',
  'extension-refused',
  'reassigned',
]);

/** Urgent mail goes at once between 8:00 and 20:00; all other waits for 9:00 of a working day. */
export function isUrgent(kind: NoticeKind): boolean {
  return URGENT.has(kind);
}

/**
 * Who hears of an item's wake-up or event, each person once, in the first role that fits.
 * @param offset working days relative to the due day (−1 is the day before); ordinal of the request for `name-date`
 */
export function recipientsOf(
  kind: NoticeKind,
  offset: number,
  people: ItemPeople,
  ladder: Ladder,
): readonly Recipient[] {
  const responsible: Recipient = { id: people.responsible, role: 'responsible' };
  const coExecutors = people.coExecutors.map((id): Recipient => ({ id, role: 'coExecutor' }));
  const controller: Recipient = { id: people.controller, role: 'controller' };
  const head: Recipient = { id: people.head, role: 'head' };
  switch (kind) {
    case 'assignment':
      return once([responsible, ...coExecutors, controller]);
    case 'reminder':
      return once(-offset <= ladder.copyAt ? [responsible, ...coExecutors] : [responsible]);
    case 'due-today':
      return once([responsible, ...coExecutors]);
    case 'overdue':
      return once(offset >= ladder.headFrom ? [responsible, controller, head] : [responsible, controller]);
    case 'name-date': {
      const owner: Recipient = { id: people.dateOwner ?? people.responsible, role: 'dateOwner' };
      return once(offset >= 4 ? [owner, responsible, head] : [owner, responsible]);
    }
    case 'date-named':
      return once([responsible, controller]);
    case 'deadline-moved':
    case 'extension-granted':
    case 'extension-refused':
      return once([responsible, ...coExecutors, controller]);
    case 'off-control':
      return once([responsible, ...coExecutors]);
    case 'reworded':
      return once([responsible, ...coExecutors, controller]);
    case 'withdrawn': {
      const owner = people.dateOwner === null ? [] : [{ id: people.dateOwner, role: 'dateOwner' as const }];
      return once([responsible, ...coExecutors, controller, ...owner]);
    }
    case 'report-submitted':
      return [controller];
    case 'report-returned':
    case 'draft-ready':
      return [responsible];
    case 'approval-requested':
    case 'approved':
    case 'returned':
    case 'registered':
    case 'reassigned':
    case 'extension-requested':
    case 'weekly-digest':
      return []; // addressed by the act itself, not by the item's people
  }
}

function once(recipients: readonly Recipient[]): readonly Recipient[] {
  const seen = new Set<OfficialId>();
  return recipients.filter(({ id }) => {
    const first = !seen.has(id);
    seen.add(id);
    return first;
  });
}
