/** Preamble and points of the act. A point goes on over empty lines until the next number begins. Pure. */
import type { Field } from '#domain/order';
import type { Line } from '../blocks.js';
import { fieldOf, trimPassage, type Passage } from '../passage.js';
import { continueText, plain } from '../plain.js';

const POINT = /^\s*\d{1,2}(?:\.\d{1,2})*(?:[.)]\s*|\s+)(?=[\p{L}«])/u;

export interface ActText {
  readonly preamble: Field<string> | null;
  readonly points: readonly Field<string>[];
}

/** @param lines from the end of the heading to the signature */
export function pointsOf(lines: readonly Line[], words: ReadonlySet<string>): ActText {
  const numberedFrom = lines.findIndex(({ text }) => /^\s*1(?:[.)]\s*|\s+)(?=[\p{L}«])/u.test(text.text));
  if (numberedFrom < 0) return singlePoint(lines, words);
  const groups: Line[][] = [];
  for (const line of lines.slice(numberedFrom)) {
    const last = groups.at(-1);
    if (last === undefined || POINT.test(line.text.text)) groups.push([line]);
    else last.push(line);
  }
  return {
    preamble: textField(lines.slice(0, numberedFrom), words),
    points: groups.flatMap((group) => textField(group, words) ?? []),
  };
}

/** An act with one unnumbered point: the preamble ends with a colon or the word of command. */
function singlePoint(lines: readonly Line[], words: ReadonlySet<string>): ActText {
  const end = lines.findIndex(({ text }) => plain(text.text).endsWith(':'));
  const points: Line[][] = [];
  for (const line of lines.slice(end + 1)) {
    const last = points.at(-1);
    if (last === undefined || (line.gapBefore && /^\s*\p{Lu}/u.test(line.text.text))) points.push([line]);
    else last.push(line);
  }
  return {
    preamble: textField(lines.slice(0, end + 1), words),
    points: points.flatMap((group) => textField(group, words) ?? []),
  };
}

function textField(lines: readonly Line[], words: ReadonlySet<string>): Field<string> | null {
  const passage: Passage = continueText(
    lines.map(({ text }) => trimPassage(text)),
    words,
  );
  return passage.text === '' ? null : fieldOf(passage, plain(passage.text));
}
