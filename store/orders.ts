/** Orders as imported: the file, what was read from it, and the identity that keeps one order from coming in twice. */
import type { Instant } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';
import type { OrderKind, OrderReading } from '#domain/order';
import type { ReadDb, WriteTx } from './database.js';
import { asJson } from './json.js';

export interface NewOrder {
  readonly id: string;
  readonly reading: OrderReading;
  readonly fileName: string;
  /** SHA-256 of `fileBytes`, hex; the database checks it. */
  readonly fileSha256: string;
  readonly fileBytes: Uint8Array;
  readonly importedAt: Instant;
}

export interface StoredOrder {
  readonly id: string;
  readonly kind: OrderKind;
  readonly number: string;
  readonly datedOn: LocalDate;
  readonly title: string;
  readonly issuer: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly reading: OrderReading;
  readonly importedAt: Instant;
}

export interface OrderFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps the order unless one with the same number, date, issuer and plan is there already.
 * @returns the id under which it is kept, and whether this call brought it in (of two at once only one did)
 */
export async function saveOrder(tx: WriteTx, order: NewOrder): Promise<{ id: string; created: boolean }> {
  const { kind, number, date, title, issuer } = order.reading.order;
  const inserted = await tx
    .insertInto('source_order')
    .values({
      id: order.id,
      kind: kind.value,
      number: number.value,
      dated_on: date.value,
      title: title.value,
      issuer: issuer.value,
      plan: planOf(order.reading),
      file_name: order.fileName,
      file_sha256: order.fileSha256,
      file_bytes: order.fileBytes,
      reading: asJson(order.reading),
      imported_at: order.importedAt,
    })
    .onConflict((conflict) => conflict.columns(['number', 'dated_on', 'issuer', 'plan']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return { id: inserted.id, created: true };
  const { id } = await tx
    .selectFrom('source_order')
    .select('id')
    .where('number', '=', number.value)
    .where('dated_on', '=', date.value)
    .where('issuer', '=', issuer.value)
    .where('plan', '=', planOf(order.reading))
    .executeTakeFirstOrThrow();
  return { id, created: false };
}

/** The order of a roadmap as it was imported, without the file's bytes. */
export async function orderOf(db: ReadDb, roadmapCode: string): Promise<StoredOrder | null> {
  const row = await db
    .selectFrom('source_order as o')
    .innerJoin('roadmap as r', 'r.order_id', 'o.id')
    .select(['o.id', 'o.kind', 'o.number', 'o.dated_on', 'o.title', 'o.issuer'])
    .select(['o.file_name', 'o.file_sha256', 'o.reading', 'o.imported_at'])
    .where('r.code', '=', roadmapCode)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { dated_on, file_name, file_sha256, imported_at, ...same } = row;
  return { ...same, datedOn: dated_on, fileName: file_name, fileSha256: file_sha256, importedAt: imported_at };
}

/** What a roadmap's order says of itself in the edition in force, without its items: a document quotes no more. */
export async function orderHeadOf(db: ReadDb, roadmapCode: string): Promise<OrderReading['order'] | null> {
  const row = await db
    .selectFrom('source_order as o')
    .innerJoin('roadmap as r', 'r.order_id', 'o.id')
    .leftJoin('edition as e', (join) => join.onRef('e.roadmap_code', '=', 'r.code').onRef('e.no', '=', 'r.edition_no'))
    .select((eb) => eb.ref('o.reading', '->').key('order').as('head'))
    .select('e.order_head')
    .where('r.code', '=', roadmapCode)
    .executeTakeFirst();
  return row?.order_head ?? row?.head ?? null;
}

/** The file of a roadmap's order as it was uploaded. */
export async function orderFileOf(db: ReadDb, roadmapCode: string): Promise<OrderFile | null> {
  const row = await db
    .selectFrom('source_order as o')
    .innerJoin('roadmap as r', 'r.order_id', 'o.id')
    .select(['o.file_name', 'o.file_sha256', 'o.file_bytes'])
    .where('r.code', '=', roadmapCode)
    .executeTakeFirst();
  return row === undefined ? null : { fileName: row.file_name, sha256: row.file_sha256, bytes: row.file_bytes };
}

/** Whether this plan of this order is here already, and as which roadmap. */
export async function orderByIdentity(
  db: ReadDb,
  reading: Pick<OrderReading, 'order' | 'plan'>,
): Promise<{ id: string; roadmapCode: string | null } | null> {
  const { number, date, issuer } = reading.order;
  const row = await db
    .selectFrom('source_order as o')
    .leftJoin('roadmap as r', 'r.order_id', 'o.id')
    .select(['o.id', 'r.code'])
    .where('o.number', '=', number.value)
    .where('o.dated_on', '=', date.value)
    .where('o.issuer', '=', issuer.value)
    .where('o.plan', '=', planOf(reading))
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, roadmapCode: row.code };
}

function planOf({ plan }: Pick<OrderReading, 'plan'>): number {
  return plan ?? 1;
}
