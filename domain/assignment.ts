/**
 * From the parties an order names to people of the directory. Nobody is guessed: a party without a person is a question
 * for whoever launches. Pure.
 */
import type { ItemPeople } from './item.js';
import type { Official, OfficialId } from './official.js';
import { shortName } from './official.js';

export interface PartyMember {
  readonly party: string;
  readonly official: Pick<Official, 'id' | 'external'>;
  /** Items this person answers for on behalf of the party; null: all that nobody else is named for. */
  readonly itemNos: readonly string[] | null;
}

export interface Assigned {
  readonly people: ItemPeople | null;
  /** Parties for which the directory names nobody. */
  readonly unassigned: readonly string[];
}

/** The first-named party is responsible, the others are co-executors; an external party owes the date of an external deadline. */
export function assign(
  item: { readonly no: string; readonly parties: readonly string[]; readonly awaitsDate: boolean },
  members: readonly PartyMember[],
  order: { readonly controller: OfficialId; readonly head: OfficialId },
): Assigned {
  const found = item.parties.map((party) => ({ party, member: memberFor(party, item.no, members) }));
  const unassigned = found.filter(({ member }) => member === null).map(({ party }) => party);
  const known = found.flatMap(({ member }) => (member === null ? [] : [member.official]));
  const [responsible, ...others] = known;
  if (responsible === undefined || unassigned.length > 0) return { people: null, unassigned };
  const coExecutors = [...new Set(others.map(({ id }) => id))].filter((id) => id !== responsible.id);
  const owner = known.find(({ external }) => external);
  return {
    unassigned: [],
    people: {
      responsible: responsible.id,
      coExecutors,
      controller: order.controller,
      head: order.head,
      dateOwner: item.awaitsDate ? (owner?.id ?? null) : null,
    },
  };
}

function memberFor(party: string, no: string, members: readonly PartyMember[]): PartyMember | null {
  const ofParty = members.filter((member) => partyKey(member.party) === partyKey(party));
  return (
    ofParty.find((member) => member.itemNos?.includes(no)) ?? ofParty.find((member) => member.itemNos === null) ?? null
  );
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
