/** Who acts for the parties of a roadmap: shown with proposals, and answered by a person. The program itself takes nobody. */
import { partyKey, partyNames } from '#domain/assignment';
import { VekhaError } from '#domain/errors';
import { shortName, type Official } from '#domain/official';
import {
  appendJournal,
  itemCards,
  officials,
  orderOf,
  parties,
  saveParties,
  type PartyEntry,
  type ReadDb,
  type WriteTx,
} from '#store';
import type { PartyCard, PartyMatch, PartyMatched } from './api.js';
import { toPersonCard } from './cards.js';
import type { ClientDeps } from './deps.js';
import { requireRoadmap } from './find.js';
import { partyMembers } from './launch-people.js';
import { partyStandings, type PartyStanding } from './party-standing.js';

/** @throws VekhaError 'roadmap.unknown' */
export async function partiesOf(db: ReadDb, code: string): Promise<readonly PartyCard[]> {
  await requireRoadmap(db, code);
  const { standings, people } = await read(db, code);
  return standings.map((standing) => cardOf(standing, people));
}

/** Once: what the directory says already is not written again. @throws VekhaError as `VekhaClient.officials.match` says */
export async function matchParty(
  deps: ClientDeps,
  code: string,
  { by, party, official, here = false }: PartyMatch,
): Promise<PartyMatched> {
  const at = await deps.now();
  return deps.store.transaction(async (tx) => {
    await requireNotLaunched(tx, code);
    const before = await read(tx, code);
    const asked = requireParty(before.standings, party, code);
    requireOfficial(before.people, official);
    const { name } = asked;
    const onlyHere = here || isOneWord(name);
    if (!isAnswered(asked, official)) {
      const added = { name, roadmapCode: onlyHere ? code : null, officialId: official, itemNos: null, position: 0 };
      await saveParties(tx, joined(await parties(tx), added));
    }
    const after = await read(tx, code);
    const answered = requireParty(after.standings, name, code);
    // Lines of the directory that go before the new one would still bring somebody else.
    if (asked.open.length > 0 ? answered.open.length > 0 : !isAnswered(answered, official)) {
      throw taken(answered, after.people);
    }
    if (!isAnswered(asked, official)) {
      const key = `${code}|match|${deps.newId()}`;
      const facts = { party: name, officialId: official, everywhere: !onlyHere, items: asked.open.join(', ') };
      await appendJournal(tx, { key, at, actorId: by, act: 'match', roadmapCode: code, facts });
    }
    const left = after.standings.filter(({ open }) => open.length > 0).map((standing) => standing.name);
    return { party: cardOf(answered, after.people), here: onlyHere, left };
  });
}

interface Parties {
  readonly standings: readonly PartyStanding[];
  readonly people: readonly Official[];
}

async function read(db: ReadDb, code: string): Promise<Parties> {
  const people = await officials(db);
  const members = partyMembers({ code, officials: people, parties: await parties(db) });
  const names = partyNames((await orderOf(db, code))?.reading ?? {});
  return { standings: partyStandings(await itemCards(db, code), { names, members, officials: people }), people };
}

/** «Комитет», «Координатор» say who only within their own order: in the next one they are somebody else. */
function isOneWord(name: string): boolean {
  return !/\s/u.test(name.trim());
}

function isAnswered({ open, acting }: PartyStanding, official: Official['id']): boolean {
  return open.length === 0 && acting.every((id) => id === official);
}

/** The new line after those that stand under the same name: who is named for single items keeps them. */
function joined(known: readonly PartyEntry[], added: PartyEntry): readonly PartyEntry[] {
  const others = known.filter(
    ({ name, roadmapCode, officialId }) =>
      name === added.name && roadmapCode === added.roadmapCode && officialId !== added.officialId,
  );
  return [...others, { ...added, position: Math.max(-1, ...others.map(({ position }) => position)) + 1 }];
}

async function requireNotLaunched(tx: WriteTx, code: string): Promise<void> {
  const { state } = await requireRoadmap(tx, code);
  if (state === 'imported') return;
  throw new VekhaError(
    'roadmap.already_launched',
    `Дорожная карта ${code} уже запущена: ответственного пункта меняют командой reassign, справочник – officials import.`,
  );
}

function requireParty(standings: readonly PartyStanding[], words: string, code: string): PartyStanding {
  const key = partyKey(words);
  const found = standings.find(({ name, spellings }) => [name, ...spellings].some((each) => partyKey(each) === key));
  if (found !== undefined) return found;
  throw new VekhaError(
    'party.unknown',
    `В дорожной карте ${code} нет стороны «${words}»: все её стороны показывает команда officials match ${code}.`,
  );
}

function requireOfficial(people: readonly Official[], id: Official['id']): void {
  if (people.some((person) => person.id === id)) return;
  throw new VekhaError('official.unknown', `«${id}» нет в справочнике: кто в нём есть, показывает officials list.`);
}

function taken({ name, acting }: PartyStanding, people: readonly Official[]): VekhaError {
  const named = acting.map((id) => people.find((person) => person.id === id)).map((who) => who && shortName(who));
  return new VekhaError(
    'official.ambiguous',
    `За «${name}» в справочнике уже назван другой (${named.join(', ')}), ничего не изменилось: ` +
      'назовите человека только для этой карты ключом --here или исправьте справочник и загрузите его командой officials import.',
  );
}

function cardOf(
  { name, spellings, items, acting, open, proposals }: PartyStanding,
  people: readonly Official[],
): PartyCard {
  return {
    name,
    spellings,
    items,
    acting: acting.flatMap((id) => people.filter((person) => person.id === id).map(toPersonCard)),
    open,
    proposals: proposals.map(({ official, score }) => ({ official: toPersonCard(official), score })),
  };
}
