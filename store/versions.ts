/** Versions of documents: immutable bytes named by their SHA-256. The database refuses to change or remove one. */
import { sql } from 'kysely';
import type { Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import { asJson } from './json.js';
import type { DocumentGap } from './schema.js';

export interface NewVersion {
  readonly documentId: string;
  /** Of `bytes`, hex; the database checks it. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly title: string;
  readonly gaps: readonly DocumentGap[];
  readonly at: Instant;
  /** Null when the program made it by itself. */
  readonly by: OfficialId | null;
  /** It came as a file; default false. */
  readonly uploaded?: boolean;
}

export interface VersionCard {
  readonly documentId: string;
  /** From 1. */
  readonly no: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly title: string;
  readonly gaps: readonly DocumentGap[];
  readonly madeAt: Instant;
  readonly madeBy: OfficialId | null;
  /** It came as a file, no template made it. */
  readonly uploaded: boolean;
}

export interface StoredVersion extends VersionCard {
  readonly bytes: Uint8Array;
}

/**
 * Adds a version, or returns the latest one when it has the same bytes: an activity that runs twice makes no second.
 * @throws VekhaError 'document.unknown'; 'store.conflict' when the hash is not that of the bytes
 */
export async function saveVersion(tx: WriteTx, version: NewVersion): Promise<{ no: number; sha256: string }> {
  const document = await tx
    .selectFrom('document')
    .select(['latest_version', 'latest_sha256'])
    .where('id', '=', version.documentId)
    .forUpdate()
    .executeTakeFirst();
  if (document === undefined) throw new VekhaError('document.unknown', `Документа ${version.documentId} нет.`);
  if (document.latest_sha256 === version.sha256) return { no: document.latest_version, sha256: version.sha256 };
  const no = document.latest_version + 1;
  await tx
    .insertInto('document_version')
    .values({
      document_id: version.documentId,
      no,
      sha256: version.sha256,
      bytes: version.bytes,
      file_name: version.fileName,
      title: version.title,
      gaps: asJson(version.gaps),
      made_at: version.at,
      made_by: version.by,
      uploaded: version.uploaded ?? false,
    })
    .execute();
  await tx
    .updateTable('document')
    .set({ latest_version: no, latest_sha256: version.sha256 })
    .where('id', '=', version.documentId)
    .execute();
  return { no, sha256: version.sha256 };
}

/** One version with its bytes. */
export async function versionOf(db: ReadDb, documentId: string, no: number | 'latest'): Promise<StoredVersion | null> {
  let query = db
    .selectFrom('document_version')
    .select(['document_id', 'no', 'sha256', 'bytes', 'file_name', 'title', 'gaps', 'made_at', 'made_by', 'uploaded'])
    .where('document_id', '=', documentId);
  query = no === 'latest' ? query.orderBy('no', 'desc').limit(1) : query.where('no', '=', no);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : { ...toCard(row), bytes: row.bytes };
}

/** All versions without their bytes, the first first. */
export async function versions(db: ReadDb, documentId: string): Promise<readonly VersionCard[]> {
  const rows = await db
    .selectFrom('document_version')
    .select(['document_id', 'no', 'sha256', 'file_name', 'title', 'gaps', 'made_at', 'made_by', 'uploaded'])
    .where('document_id', '=', documentId)
    .orderBy('no')
    .execute();
  return rows.map(toCard);
}

/** The latest version of each document that has one, by the document's id, in one query. */
export async function latestVersions(
  db: ReadDb,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, VersionCard>> {
  const rows = await db
    .selectFrom('document_version')
    .distinctOn('document_id')
    .select(['document_id', 'no', 'sha256', 'file_name', 'title', 'gaps', 'made_at', 'made_by', 'uploaded'])
    .where(sql<boolean>`document_id = any(${[...documentIds]}::text[])`)
    .orderBy('document_id')
    .orderBy('no', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.document_id, toCard(row)]));
}

function toCard(row: {
  document_id: string;
  no: number;
  sha256: string;
  file_name: string;
  title: string;
  gaps: readonly DocumentGap[];
  made_at: Instant;
  made_by: OfficialId | null;
  uploaded: boolean;
}): VersionCard {
  return {
    documentId: row.document_id,
    no: row.no,
    sha256: row.sha256,
    fileName: row.file_name,
    title: row.title,
    gaps: row.gaps,
    madeAt: row.made_at,
    madeBy: row.made_by,
    uploaded: row.uploaded,
  };
}
