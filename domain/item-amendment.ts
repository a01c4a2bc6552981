/**
 * What a new edition of the order makes of an item that runs: another day, other words, other people, or the end without a result.
 * Runs inside the workflow sandbox: plain JSON in, plain JSON out; days and plans arrive computed.
 */
import { DOCUMENT_KIND_ROWS, type DocumentKind } from './document-kind.js';
import type { ItemPeople } from './item.js';
import { changed, withDraftsToCome, type DeadlineMove, type ItemLife } from './item-life.js';
import type { LocalDate } from './local-date.js';
import type { OfficialId } from './official.js';
import type { Wake } from './reminder.js';

export interface Amendment {
  /** Absent: the day stays. */
  readonly deadline?: {
    readonly due: LocalDate | null;
    readonly workingDue: LocalDate | null;
    /** Somebody has yet to name the day. */
    readonly awaitsDate: boolean;
    readonly plan: readonly Wake[];
  };
  /** Absent: the results stay. */
  readonly results?: {
    readonly results: ItemLife['results'];
    /** Wake-ups for documents that the item did not have before. */
    readonly drafts: readonly Wake[];
    /** Kinds that no result calls for any more. */
    readonly dropped: readonly DocumentKind[];
  };
  /** Only who changes. */
  readonly people?: Partial<ItemPeople>;
}

export interface AmendedBy {
  readonly by: OfficialId;
  readonly on: LocalDate;
  readonly noteId: string;
}

/** A report that waits for acceptance answers the results it was given for: of other results it is no report. */
export function withAmendment(life: ItemLife, { deadline, results, people }: Amendment, act: AmendedBy): ItemLife {
  const newResults = results === undefined ? {} : { results: results.results };
  const newPeople = people === undefined ? {} : { people: { ...life.people, ...people } };
  const voided = results !== undefined && life.status === 'reported';
  return changed(life, {
    ...newResults,
    ...newPeople,
    ...(voided ? { status: 'active' as const, report: null, since: act.on } : {}),
    ...(deadline === undefined ? {} : deadlineChange(life, deadline, act)),
    plan: planOf(life, deadline, results),
  });
}

/** Neither done nor off control: whatever was planned or asked stops here. */
export function withWithdrawn(life: ItemLife, on: LocalDate): ItemLife {
  return changed(life, { status: 'withdrawn', plan: [], extension: null, closedOn: on, since: on });
}

function deadlineChange(
  life: ItemLife,
  { due, workingDue, awaitsDate }: NonNullable<Amendment['deadline']>,
  { by, on, noteId }: AmendedBy,
): Partial<ItemLife> {
  const move: DeadlineMove | null =
    workingDue === null || workingDue === life.workingDue
      ? null
      : { from: life.workingDue, to: due ?? workingDue, by, on, noteId };
  const waits = life.status === 'waitingDate';
  const asksAnew = awaitsDate && !life.awaitsDate;
  return {
    due,
    workingDue,
    awaitsDate,
    requestsMade: asksAnew ? 0 : life.requestsMade,
    moves: move === null ? life.moves : [...life.moves, move],
    extension: null,
    ...(waits && !awaitsDate ? { status: 'active' as const, since: on } : {}),
    ...(asksAnew && (life.status === 'planned' || life.status === 'active')
      ? { status: 'waitingDate' as const, since: on }
      : {}),
  };
}

function planOf(life: ItemLife, deadline: Amendment['deadline'], results: Amendment['results']): readonly Wake[] {
  const kept = deadline === undefined ? life.plan : withDraftsToCome(deadline.plan, life.plan);
  const dropped = new Set(results?.dropped);
  const dayless = deadline?.workingDue === null;
  const called = kept.filter(({ kind, document }) => {
    if (kind !== 'draft' || document === undefined) return true;
    return !dropped.has(document) && !(dayless && DOCUMENT_KIND_ROWS[document].drafted === 'beforeDue');
  });
  return [...called, ...(results?.drafts ?? [])].sort((a, b) => a.at - b.at);
}
