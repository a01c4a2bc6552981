/** What was read from an order: every field with its place in the source and the words as they stand there. */
import type { LocalDate } from './local-date.js';
import type { Gender } from './official.js';

export type OrderKind = 'распоряжение' | 'постановление' | 'приказ' | 'указ' | 'протокол';

export type ResultKind = 'order' | 'letter' | 'register' | 'form' | 'report' | 'act' | 'other';

/**
 * Where a value stands in the file. Blocks (paragraphs and tables) count from 0 in reading order; `row` and `cell`
 * are present inside a table; `from`/`to` are character offsets in the text of that paragraph or cell.
 */
export interface Source {
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A value as understood, and the same as printed. `sources` has more than one place when pieces were joined; then
 * `verbatim` is those pieces with a space between them. An empty cell has one source with `from` = `to`; a value that
 * stands nowhere in the file (a number given by us) has none.
 */
export interface Field<T> {
  readonly value: T;
  readonly verbatim: string;
  readonly sources: readonly Source[];
}

export interface NamedPost {
  /** «Фамилия И.О.», nominative; null when a post stands without a name. */
  readonly name: string | null;
  readonly position: string;
  /** Present when the form of the name in the order settles it: «на … Кравец О.П.» can only be a woman. */
  readonly gender?: Gender;
}

export interface OrderHead {
  readonly kind: Field<OrderKind>;
  readonly date: Field<LocalDate>;
  /** What follows «№». */
  readonly number: Field<string>;
  /** The heading in one line. */
  readonly title: Field<string>;
  /** The body that issues the act, nominative, capital first letter. */
  readonly issuer: Field<string>;
  /** Lines of the letterhead, as printed, above the kind of the act. */
  readonly headLines: readonly Field<string>[];
  readonly preamble: Field<string> | null;
  readonly points: readonly Field<string>[];
  readonly controller: Field<NamedPost> | null;
  readonly signatory: Field<NamedPost>;
  /** Name of the plan as printed above its table («Комплекс мер (Дорожная карта) по реализации …»), or null. */
  readonly planTitle: Field<string> | null;
}

export interface ReadResult {
  readonly kind: ResultKind;
  readonly text: Field<string>;
  /** To whom it goes, as printed after «в адрес», «в»: «Центра проектного сопровождения», «Минпросвещения России». */
  readonly addressee?: Field<string>;
  /**
   * Which other result of the item (its place, from 0) approves what this letter encloses: that one comes first.
   * «1. Письмо … с перечнем организаций; 2. Распоряжение» of «Утверждён перечень …» → 1.
   */
  readonly encloses?: number;
}

/** What a person says of an act where its file does not: a bare table has no head. */
export interface ToldHead {
  readonly act?: { readonly kind: OrderKind; readonly number: string; readonly date: LocalDate };
  readonly title?: string;
  /** The body, nominative. */
  readonly issuer?: string;
  readonly signatory?: NamedPost;
  readonly controller?: NamedPost;
}

/** What of a file is to be read, beside the file. */
export interface OrderChoice {
  /** Which plan of an act that approves several, from 1. */
  readonly plan?: number | undefined;
  readonly told?: ToldHead | undefined;
}

/** A column that Vekha has no use for, kept as it stands. */
export interface ReadExtra {
  /** Header of the column; an empty string when it has none. */
  readonly name: string;
  readonly text: Field<string>;
}

export interface ReadItem {
  readonly no: Field<string>;
  readonly title: Field<string>;
  readonly responsible: readonly Field<string>[];
  readonly results: readonly ReadResult[];
  /**
   * The deadline cell, verbatim in `verbatim`, spaces collapsed in `value`; an empty string when the cell is empty.
   * A mark in the column of a quarter or a month gives the phrase in `value` («II квартал 2024 года») and header and
   * mark in `verbatim`.
   */
  readonly deadline: Field<string>;
  /** Cells of other columns that are not empty; absent when there are none. */
  readonly extra?: readonly ReadExtra[];
  /** Which of the act's plans the row belongs to, from 1; absent when the act approves only one. */
  readonly roadmap?: number;
}

/** A heading row of a table and the rows under it. */
export interface ReadSection {
  /** Roman or arabic as printed, without a full stop; an empty string when the heading carries no number. */
  readonly no: string;
  readonly title: Field<string>;
  /** Numbers of the items under it, in order. */
  readonly items: readonly string[];
  readonly roadmap?: number;
}

/** One plan of an act that approves several. */
export interface ReadRoadmap {
  readonly no: number;
  readonly title: Field<string> | null;
}

/** A short name that the document explains: «(далее – МО НСО)», «ОИВ – исполнительные органы области». */
export interface Definition {
  readonly short: string;
  /** In the nominative where the declension settles it; as printed in `verbatim`. */
  readonly full: Field<string>;
}

/** One body, group or person that answers for measures, under all names that the plan gives it. */
export interface ReadParty {
  /** The fullest of its names; a short name alone only where the document does not explain it. */
  readonly name: string;
  /** As they stand in `ReadItem.responsible`, in order of appearance. */
  readonly variants: readonly string[];
  /** Where it answers, in order; `roadmap` as in `ReadItem`. */
  readonly items: readonly { readonly no: string; readonly roadmap?: number }[];
}

export type Severity = 'blocking' | 'warning' | 'note';

export interface Problem {
  readonly severity: Severity;
  /** Russian: «строка 3 таблицы, графа «Срок»». */
  readonly where: string;
  /** Russian sentence: what is odd. */
  readonly message: string;
  /** Russian: what can be done about it; absent when the message says it, or nothing need be done. */
  readonly fix?: string;
}

/** The file as it was read: what a `Source` points into. Cells of a row stand in the order of the file. */
export type SourceBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface OrderReading {
  readonly order: OrderHead;
  readonly items: readonly ReadItem[];
  readonly problems: readonly Problem[];
  /** Absent when the table has no heading rows. */
  readonly sections?: readonly ReadSection[];
  /** Which of the act's plans was chosen, from 1; absent when the act approves one, or none was chosen. */
  readonly plan?: number;
  /** Absent when the act approves one plan, or when one of them was chosen. */
  readonly roadmaps?: readonly ReadRoadmap[];
  /** Who answers for the items, each once; absent in readings kept before this was read. */
  readonly parties?: readonly ReadParty[];
  /** Absent when the document explains no short names. */
  readonly definitions?: readonly Definition[];
  readonly blocks?: readonly SourceBlock[];
}
