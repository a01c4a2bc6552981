/** What changed in words between two versions, for whoever decides on the later one: paragraphs and, inside them, words. */
import { diffArrays } from 'diff';
import type { TextChange, WordChange } from '#domain/text-change';
import { documentText } from './document-text.js';

/**
 * @returns in the order of the document; empty when the words are the same, whatever the look
 * @throws VekhaError 'input.damaged'
 */
export function compareTexts(before: Uint8Array, after: Uint8Array): readonly TextChange[] {
  const changes: TextChange[] = [];
  let line = 1;
  let removed: readonly string[] = [];
  const close = (added: readonly string[]) => {
    for (let i = 0; i < Math.max(removed.length, added.length); i += 1) {
      changes.push(changeOf(line + Math.min(i, added.length), removed[i] ?? null, added[i] ?? null));
    }
    line += added.length;
    removed = [];
  };
  for (const part of differences(linesOf(before), linesOf(after))) {
    if (part.removed) removed = part.value;
    else if (part.added) close(part.value);
    else {
      close([]);
      line += part.value.length;
    }
  }
  close([]);
  return changes;
}

/** Texts that have next to nothing in common are not searched for it: the time would grow with the square. */
const MOST_EDITS = 2_000;

function differences(was: string[], now: string[]) {
  const found = diffArrays(was, now, { maxEditLength: MOST_EDITS });
  return (
    found ?? [
      { value: was, removed: true, added: false },
      { value: now, removed: false, added: true },
    ]
  );
}

function linesOf(bytes: Uint8Array): string[] {
  const text = documentText(bytes);
  return text === '' ? [] : text.split('\n');
}

function changeOf(line: number, was: string | null, now: string | null): TextChange {
  const words = differences(piecesOf(was), piecesOf(now)).map(({ value, removed, added }): WordChange => ({
    text: value.join(''),
    change: removed ? 'removed' : added ? 'added' : 'same',
  }));
  return { line, was, now, words };
}

/** Words, the spaces between them and single marks: a comma that moved is no changed word. */
function piecesOf(text: string | null): string[] {
  return text === null ? [] : (text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? []);
}
