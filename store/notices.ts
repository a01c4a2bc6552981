/** Notices: reasons to write to somebody, waiting for the mailroom. The key makes a wake-up that runs twice harmless. */
import { sql, type Selectable } from 'kysely';
import type { Instant } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';
import type { NoticeKind, NoticeRole } from '#domain/notice';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import { asJson, type Facts } from './json.js';
import type { NoticeTable } from './schema.js';

export interface Notice {
  /** Item, kind, due date, step, recipient. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly role: NoticeRole;
  readonly recipientId: OfficialId;
  readonly roadmapCode: string;
  readonly itemNo: string | null;
  readonly documentId: string | null;
  readonly facts: Facts;
  readonly dueOn: LocalDate | null;
  /** Not before this instant. */
  readonly sendAt: Instant;
  readonly madeAt: Instant;
}

export interface RecipientNotices {
  readonly recipientId: OfficialId;
  readonly notices: readonly Notice[];
}

const BATCH = 1000;

/** Adds notices whose keys are new. @returns how many were new */
export async function addNotices(tx: WriteTx, notices: readonly Notice[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < notices.length; from += BATCH) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('notice')
      .values(notices.slice(from, from + BATCH).map(toRow))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirstOrThrow();
    added += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

/**
 * What is to be sent by `until` (inclusive), person by person, in the order of ids.
 * @param people at most so many persons, each with everything that is due; default all
 * @param after only persons whose id comes after this one: the next page
 */
export async function pendingNotices(
  db: ReadDb,
  until: Instant,
  people?: number,
  after: OfficialId | null = null,
): Promise<readonly RecipientNotices[]> {
  let recipients = db
    .selectFrom('notice')
    .select('recipient_id')
    .distinct()
    .where('state', '=', 'pending')
    .where('send_at', '<=', until)
    .orderBy('recipient_id');
  if (after !== null) recipients = recipients.where('recipient_id', '>', after);
  if (people !== undefined) recipients = recipients.limit(people);
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('state', '=', 'pending')
    .where('send_at', '<=', until)
    .where('recipient_id', 'in', recipients)
    .orderBy('recipient_id')
    .orderBy('send_at')
    .orderBy('key')
    .execute();
  const grouped = new Map<OfficialId, Notice[]>();
  for (const row of rows) {
    const known = grouped.get(row.recipient_id);
    if (known === undefined) grouped.set(row.recipient_id, [toNotice(row)]);
    else known.push(toNotice(row));
  }
  return [...grouped].map(([recipientId, notices]) => ({ recipientId, notices }));
}

/** When the earliest notice that waits goes out, by the number of its item; items without one are not in it. */
export async function nextNoticesAt(db: ReadDb, code: string): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db
    .selectFrom('notice')
    .select((eb) => ['item_no', eb.fn.min('send_at').as('send_at')])
    .where('state', '=', 'pending')
    .where('roadmap_code', '=', code)
    .where('item_no', 'is not', null)
    .groupBy('item_no')
    .execute();
  return new Map(rows.flatMap(({ item_no, send_at }) => (item_no === null ? [] : [[item_no, send_at]])));
}

/** What is to be sent to one person by `until` (inclusive). */
export async function pendingFor(db: ReadDb, recipientId: OfficialId, until: Instant): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('state', '=', 'pending')
    .where('recipient_id', '=', recipientId)
    .where('send_at', '<=', until)
    .orderBy('send_at')
    .orderBy('key')
    .execute();
  return rows.map(toNotice);
}

/** The earliest instant for which a notice waits, later than `after` when given; null when none waits. */
export async function nextPendingAt(db: ReadDb, after?: Instant): Promise<Instant | null> {
  let query = db
    .selectFrom('notice')
    .select((eb) => eb.fn.min('send_at').as('at'))
    .where('state', '=', 'pending');
  if (after !== undefined) query = query.where('send_at', '>', after);
  const { at } = await query.executeTakeFirstOrThrow();
  return at; // min() of no rows is null, which Kysely's type leaves out
}

/**
 * Pending → mailed (in that mail) or expired (the matter was settled first). Those already settled stay as they are.
 * @returns how many were settled by this call
 */
export async function settleNotices(
  tx: WriteTx,
  keys: readonly string[],
  state: 'mailed' | 'expired',
  mailKey: string | null = null,
): Promise<number> {
  if (keys.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ state, mail_key: mailKey })
    .where(sql<boolean>`key = any(${[...keys]}::text[])`)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

function toRow(notice: Notice) {
  return {
    key: notice.key,
    kind: notice.kind,
    role: notice.role,
    recipient_id: notice.recipientId,
    roadmap_code: notice.roadmapCode,
    item_no: notice.itemNo,
    document_id: notice.documentId,
    facts: asJson(notice.facts),
    due_on: notice.dueOn,
    send_at: notice.sendAt,
    made_at: notice.madeAt,
  };
}

function toNotice(row: Selectable<NoticeTable>): Notice {
  return {
    key: row.key,
    kind: row.kind,
    role: row.role,
    recipientId: row.recipient_id,
    roadmapCode: row.roadmap_code,
    itemNo: row.item_no,
    documentId: row.document_id,
    facts: row.facts,
    dueOn: row.due_on,
    sendAt: row.send_at,
    madeAt: row.made_at,
  };
}
