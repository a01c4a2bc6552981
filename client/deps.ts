/** What the client needs, handed in by whoever composes the product. */
import type { Client } from '@temporalio/client';
import type { Instant, Zone } from '#domain/body-time';
import type { DeadlineRules } from '#domain/deadline-rules';
import type { DocumentKind } from '#domain/document-kind';
import type { Official } from '#domain/official';
import type { Ladder } from '#domain/reminder';
import type { TextChange } from '#domain/text-change';
import type { WorkingCalendar } from '#domain/working-calendar';
import type { readOrder } from '#importer';
import type { DocumentGap, Store } from '#store';

export interface FieldQuestion {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
}

/** What people may type into a draft; the room of documents answers. */
export interface DocumentInputs {
  questions(kind: DocumentKind): readonly FieldQuestion[];
  /** Checks typed values, people against the directory; every fault at once, in Russian. */
  parse(
    kind: DocumentKind,
    raw: Readonly<Record<string, unknown>>,
    directory: readonly Official[],
  ): { readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly string[] };
  /** Kept values as people read them, by the names of questions. */
  shown(kind: DocumentKind, values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
}

export interface ClientDeps {
  readonly store: Store;
  readonly temporal: Client;
  readonly calendar: WorkingCalendar;
  /** By which the body counts deadlines that are read or named from now on. */
  readonly rules: DeadlineRules;
  readonly zone: Zone;
  readonly ladder: Ladder;
  readonly inputs: DocumentInputs;
  /** What an order says; files from outside are read apart from this process. @throws VekhaError */
  readonly readOrder: typeof readOrder;
  /** What differs between two .docx in words; the room of documents answers. */
  readonly compareTexts: (before: Uint8Array, after: Uint8Array) => readonly TextChange[];
  /** Whether a file can be the next version of the one it was made of; the room of documents answers. @throws VekhaError */
  readonly readEditedDraft: (
    bytes: Uint8Array,
    made: { readonly bytes: Uint8Array; readonly gaps: readonly DocumentGap[] },
  ) => unknown;
  readonly clockOffsetMs: number;
  readonly historyLimit: number;
  /** The body's present instant: the server's time plus the offset. */
  readonly now: () => Promise<Instant>;
  /** A new id for an act that came without one. */
  readonly newId: () => string;
  /** Sign of a stored order and of other bytes: hex SHA-256. */
  readonly sha256: (bytes: Uint8Array) => string;
}
