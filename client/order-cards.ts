/** An order as doors see it: what was understood of the file, where it came from, what is wrong with it. Plain values, ready for JSON. */
import type { DeadlineKind } from '#domain/deadline';
import type { LocalDate } from '#domain/local-date';
import type { NamedPost, OrderKind, Problem, ResultKind, Source } from '#domain/order';

export interface CheckedItem {
  readonly no: string;
  readonly title: string;
  readonly responsible: readonly string[];
  readonly results: readonly { readonly kind: ResultKind; readonly text: string }[];
  readonly deadline: {
    readonly text: string;
    readonly kind: DeadlineKind;
    readonly due: LocalDate | null;
    readonly workingDue: LocalDate | null;
    readonly explanation: string;
  };
  readonly source: Source | null;
}

/** What was understood of an order; nothing is stored. */
export interface CheckedOrder {
  readonly order: {
    readonly kind: OrderKind;
    readonly date: LocalDate;
    readonly number: string;
    readonly title: string;
    readonly issuer: string;
    readonly controller: NamedPost | null;
    readonly signatory: NamedPost;
  };
  readonly items: readonly CheckedItem[];
  /** Who answers for the items, each once, under its fullest name. */
  readonly parties: readonly {
    readonly name: string;
    /** As the items print it. */
    readonly spellings: readonly string[];
    /** Numbers of the items. */
    readonly items: readonly string[];
  }[];
  readonly problems: readonly Problem[];
}

/** A stretch of the file that a field was read from, within its paragraph or cell. */
export interface ExplainedPassage {
  /** «таблица 2, строка 3, ячейка 4», counted from 1 as they stand in the file. */
  readonly where: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export interface ExplainedField {
  /** «Срок» */
  readonly label: string;
  readonly understood: string;
  /** The words of the file; empty when the field is no words of it. */
  readonly printed: string;
  readonly passages: readonly ExplainedPassage[];
  /** Stands nowhere in the file: a person has said it. */
  readonly told: boolean;
  /** Why it was understood so, where there is something to say. */
  readonly explanation: string | null;
}

/** The same field by field, for proof-reading against the paper. */
export interface ExplainedOrder extends CheckedOrder {
  readonly parts: readonly { readonly title: string; readonly fields: readonly ExplainedField[] }[];
}

/** New words in place of a slip of the file; what is absent stays. Several parties or results are parted by «;». */
export interface ItemCorrection {
  readonly title?: string;
  readonly responsible?: string;
  readonly results?: string;
  readonly deadline?: string;
}

export interface ImportedOrder extends CheckedOrder {
  readonly code: string;
}
