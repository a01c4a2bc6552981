/** The words of one cell, typed by a person in place of those of the file: read by the same rules. Pure. */
import type { ReadResult } from '#domain/order';
import { passageOf } from '../passage.js';
import { partiesOf } from './parties.js';
import { resultsOf } from './results.js';

/** @returns parties as `ReadItem.responsible` holds them, in order */
export function partiesIn(text: string): readonly string[] {
  return partiesOf(passageOf(text, NOWHERE), ignored).map(({ value }) => value);
}

/** @param measure title of the item that they belong to */
export function resultsIn(text: string, measure: string): readonly Pick<ReadResult, 'kind' | 'text'>[] {
  return resultsOf(passageOf(text, NOWHERE), measure, ignored);
}

const NOWHERE = { block: 0 };

/** What a person has typed is not doubted. */
function ignored(): void {
  // nothing to tell
}
