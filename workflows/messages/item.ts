/**
 * What an item's process is started with, hears and answers. Ids and small values only: no names, addresses or texts.
 * Names of messages are plain strings, so that `client` needs nothing of the sandbox.
 */
import type { Instant, Zone } from '#domain/body-time';
import type { DocumentKind } from '#domain/document-kind';
import type { DocumentState, ItemStatus } from '#domain/item';
import type { Amendment } from '#domain/item-amendment';
import type { Evidence, ExtensionRequest, ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { Ladder, Wake } from '#domain/reminder';

/** The plan travels in `life`, computed outside: arming an item costs one workflow task and no activity. */
export interface ItemStart {
  readonly code: string;
  readonly no: string;
  readonly life: ItemLife;
  readonly clockOffsetMs: number;
  readonly zone: Zone;
  readonly ladder: Ladder;
  /** Ids of the acts already done, the latest hundred: a repeated Update hears the present standing. */
  readonly handled: readonly string[];
  /** Continue as new after so many events; tests inject a small one, 0 leaves it to the server's advice. */
  readonly historyLimit: number;
}

export interface ItemUpdateBase {
  readonly by: OfficialId;
  /** The words of the act (reason, remarks, report) stay in the store under this id. */
  readonly noteId: string;
}

export interface SubmitReport extends ItemUpdateBase {
  readonly interim: boolean;
  readonly evidence: readonly Evidence[];
}

/** The plan of the new deadline travels with it, computed outside as at launch. */
export interface SetDeadline extends ItemUpdateBase {
  readonly to: LocalDate;
  readonly workingDue: LocalDate;
  readonly plan: readonly Wake[];
}

export interface Reassign extends ItemUpdateBase {
  readonly to: OfficialId;
}

/** The working day is computed outside, as at launch. */
export interface AskExtension extends ItemUpdateBase {
  readonly to: LocalDate;
  readonly workingDue: LocalDate;
}

export interface AdviseExtension extends ItemUpdateBase {
  readonly supports: boolean;
}

/** A new edition of the order; its words wait in the store with the words of the act. */
export interface Amend extends ItemUpdateBase, Amendment {
  /** Other words than those of the day: whoever works by them is told. */
  readonly reworded: boolean;
}

export const ITEM_UPDATES = {
  submitReport: 'submitReport',
  acceptReport: 'acceptReport',
  returnReport: 'returnReport',
  moveDeadline: 'moveDeadline',
  nameDeadline: 'nameDeadline',
  reassign: 'reassign',
  amend: 'amend',
  withdraw: 'withdraw',
  askExtension: 'askExtension',
  adviseExtension: 'adviseExtension',
  grantExtension: 'grantExtension',
  refuseExtension: 'refuseExtension',
  recallExtension: 'recallExtension',
} as const;

/** From a document's process to its item. */
export const DOCUMENT_CHANGED_SIGNAL = 'documentChanged';
export interface DocumentChanged {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly state: DocumentState;
}

export const ITEM_STANDING_QUERY = 'standing';
/** What waits, for whom, until when. */
export interface ItemStanding {
  readonly status: ItemStatus;
  readonly revision: number;
  readonly waitsFor: readonly OfficialId[];
  readonly workingDue: LocalDate | null;
  readonly extension: ExtensionRequest | null;
  readonly nextWakeAt: Instant | null;
  readonly nextWakeTitle: string | null;
  readonly documents: readonly DocumentChanged[];
}

export interface ItemOutcome {
  readonly code: string;
  readonly no: string;
  readonly closedOn: LocalDate;
}
