/**
 * The mail catcher: an SMTP server on 127.0.0.1 that keeps every message as a file and sends nothing anywhere.
 * A message is on disk, flushed, before the sender hears 250. Lives inside this process.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { VekhaError } from '#domain/errors';
import { parseMail, readCaughtMail, type CaughtMail, type ParsedMail } from './caught-mail.js';
import { messageOf } from './failure.js';
import type { EmbeddedPart, ExitReason } from './part.js';
import { freePort } from './port.js';
import { seconds, type Say } from './say.js';

export interface CatcherOptions {
  /** folder for the `.eml` files; made when absent */
  readonly dir: string;
  /** default: a free one */
  readonly port?: number | undefined;
  readonly say: Say;
  /** names a message's file, without `.eml`; default: the instant and a running number. A taken name gets `-2`, `-3` … */
  readonly name?: ((mail: ParsedMail) => string) | undefined;
}

export interface CatcherPart extends EmbeddedPart {
  readonly port: number;
  /** for the sender: `smtp://127.0.0.1:port` */
  readonly url: string;
  /** everything in the folder, in the order in which it came */
  messages(): Promise<CaughtMail[]>;
}

export const MAX_MESSAGE_BYTES = 10_000_000;
const MAX_CONNECTIONS = 50;

/**
 * Starts the catcher.
 * @throws VekhaError 'embedded.start_failed' when the port is taken
 */
export async function startCatcher({ dir, port, say, name }: CatcherOptions): Promise<CatcherPart> {
  const began = performance.now();
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  sweepUnfinished(dir);
  const keep = keeper(dir, name ?? instantNames());
  const server = new SMTPServer({
    name: 'vekha.localhost',
    banner: 'vekha mail catcher',
    size: MAX_MESSAGE_BYTES,
    maxClients: MAX_CONNECTIONS,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 1_000,
    logger: false,
    onData: (stream, _session, answer) => void take(stream, keep).then((error) => answer(error), answer),
  });
  const at = port ?? (await freePort());
  await listening(server, at);
  server.on('error', (error) => say.line(`Почтовая ловушка: ${error.message}`)); // one client's trouble, not ours
  say.line(`Почтовая ловушка: запущена на порту ${at}, письма в «${dir}» (${seconds(performance.now() - began)})`);
  return { port: at, url: `smtp://127.0.0.1:${at}`, messages: () => readCaughtMail(dir), ...lifeOf(server) };
}

function lifeOf(server: SMTPServer): Omit<EmbeddedPart, 'port'> {
  let finish: (reason: ExitReason) => void = () => undefined;
  const exited = new Promise<ExitReason>((resolve) => (finish = resolve));
  let closing: Promise<void> | null = null;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        finish({ code: null, signal: null, asked: true });
        resolve();
      });
    });
  return { name: 'Почтовая ловушка', pid: null, exited, stop: () => (closing ??= close()) };
}

function listening(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const sentence = `Почтовая ловушка: порт ${port} не открывается (${error.message}); укажите другой порт`;
      reject(new VekhaError('embedded.start_failed', sentence, { port }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

type Keep = (bytes: Buffer) => Promise<void>;

/** Null when the message is safe on disk, else what the sender hears. */
async function take(stream: SMTPServerDataStream, keep: Keep): Promise<Error | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) return refusal(552, 'message is larger than 10 MB');
  try {
    await keep(Buffer.concat(chunks));
    return null;
  } catch (error) {
    // 451 tells the sender to try again later: the disk may be full for now.
    return refusal(451, `cannot store the message: ${messageOf(error)}`);
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function keeper(dir: string, nameOf: (mail: ParsedMail) => string): Keep {
  const taken = new Set<string>(); // names given out whose files are not there yet
  return async (bytes) => {
    const file = freeName(dir, taken, plainName(nameOf(await parseMail(bytes))));
    taken.add(file);
    try {
      await writeWhole(dir, file, bytes);
    } finally {
      taken.delete(file);
    }
  };
}

/** `2023-12-26T09-00-00.000Z-0001`: sorts by arrival, and colons are not for file names everywhere. */
function instantNames(): () => string {
  let count = 0;
  return () => `${new Date().toISOString().replaceAll(':', '-')}-${String(++count).padStart(4, '0')}`;
}

/** A message may name its file but not a place outside the folder. */
function plainName(name: string): string {
  const plain = Array.from(name.normalize('NFC'), (char) => (/[\p{Cc}/\\:*?"<>|]/u.test(char) ? '-' : char)).join('');
  const trimmed = plain.replace(/^[.\s]+/, '').slice(0, 80);
  return trimmed === '' ? 'message' : trimmed;
}

function freeName(dir: string, taken: ReadonlySet<string>, name: string): string {
  for (let n = 1; ; n++) {
    const file = n === 1 ? `${name}.eml` : `${name}-${n}.eml`;
    if (!taken.has(file) && !existsSync(join(dir, file))) return file;
  }
}

/** Appears whole under its name or not at all, also after a power cut. */
async function writeWhole(dir: string, file: string, bytes: Buffer): Promise<void> {
  const beside = join(dir, `.${randomUUID()}.part`);
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, join(dir, file));
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Messages that were being written when the last catcher was killed; their senders never heard 250. */
function sweepUnfinished(dir: string): void {
  for (const name of readdirSync(dir).filter((entry) => /^\..*\.part$/.test(entry))) {
    rmSync(join(dir, name), { force: true });
  }
}
