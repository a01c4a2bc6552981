/** Cards that the doors show: the store's rows with names, labels and explanations in place of ids and codes. */
import { dayOf, type Instant } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { dueDay } from '#domain/due-day';
import { documentLabel, itemLabel, ROADMAP_LABELS } from '#domain/labels';
import type { LocalDate } from '#domain/local-date';
import type { Official, OfficialId } from '#domain/official';
import { shortName } from '#domain/official';
import {
  documentsOf,
  documentsOfRoadmap,
  editionsOf,
  itemCards,
  journal,
  notesOf,
  officials,
  latestVersions,
  nextNoticesAt,
  type DocumentCard as DocumentRow,
  type ItemCard as ItemRow,
  type RoadmapCard as RoadmapRow,
  type VersionCard,
} from '#store';
import { itemId } from '#workflows/messages/ids';
import type { DocumentCard, ItemCard, ItemDetails, JournalEvent, PersonCard, RoadmapCard } from './api.js';
import type { ClientDeps } from './deps.js';

export type People = ReadonlyMap<OfficialId, Official>;

export async function people({ store }: Pick<ClientDeps, 'store'>): Promise<People> {
  return new Map((await officials(store.db)).map((official) => [official.id, official]));
}

export async function roadmapCardOf(deps: ClientDeps, row: RoadmapRow, known: People): Promise<RoadmapCard> {
  const rows = await itemCards(deps.store.db, row.code);
  const documentRows = await documentsOfRoadmap(deps.store.db, row.code);
  const documents = await documentCardsOf(deps, documentRows, known);
  const ofItem = (no: string) => documents.filter((_card, i) => documentRows[i]?.itemNo === no);
  const today = dayOf(await deps.now(), deps.zone);
  const notices = await nextNoticesAt(deps.store.db, row.code);
  const edition = (await editionsOf(deps.store.db, row.code)).at(-1);
  const items = rows.map((item) => itemCardOf(deps, item, ofItem(item.no), known, today, notices));
  return {
    code: row.code,
    title: row.title,
    order: { kind: row.order.kind, date: row.order.datedOn, number: row.order.number },
    state: row.state,
    stateLabel: ROADMAP_LABELS[row.state],
    edition: edition === undefined ? null : { act: edition.act, finished: edition.adopted },
    items,
  };
}

export async function itemDetails(deps: ClientDeps, row: ItemRow): Promise<ItemDetails> {
  const { db } = deps.store;
  const key = { code: row.roadmapCode, no: row.no };
  const known = await people(deps);
  const today = dayOf(await deps.now(), deps.zone);
  const documents = await documentCardsOf(deps, await documentsOf(db, key), known);
  const card = itemCardOf(deps, row, documents, known, today, await nextNoticesAt(db, row.roadmapCode));
  const words = new Map((await notesOf(db, key)).map(({ id, text }) => [id, text]));
  const rows = await journal(db, { roadmapCode: row.roadmapCode, itemNo: row.no });
  return {
    ...card,
    extension: extensionCard(row, words, known),
    moves: row.moves.map(({ from, to, by, on, noteId }) => ({
      from,
      to,
      by: nameOf(known, by),
      on,
      reason: words.get(noteId) ?? '',
    })),
    journal: rows.map(({ at, act, actorId, facts }) => ({
      at: new Date(at).toISOString(),
      act,
      by: actorId === null ? null : nameOf(known, actorId),
      words: wordsOf(facts, words, known),
    })),
  };
}

function extensionCard(
  { extension }: ItemRow,
  words: ReadonlyMap<string, string>,
  known: People,
): ItemDetails['extension'] {
  if (extension === null) return null;
  const { by, on, to, workingDue, noteId, opinion } = extension;
  return {
    by: nameOf(known, by),
    on,
    to,
    workingDue,
    reason: words.get(noteId) ?? '',
    opinion:
      opinion === null
        ? null
        : { by: nameOf(known, opinion.by), supports: opinion.supports, words: words.get(opinion.noteId) ?? '' },
  };
}

/** What the person said; of a mail, whom it went to. */
function wordsOf(facts: JournalEvent['facts'], words: ReadonlyMap<string, string>, known: People): string | null {
  const { noteId, recipient } = facts;
  if (typeof recipient === 'string') return nameOf(known, recipient);
  return typeof noteId === 'string' ? (words.get(noteId) ?? null) : null;
}

export async function journalOf(
  deps: ClientDeps,
  { code }: RoadmapRow,
  known: People,
): Promise<readonly JournalEvent[]> {
  const rows = await journal(deps.store.db, { roadmapCode: code });
  return rows.map(({ at, act, actorId, itemNo, documentId, facts }) => ({
    at,
    act,
    by: personCard(known, actorId),
    itemNo,
    documentId,
    facts,
  }));
}

function itemCardOf(
  deps: ClientDeps,
  row: ItemRow,
  documents: readonly DocumentCard[],
  known: People,
  today: LocalDate,
  notices: ReadonlyMap<string, Instant>,
): ItemCard {
  const { calendar } = deps;
  const person = (id: OfficialId | null | undefined) => personCard(known, id);
  return {
    id: itemId({ code: row.roadmapCode, no: row.no }),
    no: row.no,
    printedNo: row.printedNo,
    title: row.title,
    status: row.status,
    statusLabel: itemLabel(
      { status: row.status, workingDue: row.workingDueOn, extensionAsked: row.extension !== null },
      today,
      calendar,
    ),
    waitsFor: row.waitsFor.flatMap((id) => person(id) ?? []),
    since: row.waitsSince,
    responsible: person(row.people?.responsible),
    coExecutors: (row.people?.coExecutors ?? []).flatMap((id) => person(id) ?? []),
    controller: person(row.people?.controller),
    head: person(row.people?.head),
    deadlineText: row.deadlineText,
    deadlineKind: row.deadline.kind,
    due: row.dueOn,
    workingDue: row.workingDueOn,
    ordered: orderedDay(row),
    explanation: explanationOf(row, deps),
    nextMailAt: nextMailAt(row.nextMailAt, notices.get(row.no)),
    results: row.results.map(({ key, kind, text, documentKind }) => ({ key, kind, text, documentKind })),
    documents,
  };
}

/** What is planned, or what is written already and waits for its hour. */
function nextMailAt(planned: Instant | null, waiting: Instant | undefined): string | null {
  const next = Math.min(planned ?? Infinity, waiting ?? Infinity);
  return next === Infinity ? null : new Date(next).toISOString();
}

/** In the order of the rows; the texts' titles and gaps come in one query. */
export async function documentCardsOf(
  { store }: ClientDeps,
  rows: readonly DocumentRow[],
  known: People,
): Promise<readonly DocumentCard[]> {
  const latest = await latestVersions(
    store.db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => documentCardOf(row, latest.get(row.id), known));
}

function documentCardOf(row: DocumentRow, latest: VersionCard | undefined, known: People): DocumentCard {
  return {
    id: row.id,
    kind: row.kind,
    title: latest?.title ?? DOCUMENT_KIND_ROWS[row.kind].noun,
    state: row.state,
    stateLabel: documentLabel(row.kind, row.state),
    holder: personCard(known, row.holderId),
    since: row.since,
    version: row.latestVersion,
    sha256: row.latestSha256,
    registration: row.registration,
    gaps: (latest?.gaps ?? []).map(({ label, path, required }) => ({ label, path, required })),
  };
}

function orderedDay({ deadline: { due, workingDue, explanation } }: ItemRow): ItemCard['ordered'] {
  return { due, workingDue, explanation };
}

/** Where the date comes from: the order's own words, or the day that a move or an answer has named since. */
function explanationOf(row: ItemRow, { calendar, rules }: ClientDeps): string {
  const { due, workingDue, explanation: ofOrder } = row.deadline;
  const asOrdered = row.dueOn === due && row.workingDueOn === workingDue;
  if (asOrdered || row.dueOn === null) return ofOrder;
  // The item keeps its working day when the body's rules change; then they do not explain it.
  const { day, explanation } = dueDay(row.dueOn, calendar, rules);
  return day === row.workingDueOn ? (explanation ?? '') : '';
}

export function personCard(known: People, id: OfficialId | null | undefined): PersonCard | null {
  const found = id == null ? undefined : known.get(id);
  return found === undefined ? null : toPersonCard(found);
}

export function toPersonCard(official: Official): PersonCard {
  return { id: official.id, name: shortName(official), post: official.post };
}

export function nameOf(known: People, id: OfficialId): string {
  const found = known.get(id);
  return found === undefined ? id : shortName(found);
}
