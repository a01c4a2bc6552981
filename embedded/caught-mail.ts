/**
 * Reads back what the mail catcher keeps: one `.eml` file per message in one folder. Works without the catcher running.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

export interface CaughtAddress {
  /** empty when the header gives none */
  readonly name: string;
  readonly address: string;
}

/** A message as its own headers tell it; what a header lacks is null or empty. */
export interface ParsedMail {
  readonly from: CaughtAddress | null;
  readonly to: readonly CaughtAddress[];
  readonly cc: readonly CaughtAddress[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  /** file names of the attachments */
  readonly attachments: readonly string[];
  /** with angle brackets */
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** the Date header as an ISO 8601 instant */
  readonly date: string | null;
}

export interface CaughtMail extends ParsedMail {
  /** name of the file in the catcher's folder */
  readonly file: string;
  /** when it was taken in, ISO 8601 instant by this machine's clock */
  readonly receivedAt: string;
  /** an earlier message has the same Message-ID: the sender tried again */
  readonly repeat: boolean;
}

/** Parses one message. @throws Error when the bytes are beyond any reading */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const mail = await PostalMime.parse(bytes);
  return {
    from: flat(mail.from === undefined ? [] : [mail.from])[0] ?? null,
    to: flat(mail.to),
    cc: flat(mail.cc),
    subject: mail.subject ?? '',
    text: mail.text ?? null,
    html: mail.html ?? null,
    attachments: mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType),
    messageId: mail.messageId ?? null,
    inReplyTo: mail.inReplyTo ?? null,
    references: mail.references?.split(/\s+/).filter((id) => id !== '') ?? [],
    date: mail.date ?? null,
  };
}

/** All messages in the folder in the order in which they came; none when there is no such folder yet. */
export async function readCaughtMail(dir: string): Promise<CaughtMail[]> {
  const arrivals = await arrivalsIn(dir);
  const seen = new Set<string>();
  const mails: CaughtMail[] = [];
  for (const { file, receivedMs } of arrivals) {
    const mail = await parseMail(await readFile(join(dir, file)));
    const repeat = mail.messageId !== null && seen.has(mail.messageId);
    if (mail.messageId !== null) seen.add(mail.messageId);
    mails.push({ ...mail, file, receivedAt: new Date(receivedMs).toISOString(), repeat });
  }
  return mails;
}

async function arrivalsIn(dir: string): Promise<{ file: string; receivedMs: number }[]> {
  const names = await readdir(dir).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml') && !name.startsWith('.'));
  const arrivals = await Promise.all(
    files.map(async (file) => ({ file, receivedMs: (await stat(join(dir, file))).mtimeMs })),
  );
  return arrivals.sort((a, b) => a.receivedMs - b.receivedMs || (a.file < b.file ? -1 : 1));
}

type Header = NonNullable<Awaited<ReturnType<typeof PostalMime.parse>>['to']>;

function flat(addresses: Header | undefined): CaughtAddress[] {
  return (addresses ?? []).flatMap((entry) => entry.group ?? [{ name: entry.name, address: entry.address }]);
}
