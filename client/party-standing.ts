/** Every party of a plan once: on which items it stands, who acts for it by the directory, who might where nobody does. Pure. */
import { actingFor, partyKey, type PartyMember, type PartyNames } from '#domain/assignment';
import type { Official } from '#domain/official';
import { proposalsFor, type Proposal } from '#domain/party-proposals';

export interface PartyStanding {
  /** In full, where the order explains a short name. */
  readonly name: string;
  /** As the items print it. */
  readonly spellings: readonly string[];
  /** Numbers of the items, in their order. */
  readonly items: readonly string[];
  readonly acting: readonly Official['id'][];
  /** Items for which the directory names nobody, or different people under two names of the party. */
  readonly open: readonly string[];
  /** None where nothing is open. */
  readonly proposals: readonly Proposal[];
}

/** In the order in which the items name them. */
export function partyStandings(
  items: readonly { readonly no: string; readonly parties: readonly string[] }[],
  { names, members, officials }: PartyDirectory,
): readonly PartyStanding[] {
  const gathered = new Map<string, { readonly name: string; readonly at: Printed[] }>();
  for (const { no, parties } of items) {
    for (const printed of parties) {
      const name = names(printed).at(-1) ?? printed;
      const known = gathered.get(partyKey(name)) ?? { name, at: [] };
      gathered.set(partyKey(name), known);
      known.at.push({ printed, no, acting: actingFor(names(printed), no, members).map(({ id }) => id) });
    }
  }
  return [...gathered.values()].map(({ name, at }) => {
    const open = distinct(at.filter(({ acting }) => acting.length !== 1).map(({ no }) => no));
    return {
      name,
      spellings: distinct(at.map(({ printed }) => printed)),
      items: distinct(at.map(({ no }) => no)),
      acting: distinct(at.flatMap(({ acting }) => acting)),
      open,
      proposals: open.length === 0 ? [] : proposalsFor(name, officials),
    };
  });
}

export interface PartyDirectory {
  readonly names: PartyNames;
  /** Those of this roadmap and of all. */
  readonly members: readonly PartyMember[];
  readonly officials: readonly Official[];
}

interface Printed {
  readonly printed: string;
  readonly no: string;
  readonly acting: readonly Official['id'][];
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
