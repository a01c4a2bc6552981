/**
 * The journal: everything done, append-only. Each row's hash covers the previous one, so a row changed, removed or put in
 * between by hand breaks the chain; the database itself refuses UPDATE, DELETE and TRUNCATE.
 */
import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Instant } from '#domain/body-time';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import type { ItemRef } from './items.js';
import { asJson, canonicalJson, storableText, type Facts } from './json.js';
import type { JournalTable } from './schema.js';

export interface JournalEntry {
  /** What was done to what: a repetition of the same effect has the same key. */
  readonly key: string;
  readonly at: Instant;
  /** Null when the program acted by itself. */
  readonly actorId: OfficialId | null;
  /** A word of the glossary. */
  readonly act: string;
  readonly roadmapCode?: string | null;
  readonly itemNo?: string | null;
  readonly documentId?: string | null;
  readonly facts: Facts;
}

export interface JournalRow extends Required<JournalEntry> {
  /** From 1, without gaps. */
  readonly id: number;
  readonly roadmapCode: string | null;
  readonly itemNo: string | null;
  readonly documentId: string | null;
  readonly hash: string;
}

export interface JournalFilter {
  readonly roadmapCode?: string;
  readonly itemNo?: string;
  readonly documentId?: string;
  readonly act?: string;
  /** Only rows after this id: to page on. */
  readonly afterId?: number;
  readonly limit?: number;
  /** Only so many of the latest rows, still in the order they were appended. */
  readonly last?: number;
}

export type JournalCheck =
  | { readonly ok: true; readonly rows: number; readonly lastHash: string }
  | { readonly ok: false; readonly firstBadId: number; readonly reason: string };

/**
 * Appends a row unless its key is known. Appenders wait for each other until commit: call it last in the transaction.
 * @returns false when the key was known
 */
export async function appendJournal(tx: WriteTx, entry: JournalEntry): Promise<boolean> {
  const row = storableRow(entry);
  const { rows } = await sql<{ appended: boolean }>`select journal_append(
    ${row.key}, ${row.at}::bigint, ${row.actorId}, ${row.act}, ${row.roadmapCode}, ${row.itemNo}, ${row.documentId},
    ${asJson(row.facts)}::jsonb, ${canonicalJson(row)}
  ) as appended`.execute(tx);
  return rows[0]?.appended === true;
}

/** Rows in the order they were appended. */
export async function journal(db: ReadDb, filter: JournalFilter = {}): Promise<readonly JournalRow[]> {
  let query = db
    .selectFrom('journal')
    .selectAll()
    .orderBy('id', filter.last === undefined ? 'asc' : 'desc');
  if (filter.roadmapCode !== undefined) query = query.where('roadmap_code', '=', filter.roadmapCode);
  if (filter.itemNo !== undefined) query = query.where('item_no', '=', filter.itemNo);
  if (filter.documentId !== undefined) query = query.where('document_id', '=', filter.documentId);
  if (filter.act !== undefined) query = query.where('act', '=', filter.act);
  if (filter.afterId !== undefined) query = query.where('id', '>', filter.afterId);
  const most = filter.last ?? filter.limit;
  if (most !== undefined) query = query.limit(most);
  const rows = (await query.execute()).map(toRow);
  return filter.last === undefined ? rows : rows.reverse();
}

/** What the journal says of an item, without the chain. */
export interface ItemEntry extends ItemRef {
  readonly act: string;
  readonly facts: Facts;
}

/** Rows of these acts about many items, in one query, in the order they were appended. */
export async function journalOfItems(
  db: ReadDb,
  items: readonly ItemRef[],
  acts: readonly string[],
): Promise<readonly ItemEntry[]> {
  if (items.length === 0) return [];
  const codes = items.map(({ code }) => code);
  const nos = items.map(({ no }) => no);
  const rows = await db
    .selectFrom('journal')
    .select(['roadmap_code', 'item_no', 'act', 'facts'])
    .where(sql<boolean>`(roadmap_code, item_no) in (select * from unnest(${codes}::text[], ${nos}::text[]))`)
    .where(sql<boolean>`act = any(${[...acts]}::text[])`)
    .orderBy('id')
    .execute();
  return rows.map(({ roadmap_code: code, item_no: no, act, facts }) => ({
    code: code ?? '',
    no: no ?? '',
    act,
    facts,
  }));
}

const FIRST_HASH = '0'.repeat(64);
const PAGE = 2000;

/** Goes over the whole chain, page by page; rows appended meanwhile are checked too. */
export async function verifyJournal(db: ReadDb): Promise<JournalCheck> {
  let id = 0;
  let hash = FIRST_HASH;
  for (;;) {
    const page = await db.selectFrom('journal').selectAll().where('id', '>', id).orderBy('id').limit(PAGE).execute();
    for (const row of page) {
      const reason = whyBroken(row, id + 1, hash);
      if (reason !== null) return { ok: false, firstBadId: id + 1, reason };
      id = row.id;
      hash = row.hash;
    }
    if (page.length === PAGE) continue;
    const end = await db
      .selectFrom('journal_head')
      .select(['last_id', 'last_hash'])
      .select((eb) =>
        eb
          .selectFrom('journal')
          .select((inner) => inner.fn.max('id').as('id'))
          .as('max_id'),
      )
      .executeTakeFirst();
    if (end === undefined) return { ok: false, firstBadId: id + 1, reason: 'Нет отметки о конце журнала.' };
    if ((end.max_id ?? 0) > id) continue; // appended since the page was read
    if (end.last_id === id && end.last_hash === hash) return { ok: true, rows: id, lastHash: hash };
    const removed = end.last_id > id;
    return {
      ok: false,
      firstBadId: removed ? id + 1 : id,
      reason: removed
        ? `Удалены последние записи журнала: должно быть ${end.last_id}, есть ${id}.`
        : 'Последняя запись не сходится с отметкой о конце журнала.',
    };
  }
}

function whyBroken(row: Selectable<JournalTable>, expectedId: number, previousHash: string): string | null {
  if (row.id !== expectedId) return `Записи ${expectedId} нет: она удалена.`;
  if (row.previous_hash !== previousHash) return `Запись ${row.id} не продолжает предыдущую.`;
  const hash = createHash('sha256')
    .update(`${previousHash}\n${row.id}\n${canonicalJson(contentOf(row))}`)
    .digest('hex');
  return hash === row.hash ? null : `Запись ${row.id} изменена после того, как была сделана.`;
}

type Content = Omit<JournalRow, 'id' | 'hash'>;

/** As the columns will hold it, so that the hash is that of what is read back. */
function storableRow(entry: JournalEntry): Content {
  const clean = (text: string | null | undefined) => (text == null ? null : storableText(text));
  return {
    key: storableText(entry.key),
    at: entry.at,
    actorId: clean(entry.actorId),
    act: storableText(entry.act),
    roadmapCode: clean(entry.roadmapCode),
    itemNo: clean(entry.itemNo),
    documentId: clean(entry.documentId),
    facts: entry.facts,
  };
}

function contentOf(row: Selectable<JournalTable>): Content {
  return {
    key: row.key,
    at: row.at,
    actorId: row.actor_id,
    act: row.act,
    roadmapCode: row.roadmap_code,
    itemNo: row.item_no,
    documentId: row.document_id,
    facts: row.facts,
  };
}

function toRow(row: Selectable<JournalTable>): JournalRow {
  return { ...contentOf(row), id: row.id, hash: row.hash };
}
