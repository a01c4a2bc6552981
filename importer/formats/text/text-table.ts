/** A table that begins at a line of a text. */
import type { Row } from '../../blocks.js';

export interface TextTable {
  readonly rows: readonly Row[];
  /** The line after its last one. */
  readonly end: number;
}
