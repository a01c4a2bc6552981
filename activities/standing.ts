/**
 * How things stand with an item at the moment of writing a mail: read once for a round, shared by all its notices.
 * A notice says why somebody is written to; what the mail says is taken from here, so it is true when it goes.
 */
import type { Instant } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { VekhaError } from '#domain/errors';
import { isOver, type ItemPeople } from '#domain/item';
import type { Official, OfficialId } from '#domain/official';
import { planWakes } from '#domain/reminder';
import type { DocumentBrief, ItemBrief, MatterPeople, NextStep, RoadmapBrief } from '#mail';
import type { DocumentCard, ItemCard, ReadDb, RecipientNotices, RoadmapCard, VersionCard } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { ActivityDeps } from './deps.js';
import { earlierWords, type EarlierWords } from './earlier-words.js';

export interface ItemStandingNow {
  readonly card: ItemCard;
  readonly ids: ItemPeople;
  readonly roadmapCard: RoadmapCard;
  readonly roadmap: RoadmapBrief;
  readonly item: ItemBrief;
  readonly people: MatterPeople;
  readonly documents: readonly DocumentBrief[];
  readonly documentCards: readonly DocumentCard[];
  readonly next: readonly NextStep[];
}

export interface Standings {
  item(code: string, no: string): Promise<ItemStandingNow>;
  person(id: OfficialId): Promise<Official>;
  readonly earlier: EarlierWords;
}

/** Reads lazily and keeps for the length of one round. */
export function standings(deps: ActivityDeps, db: ReadDb, at: Instant, round: readonly RecipientNotices[]): Standings {
  const items = new Map<string, Promise<ItemStandingNow>>();
  const people = new Map<OfficialId, Promise<Official>>();
  const person = (id: OfficialId) => kept(people, id, () => readPerson(deps, db, id));
  return {
    person,
    earlier: earlierWords(deps, db, round),
    item: (code, no) => kept(items, itemId({ code, no }), () => readItem(deps, db, at, { code, no }, person)),
  };
}

async function readItem(
  deps: ActivityDeps,
  db: ReadDb,
  at: Instant,
  { code, no }: { code: string; no: string },
  person: (id: OfficialId) => Promise<Official>,
): Promise<ItemStandingNow> {
  const { repository } = deps;
  const card = await repository.itemCard(db, { code, no });
  const roadmapCard = await repository.roadmap(db, code);
  if (card === null || roadmapCard === null || card.people === null) {
    throw new VekhaError('item.unknown', `В дорожной карте ${code} нет пункта ${no} с назначенными исполнителями.`);
  }
  const ids = card.people;
  const documentCards = await repository.documentsOf(db, { code, no });
  const documents: DocumentBrief[] = [];
  const routed = documentCards.filter(({ kind }) => DOCUMENT_KIND_ROWS[kind].routed);
  const latest = await repository.latestVersions(
    db,
    routed.map(({ id }) => id),
  );
  for (const document of routed) documents.push(await documentBrief(document, latest.get(document.id), person));
  return {
    card,
    ids,
    roadmapCard,
    roadmap: {
      code,
      orderKind: roadmapCard.order.kind,
      orderDate: roadmapCard.order.datedOn,
      orderNumber: roadmapCard.order.number,
    },
    item: itemBrief(card),
    people: {
      responsible: await person(ids.responsible),
      coExecutors: await Promise.all(ids.coExecutors.map(person)),
      controller: await person(ids.controller),
      head: await person(ids.head),
      dateOwner: ids.dateOwner === null ? null : await person(ids.dateOwner),
    },
    documents,
    documentCards,
    next: nextSteps(deps, card, at),
  };
}

function itemBrief(card: ItemCard): ItemBrief {
  return {
    no: card.printedNo,
    ...(card.printedNo === card.no ? {} : { keptNo: card.no }),
    title: card.title,
    deadlineText: card.deadlineText,
    deadlineKind: card.deadline.kind,
    due: card.dueOn,
    workingDue: card.workingDueOn,
    explanation: card.deadline.explanation,
    results: card.results.map(({ text }) => text),
    status: card.status,
  };
}

async function documentBrief(
  document: DocumentCard,
  latest: VersionCard | undefined,
  person: (id: OfficialId) => Promise<Official>,
): Promise<DocumentBrief> {
  const row = DOCUMENT_KIND_ROWS[document.kind];
  return {
    id: document.id,
    noun: row.noun,
    gender: row.gender,
    title: latest?.title ?? '',
    version: document.latestVersion,
    numbered: row.numbering !== null,
    state: document.state,
    gaps: (latest?.gaps ?? []).filter((gap) => gap.required).map((gap) => gap.label),
    rows: null,
    holder: document.holderId === null ? null : await person(document.holderId),
    since: document.since,
  };
}

/** What the plan holds from now on, for «Дальше: …». */
function nextSteps({ ladder, calendar, zone }: ActivityDeps, card: ItemCard, at: Instant): readonly NextStep[] {
  if (isOver(card.status) || card.status === 'reported') return [];
  const plan = planWakes({
    itemId: itemId({ code: card.roadmapCode, no: card.no }),
    workingDue: card.workingDueOn,
    awaitsDate: card.status === 'waitingDate',
    from: at,
    documents: [],
    ladder,
    calendar,
    zone,
    requestsMade: card.requestsMade,
  });
  const steps: NextStep[] = [];
  for (const { kind, day, offset } of plan) {
    if (kind === 'dateRequest') steps.push({ what: 'request', on: day });
    if (kind === 'reminder' || kind === 'dueToday') steps.push({ what: 'reminder', on: day, offset });
    if (kind !== 'overdue') continue;
    steps.push({ what: 'overdue', on: day, offset });
    if (offset === ladder.overdueFirst) steps.push({ what: 'controllerHears', on: day, offset });
    if (offset >= ladder.headFrom) steps.push({ what: 'headHears', on: day, offset });
  }
  return steps;
}

async function readPerson(deps: ActivityDeps, db: ReadDb, id: OfficialId): Promise<Official> {
  const found = await deps.repository.officialById(db, id);
  if (found === null)
    throw new VekhaError('official.unknown', 'В справочнике нет человека, которому назначено письмо.');
  return found;
}

function kept<Key, Value>(map: Map<Key, Promise<Value>>, key: Key, read: () => Promise<Value>): Promise<Value> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = read();
  map.set(key, fresh);
  return fresh;
}
