/** How a file goes over the ends of lines: whether it breaks words there, and what its words are. Pure. */
import { passageOf } from '../passage.js';
import { continueText } from '../plain.js';

export interface Spelling {
  /** All words of the file or table (see `continueText`). */
  readonly words: ReadonlySet<string>;
  /** Whether words are broken by hyphens; if not, a hyphen at the end of a line belongs to its word. */
  readonly hyphenated: boolean;
}

export const HYPHEN_AT_END = /\p{L}-(?:\t|$)/u;

/** Lines of one paragraph as its text. */
export function joinedLines(lines: readonly string[], { words, hyphenated }: Spelling): string {
  if (!hyphenated) return lines.reduce((text, line) => (HYPHEN_AT_END.test(text) ? text + line : `${text} ${line}`));
  return continueText(
    lines.map((line) => passageOf(line, { block: 0 })),
    words,
  ).text;
}
