/** What a mail must agree with: earlier mails of its thread, and earlier states of the calendar event it carries. */
import { sql } from 'kysely';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';

export interface MailThread {
  readonly firstMessageId: string;
  readonly lastMessageId: string;
}

/** Null before the first mail of a thread to this person. */
export async function threadOf(db: ReadDb, recipientId: OfficialId, thread: string): Promise<MailThread | null> {
  const row = await db
    .selectFrom('mail_thread')
    .selectAll()
    .where('recipient_id', '=', recipientId)
    .where('thread', '=', thread)
    .executeTakeFirst();
  return row === undefined ? null : { firstMessageId: row.first_message_id, lastMessageId: row.last_message_id };
}

/** Opens the thread with this message, or makes it the latest. */
export async function rememberThread(
  tx: WriteTx,
  recipientId: OfficialId,
  thread: string,
  messageId: string,
): Promise<void> {
  await tx
    .insertInto('mail_thread')
    .values({ recipient_id: recipientId, thread, first_message_id: messageId, last_message_id: messageId })
    .onConflict((conflict) => conflict.columns(['recipient_id', 'thread']).doUpdateSet({ last_message_id: messageId }))
    .execute();
}

/**
 * SEQUENCE of the calendar event of an item for a person (RFC 5545): 0 at first, the same while the date is the same,
 * one more with every change of it.
 */
export async function nextEventSequence(
  tx: WriteTx,
  recipientId: OfficialId,
  code: string,
  no: string,
  dueOn: LocalDate,
): Promise<number> {
  const { sequence } = await tx
    .insertInto('calendar_event')
    .values({ recipient_id: recipientId, roadmap_code: code, item_no: no, due_on: dueOn, sequence: 0 })
    .onConflict((conflict) =>
      conflict.columns(['recipient_id', 'roadmap_code', 'item_no']).doUpdateSet({
        sequence: sql<number>`calendar_event.sequence + (calendar_event.due_on <> excluded.due_on)::integer`,
        due_on: dueOn,
      }),
    )
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}
