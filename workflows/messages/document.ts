/** What a document's process is started with, hears and answers. Bytes and texts never travel here. */
import type { Zone } from '#domain/body-time';
import type { DecisionKind, DocumentLife } from '#domain/document-life';
import type { DocumentState } from '#domain/item';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { DocumentPeople } from '#domain/permissions';

export interface DocumentStart {
  readonly code: string;
  readonly no: string;
  readonly life: DocumentLife;
  readonly clockOffsetMs: number;
  readonly zone: Zone;
  /** Ids of the acts already done: a repeated Update hears the present standing. */
  readonly handled: readonly string[];
  /** Events after which the process continues as new; 0: only when the server advises it. */
  readonly historyLimit: number;
}

export interface Fill {
  readonly by: OfficialId;
  /** Where the typed values wait in the store. */
  readonly noteId: string;
  /** Although the last version was edited by hand. */
  readonly anew?: boolean;
}

export interface Upload {
  readonly by: OfficialId;
  /** The version that was edited. */
  readonly sha256: string;
  /** Where the file waits in the store. */
  readonly noteId: string;
}

export interface Decide {
  readonly by: OfficialId;
  readonly decision: DecisionKind;
  readonly sha256: string;
  readonly noteId: string;
}

export interface Register {
  readonly by: OfficialId;
  readonly sha256: string;
  readonly number: string;
  readonly date: LocalDate;
  readonly noteId: string;
}

export const DOCUMENT_UPDATES = { fill: 'fill', upload: 'upload', decide: 'decide', register: 'register' } as const;

/** From the item: its people changed, or it is off control and what is unfinished is cancelled. */
export const PEOPLE_CHANGED_SIGNAL = 'peopleChanged';
export type PeopleChanged = DocumentPeople;
export const CANCEL_SIGNAL = 'cancel';

export const DOCUMENT_STANDING_QUERY = 'standing';
/** What waits, for whom, since when. */
export interface DocumentStanding {
  readonly state: DocumentState;
  readonly revision: number;
  readonly holder: OfficialId | null;
  readonly since: LocalDate;
  readonly version: { readonly no: number; readonly sha256: string; readonly requiredGaps: number } | null;
}
