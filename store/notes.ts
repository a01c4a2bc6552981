/** Words of people's acts: report, remarks, reason, typed values. Processes carry the id alone, so histories hold no texts. */
import { sql, type Selectable } from 'kysely';
import type { Instant } from '#domain/body-time';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import type { ItemRef } from './items.js';
import { asJson, type JsonValue } from './json.js';
import type { NoteTable } from './schema.js';

export interface Note {
  readonly id: string;
  readonly at: Instant;
  readonly by: OfficialId | null;
  readonly roadmapCode: string;
  readonly itemNo: string;
  readonly documentId: string | null;
  readonly text: string;
  /** What came with the words: values typed into a draft, descriptions of papers; `{}` when nothing did. */
  readonly data: JsonValue;
}

export interface NewNote extends Note {
  /** A file that came with the act; it is read on its own, lists of notes are without it. */
  readonly attachment?: Uint8Array;
}

const COLUMNS = ['id', 'made_at', 'made_by', 'roadmap_code', 'item_no', 'document_id', 'text', 'data'] as const;

/** Keeps a note; the first with an id stays. @returns false when the id was known */
export async function saveNote(tx: WriteTx, note: NewNote): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('note')
    .values({
      id: note.id,
      made_at: note.at,
      made_by: note.by,
      roadmap_code: note.roadmapCode,
      item_no: note.itemNo,
      document_id: note.documentId,
      text: note.text,
      data: asJson(note.data),
      attachment: note.attachment ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes back the words of an act that was refused. */
export async function deleteNote(tx: WriteTx, id: string): Promise<void> {
  await tx.deleteFrom('note').where('id', '=', id).execute();
}

export async function noteById(db: ReadDb, id: string): Promise<Note | null> {
  const row = await db.selectFrom('note').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toNote(row);
}

/** Words of acts by their notes' ids, in one query. */
export async function wordsOfNotes(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('note')
    .select(['id', 'text'])
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The file that came with an act; null when none did, or the act was taken back. */
export async function attachmentOf(db: ReadDb, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('note').select('attachment').where('id', '=', id).executeTakeFirst();
  return row?.attachment ?? null;
}

/** Notes of an item and of its documents, the oldest first. */
export async function notesOf(db: ReadDb, { code, no }: ItemRef): Promise<readonly Note[]> {
  const rows = await db
    .selectFrom('note')
    .select(COLUMNS)
    .where('roadmap_code', '=', code)
    .where('item_no', '=', no)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(toNote);
}

function toNote(row: Omit<Selectable<NoteTable>, 'attachment'>): Note {
  return {
    id: row.id,
    at: row.made_at,
    by: row.made_by,
    roadmapCode: row.roadmap_code,
    itemNo: row.item_no,
    documentId: row.document_id,
    text: row.text,
    data: row.data,
  };
}
