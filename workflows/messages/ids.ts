/**
 * Names of processes: builders and their parsers, side by side. They end in event history and in search:
 * a diff here is a diff to every running item. No behaviour beyond building and parsing.
 */
import type { DocumentKind } from '#domain/document-kind';

export interface ItemKey {
  readonly code: string;
  readonly no: string;
}

export interface DocumentKey extends ItemKey {
  readonly kind: DocumentKind;
}

export const MAILROOM_ID = 'mailroom';

export function roadmapWorkflowId(code: string): string {
  return `roadmap/${code}`;
}

export function itemWorkflowId({ code, no }: ItemKey): string {
  return `roadmap/${code}/item/${no}`;
}

export function documentWorkflowId({ code, no, kind }: DocumentKey): string {
  return `${itemWorkflowId({ code, no })}/document/${kind}`;
}

/** The business id of an item: `ЦОС-2024/5`. A roadmap's code and an item's number never hold a slash. */
export function itemId({ code, no }: ItemKey): string {
  return `${code}/${no}`;
}

/** The business id of a document: `ЦОС-2024/1/order-appointment`. */
export function documentId({ code, no, kind }: DocumentKey): string {
  return `${code}/${no}/${kind}`;
}
