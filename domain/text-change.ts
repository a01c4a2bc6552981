/** What differs in words between two versions of a document: the room of documents finds it, the doors show it. */

export interface WordChange {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/** A paragraph, or a table row with tabs between its cells, that is not the same in both. */
export interface TextChange {
  /** Of the paragraph in the later version, or of the place where the removed one stood; from 1. */
  readonly line: number;
  readonly was: string | null;
  readonly now: string | null;
  /** Both texts as one, in reading order. */
  readonly words: readonly WordChange[];
}
