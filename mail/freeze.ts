/**
 * From composed parts to the bytes that are stored and sent, once and for ever: date, Message-ID and MIME boundaries come
 * from the caller and the key, so freezing twice gives the same bytes and a repeat is recognised by any mail program.
 */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { calendarText } from './calendar.js';
import type { ComposedMail } from './compose.js';
import { readNamedMailbox, singleMailbox } from './mailbox.js';

export interface MailHead {
  /** Business key of the mail: the same reason to write to the same person has the same key. */
  readonly key: string;
  /** `Веха <vekha@example.test>` or a bare mailbox. */
  readonly from: string;
  readonly to: string;
  /** Where answers go; null when nobody reads them. */
  readonly replyTo: string | null;
  /** With angle brackets, as `messageIdOf` gives it; the same holds for the two below. */
  readonly messageId: string;
  readonly references: readonly string[];
  readonly inReplyTo: string | null;
  readonly at: Instant;
}

/** `<hash@domain>` for a key: known before the mail is made, the same at every attempt. */
export function messageIdOf(key: string, domain: string): string {
  return `<${hash(key, 40)}@${singleMailbox(`x@${domain}`).slice(2)}>`;
}

/**
 * Complete MIME bytes, CRLF, seven-bit safe.
 * @throws VekhaError 'mail.bad_address'; 'act.invalid' when a Message-ID is malformed
 */
export async function freezeMail(mail: ComposedMail, head: MailHead): Promise<Uint8Array> {
  const from = readNamedMailbox(head.from);
  const ids = [head.messageId, ...head.references, ...(head.inReplyTo === null ? [] : [head.inReplyTo])];
  for (const id of ids) requireMessageId(id);
  const composer = new MailComposer({
    from,
    to: { name: '', address: singleMailbox(head.to) },
    ...(head.replyTo === null ? {} : { replyTo: { name: '', address: singleMailbox(head.replyTo) } }),
    subject: mail.subject,
    date: new Date(head.at),
    messageId: head.messageId,
    ...(head.inReplyTo === null ? {} : { inReplyTo: head.inReplyTo }),
    references: [...head.references],
    headers: {
      'X-Vekha-Key': head.key.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' '),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    text: canonical(mail.text),
    html: canonical(mail.html),
    attachments: mail.calendars.map((file) => ({
      filename: file.name,
      content: calendarText(file, from),
      contentTransferEncoding: 'base64', // keeps the CRLF that calendar programs insist on
      contentType: `text/calendar; charset=utf-8; method=${file.method}`,
    })),
    baseBoundary: hash(`boundary\n${head.key}`, 32),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

function requireMessageId(id: string): void {
  if (/^<[\x21-\x3b\x3d\x3f-\x7e]+@[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(id)) return;
  throw new VekhaError('act.invalid', 'Письмо не составлено: неверный номер письма (Message-ID).');
}

/** Text parts travel encoded, so their line ends must be CRLF before that. */
function canonical(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
