/**
 * Mails: frozen bytes with a key and a state. The sender asks before each hand-over and says how it went, so that a
 * repeat after a crash is known as one: `sending` found again means that a process died within a send.
 */
import { sql, type Selectable } from 'kysely';
import type { Instant } from '#domain/body-time';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import type { ItemRef } from './items.js';
import { appendJournal } from './journal.js';
import type { MailState, MailTable } from './schema.js';

export interface NewMail {
  readonly key: string;
  readonly recipientId: OfficialId;
  /** Null when it speaks of several roadmaps or of none. */
  readonly roadmapCode: string | null;
  readonly itemNos: readonly string[];
  /** Kinds of the notices that it carries. */
  readonly kinds: readonly string[];
  readonly subject: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
  readonly messageId: string;
  /** The message as it goes to the server. */
  readonly raw: Uint8Array;
  readonly madeAt: Instant;
}

export interface MailCard extends Omit<NewMail, 'raw'> {
  readonly state: MailState;
  readonly attempts: number;
  /** A process died within a send: the recipient may have it twice, under one Message-ID. */
  readonly maybeRepeat: boolean;
  /** What the server said last, when it refused. */
  readonly error: string | null;
  readonly sentAt: Instant | null;
}

export interface StoredMail extends MailCard {
  readonly raw: Uint8Array;
}

export interface MailFilter {
  /** Id of the recipient, or the address. */
  readonly to?: string;
  readonly item?: ItemRef;
  readonly roadmapCode?: string;
  readonly state?: MailState;
  /** Default 100. */
  readonly limit?: number;
}

/** Keeps a mail; the first with a key stays. @returns false when the key was known */
export async function addMail(tx: WriteTx, mail: NewMail): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail')
    .values({
      key: mail.key,
      recipient_id: mail.recipientId,
      roadmap_code: mail.roadmapCode,
      item_nos: [...mail.itemNos],
      kinds: [...mail.kinds],
      subject: mail.subject,
      envelope_from: mail.envelopeFrom,
      envelope_to: mail.envelopeTo,
      message_id: mail.messageId,
      raw: mail.raw,
      made_at: mail.madeAt,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Mails still to be handed over, oldest first, with their bytes; only these keys when given. */
export async function unsentMails(db: ReadDb, limit: number, keys?: readonly string[]): Promise<readonly StoredMail[]> {
  let query = db
    .selectFrom('mail')
    .selectAll()
    .where('state', 'in', ['pending', 'sending'])
    .orderBy('made_at')
    .orderBy('key')
    .limit(limit);
  if (keys !== undefined) query = query.where(sql<boolean>`key = any(${[...keys]}::text[])`);
  return (await query.execute()).map((row) => ({ ...toCard(row), raw: row.raw }));
}

/** Keys of the mails still to be handed over, oldest first. */
export async function unsentMailKeys(db: ReadDb, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('key')
    .where('state', 'in', ['pending', 'sending'])
    .orderBy('made_at')
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(({ key }) => key);
}

/**
 * Before a hand-over. Commit it before the first byte goes out. The first repeat of a mail marks it and is written into the
 * journal (`mailRepeat`) by the same transaction; a mail server that is away for days makes one line, not hundreds.
 * @returns 'first'; 'repeat' when an earlier attempt was never finished; 'settled' when there is nothing to send: sent,
 *   failed, expired or unknown
 */
export async function markSending(tx: WriteTx, key: string, at: Instant): Promise<'first' | 'repeat' | 'settled'> {
  const mail = await tx
    .selectFrom('mail')
    .select(['state', 'maybe_repeat', 'recipient_id', 'roadmap_code', 'item_nos'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  if (mail === undefined || (mail.state !== 'pending' && mail.state !== 'sending')) return 'settled';
  const repeat = mail.state === 'sending';
  await tx
    .updateTable('mail')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      ...(repeat ? { maybe_repeat: true } : {}),
    }))
    .where('key', '=', key)
    .execute();
  if (repeat && !mail.maybe_repeat) {
    const [only, ...more] = mail.item_nos;
    await appendJournal(tx, {
      key: `${key}|mailRepeat`,
      at,
      actorId: null,
      act: 'mailRepeat',
      roadmapCode: mail.roadmap_code,
      itemNo: more.length === 0 ? (only ?? null) : null,
      facts: { recipient: mail.recipient_id, mail: key },
    });
  }
  return repeat ? 'repeat' : 'first';
}

/** The server has taken it. */
export async function markSent(tx: WriteTx, key: string, at: Instant): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: 'sent', sent_at: at, error: null })
    .where('key', '=', key)
    .where('state', 'in', ['pending', 'sending'])
    .execute();
}

/**
 * The hand-over failed.
 * @param outcome `permanent`: never again; `retry`: the server surely did not take it, it waits again;
 *   `unknown`: the connection broke when it may have been taken, the next attempt counts as a repeat
 */
export async function markFailed(
  tx: WriteTx,
  key: string,
  error: string,
  outcome: 'permanent' | 'retry' | 'unknown',
): Promise<void> {
  const state: MailState = outcome === 'permanent' ? 'failed' : outcome === 'retry' ? 'pending' : 'sending';
  await tx
    .updateTable('mail')
    .set({ state, error })
    .where('key', '=', key)
    .where('state', 'in', ['pending', 'sending'])
    .execute();
}

/** Its matter was settled before it went: pending → expired. @returns how many */
export async function expireMails(tx: WriteTx, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('mail')
    .set({ state: 'expired' })
    .where(sql<boolean>`key = any(${[...keys]}::text[])`)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Mails without their bytes, the newest first. */
export async function mails(db: ReadDb, filter: MailFilter = {}): Promise<readonly MailCard[]> {
  const { to, item, roadmapCode, state, limit = 100 } = filter;
  let query = db.selectFrom('mail').select(CARD_COLUMNS).orderBy('made_at', 'desc').orderBy('key').limit(limit);
  if (to !== undefined) query = query.where((eb) => eb.or([eb('recipient_id', '=', to), eb('envelope_to', '=', to)]));
  if (item !== undefined) {
    query = query.where('roadmap_code', '=', item.code).where((eb) => eb(eb.val(item.no), '=', eb.fn.any('item_nos')));
  }
  if (roadmapCode !== undefined) query = query.where('roadmap_code', '=', roadmapCode);
  if (state !== undefined) query = query.where('state', '=', state);
  return (await query.execute()).map(toCard);
}

export async function mailByKey(db: ReadDb, key: string): Promise<StoredMail | null> {
  const row = await db.selectFrom('mail').selectAll().where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : { ...toCard(row), raw: row.raw };
}

const CARD_COLUMNS = [
  'key',
  'recipient_id',
  'roadmap_code',
  'item_nos',
  'kinds',
  'subject',
  'envelope_from',
  'envelope_to',
  'message_id',
  'state',
  'attempts',
  'maybe_repeat',
  'error',
  'made_at',
  'sent_at',
] as const;

function toCard(row: Pick<Selectable<MailTable>, (typeof CARD_COLUMNS)[number]>): MailCard {
  return {
    key: row.key,
    recipientId: row.recipient_id,
    roadmapCode: row.roadmap_code,
    itemNos: row.item_nos,
    kinds: row.kinds,
    subject: row.subject,
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    messageId: row.message_id,
    state: row.state,
    attempts: row.attempts,
    maybeRepeat: row.maybe_repeat,
    error: row.error,
    madeAt: row.made_at,
    sentAt: row.sent_at,
  };
}
