/** A template after its fields are filled in: only tags, words and blanks are left. What `blocks.ts` reads. */
import type { Place } from './template-tree.js';
import type { Tag } from './vocabulary.js';

export interface Word {
  readonly type: 'text';
  readonly text: string;
  /** Words of the author keep spaces between pieces; a value is already one clean line. */
  readonly from: 'template' | 'value';
  readonly untilRegistration?: true;
}

/** What a place is filled in with, and how it is written. */
export type RegistrationField = 'date' | 'dateInWords' | 'number';

/** A blank in place of a missing value: highlighted when it is a label to fill in, plain when a line to write on. */
export interface Blank {
  readonly type: 'blank';
  readonly text: string;
  readonly highlighted: boolean;
  /** What registration fills in here; absent: nothing, a person must. */
  readonly registers?: RegistrationField;
  /** Stands in a draft only: registration takes it out. */
  readonly untilRegistration?: true;
}

export interface FilledElement {
  readonly type: 'element';
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, readonly (Word | Blank)[]>;
  readonly children: readonly Filled[];
  readonly at: Place;
}

export type Filled = Word | Blank | FilledElement;
