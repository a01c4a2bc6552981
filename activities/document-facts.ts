/**
 * Everything a template may speak of, gathered from the store for one document; what nobody has given stays a gap. Reads only
 * what this document needs: a roadmap of a thousand items must not be read a thousand times.
 */
import { dayOf, type Instant } from '#domain/body-time';
import type { DocumentKind } from '#domain/document-kind';
import { VekhaError } from '#domain/errors';
import type { Official, OfficialId } from '#domain/official';
import type { OrderReading } from '#domain/order';
import type * as DocumentsRoom from '#documents';
import type { ItemCard, ReadDb } from '#store';
import type { ActivityDeps } from './deps.js';

export type DocumentFacts = Parameters<typeof DocumentsRoom.gatherFields>[1];

/**
 * @param values what people typed into this document, with what the act that asks for it brought
 * @param sheets of its appendix; null: not counted
 */
export async function documentFacts(
  deps: ActivityDeps,
  db: ReadDb,
  { code, no, at }: { code: string; no: string; kind: DocumentKind; at: Instant },
  values: DocumentFacts['values'],
  sheets: number | null,
): Promise<DocumentFacts> {
  const { repository, zone, ladder, calendar, rules } = deps;
  const order = await repository.orderHeadOf(db, code);
  const card = await repository.itemCard(db, { code, no });
  if (order === null || card === null) {
    throw new VekhaError('item.unknown', `В дорожной карте ${code} нет пункта ${no}.`);
  }
  const siblings = await repository.documentsOf(db, { code, no });
  return {
    order: orderFacts(order),
    roadmap: { code },
    item: {
      no: card.printedNo,
      title: card.title,
      deadlineText: card.deadlineText,
      deadline: { ...card.deadline, due: card.dueOn, workingDue: card.workingDueOn },
      results: card.results,
      stage: await stageOf(deps, db, card),
    },
    people: await peopleOf(deps, db, card, Object.keys(values).length > 0),
    siblings: siblings.map((each) => ({ kind: each.kind, registration: each.registration })),
    today: dayOf(at, zone),
    calendar,
    rules,
    ladder,
    ...(sheets === null ? {} : { sheets }),
    values,
  };
}

function orderFacts(order: OrderReading['order']): DocumentFacts['order'] {
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

/** @param typed whether people typed anything: only typed values may name somebody else of the directory */
async function peopleOf(
  deps: ActivityDeps,
  db: ReadDb,
  card: ItemCard,
  typed: boolean,
): Promise<DocumentFacts['people']> {
  const { repository } = deps;
  const { people } = card;
  if (people === null) throw new VekhaError('roadmap.not_ready', `Пункт ${card.no}: ответственный ещё не назначен.`);
  const ids = [people.responsible, ...people.coExecutors, people.controller, people.head];
  const known = await repository.officialsByIds(db, ids);
  const official = (id: OfficialId): Official | null => known.get(id) ?? null;
  const coExecutors = people.coExecutors.flatMap((id) => official(id) ?? []);
  const named = [official(people.responsible), ...coExecutors].find((person) => person?.external === true) ?? null;
  const addressee = named ?? (await onlyContact(deps, db, card));
  return {
    responsible: official(people.responsible),
    coExecutors,
    controller: official(people.controller),
    signatory: official(people.head),
    addressee,
    externalParty: addressee === null ? null : await repository.partyNameOf(db, addressee.id),
    directory: typed ? await repository.officials(db) : [],
  };
}

/** An item that names no outside party writes to the roadmap's only one; of several nobody is chosen. */
async function onlyContact({ repository }: ActivityDeps, db: ReadDb, card: ItemCard): Promise<Official | null> {
  const [only, ...others] = await repository.outsideContacts(db, card.roadmapCode);
  return only !== undefined && others.length === 0 ? only : null;
}

/** One measure at two dates: the earlier is stage I, the later stage II. */
async function stageOf({ repository }: ActivityDeps, db: ReadDb, card: ItemCard): Promise<1 | 2 | null> {
  const same = await repository.itemsTitled(db, { code: card.roadmapCode, title: card.title, limit: 3 });
  if (same.length !== 2) return null;
  const [first] = [...same].sort((a, b) => (a.firstWorkingDue ?? '9').localeCompare(b.firstWorkingDue ?? '9'));
  return first?.no === card.no ? 1 : 2;
}
