/**
 * From the parties an order names to people of the directory. Nobody is guessed: a party without a person is a question
 * for whoever launches. Pure.
 */
import type { ItemPeople } from './item.js';
import type { Official, OfficialId } from './official.js';
import { shortName } from './official.js';
import type { OrderReading } from './order.js';

export interface PartyMember {
  /** As the directory names it. */
  readonly party: string;
  /** Named for this roadmap alone: goes before whoever is named for all of them. */
  readonly here: boolean;
  readonly official: Pick<Official, 'id' | 'external'>;
  /** Items this person answers for on behalf of the party; null: all that nobody else is named for. */
  readonly itemNos: readonly string[] | null;
}

export interface Assigned {
  readonly people: ItemPeople | null;
  /** Parties for which the directory names nobody. */
  readonly unassigned: readonly string[];
  /** Parties for which it names different people under two of their names. */
  readonly disputed: readonly string[];
}

/** Names under which a printed party may stand in the directory: as printed, then in full where that is another name. */
export type PartyNames = (printed: string) => readonly [string, ...string[]];

/**
 * The order's own words say what a short name means: «Комитет» is «Комитет образования области» in one order and another body
 * in the next. The short name is never looked up for the full one.
 */
export function partyNames({
  parties = [],
  definitions = [],
}: Pick<OrderReading, 'parties' | 'definitions'>): PartyNames {
  const full = new Map([
    ...definitions.map(({ short, full: { value } }) => [partyKey(short), value] as const),
    ...parties.flatMap(({ name, variants }) => variants.map((variant) => [partyKey(variant), name] as const)),
  ]);
  return (printed) => {
    const name = full.get(partyKey(printed)) ?? printed;
    return partyKey(name) === partyKey(printed) ? [printed] : [printed, name];
  };
}

/** The first-named party is responsible, the others are co-executors; an external party owes the date of an external deadline. */
export function assign(
  item: { readonly no: string; readonly parties: readonly string[]; readonly awaitsDate: boolean },
  members: readonly PartyMember[],
  names: PartyNames,
  order: { readonly controller: OfficialId; readonly head: OfficialId },
): Assigned {
  const found = item.parties.map((party) => ({ party, acting: actingFor(names(party), item.no, members) }));
  const unassigned = found.filter(({ acting }) => acting.length === 0).map(({ party }) => party);
  const disputed = found.filter(({ acting }) => acting.length > 1).map(({ party }) => party);
  const known = found.flatMap(({ acting }) => acting);
  const [responsible, ...others] = known;
  if (responsible === undefined || unassigned.length + disputed.length > 0)
    return { people: null, unassigned, disputed };
  const coExecutors = [...new Set(others.map(({ id }) => id))].filter((id) => id !== responsible.id);
  const owner = known.find(({ external }) => external);
  return {
    unassigned: [],
    disputed: [],
    people: {
      responsible: responsible.id,
      coExecutors,
      controller: order.controller,
      head: order.head,
      dateOwner: item.awaitsDate ? (owner?.id ?? null) : null,
    },
  };
}

/**
 * Who acts for a party on an item: whoever the directory names for this roadmap before whoever it names for all, and for
 * the item before all items; of several under one name the first.
 * @param names of `PartyNames`
 * @returns nobody, one, or several whom different names of the party bring: then a person has to say who it is
 */
export function actingFor(
  names: readonly string[],
  no: string,
  members: readonly PartyMember[],
): readonly PartyMember['official'][] {
  const keys = new Set(names.map(partyKey));
  const candidates = members.filter(({ party }) => keys.has(partyKey(party)));
  for (const here of [true, false]) {
    for (const fits of [
      (nos: PartyMember['itemNos']) => nos?.includes(no),
      (nos: PartyMember['itemNos']) => nos === null,
    ]) {
      const fitting = candidates.filter((member) => member.here === here && fits(member.itemNos));
      const firsts = [...keys].flatMap((key) => fitting.find(({ party }) => partyKey(party) === key)?.official ?? []);
      if (firsts.length > 0) return [...new Map(firsts.map((official) => [official.id, official])).values()];
    }
  }
  return [];
}

/** Two spellings of one party are equal: case, ё, spaces, a definition in brackets and «по согласованию» do not matter. */
export function partyKey(party: string): string {
  return party
    .replace(/\((?:далее\s*[-–—]|по согласованию)[^)]*\)/giu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** People of the directory called «Фамилия И.О.», initials optional in the directory's favour only. */
export function namesakes<Person extends Pick<Official, 'surname' | 'initials'>>(
  name: string,
  people: readonly Person[],
): readonly Person[] {
  const wanted = nameKey(name);
  return people.filter((person) => nameKey(shortName(person)) === wanted);
}

function nameKey(name: string): string {
  return name
    .replaceAll(/[\s.]+/gu, '')
    .toLowerCase()
    .replaceAll('ё', 'е');
}
