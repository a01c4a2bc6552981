/** Words of an item and its documents: states, labels, results. Pure data and small functions; no effects. */
import type { DeadlineReading } from './deadline.js';
import type { DocumentKind } from './document-kind.js';
import type { OfficialId } from './official.js';
import type { ResultKind } from './order.js';

export type ItemStatus = 'planned' | 'waitingDate' | 'active' | 'reported' | 'returned' | 'offControl' | 'withdrawn';

/** Nothing is done with it any more: accepted, or withdrawn by a new edition of the order. */
export function isOver(status: ItemStatus): status is 'offControl' | 'withdrawn' {
  return status === 'offControl' || status === 'withdrawn';
}

export type DocumentState = 'filling' | 'onApproval' | 'returned' | 'toSign' | 'registered' | 'filed' | 'cancelled';

export interface ItemResult {
  /** Stable within the item: `1`, `2` … in the order of the cell. */
  readonly key: string;
  readonly kind: ResultKind;
  readonly text: string;
  /** Template that drafts it, or null when it is prepared by hand. */
  readonly documentKind: DocumentKind | null;
}

/** Who has to do with an item, as ids; names and addresses stay in the directory. */
export interface ItemPeople {
  readonly responsible: OfficialId;
  readonly coExecutors: readonly OfficialId[];
  readonly controller: OfficialId;
  /** Signatory of the order: hears of long delays, moves deadlines. */
  readonly head: OfficialId;
  /** Contact of the external party that owes the date; null when the deadline is not external or nobody is known. */
  readonly dateOwner: OfficialId | null;
}

/** An item as stored when the order is imported. */
export interface ItemRecord {
  readonly roadmapCode: string;
  readonly no: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly results: readonly ItemResult[];
  readonly deadlineText: string;
  readonly deadline: DeadlineReading;
}
