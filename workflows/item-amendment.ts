/** What a new edition of the order does to an item: its life after it, the line in the journal, who hears of it. Pure; runs in the sandbox. */
import type { NoticeDraft } from '#activities';
import { withAmendment, withWithdrawn } from '#domain/item-amendment';
import type { ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { Recipient } from '#domain/notice';
import type { Amend, ItemStart, ItemUpdateBase } from '#workflows/messages/item';
import type { Change } from './item.js';
import { entryOf } from './item-entry.js';
import { noticesOf } from './item-notices.js';

export function amended(start: ItemStart, life: ItemLife, act: Amend, on: LocalDate): Change {
  const { by, noteId } = act;
  const next = withAmendment(life, act, { by, on, noteId });
  const moved = life.workingDue === next.workingDue ? {} : { from: life.workingDue, to: next.workingDue };
  return {
    life: next,
    entry: entryOf(start, 'amend', act, moved),
    notices: [...handOver(life, next, act, on), ...news(start, life, next, act)],
    wordsIn: noteId,
    ...(act.results === undefined ? {} : { dropped: act.results.dropped }),
  };
}

export function withdrawn(start: ItemStart, life: ItemLife, act: ItemUpdateBase, on: LocalDate): Change {
  const { by, noteId } = act;
  return {
    life: withWithdrawn(life, on),
    entry: entryOf(start, 'withdraw', act, {}),
    notices: noticesOf('withdrawn', life, start.ladder, { step: noteId, facts: { by, noteId, on } }),
  };
}

/** Whoever comes to the item is given all of it; whoever leaves it hears to whom it went. */
function handOver(life: ItemLife, next: ItemLife, { by, noteId }: Amend, on: LocalDate): readonly NoticeDraft[] {
  const former = life.people.responsible;
  const to = next.people.responsible;
  const notice = (kind: 'assignment' | 'reassigned', recipients: readonly Recipient[]): NoticeDraft => ({
    kind,
    recipients,
    step: noteId,
    due: next.workingDue,
    facts: { by, to, from: former, noteId, since: on },
    sendAt: null,
  });
  const came = newcomers(life, next);
  return [
    ...(came.length === 0 ? [] : [notice('assignment', came)]),
    ...(to === former ? [] : [notice('reassigned', [{ id: former, role: 'formerResponsible' }])]),
  ];
}

function newcomers({ people: before }: ItemLife, { people }: ItemLife): readonly Recipient[] {
  const known = new Set([before.responsible, ...before.coExecutors]);
  return [
    ...(people.responsible === before.responsible ? [] : [{ id: people.responsible, role: 'responsible' as const }]),
    ...people.coExecutors.filter((id) => !known.has(id)).map((id) => ({ id, role: 'coExecutor' as const })),
    ...(people.controller === before.controller ? [] : [{ id: people.controller, role: 'controller' as const }]),
  ];
}

/** For those who have had the item: what has changed in it. A day that is gone is told in words. */
function news(start: ItemStart, life: ItemLife, next: ItemLife, act: Amend): readonly NoticeDraft[] {
  const { by, noteId } = act;
  const [from, to] = [life.workingDue, next.workingDue];
  const told = new Set(newcomers(life, next).map(({ id }) => id));
  const kinds = [
    ...(to === null || to === from ? [] : [from === null ? ('date-named' as const) : ('deadline-moved' as const)]),
    ...(act.reworded || (to === null && from !== null) ? ['reworded' as const] : []),
  ];
  const facts = { by, noteId, from, to, byOrder: true };
  return kinds
    .flatMap((kind) => noticesOf(kind, next, start.ladder, { step: noteId, facts }))
    .map((notice) => ({ ...notice, recipients: notice.recipients.filter(({ id }) => !told.has(id)) }))
    .filter(({ recipients }) => recipients.length > 0);
}
