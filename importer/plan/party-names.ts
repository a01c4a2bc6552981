/**
 * Every party of a plan once: names in other cases, short names that the document explains and abbreviations by
 * initials are one with the full name. Persons are one only when surname and initials agree letter by letter. Pure.
 */
import type { Definition, Field, ReadItem, ReadParty } from '#domain/order';
import { cleanValue, folded } from '../plain.js';
import { abbreviates, isAbbreviation } from './abbreviation.js';
import { keyOf } from './party-key.js';
import { beginsInNominative } from './party-words.js';

interface Group {
  readonly names: string[];
  readonly variants: Set<string>;
  readonly items: { readonly no: string; readonly roadmap?: number }[];
}

/** Plans name a few dozen; among thousands of names initials tell nothing. */
const MOST_NAMES = 1_000;

type NamedItem = Pick<ReadItem, 'no' | 'responsible' | 'roadmap'>;

/** In order of appearance. Linear in rows: names are compared by key. */
export function partiesTogether(items: readonly NamedItem[], definitions: readonly Definition[]): ReadParty[] {
  const fullNames = fullNamesOf(items, definitions);
  const groups = new Map<string, Group>();
  for (const { no, responsible, roadmap } of items) {
    for (const { value } of responsible) {
      const bare = bareName(value);
      const full = fullNames.get(keyOf(bare)) ?? bare;
      const group = groups.get(keyOf(full)) ?? { names: [full], variants: new Set(), items: [] };
      groups.set(keyOf(full), group);
      group.names.push(bare);
      group.variants.add(value);
      const last = group.items.at(-1);
      if (last?.no !== no.value || last.roadmap !== roadmap)
        group.items.push({ no: no.value, ...(roadmap === undefined ? {} : { roadmap }) });
    }
  }
  return [...groups.values()].map(({ names, variants, items: its }) => ({
    name: fullest(names),
    variants: [...variants],
    items: its,
  }));
}

/** Full name by the key of a short one. */
function fullNamesOf(items: readonly NamedItem[], definitions: readonly Definition[]): Map<string, string> {
  const full = new Map<string, string>();
  for (const { short, full: name } of definitions) full.set(keyOf(short), bareName(name.value));
  const bare = new Map<string, string>();
  for (const { value } of items.flatMap(({ responsible }): readonly Field<string>[] => responsible)) {
    const name = bareName(value);
    bare.set(keyOf(name), name);
  }
  const names = [...bare.values(), ...definitions.map(({ full: { value } }) => bareName(value))];
  const long = names.length > MOST_NAMES ? [] : names.filter((name) => !isAbbreviation(name));
  for (const [key, short] of bare) {
    if (full.has(key) || !isAbbreviation(short)) continue;
    const alike = long.filter((name) => folded(name.charAt(0)) === folded(short.charAt(0)) && abbreviates(short, name));
    const fitting = new Map(alike.map((name) => [keyOf(name), name]));
    // Two bodies with the same initials: nobody guesses which.
    const [only] = fitting.size === 1 ? fitting.values() : [];
    if (only !== undefined) full.set(key, only);
  }
  return full;
}

/** Without «(далее – …)», «(по согласованию)» and the like. */
function bareName(party: string): string {
  return cleanValue(party.replace(/\s*\((?:далее|по\s+согласованию|при\s+участии|в\s+части)[^()]*\)/giu, ''));
}

/** The longest in the nominative; otherwise the longest of all. */
function fullest(names: readonly string[]): string {
  const longest = (from: readonly string[]) =>
    from.reduce((best, name) => (name.length > best.length ? name : best), '');
  return (
    longest(names.filter((name) => beginsInNominative(folded(name).split(' ')) && !isAbbreviation(name))) ||
    longest(names)
  );
}
