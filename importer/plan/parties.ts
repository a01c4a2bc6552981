/**
 * The responsible cell → parties. Semicolons and lines part them; a comma parts them only when a name begins after it:
 * «Комитет, управление финансов» are two, «Управление культуры, спорта и туризма» is one, a person keeps his post. Pure.
 */
import type { Field } from '#domain/order';
import { fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, folded, plain } from '../plain.js';
import { topLevelBreaks } from '../top-level.js';
import {
  PERSON,
  beginsInNominative,
  beginsWithPost,
  isOblique,
  isObliqueAdjective,
  onlyPerson,
} from './party-words.js';

/** Characters on either side of a comma that are looked at. */
const NEAR = 300;

/**
 * Parties in the order of the cell, without list numbers, footnote marks and final punctuation.
 * @param doubtful hears of each lower-case text after a comma that was taken for a part of the name before it
 */
export function partiesOf(cell: Passage, doubtful: (text: string) => void): Field<string>[] {
  const parties: Passage[] = [];
  for (const part of splitAt(cell, topLevelBreaks(cell.text, /;|\n(?=\s*(?:\p{Lu}|\d+[.)]\s|[-–•]\s))/gu))) {
    let start = 0;
    for (const comma of topLevelBreaks(part.text, /,/gu)) {
      const before = part.text.slice(Math.max(start, comma.from - NEAR), comma.from);
      const after = part.text.slice(comma.to, comma.to + NEAR);
      const verdict = partsHere(before, after);
      if (verdict === 'unsure') doubtful(plain(after.split(',')[0] ?? after));
      if (verdict !== 'yes') continue;
      parties.push(slicePassage(part, start, comma.from));
      start = comma.to;
    }
    parties.push(slicePassage(part, start));
  }
  return parties
    .map((party) => trimPassage(withoutListMark(trimPassage(party))))
    .map((party) => fieldOf(party, cleanValue(party.text)))
    .filter(({ value }) => /[\p{L}\p{N}]/u.test(value) && !/^[хx]$/iu.test(value));
}

function partsHere(before: string, after: string): 'yes' | 'no' | 'unsure' {
  const next = plain(after.split(/[,;]/u)[0] ?? '');
  const named = PERSON.test(before);
  if (onlyPerson(next)) return named || !beginsWithPost(before) ? 'yes' : 'no'; // «начальник отдела, Иванов И.И.»
  if (onlyPerson(plain(before).split(/,\s*/u).at(-1) ?? '') && beginsWithPost(next))
    return PERSON.test(next) ? 'yes' : 'no';
  if (/^(?:по согласованию|при участии|в том числе|включая|ответственн)/iu.test(next)) return 'no';
  const words = folded(next).split(' ');
  if (beginsInNominative(words)) return 'yes';
  if (/^\p{Lu}/u.test(next)) return isObliqueAdjective(words) ? 'no' : 'yes';
  // Coordinated words stand in the case that the noun before them asks for: «культуры, спорта и туризма».
  return isOblique(words[0] ?? '') ? 'no' : 'unsure';
}

function withoutListMark(party: Passage): Passage {
  const mark = /^(?:\d{1,2}[.)]\s+|[-–—•]\s+)/u.exec(party.text)?.[0].length ?? 0;
  return slicePassage(party, mark);
}

function splitAt(passage: Passage, breaks: readonly { from: number; to: number }[]): Passage[] {
  const parts: Passage[] = [];
  let start = 0;
  for (const { from, to } of breaks) {
    parts.push(slicePassage(passage, start, from));
    start = to;
  }
  return [...parts, slicePassage(passage, start)];
}
