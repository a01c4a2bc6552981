/** The гриф of what an act approves: «УТВЕРЖДЁН» agrees with the thing. Pure. */
import { genderOfNoun, participle } from '#domain/declension';
import { type CatalogueRows, optional } from './catalogue-rows.js';

/** @param thing what is approved, nominative: «перечень» → УТВЕРЖДЁН, «форма» → УТВЕРЖДЕНА */
export function approvalStamp(thing: string): Record<string, unknown> {
  return { гриф: { причастие: participle(genderOfNoun(thing), 'УТВЕРЖДЁН') } };
}

export const APPROVAL_STAMP_ROWS: CatalogueRows = { 'гриф.причастие': optional.fromOrder('слово «утверждён»') };
