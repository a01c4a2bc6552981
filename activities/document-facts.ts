/** Everything a template may speak of, gathered from the store for one document; what nobody has given stays a gap. */
import { dayOf, type Instant } from '#domain/body-time';
import type { DocumentKind } from '#domain/document-kind';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import type { Official, OfficialId } from '#domain/official';
import type { OrderReading } from '#domain/order';
import type * as DocumentsRoom from '#documents';
import type { ItemCard, PartyEntry, ReadDb } from '#store';
import { documentId } from '#workflows/messages/ids';
import type { ActivityDeps } from './deps.js';

export type DocumentFacts = Parameters<typeof DocumentsRoom.gatherFields>[1];

export async function documentFacts(
  deps: ActivityDeps,
  db: ReadDb,
  { code, no, kind, at }: { code: string; no: string; kind: DocumentKind; at: Instant },
  registration: { number: string; date: LocalDate } | null,
): Promise<DocumentFacts> {
  const { repository, zone, ladder } = deps;
  const order = await repository.orderOf(db, code);
  const cards = await repository.itemCards(db, code);
  const card = cards.find((each) => each.no === no);
  if (order === null || card === undefined) {
    throw new VekhaError('item.unknown', `В дорожной карте ${code} нет пункта ${no}.`);
  }
  const siblings = await repository.documentsOf(db, { code, no });
  const people = await peopleOf(deps, db, card);
  const values = await repository.valuesOf(db, documentId({ code, no, kind }));
  return {
    order: orderFacts(order.reading),
    roadmap: { code },
    item: {
      no,
      title: card.title,
      deadlineText: card.deadlineText,
      deadline: { ...card.deadline, due: card.dueOn, workingDue: card.workingDueOn },
      results: card.results,
      stage: stageOf(card, cards),
    },
    people,
    siblings: siblings.map((each) => ({ kind: each.kind, registration: each.registration })),
    registration,
    today: registration?.date ?? dayOf(at, zone),
    ladder,
    values: values,
  };
}

function orderFacts({ order }: OrderReading): DocumentFacts['order'] {
  return {
    kind: order.kind.value,
    date: order.date.value,
    number: order.number.value,
    title: order.title.value,
    issuer: order.issuer.value,
    headLines: order.headLines.map((line) => line.value),
    preamble: order.preamble?.value ?? null,
    points: order.points.map((point) => point.value),
    controller: order.controller?.value ?? null,
    signatory: order.signatory.value,
    planTitle: order.planTitle?.value ?? null,
  };
}

async function peopleOf(deps: ActivityDeps, db: ReadDb, card: ItemCard): Promise<DocumentFacts['people']> {
  const { people } = card;
  if (people === null) throw new VekhaError('roadmap.not_ready', `Пункт ${card.no}: ответственный ещё не назначен.`);
  const ids = [people.responsible, ...people.coExecutors, people.controller, people.head];
  const known = await deps.repository.officialsByIds(db, ids);
  const official = (id: OfficialId): Official | null => known.get(id) ?? null;
  const parties = await deps.repository.parties(db);
  const coExecutors = people.coExecutors.flatMap((id) => official(id) ?? []);
  const directory = await deps.repository.officials(db);
  const named = [official(people.responsible), ...coExecutors].find((person) => person?.external === true) ?? null;
  const addressee = named ?? onlyExternal(card, parties, directory);
  const party = parties.find((each) => each.officialId === addressee?.id);
  return {
    responsible: official(people.responsible),
    coExecutors,
    controller: official(people.controller),
    signatory: official(people.head),
    addressee,
    externalParty: party?.name ?? null,
    directory,
  };
}

/** An item that names no outside party writes to the roadmap's only one; of several nobody is chosen. */
function onlyExternal(card: ItemCard, parties: readonly PartyEntry[], directory: readonly Official[]): Official | null {
  const ofRoadmap = parties.filter(({ roadmapCode }) => roadmapCode === null || roadmapCode === card.roadmapCode);
  const ids = new Set(ofRoadmap.map(({ officialId }) => officialId));
  const [only, ...others] = directory.filter(({ id, external }) => external && ids.has(id));
  return only !== undefined && others.length === 0 ? only : null;
}

/** One measure at two dates: the earlier is stage I, the later stage II. */
function stageOf(card: ItemCard, cards: readonly ItemCard[]): 1 | 2 | null {
  const same = cards.filter((each) => each.title === card.title);
  if (same.length !== 2) return null;
  const [first] = [...same].sort((a, b) => (a.firstWorkingDue ?? '9').localeCompare(b.firstWorkingDue ?? '9'));
  return first?.no === card.no ? 1 : 2;
}
