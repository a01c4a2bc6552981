/**
 * Who of the directory might act for a party that nobody is named for. Proposals only: a person decides, and an unknown party is
 * a question, not an error. Pure.
 */
import { namesakes, partyKey } from './assignment.js';
import type { Official } from './official.js';

export interface Proposal {
  readonly official: Official;
  /** From 0 to 1: how much of the party's name the person's name, post and unit account for. */
  readonly score: number;
}

/** Below this a proposal would only mislead. */
const LEAST = 0.5;
const MOST = 3;
/** Nothing but a person's own name is ever certain. */
const BEST_BY_WORDS = 0.9;

/** @param party as the order prints it. @returns at most three, the likeliest first */
export function proposalsFor(party: string, officials: readonly Official[]): readonly Proposal[] {
  const name = PERSON.exec(party)?.[0];
  const named = name === undefined ? [] : namesakes(name, officials);
  if (named.length > 0)
    return named.map((official) => ({ official, score: named.length === 1 ? 1 : 1 / named.length }));
  const wanted = stemsOf(partyKey(party));
  if (wanted.size === 0) return [];
  return officials
    .map((official) => ({
      official,
      score: BEST_BY_WORDS * share(wanted, stemsOf(`${official.post} ${official.unit ?? ''}`)),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.official.surname < b.official.surname ? -1 : 1))
    .slice(0, MOST);
}

const PERSON = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?(?:\p{Lu}\.)?/u;

function share(wanted: ReadonlySet<string>, has: ReadonlySet<string>): number {
  const found = [...wanted].filter((stem) => has.has(stem)).length;
  return found / wanted.size;
}

/** Words without their endings: «отдела информатизации» is «отдел информатизации». Short words and prepositions say nothing. */
function stemsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, Math.max(4, word.length - 3))));
}
