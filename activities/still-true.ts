/** Whether a notice written in the morning still holds at nine: what was settled meanwhile is not written about. */
import type { Notice } from '#store';
import type { ItemStandingNow } from './standing.js';

/** Kinds of the ladder: of several for one item and person only the latest is told. */
const LADDER: ReadonlySet<string> = new Set(['reminder', 'due-today', 'overdue']);

export function isStillTrue(notice: Notice, now: ItemStandingNow): boolean {
  const { card, ids, documentCards } = now;
  const document = documentCards.find(({ id }) => id === notice.documentId);
  if (card.status === 'withdrawn') return notice.kind === 'withdrawn' || notice.kind === 'registered';
  if (card.status === 'offControl') return notice.kind === 'off-control' || notice.kind === 'registered';
  const isExecutors = notice.role === 'responsible' || notice.role === 'author'; // drafts change hands with the item
  if (isExecutors && notice.recipientId !== ids.responsible) return false;
  if (LADDER.has(notice.kind)) return notice.dueOn === card.workingDueOn && card.status !== 'reported';
  switch (notice.kind) {
    case 'name-date':
      return card.workingDueOn === null;
    case 'draft-ready':
      return (
        document !== undefined && document.latestVersion === notice.facts['version'] && document.state !== 'registered'
      );
    case 'approval-requested':
      return (
        document?.state === 'onApproval' &&
        document.latestVersion === notice.facts['version'] &&
        document.holderId === notice.recipientId
      );
    case 'report-submitted':
      return notice.facts['interim'] === true || card.report?.noteId === notice.facts['noteId'];
    case 'extension-requested':
      return card.extension?.noteId === notice.facts['asked'];
    case 'report-returned':
      return card.status === 'returned';
    default:
      return true;
  }
}

/** After an outage several rungs of one item may wait together: only the latest is true today. */
export function latestRungs(notices: readonly Notice[]): readonly Notice[] {
  const latest = new Map<string, Notice>();
  for (const notice of notices) {
    if (!LADDER.has(notice.kind)) continue;
    const key = `${notice.roadmapCode}/${notice.itemNo ?? ''}`;
    const known = latest.get(key);
    if (known === undefined || offsetOf(notice) > offsetOf(known)) latest.set(key, notice);
  }
  const kept = new Set(latest.values());
  return notices.filter((notice) => !LADDER.has(notice.kind) || kept.has(notice));
}

function offsetOf(notice: Notice): number {
  return Number(notice.facts['offset'] ?? 0);
}
