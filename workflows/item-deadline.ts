/** What another day does to an item, its journal and its people: named, moved, or granted to whoever asked. Pure; runs in the sandbox. */
import { withDeadline, type ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { ItemStart, SetDeadline } from '#workflows/messages/item';
import { entryOf } from './item-entry.js';
import { noticesOf } from './item-notices.js';
import type { Change } from './item.js';

const ACTS = {
  'date-named': 'nameDeadline',
  'deadline-moved': 'moveDeadline',
  'extension-granted': 'grantExtension',
} as const;

export function deadlineSet(
  start: ItemStart,
  life: ItemLife,
  act: SetDeadline,
  on: LocalDate,
  kind: keyof typeof ACTS,
): Change {
  const { by, to, workingDue, plan, noteId } = act;
  const from = life.workingDue;
  const next = withDeadline(life, { due: to, workingDue, plan, on }, { from, to, by, on, noteId });
  const facts = { by, noteId, from, to: workingDue };
  return {
    life: next,
    entry: entryOf(start, ACTS[kind], act, facts),
    notices: noticesOf(kind, next, start.ladder, { step: noteId, facts }),
  };
}
