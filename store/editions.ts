/**
 * Editions of an order that came while its roadmap ran: the file as it was, what was read, what was confirmed and by whom. A row never
 * changes; which edition is in force is the roadmap's word.
 */
import type { Selectable } from 'kysely';
import type { Instant } from '#domain/body-time';
import type { NamedAct } from '#domain/edition/amending-act';
import type { OfficialId } from '#domain/official';
import type { OrderReading } from '#domain/order';
import type { ReadDb, WriteTx } from './database.js';
import { asJson } from './json.js';
import type { EditionTable } from './schema.js';

export interface NewEdition {
  readonly code: string;
  readonly no: number;
  readonly mark: string;
  readonly act: NamedAct;
  readonly orderHead: OrderReading['order'];
  readonly reading: OrderReading;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fileBytes: Uint8Array;
  readonly plan: object;
  readonly confirmedBy: OfficialId;
  readonly confirmedAt: Instant;
}

export interface StoredEdition extends Omit<NewEdition, 'reading' | 'fileBytes' | 'orderHead'> {
  /** All of it was carried out. */
  readonly adopted: boolean;
}

/**
 * Of several confirmations at one moment one takes the place of the next edition.
 * @returns whoever has the place now: this edition or the one that was first
 */
export async function claimEdition(tx: WriteTx, edition: NewEdition): Promise<StoredEdition> {
  const { code, no, act } = edition;
  await tx
    .insertInto('edition')
    .values({
      roadmap_code: code,
      no,
      mark: edition.mark,
      act_kind: act.kind,
      act_number: act.number,
      act_dated_on: act.date,
      order_head: asJson(edition.orderHead),
      reading: asJson(edition.reading),
      file_name: edition.fileName,
      file_sha256: edition.fileSha256,
      file_bytes: edition.fileBytes,
      plan: asJson(edition.plan),
      confirmed_by: edition.confirmedBy,
      confirmed_at: edition.confirmedAt,
    })
    .onConflict((conflict) => conflict.columns(['roadmap_code', 'no']).doNothing())
    .execute();
  return toEdition(await editions(tx, code).where('e.no', '=', no).executeTakeFirstOrThrow());
}

export async function editionOf(db: ReadDb, code: string, no: number): Promise<StoredEdition | null> {
  const row = await editions(db, code).where('e.no', '=', no).executeTakeFirst();
  return row === undefined ? null : toEdition(row);
}

/** All that were confirmed, the first first; at most the last one is not adopted yet. */
export async function editionsOf(db: ReadDb, code: string): Promise<readonly StoredEdition[]> {
  const rows = await editions(db, code).orderBy('e.no').execute();
  return rows.map(toEdition);
}

/**
 * The edition comes into force, its items stand as its table has them.
 * @param order numbers of all items of ours
 * @returns false when it is in force already
 */
export async function adoptEdition(
  tx: WriteTx,
  edition: { code: string; no: number; controllerId: OfficialId | null; order: readonly string[] },
): Promise<boolean> {
  const { code, no, controllerId, order } = edition;
  const { numUpdatedRows } = await tx
    .updateTable('roadmap')
    .set({ edition_no: no, ...(controllerId === null ? {} : { controller_id: controllerId }) })
    .where('code', '=', code)
    .where('edition_no', '=', no - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  for (const [position, itemNo] of order.entries()) {
    await tx.updateTable('item').set({ position }).where('roadmap_code', '=', code).where('no', '=', itemNo).execute();
  }
  return true;
}

function editions(db: ReadDb, code: string) {
  return db
    .selectFrom('edition as e')
    .innerJoin('roadmap as r', 'r.code', 'e.roadmap_code')
    .select(['e.roadmap_code', 'e.no', 'e.mark', 'e.act_kind', 'e.act_number', 'e.act_dated_on'])
    .select(['e.file_name', 'e.file_sha256', 'e.plan', 'e.confirmed_by', 'e.confirmed_at'])
    .select('r.edition_no')
    .where('e.roadmap_code', '=', code);
}

type EditionRow = Omit<Selectable<EditionTable>, 'order_head' | 'reading' | 'file_bytes'> & { edition_no: number };

function toEdition(row: EditionRow): StoredEdition {
  return {
    code: row.roadmap_code,
    no: row.no,
    mark: row.mark,
    act: { kind: row.act_kind, number: row.act_number, date: row.act_dated_on },
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    plan: row.plan,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    adopted: row.edition_no >= row.no,
  };
}
