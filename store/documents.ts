/** Documents: opened once for an item and a kind, numbered once. Their texts are in `versions.ts`. */
import { sql, type Selectable } from 'kysely';
import { DOCUMENT_KIND_ROWS, type DocumentKind } from '#domain/document-kind';
import { VekhaError } from '#domain/errors';
import type { DocumentState } from '#domain/item';
import { dotted, yearOf, type LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import type { ItemRef } from './items.js';
import { asJson, type JsonValue } from './json.js';
import type { DocumentTable } from './schema.js';

export interface NewDocument {
  readonly id: string;
  readonly roadmapCode: string;
  readonly itemNo: string;
  readonly kind: DocumentKind;
  readonly since: LocalDate;
  readonly holderId: OfficialId | null;
}

export interface DocumentCard {
  readonly id: string;
  readonly roadmapCode: string;
  readonly itemNo: string;
  readonly kind: DocumentKind;
  readonly state: DocumentState;
  readonly holderId: OfficialId | null;
  /** Body day since which it is so. */
  readonly since: LocalDate;
  /** 0 and null until the first version is saved. */
  readonly latestVersion: number;
  readonly latestSha256: string | null;
  readonly registration: { readonly number: string; readonly date: LocalDate } | null;
  /** Of the projection, not of the text. */
  readonly version: number;
}

/** Opens a document in state `filling`; one that is open stays as it is. @returns the document as stored */
export async function openDocument(tx: WriteTx, document: NewDocument): Promise<DocumentCard> {
  await tx
    .insertInto('document')
    .values({
      id: document.id,
      roadmap_code: document.roadmapCode,
      item_no: document.itemNo,
      kind: document.kind,
      state: 'filling',
      holder_id: document.holderId,
      since: document.since,
    })
    .onConflict((conflict) => conflict.columns(['roadmap_code', 'item_no', 'kind']).doNothing())
    .execute();
  const row = await tx
    .selectFrom('document')
    .selectAll()
    .where('roadmap_code', '=', document.roadmapCode)
    .where('item_no', '=', document.itemNo)
    .where('kind', '=', document.kind)
    .executeTakeFirstOrThrow();
  return toCard(row);
}

export async function documentById(db: ReadDb, id: string): Promise<DocumentCard | null> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toCard(row);
}

/** Documents of an item, by kind. */
export async function documentsOf(db: ReadDb, { code, no }: ItemRef): Promise<readonly DocumentCard[]> {
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('roadmap_code', '=', code)
    .where('item_no', '=', no)
    .orderBy('kind')
    .execute();
  return rows.map(toCard);
}

/** Documents of all items, in the order of the roadmap's table. */
export async function documentsOfRoadmap(db: ReadDb, code: string): Promise<readonly DocumentCard[]> {
  const rows = await db
    .selectFrom('document')
    .innerJoin('item', (join) =>
      join.onRef('item.roadmap_code', '=', 'document.roadmap_code').onRef('item.no', '=', 'document.item_no'),
    )
    .selectAll('document')
    .where('document.roadmap_code', '=', code)
    .orderBy('item.position')
    .orderBy('document.kind')
    .execute();
  return rows.map(toCard);
}

/**
 * Writes number and date. Acts, letters and memos are numbered apart, each from anew every year; of two documents that ask for
 * one number at once, one gets it. The same number again for the same document is no change.
 * @returns 'taken' when another document has the number
 * @throws VekhaError 'document.unknown'; 'document.wrong_state' when it bears another number or its kind bears none
 */
export async function registerDocument(
  tx: WriteTx,
  { id, number, date }: { id: string; number: string; date: LocalDate },
): Promise<'ok' | 'taken'> {
  const found = await tx.selectFrom('document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (found === undefined) throw new VekhaError('document.unknown', `Документа ${id} нет.`);
  const wanted = number.trim();
  if (found.reg_number !== null && found.reg_date !== null) {
    if (found.reg_number === wanted && found.reg_date === date) return 'ok';
    throw new VekhaError(
      'document.wrong_state',
      `Документ уже зарегистрирован: № ${found.reg_number} от ${dotted(found.reg_date)}.`,
    );
  }
  const numbering = bookOf(found.kind);
  // Those who ask for one number wait here for each other; the unique index would only break the transaction.
  const key = `vekha.number/${numbering}/${yearOf(date)}/${wanted.toLowerCase()}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  if (await isTaken(tx, numbering, wanted, date)) return 'taken';
  await tx
    .updateTable('document')
    .set({ numbering, reg_number: wanted, reg_date: date })
    .where('id', '=', id)
    .execute();
  return 'ok';
}

/** Keeps what people typed, by path («приложение.организации[0].инн»); paths not named stay. */
export async function saveValues(
  tx: WriteTx,
  documentId: string,
  values: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  const rows = Object.entries(values).map(([path, value]) => ({
    document_id: documentId,
    path,
    value: asJson(value),
  }));
  if (rows.length === 0) return;
  await tx
    .insertInto('document_value')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'path']).doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
    )
    .execute();
}

export async function valuesOf(db: ReadDb, documentId: string): Promise<Readonly<Record<string, JsonValue>>> {
  const rows = await db
    .selectFrom('document_value')
    .select(['path', 'value'])
    .where('document_id', '=', documentId)
    .orderBy('path')
    .execute();
  return Object.fromEntries(rows.map(({ path, value }) => [path, value]));
}

function bookOf(kind: DocumentKind): string {
  const { numbering, noun } = DOCUMENT_KIND_ROWS[kind];
  if (numbering === null) {
    throw new VekhaError('document.wrong_state', `Документ вида «${noun}» не регистрируется: номер ему не нужен.`);
  }
  return numbering;
}

async function isTaken(tx: WriteTx, numbering: string, number: string, date: LocalDate): Promise<boolean> {
  const other = await tx
    .selectFrom('document')
    .select('id')
    .where('numbering', '=', numbering)
    .where(sql`extract(year from reg_date)`, '=', yearOf(date))
    .where(sql`lower(reg_number)`, '=', sql`lower(${number})`)
    .executeTakeFirst();
  return other !== undefined;
}

function toCard(row: Selectable<DocumentTable>): DocumentCard {
  const { reg_number: number, reg_date: date } = row;
  return {
    id: row.id,
    roadmapCode: row.roadmap_code,
    itemNo: row.item_no,
    kind: row.kind,
    state: row.state,
    holderId: row.holder_id,
    since: row.since,
    latestVersion: row.latest_version,
    latestSha256: row.latest_sha256,
    registration: number === null || date === null ? null : { number, date },
    version: row.version,
  };
}
