/**
 * Hands frozen mail to an SMTP server. Runs in the worker's mail activities; knows no queue and never repeats a send:
 * the caller marks each attempt in the store, so a hidden second one would be a lie there.
 */
import { createTransport } from 'nodemailer';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';
import { VekhaError } from '#domain/errors';
import { singleMailbox } from './mailbox.js';

export interface SenderOptions {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly smtpUrl: string;
  readonly ratePerSecond?: number;
  readonly maxConnections?: number;
  readonly timeouts?: SenderTimeouts;
}

export interface SenderTimeouts {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of an open connection. */
  readonly idleMs: number;
}

export interface OutgoingMail {
  readonly raw: Uint8Array;
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
}

export interface Sender {
  /**
   * @returns the server's last answer
   * @throws VekhaError 'mail.bad_address'; 'mail.rejected' (never for this mail); 'mail.unavailable' (surely not taken, try
   *   again later); 'mail.unanswered' (the text was going out and no answer came: it may have been taken)
   */
  send(mail: OutgoingMail): Promise<{ readonly response: string }>;
  close(): void;
}

const DEFAULT_TIMEOUTS: SenderTimeouts = { connectMs: 10_000, greetingMs: 10_000, idleMs: 30_000 };

/** @throws VekhaError 'settings.invalid' when the URL is not smtp:// or smtps:// */
export function createSender(options: SenderOptions): Sender {
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const settings: SMTPPoolOptions & { pool: true } = {
    ...readSmtpUrl(options.smtpUrl),
    pool: true,
    maxConnections: options.maxConnections ?? 3,
    maxRequeues: 0,
    ...(options.ratePerSecond === undefined ? {} : { rateLimit: options.ratePerSecond, rateDelta: 1000 }),
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.idleMs,
    idleTimeout: 10_000, // shorter than any server's patience: a connection it has dropped would fail a good mail
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(settings);
  const bodies = new WeakMap<object, Body>();
  transport.use('stream', (mail, done) => {
    rememberBody(mail, bodies);
    done();
  });
  return {
    async send({ raw, envelopeFrom, envelopeTo }) {
      const envelope = { from: singleMailbox(envelopeFrom), to: [singleMailbox(envelopeTo)] };
      const bytes = Buffer.from(raw);
      try {
        const info = await transport.sendMail({ envelope, raw: bytes });
        return { response: info.response };
      } catch (error) {
        throw asVekhaError(error, bodies.get(bytes)?.readableDidRead === true);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

type Body = ReturnType<MailMessage['message']['createReadStream']>;

/**
 * Keeps the stream of a mail's text by its bytes. Nothing reads it before the server has answered DATA with «go on», so it
 * tells whether a lost connection may have left the mail with the server; the error itself says only that it was lost.
 */
function rememberBody({ data, message }: MailMessage, bodies: WeakMap<object, Body>): void {
  const bytes: unknown = data.raw;
  if (!Buffer.isBuffer(bytes)) return;
  const open = message.createReadStream.bind(message);
  message.createReadStream = (options) => {
    const body = open(options);
    bodies.set(bytes, body);
    return body;
  };
}

interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

function readSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    // The text itself is not repeated: it may hold a password.
    throw new VekhaError('settings.invalid', 'SMTP_URL не прочитан: нужен вид smtp://имя:пароль@сервер:порт.');
  }
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 25) : Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.username === '') return { host, port, secure };
  return { host, port, secure, auth: { user: decode(url.username), pass: decode(url.password) } };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Commands after which a refusal is about this very mail; before them it is about us, the server or the settings. */
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA|BDAT)/;

function asVekhaError(error: unknown, bodyWasRead: boolean): VekhaError {
  const code = numberIn(error, 'responseCode');
  const command = textIn(error, 'command');
  const response = withoutAddresses(textIn(error, 'response'));
  if (code !== null && code >= 500 && ABOUT_THE_MAIL.test(command)) {
    return new VekhaError(
      'mail.rejected',
      `Почтовый сервер не принял письмо (код ${code}): проверьте адрес получателя в справочнике.`,
      { responseCode: code, command, response },
    );
  }
  const facts = { responseCode: code ?? 0, command, response, reason: textIn(error, 'code') };
  // An answer of 4xx to the text is a refusal: the server has not taken it.
  if (bodyWasRead && !(command === 'DATA' && code !== null && code >= 400)) {
    return new VekhaError(
      'mail.unanswered',
      'Почтовый сервер не ответил, принял ли он письмо; отправка повторится, и письмо может прийти дважды.',
      facts,
    );
  }
  return new VekhaError(
    'mail.unavailable',
    'Почтовый сервер сейчас не принимает писем; отправка повторится. Если это длится дольше часа, проверьте SMTP_URL.',
    facts,
  );
}

function numberIn(error: unknown, key: string): number | null {
  const value = memberOf(error, key);
  return typeof value === 'number' ? value : null;
}

function textIn(error: unknown, key: string): string {
  const value = memberOf(error, key);
  return typeof value === 'string' ? value : '';
}

function memberOf(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, key) : null;
}

/** Servers repeat the address in their answers; the log keeps none. */
function withoutAddresses(response: string): string {
  return response.replaceAll(/[^\s<>]+@[^\s<>]+/g, '…').slice(0, 300);
}
