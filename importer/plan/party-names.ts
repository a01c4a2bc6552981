/**
 * Every party of a plan once: names in other cases, short names that the document explains and abbreviations by
 * initials are one with the full name. Persons are one only when surname and initials agree letter by letter. Pure.
 */
import type { Definition, Field, ReadItem, ReadParty } from '#domain/order';
import { cleanValue, folded } from '../plain.js';
import { abbreviates, isAbbreviation } from './abbreviation.js';
import { PERSON, beginsInNominative } from './party-words.js';

interface Group {
  readonly names: string[];
  readonly variants: string[];
  readonly items: { readonly no: string; readonly roadmap?: number }[];
}

type NamedItem = Pick<ReadItem, 'no' | 'responsible' | 'roadmap'>;

/** In order of appearance. Linear in rows: names are compared by key. */
export function partiesTogether(items: readonly NamedItem[], definitions: readonly Definition[]): ReadParty[] {
  const fullNames = fullNamesOf(items, definitions);
  const groups = new Map<string, Group>();
  for (const { no, responsible, roadmap } of items) {
    for (const { value } of responsible) {
      const bare = bareName(value);
      const full = fullNames.get(keyOf(bare)) ?? bare;
      const group = groups.get(keyOf(full)) ?? { names: [full], variants: [], items: [] };
      groups.set(keyOf(full), group);
      group.names.push(bare);
      if (!group.variants.includes(value)) group.variants.push(value);
      const last = group.items.at(-1);
      if (last?.no !== no.value || last.roadmap !== roadmap)
        group.items.push({ no: no.value, ...(roadmap === undefined ? {} : { roadmap }) });
    }
  }
  return [...groups.values()].map(({ names, variants, items: its }) => ({
    name: fullest(names),
    variants,
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
  const long = [...bare.values(), ...definitions.map(({ full: { value } }) => bareName(value))].filter(
    (name) => !isAbbreviation(name),
  );
  for (const [key, short] of bare) {
    if (full.has(key) || !isAbbreviation(short)) continue;
    const fitting = new Map(long.filter((name) => abbreviates(short, name)).map((name) => [keyOf(name), name]));
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

/** Equal for one party in all its cases; a plural («Комитеты») is another party than the singular. */
function keyOf(name: string): string {
  const person = PERSON.exec(name)?.[0];
  if (person !== undefined) return personKey(person);
  const words = folded(name).split(' ');
  if (isAbbreviation(name)) return words.join(' ');
  return words.map((word, i) => (i === 0 && /[ыи]$/u.test(word) ? word : stemOf(word))).join(' ');
}

/** «Петрова Мария Ивановна» and «Петрова М.И.» are one. */
function personKey(person: string): string {
  const surname = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/u.exec(person)?.[0] ?? person;
  const initials =
    person
      .replace(surname, '')
      .match(/\p{Lu}/gu)
      ?.join('') ?? '';
  return `${folded(surname)} ${initials}`;
}

function stemOf(word: string): string {
  if (word.length < 5) return word;
  return word.replace(
    /(?:иями|иях|ием|ии|ию|ия|ие|ями|ами|ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ое|ее|ые|ых|их|ым|им|ую|юю|ам|ям|ах|ях|ом|ем|ов|ев|а|я|ы|и|у|ю|е|о|ь)$/u,
    '',
  );
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
