/**
 * Text that remembers where each of its characters stands in the file, so that a value cut out of it, or joined from
 * pieces, still has its sources. Pure; works on the texts of blocks, never on values.
 */
import type { Field, Source } from '#domain/order';

type Place = Omit<Source, 'from' | 'to'>;

interface Piece {
  /** Offset in the passage. */
  readonly at: number;
  readonly length: number;
  readonly place: Place;
  /** Offset in the text of the paragraph or cell. */
  readonly from: number;
}

export interface Passage {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A whole paragraph or cell. */
export function passageOf(text: string, place: Place): Passage {
  return { text, pieces: [{ at: 0, length: text.length, place, from: 0 }] };
}

export const emptyPassage: Passage = { text: '', pieces: [] };

/** One after another; separators (one for all, or one for each seam) belong to no source. */
export function joinPassages(passages: readonly Passage[], separators: string | readonly string[]): Passage {
  let text = '';
  const pieces: Piece[] = [];
  for (const [i, passage] of passages.entries()) {
    if (i > 0) text += typeof separators === 'string' ? separators : (separators[i - 1] ?? '');
    for (const piece of passage.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += passage.text;
  }
  return { text, pieces };
}

export function slicePassage(passage: Passage, from: number, to: number = passage.text.length): Passage {
  const start = Math.max(0, from);
  const end = Math.max(start, Math.min(to, passage.text.length));
  const pieces: Piece[] = [];
  for (const piece of passage.pieces) {
    const first = Math.max(start, piece.at);
    const last = Math.min(end, piece.at + piece.length);
    if (last < first) continue;
    pieces.push({ ...piece, at: first - start, length: last - first, from: piece.from + first - piece.at });
  }
  return { text: passage.text.slice(start, end), pieces };
}

/** Without spaces of any kind, soft hyphens and the marks of bold type at both ends. */
export function trimPassage(passage: Passage): Passage {
  const lead = /^(?:[\s\u00AD\u200B\u2060\uFEFF]|\*\*)+/u.exec(passage.text)?.[0].length ?? 0;
  if (lead === passage.text.length) return slicePassage(passage, 0, 0);
  const body = passage.text.slice(lead);
  let end = body.length;
  for (;;) {
    if (/[\s\u00AD\u200B\u2060\uFEFF]/u.test(body.charAt(end - 1))) end -= 1;
    else if (body.endsWith('**', end)) end -= 2;
    else break;
  }
  return lead === 0 && end === passage.text.length ? passage : slicePassage(passage, lead, lead + end);
}

/** The value together with what stands in the file. */
export function fieldOf<T>(passage: Passage, value: T): Field<T> {
  const filled = passage.pieces.filter((piece) => piece.length > 0);
  const kept = filled.length > 0 ? filled : passage.pieces.slice(0, 1);
  return {
    value,
    verbatim: kept.map((piece) => passage.text.slice(piece.at, piece.at + piece.length)).join(' '),
    sources: kept.map(({ place, from, length }) => ({ ...place, from, to: from + length })),
  };
}
