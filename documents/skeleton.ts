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
  /** Null for what the engine put in: it has no lines of the file. */
  readonly lines: Lines | null;
}

export class Skeleton {
  private readonly parts: string[] = [];
  private readonly stretches: Stretch[] = [];
  private length = 0;

  add(text: string, at: Place, ofFile: boolean): void {
    this.stretches.push({ from: this.length, at, lines: ofFile ? new Lines(text) : null });
    this.parts.push(text);
    this.length += text.length;
  }

  text(): string {
    return this.parts.join('');
  }

  placeOf(offset: number, fallback: Place): Place {
    const stretch = this.stretches[this.lastBefore(offset)];
    if (stretch === undefined) return fallback;
    return stretch.lines?.placeOf(stretch.at, offset - stretch.from) ?? stretch.at;
  }

  /** By halves: a long template asks thousands of times. */
  private lastBefore(offset: number): number {
    return countUpTo(this.stretches.length, (i) => (this.stretches[i]?.from ?? 0) <= offset) - 1;
  }
}

/** Where the lines of a text end, found once. */
export class Lines {
  private ends: readonly number[] | null = null;

  constructor(private readonly text: string) {}

  /** The place of the character at `offset` in this text, which begins at `at`. */
  placeOf(at: Place, offset: number): Place {
    const ends = (this.ends ??= [...this.text.matchAll(/\n/gu)].map(({ index }) => index));
    const before = countUpTo(ends.length, (i) => (ends[i] ?? 0) < offset);
    if (before === 0) return { ...at, column: at.column + offset };
    return { ...at, line: at.line + before, column: offset - (ends[before - 1] ?? 0) };
  }
}

/** How many of the first of `count` ascending things hold. */
function countUpTo(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same for one character. */
export function placeWithin(at: Place, text: string, offset: number): Place {
  return new Lines(text).placeOf(at, offset);
}
