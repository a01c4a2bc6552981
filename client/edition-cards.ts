/** A new edition of an order as doors see it: what it changes in a roadmap that runs, what a person must say first, what came of it. */
import type { NamedAct } from '#domain/edition/amending-act';
import type { LocalDate } from '#domain/local-date';
import type { Problem } from '#domain/order';

/** What only a person can say about a file; rows by their numbers in it, items of ours by theirs. */
export interface EditionAnswers {
  /** Which of several plans of the file. */
  readonly plan?: number;
  /** Act that made the changes, where the file does not name it: «распоряжение от 22.08.2024 № 2214-р». */
  readonly act?: string;
  /** Row → the item of ours that it is. */
  readonly same?: Readonly<Record<string, string>>;
  /** Rows that are no item of ours. */
  readonly fresh?: readonly string[];
  /** Row → its last day, where the words do not settle it. */
  readonly days?: Readonly<Record<string, LocalDate>>;
  /** Whether an amending act gives the whole plan, or only the rows that it changes. */
  readonly scope?: 'whole' | 'partial';
}

export interface EditionLine {
  /** «Срок» */
  readonly label: string;
  /** Null: there was none. */
  readonly was: string | null;
  readonly now: string | null;
}

export interface EditionChange {
  /** Under which the item is kept. */
  readonly no: string;
  /** In the new edition; null: it is left out. */
  readonly printedNo: string | null;
  readonly title: string;
  /** `over`: nothing is done with it any more, so it stays as it is. */
  readonly change: 'amended' | 'added' | 'withdrawn' | 'over';
  readonly lines: readonly EditionLine[];
  /** Where the new day comes from. */
  readonly explanation: string | null;
  /** Drafts under way that hold former words or that nobody needs any more. */
  readonly documents: readonly string[];
}

export interface EditionCard {
  readonly code: string;
  readonly act: NamedAct;
  readonly unchanged: number;
  readonly changes: readonly EditionChange[];
  /** Russian sentences, each with the key that answers it; nothing is carried out until they are answered. */
  readonly questions: readonly string[];
  readonly problems: readonly Problem[];
  /** By which exactly this is confirmed; null: something is asked, or nothing changes. */
  readonly mark: string | null;
}

export interface EditionOutcome {
  readonly code: string;
  readonly act: NamedAct;
  readonly added: readonly string[];
  readonly amended: readonly string[];
  readonly withdrawn: readonly string[];
  /** Came off control while the edition was being carried out: they stay as they are. */
  readonly over: readonly string[];
}
