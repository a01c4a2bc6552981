/**
 * Items: what the order says of each (written once, at import), who has to do with it (at launch), and the card that
 * screens and mails read. How an item stands changes only through `projection.ts`.
 */
import type { Selectable } from 'kysely';
import type { Instant } from '#domain/body-time';
import type { DeadlineReading } from '#domain/deadline';
import type { ItemPeople, ItemRecord, ItemResult, ItemStatus } from '#domain/item';
import type { DeadlineMove, ExtensionRequest, ItemReport } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import { asJson } from './json.js';
import type { ItemTable } from './schema.js';

export interface ItemRef {
  readonly code: string;
  readonly no: string;
}

export interface ItemCard {
  readonly roadmapCode: string;
  readonly no: string;
  /** Number in the edition in force. */
  readonly printedNo: string;
  /** Place in the table, from 0: numbers do not always sort. */
  readonly position: number;
  readonly title: string;
  readonly parties: readonly string[];
  readonly results: readonly ItemResult[];
  readonly deadlineText: string;
  /** What the cell means, with its explanation; `dueOn` and `workingDueOn` are the days that count now. */
  readonly deadline: DeadlineReading;
  /** Working due date as read at import; null when no day was named. */
  readonly firstWorkingDue: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly workingDueOn: LocalDate | null;
  readonly status: ItemStatus;
  /** Null until people are assigned at launch. */
  readonly people: ItemPeople | null;
  /** Who holds the matter now, and since which day. */
  readonly waitsFor: readonly OfficialId[];
  readonly waitsSince: LocalDate | null;
  readonly nextMailAt: Instant | null;
  readonly requestsMade: number;
  readonly report: ItemReport | null;
  readonly moves: readonly DeadlineMove[];
  readonly extension: ExtensionRequest | null;
  readonly closedOn: LocalDate | null;
  /** Rises with each change of the item; 0 until its process has said something. */
  readonly version: number;
}

/** How an item stands at launch, until its process speaks for it. */
export interface ItemAssignment extends ItemRef {
  readonly people: ItemPeople;
  readonly status: ItemStatus;
  readonly waitsFor: readonly OfficialId[];
  readonly waitsSince: LocalDate;
  readonly nextMailAt: Instant | null;
  readonly requestsMade: number;
}

/** All but what the process was started with, which no screen shows. */
const CARD_COLUMNS = [
  'item.roadmap_code',
  'item.no',
  'item.printed_no',
  'item.position',
  'item.title',
  'item.parties',
  'item.results',
  'item.deadline_text',
  'item.deadline',
  'item.first_working_due',
  'item.due_on',
  'item.working_due_on',
  'item.status',
  'item.responsible_id',
  'item.co_executor_ids',
  'item.controller_id',
  'item.head_id',
  'item.date_owner_id',
  'item.waits_for',
  'item.waits_since',
  'item.next_mail_at',
  'item.requests_made',
  'item.report',
  'item.moves',
  'item.extension',
  'item.closed_on',
  'item.version',
] as const;

const BATCH = 1000;

/** Adds the items of a roadmap, all `planned`, in the order given. */
export async function insertItems(tx: WriteTx, records: readonly ItemRecord[]): Promise<void> {
  const rows = records.map((record, position) => rowOf(record, position));
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insertInto('item')
      .values(rows.slice(from, from + BATCH))
      .execute();
  }
}

/**
 * Adds an item to a roadmap that runs, after all that are there; where it belongs is settled when the edition comes into force.
 * @returns false when it is there already
 */
export async function insertItem(tx: WriteTx, record: ItemRecord, printedNo: string): Promise<boolean> {
  const last = await tx
    .selectFrom('item')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('roadmap_code', '=', record.roadmapCode)
    .executeTakeFirst();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('item')
    .values({
      ...rowOf(record, (last?.position ?? -1) + 1),
      printed_no: printedNo === record.no ? null : printedNo,
    })
    .onConflict((conflict) => conflict.columns(['roadmap_code', 'no']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function rowOf(record: ItemRecord, position: number) {
  return {
    roadmap_code: record.roadmapCode,
    no: record.no,
    position,
    ...wordColumns(record),
    first_working_due: record.deadline.workingDue,
    due_on: record.deadline.due,
    working_due_on: record.deadline.workingDue,
    status: 'planned' as const,
  };
}

/** The columns that hold what the order says of an item. */
export function wordColumns({ title, parties, results, deadlineText, deadline }: ItemWords) {
  return {
    title,
    parties: [...parties],
    results: asJson(results),
    deadline_text: deadlineText,
    deadline: asJson(deadline),
  };
}

/**
 * Names the people of items at launch. An item whose process has already written is left as it is, so a repeated
 * launch cannot undo a reassignment.
 * @returns how many items took their people
 */
export async function assignItems(tx: WriteTx, assignments: readonly ItemAssignment[]): Promise<number> {
  let assigned = 0;
  for (const { code, no, people, status, waitsFor, waitsSince, nextMailAt, requestsMade } of assignments) {
    const { numUpdatedRows } = await tx
      .updateTable('item')
      .set({
        ...peopleColumns(people),
        status,
        waits_for: [...waitsFor],
        waits_since: waitsSince,
        next_mail_at: nextMailAt,
        requests_made: requestsMade,
      })
      .where('roadmap_code', '=', code)
      .where('no', '=', no)
      .where('version', '=', 0)
      .executeTakeFirst();
    assigned += Number(numUpdatedRows);
  }
  return assigned;
}

/**
 * A deadline settled by a person before launch.
 * @returns false, and nothing changes, when the item has a working due date, its people or a process already
 */
export async function setDeadline(tx: WriteTx, { code, no }: ItemRef, deadline: DeadlineReading): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('item')
    .set({
      deadline: asJson(deadline),
      first_working_due: deadline.workingDue,
      due_on: deadline.due,
      working_due_on: deadline.workingDue,
    })
    .where('roadmap_code', '=', code)
    .where('no', '=', no)
    .where('version', '=', 0)
    .where('working_due_on', 'is', null)
    .where('responsible_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What a row of the plan says. */
export type ItemWords = Pick<ItemCard, 'title' | 'parties' | 'results' | 'deadlineText' | 'deadline'>;

/** Other words for a row, before launch. @returns false when the item runs already */
export async function correctItem(tx: WriteTx, { code, no }: ItemRef, words: ItemWords): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('item')
    .set({
      ...wordColumns(words),
      first_working_due: words.deadline.workingDue,
      due_on: words.deadline.due,
      working_due_on: words.deadline.workingDue,
    })
    .where('roadmap_code', '=', code)
    .where('no', '=', no)
    .where('version', '=', 0)
    .where('responsible_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function itemCard(db: ReadDb, { code, no }: ItemRef): Promise<ItemCard | null> {
  const row = await db
    .selectFrom('item')
    .select(CARD_COLUMNS)
    .where('roadmap_code', '=', code)
    .where('no', '=', no)
    .executeTakeFirst();
  return row === undefined ? null : toCard(row);
}

/** Items of a roadmap in the order of its table. */
export async function itemCards(
  db: ReadDb,
  code: string,
  page: { readonly offset?: number; readonly limit?: number } = {},
): Promise<readonly ItemCard[]> {
  let query = db
    .selectFrom('item')
    .select(CARD_COLUMNS)
    .where('roadmap_code', '=', code)
    .orderBy('position')
    .orderBy('no');
  if (page.offset !== undefined) query = query.offset(page.offset);
  if (page.limit !== undefined) query = query.limit(page.limit);
  return (await query.execute()).map(toCard);
}

/** Items of all running roadmaps that are not off control, the nearest working due date first. */
export async function openItemCards(
  db: ReadDb,
  filter: { readonly controllerId?: OfficialId; readonly waitsFor?: OfficialId } = {},
): Promise<readonly ItemCard[]> {
  let query = db
    .selectFrom('item')
    .innerJoin('roadmap', 'roadmap.code', 'item.roadmap_code')
    .select(CARD_COLUMNS)
    .where('roadmap.state', '=', 'running')
    .where('item.status', 'not in', ['offControl', 'withdrawn'])
    .orderBy('item.working_due_on', (order) => order.asc().nullsLast())
    .orderBy('item.roadmap_code')
    .orderBy('item.position');
  if (filter.controllerId !== undefined) query = query.where('item.controller_id', '=', filter.controllerId);
  const holder = filter.waitsFor;
  if (holder !== undefined) query = query.where((eb) => eb(eb.val(holder), '=', eb.fn.any('item.waits_for')));
  return (await query.execute()).map(toCard);
}

type CardRow = Omit<Selectable<ItemTable>, 'start'>;

/** The columns that hold an item's people. */
export function peopleColumns(people: ItemPeople) {
  return {
    responsible_id: people.responsible,
    co_executor_ids: [...people.coExecutors],
    controller_id: people.controller,
    head_id: people.head,
    date_owner_id: people.dateOwner,
  };
}

function toCard(row: CardRow): ItemCard {
  return {
    roadmapCode: row.roadmap_code,
    no: row.no,
    printedNo: row.printed_no ?? row.no,
    position: row.position,
    title: row.title,
    parties: row.parties,
    results: row.results,
    deadlineText: row.deadline_text,
    deadline: row.deadline,
    firstWorkingDue: row.first_working_due,
    dueOn: row.due_on,
    workingDueOn: row.working_due_on,
    status: row.status,
    people: peopleOf(row),
    waitsFor: row.waits_for,
    waitsSince: row.waits_since,
    nextMailAt: row.next_mail_at,
    requestsMade: row.requests_made,
    report: row.report,
    moves: row.moves,
    extension: row.extension,
    closedOn: row.closed_on,
    version: row.version,
  };
}

function peopleOf(row: CardRow): ItemPeople | null {
  const { responsible_id: responsible, controller_id: controller, head_id: head } = row;
  if (responsible === null || controller === null || head === null) return null;
  return { responsible, coExecutors: row.co_executor_ids, controller, head, dateOwner: row.date_owner_id };
}
