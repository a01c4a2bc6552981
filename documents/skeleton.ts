/**
 * The text of a template with every {{…}} replaced by a mark, and the way back from a position in it to a line and column
 * of the file. Marks are private-use characters around a number, which XML takes for ordinary text.
 */
import type { Place } from './template-tree.js';

const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000(\d+)\ue001/u;
/** Characters that only marks may use. */
export const RESERVED = /[\ue000\ue001]/u;

/** Where in the markup the writing stands: between tags, inside a tag, or inside a quoted attribute of it. */
export type MarkupState = 'text' | 'tag' | '"' | "'";

export function stateAfter(state: MarkupState, text: string): MarkupState {
  let now = state;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (now === 'text') now = c === '<' && opensTag(text.charAt(i + 1)) ? 'tag' : 'text';
    else if (now === 'tag') now = c === '>' ? 'text' : c === '"' || c === "'" ? c : 'tag';
    else if (c === now) now = 'tag';
  }
  return now;
}

/** «<» before a space or a digit is a slip of the author, not a tag; at the end of a text it would make a tag of a field. */
function opensTag(next: string): boolean {
  return next === '' || /[\p{L}_/!?]/u.test(next);
}

export function mark(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** Text and marks in turn: `['от ', 3, ' года']`. */
export function splitMarks(text: string): readonly (string | number)[] {
  return text
    .split(new RegExp(MARK, 'gu'))
    .map((part, i) => (i % 2 === 0 ? part : Number(part)))
    .filter((part) => part !== '');
}

interface Stretch {
  readonly from: number;
  readonly at: Place;
  /** The file's own words, in which lines are counted; empty for what the engine put in. */
  readonly text: string;
}

export class Skeleton {
  private readonly parts: string[] = [];
  private readonly stretches: Stretch[] = [];
  private length = 0;

  add(text: string, at: Place, ofFile: boolean): void {
    this.stretches.push({ from: this.length, at, text: ofFile ? text : '' });
    this.parts.push(text);
    this.length += text.length;
  }

  text(): string {
    return this.parts.join('');
  }

  placeOf(offset: number, fallback: Place): Place {
    const stretch = this.stretches.findLast((s) => s.from <= offset);
    if (stretch === undefined) return fallback;
    return placeWithin(stretch.at, stretch.text, offset - stretch.from);
  }
}

/** The place of the character at `offset` in a text that begins at `at`. */
export function placeWithin(at: Place, text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  const column = (lines.length === 1 ? at.column : 1) + (lines.at(-1) ?? '').length;
  return { ...at, line: at.line + lines.length - 1, column };
}
