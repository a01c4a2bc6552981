/**
 * What the workflows may ask of the world. Types only: this file is all that `workflows` knows of `activities`.
 * Each may run twice; its effect is keyed by what it is about, never by a run.
 */
import type { Instant } from '#domain/body-time';
import type { DocumentKind } from '#domain/document-kind';
import type { DocumentLife, DocumentVersion } from '#domain/document-life';
import type { ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { NoticeKind, Recipient } from '#domain/notice';
import type { OfficialId } from '#domain/official';
import type { Wake } from '#domain/reminder';
import type { ItemStart } from '#workflows/messages/item';

/** A row of the journal: `act` is a word of the glossary, `key` makes a repetition harmless. */
export interface Entry {
  readonly key: string;
  readonly act: string;
  readonly by: OfficialId | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** A reason to write; recipients and facts as ids and small values. */
export interface NoticeDraft {
  readonly kind: NoticeKind;
  readonly recipients: readonly Recipient[];
  /** Makes the key with the item, the kind, the due date and the recipient. */
  readonly step: string;
  readonly due: LocalDate | null;
  readonly documentId?: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** When it goes: null means by the rule of its kind (urgent at once in office hours, else the next morning). */
  readonly sendAt: Instant | null;
}

/** `urgentAt` is set when something was added that the mailroom must not leave for the morning. */
export interface Committed {
  readonly urgentAt: Instant | null;
}

/** `remindAt`: when the approver is to be reminded, the nearest first. */
interface DocumentCommitted extends Committed {
  readonly remindAt: readonly Instant[];
}

export interface ItemCommit {
  readonly code: string;
  readonly no: string;
  readonly at: Instant;
  readonly life: ItemLife;
  readonly entries: readonly Entry[];
  readonly notices: readonly NoticeDraft[];
  /** Id of the act that brought the item new words: they are written with the rest. */
  readonly wordsIn?: string;
}

export interface AddedItem {
  readonly by: OfficialId;
  readonly noteId: string;
  /** In which the words of the item wait. */
  readonly edition: number;
  readonly start: ItemStart;
  readonly at: Instant;
  readonly notices: readonly NoticeDraft[];
}

export interface DocumentCommit {
  readonly code: string;
  readonly no: string;
  readonly at: Instant;
  readonly life: DocumentLife;
  readonly entries: readonly Entry[];
  readonly notices: readonly NoticeDraft[];
}

export interface ItemActivities {
  /** Items of a roadmap in the order of their numbers, ready to start; an empty page ends the list. */
  openItems(input: { code: string; offset: number; limit: number }): Promise<readonly ItemStart[]>;
  /** The row of an item that a new edition adds, with its people, its start and its notices, in one transaction. */
  admitItem(input: AddedItem): Promise<Committed>;
  /** Projection, journal and notices in one transaction. */
  commitItem(input: ItemCommit): Promise<Committed>;
  /** Further wake-ups of a bounded plan that has run out. */
  planFurther(input: { code: string; no: string; at: Instant; life: ItemLife }): Promise<readonly Wake[]>;
  /** A document that the program issues by itself: rendered, kept, filed. */
  issueDocument(input: { code: string; no: string; kind: DocumentKind; at: Instant }): Promise<void>;
  /** The roadmap is done: every item is off control. */
  closeRoadmap(input: { code: string; at: Instant }): Promise<void>;
}

export interface DocumentActivities {
  draftDocument(input: {
    code: string;
    no: string;
    kind: DocumentKind;
    at: Instant;
    /** Who made this version; null for the program. */
    by: OfficialId | null;
    /** Values typed since the last version. */
    noteId: string | null;
  }): Promise<DocumentVersion & { readonly gaps: number }>;
  /** Keeps the file of an act as a version, with the gaps it still has; refused when it cannot be one. */
  keepUpload(input: {
    code: string;
    no: string;
    kind: DocumentKind;
    at: Instant;
    by: OfficialId;
    noteId: string;
  }): Promise<DocumentVersion & { readonly gaps: number }>;
  /** The text once more with number and date; refused when the number is taken. */
  registerDocument(input: {
    code: string;
    no: string;
    kind: DocumentKind;
    at: Instant;
    by: OfficialId;
    number: string;
    date: LocalDate;
    sha256: string;
  }): Promise<DocumentVersion>;
  /** Projection, journal and notices in one transaction. */
  commitDocument(input: DocumentCommit): Promise<DocumentCommitted>;
}

export interface MailActivities {
  /**
   * Gathers what is due by `at` into mails, one per person; at most `limit` people a call, those after the id `after`.
   * The answer's `after` leads to the next page; null ends the round.
   */
  composeMails(input: { at: Instant; limit: number; after: OfficialId | null }): Promise<ComposedMails>;
  /** Hands mails to the server; a heartbeat every few seconds. Returns how many went. */
  sendMails(input: { keys: readonly string[]; at: Instant }): Promise<number>;
}

export interface ComposedMails {
  readonly keys: readonly string[];
  readonly after: OfficialId | null;
  /** 9:00 of the next working day after the round's instant. */
  readonly nextMorning: Instant;
}

export type Activities = ItemActivities & DocumentActivities & MailActivities;
