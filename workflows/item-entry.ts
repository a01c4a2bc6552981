/** A line of the journal for an act of a person on an item. Runs in the sandbox. */
import type { Entry } from '#activities';
import { itemId } from '#workflows/messages/ids';
import type { ItemStart, ItemUpdateBase } from '#workflows/messages/item';

export function entryOf(
  { code, no }: ItemStart,
  act: string,
  { by, noteId }: ItemUpdateBase,
  facts: Entry['facts'] = {},
): Entry {
  return { key: `${itemId({ code, no })}|${act}|${noteId}`, act, by, facts: { ...facts, noteId } };
}
