/**
 * The middle language: what a document is made of, after the template and before Word. A union of plain objects that a
 * test can compare and a second output format could read. Sizes are millimetres; nothing here knows Word's units.
 */
import { unbound } from '#domain/typography';
import type { RegistrationField } from './evaluated.js';
import type { Orientation } from './profiles.js';

/** A stretch of text of one look, or a line break. */
export type Run =
  | {
      readonly type: 'words';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      /** A blank that somebody must fill in. */
      readonly highlighted: boolean;
      /** A line that registration fills in: the place is marked in the file, so that it is found after a clerk's edits. */
      readonly registers?: RegistrationField;
      /** Stands in a draft only: registration takes it out. */
      readonly untilRegistration?: true;
    }
  | { readonly type: 'break' };

export type Runs = readonly Run[];

export interface Line {
  readonly runs: Runs;
  readonly bold: boolean;
  readonly small: boolean;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Registration {
  readonly date: Runs;
  readonly number: Runs;
}

export interface Cell {
  readonly runs: Runs;
  readonly align: Align;
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
}

export interface Row {
  readonly bold: boolean;
  readonly cells: readonly Cell[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly widths: readonly number[];
  /** Points; null: the profile's. */
  readonly size: number | null;
  readonly headerRows: number;
  readonly rows: readonly Row[];
}

export interface SignatureBlock {
  readonly type: 'signature';
  readonly intro: Runs;
  readonly post: Runs;
  readonly name: Runs;
  readonly date: Runs;
  /** Of an electronic signature; empty: none. */
  readonly mark: readonly Line[];
  readonly gap: number | null;
}

/** `gap`: distance to the part above in lines; null: the profile's. */
export type Block =
  | { readonly type: 'head'; readonly lines: readonly Line[] }
  | {
      readonly type: 'corner';
      readonly head: readonly Line[];
      readonly registration: Registration | null;
      readonly reference: Registration | null;
      readonly addressees: readonly (readonly Line[])[];
    }
  | { readonly type: 'kind'; readonly runs: Runs }
  | ({ readonly type: 'registration' } & Registration)
  | ({ readonly type: 'reference' } & Registration)
  | { readonly type: 'addressee'; readonly lines: readonly Line[] }
  | { readonly type: 'stamp'; readonly lines: readonly Line[] }
  | { readonly type: 'title'; readonly align: 'center' | 'left'; readonly runs: Runs }
  | { readonly type: 'heading'; readonly runs: Runs; readonly gap: number | null }
  | { readonly type: 'greeting'; readonly runs: Runs }
  | {
      readonly type: 'paragraph';
      readonly runs: Runs;
      readonly align: Align;
      readonly indent: boolean;
      /** A service line. */
      readonly small: boolean;
      readonly gap: number | null;
    }
  /** Level from 0. */
  | { readonly type: 'clause'; readonly level: number; readonly runs: Runs; readonly gap: number | null }
  | { readonly type: 'attachments'; readonly label: Runs; readonly runs: Runs }
  | SignatureBlock
  | { readonly type: 'line'; readonly line: Line }
  | { readonly type: 'group'; readonly blocks: readonly Block[]; readonly gap: number | null }
  | { readonly type: 'executor'; readonly lines: readonly Line[] }
  | TableBlock;

export type PageNumbers = 'from-2' | 'all' | 'none';

export interface Section {
  readonly appendix: boolean;
  readonly orientation: Orientation;
  readonly pageNumbers: PageNumbers;
  readonly blocks: readonly Block[];
}

export interface DocumentBlocks {
  readonly title: string;
  readonly author: string;
  /** mm */
  readonly leftMargin: number;
  readonly sections: readonly Section[];
}

/** One line with ordinary spaces and hyphens: for properties, names of files and messages. */
export function plainText(runs: Runs): string {
  const line = runs.map((run) => (run.type === 'break' ? ' ' : run.text)).join('');
  return unbound(line);
}
