/** What is known when a document is drafted, as the store and the directory give it. Types only. */
import type { DeadlineReading } from '#domain/deadline';
import type { DocumentKind } from '#domain/document-kind';
import type { ItemResult } from '#domain/item';
import type { DeadlineRules } from '#domain/deadline-rules';
import type { WorkingCalendar } from '#domain/working-calendar';
import type { LocalDate } from '#domain/local-date';
import type { Official } from '#domain/official';
import type { NamedPost, OrderKind } from '#domain/order';
import type { FieldCatalogue } from '../field-catalogue.js';
import type { ProcessFacts } from './process-facts.js';

export interface OrderFacts {
  readonly kind: OrderKind;
  readonly date: LocalDate;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  /** As printed above the kind of the act. */
  readonly headLines: readonly string[];
  /** A command verb at its end («приказываю:») is repeated in the acts drafted from it. */
  readonly preamble?: string | null;
  readonly points: readonly string[];
  readonly controller: NamedPost | null;
  readonly signatory: NamedPost;
  readonly planTitle: string | null;
}

interface ItemFacts {
  readonly no: string;
  readonly title: string;
  readonly deadlineText: string;
  readonly deadline: DeadlineReading;
  readonly results: readonly ItemResult[];
  /** The same measure twice: by the order of dates; null when it stands once. */
  readonly stage: 1 | 2 | null;
}

interface PeopleFacts {
  readonly responsible: Official | null;
  readonly coExecutors: readonly Official[];
  readonly controller: Official | null;
  readonly signatory: Official | null;
  /** Contact of the external party. */
  readonly addressee: Official | null;
  /** Name of the external party, nominative: «Центр проектного сопровождения». */
  readonly externalParty: string | null;
  /** Other people of the directory whom typed values may name by id. */
  readonly directory?: readonly Official[];
}

/** Before anybody is known. */
export const NOBODY: PeopleFacts = {
  responsible: null,
  coExecutors: [],
  controller: null,
  signatory: null,
  addressee: null,
  externalParty: null,
};

export interface Registration {
  readonly number: string;
  readonly date: LocalDate;
}

export interface DocumentFacts {
  readonly order: OrderFacts;
  readonly roadmap: { readonly code: string };
  readonly item: ItemFacts;
  readonly people: PeopleFacts;
  /** Documents of the same item. */
  readonly siblings: readonly { readonly kind: DocumentKind; readonly registration: Registration | null }[];
  readonly today: LocalDate;
  /** How the body counts days. */
  readonly calendar: WorkingCalendar;
  readonly rules: DeadlineRules;
  readonly ladder: { readonly before: readonly number[]; readonly onDueDay?: boolean };
  /** Of the appendix, counted on the printed draft; absent until then. */
  readonly sheets?: number;
  /** What only a running process knows; absent: nothing yet. */
  readonly process?: ProcessFacts;
  /** As `parseValues` returned them: path → value; rows are arrays of objects. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What one kind of document knows: its fields, how they are described, what the document is called. */
export interface GatheredFields {
  readonly data: Record<string, unknown>;
  readonly catalogue: FieldCatalogue;
  /** Russian, without a full stop: the title under which the version is kept. */
  readonly title: string;
}
