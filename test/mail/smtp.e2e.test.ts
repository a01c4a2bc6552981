/** Frozen mail over a real SMTP server and back through a real parser. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import {
  composeMail,
  createSender,
  freezeMail,
  loadMailTemplates,
  messageIdOf,
  type MailHead,
  type MailTemplates,
  type Sender,
} from '#mail';
import { SAMPLES } from './samples.js';

const KEY = 'ЦОС-2024|5|reminder|2024-08-23|tikhonov';

interface Refusal {
  readonly code: number;
  readonly text: string;
}

let templates: MailTemplates;
let server: SMTPServer;
let sender: Sender;
let received: { raw: Buffer; from: string; to: readonly string[] }[];
let refusal: Refusal | null;

beforeAll(async () => {
  templates = await loadMailTemplates(join(import.meta.dirname, '../../templates/mail'));
});

beforeEach(async () => {
  received = [];
  refusal = null;
  server = startServer();
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  sender = createSender({
    smtpUrl: `smtp://127.0.0.1:${String(port)}`,
    timeouts: { connectMs: 2000, greetingMs: 2000, idleMs: 2000 },
  });
});

afterEach(async () => {
  sender.close();
  await new Promise<void>((done) => {
    server.close(done);
  });
});

describe('a frozen mail', () => {
  it('is the same bytes each time, and other bytes for another key', async () => {
    const mail = composeMail(templates, sample('reminder-3'));
    const bytes = await freezeMail(mail, head());
    expect(Buffer.from(await freezeMail(mail, head())).equals(bytes)).toBe(true);
    const other = await freezeMail(mail, head({ key: 'другой' }));
    expect(Buffer.from(other).equals(bytes)).toBe(false);
  });

  it('is plain seven-bit lines ending in CRLF, none longer than 998', async () => {
    const bytes = Buffer.from(await freezeMail(composeMail(templates, sample('reminder-3')), head()));
    expect(bytes.every((byte) => byte < 128)).toBe(true);
    const text = bytes.toString('latin1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  });

  it('comes through a server whole: both parts, headers, thread and the calendar', async () => {
    const mail = composeMail(templates, sample('reminder-3'));
    const raw = await freezeMail(mail, head());
    const { response } = await sender.send({
      raw,
      envelopeFrom: 'vekha@vekha.invalid',
      envelopeTo: 'tikhonov@example.test',
    });
    expect(response).toMatch(/^250 /);
    expect(received).toHaveLength(1);
    expect(received[0]?.from).toBe('vekha@vekha.invalid');
    expect(received[0]?.to).toEqual(['tikhonov@example.test']);
    const parsed = await PostalMime.parse(received[0]?.raw ?? '');
    const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toMatchObject({ name: 'Веха', address: 'vekha@vekha.invalid' });
    expect(parsed.to).toMatchObject([{ address: 'tikhonov@example.test' }]);
    expect(parsed.messageId).toBe(messageIdOf(KEY, 'vekha.invalid'));
    expect(parsed.references).toBe('<first@vekha.invalid> <last@vekha.invalid>');
    expect(parsed.inReplyTo).toBe('<last@vekha.invalid>');
    expect(parsed.date).toBe('2024-08-20T06:00:00.000Z');
    expect(parsed.text?.trim().replaceAll('\r\n', '\n')).toBe(mail.text.trim());
    expect(parsed.html?.trim().replaceAll('\r\n', '\n')).toBe(mail.html.trim());
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.has('x-vekha-key')).toBe(true);
    const [calendar] = parsed.attachments;
    expect(parsed.attachments).toHaveLength(1);
    expect(calendar).toMatchObject({ filename: 'срок-пункт-5.ics', mimeType: 'text/calendar', method: 'PUBLISH' });
    const ics = calendarIn(received[0]?.raw ?? Buffer.alloc(0));
    expect(ics).toContain('METHOD:PUBLISH\r\n');
    expect(ics).toContain('DTSTART;VALUE=DATE:20240823\r\nDTEND;VALUE=DATE:20240824\r\n');
    expect(ics).toContain('DTSTAMP:20240820T060000Z\r\n');
    expect(ics).toContain('SUMMARY:ЦОС-2024\\, пункт 5: срок исполнения\r\n');
    expect(ics).toMatch(/ORGANIZER;CN="Веха":mailto:vekha@vekha\.invalid/i);
  });

  it('cancels the event of an item that is off control', async () => {
    const raw = await freezeMail(composeMail(templates, sample('off-control')), head());
    const { attachments } = await PostalMime.parse(raw);
    const ics = calendarIn(Buffer.from(raw));
    expect(attachments[0]).toMatchObject({ filename: 'срок-пункт-4-отмена.ics', method: 'CANCEL' });
    expect(ics).toContain('STATUS:CANCELLED');
  });

  it('grows no header out of a hostile key, and takes no second recipient', async () => {
    const mail = composeMail(templates, sample('reminder-3'));
    const raw = await freezeMail(mail, head({ key: 'x\r\nBcc: evil@example.test' }));
    const parsed = await PostalMime.parse(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.headers.some(({ key }) => key === 'bcc')).toBe(false);
    await expect(freezeMail(mail, head({ to: 'a@example.test, evil@example.test' }))).rejects.toMatchObject({
      code: 'mail.bad_address',
    });
    await expect(freezeMail(mail, head({ messageId: '<a@b>\r\nBcc: evil@example.test' }))).rejects.toMatchObject({
      code: 'act.invalid',
    });
    await expect(freezeMail(mail, head({ from: 'Веха <a@example.test>, b@example.test' }))).rejects.toMatchObject({
      code: 'mail.bad_address',
    });
  });
});

describe('the sender', () => {
  const outgoing = {
    raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
    envelopeFrom: 'v@vekha.invalid',
    envelopeTo: 'a@example.test',
  };

  it.each([550, 552, 554])('calls a refusal with %i final, and keeps the address out of the error', async (code) => {
    refusal = { code, text: '<a@example.test> mailbox unavailable' };
    const error: unknown = await sender.send(outgoing).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'mail.rejected', facts: { responseCode: code } });
    expect(JSON.stringify(error) + String(error)).not.toContain('a@example.test');
  });

  it.each([421, 450, 451])('calls an answer of %i a reason to try again', async (code) => {
    refusal = { code, text: 'later' };
    await expect(sender.send(outgoing)).rejects.toMatchObject({ code: 'mail.unavailable' });
  });

  it('calls a server that is away a reason to try again', async () => {
    const away = createSender({
      smtpUrl: 'smtp://127.0.0.1:1',
      timeouts: { connectMs: 500, greetingMs: 500, idleMs: 500 },
    });
    await expect(away.send(outgoing)).rejects.toMatchObject({ code: 'mail.unavailable' });
    away.close();
  });

  it('sends to exactly one mailbox or not at all', async () => {
    await expect(sender.send({ ...outgoing, envelopeTo: '"b@x, evil@x"' })).rejects.toMatchObject({
      code: 'mail.bad_address',
    });
    expect(received).toEqual([]);
  });

  it('sends many over few connections', async () => {
    await Promise.all(Array.from({ length: 20 }, () => sender.send(outgoing)));
    expect(received).toHaveLength(20);
  });

  it.each(['', 'http://example.test', 'smtp://', 'пароль'])(
    'refuses the setting %j without repeating it',
    (smtpUrl) => {
      expect(() => createSender({ smtpUrl })).toThrow('SMTP_URL не прочитан: нужен вид smtp://имя:пароль@сервер:порт.');
    },
  );
});

/** As it travels: a parser of mail would make its line ends those of text. Folded lines are joined. */
function calendarIn(raw: Buffer): string {
  const [, encoded = ''] = /text\/calendar[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw.toString('latin1')) ?? [];
  return Buffer.from(encoded, 'base64').toString('utf8').replaceAll('\r\n ', '');
}

function head(change: Partial<MailHead> = {}): MailHead {
  return {
    key: KEY,
    from: 'Веха <vekha@vekha.invalid>',
    to: 'tikhonov@example.test',
    replyTo: null,
    messageId: messageIdOf(KEY, 'vekha.invalid'),
    references: ['<first@vekha.invalid>', '<last@vekha.invalid>'],
    inReplyTo: '<last@vekha.invalid>',
    at: Date.UTC(2024, 7, 20, 6),
    ...change,
  };
}

function sample(name: string): (typeof SAMPLES)[string] {
  const request = SAMPLES[name];
  if (request === undefined) throw new Error(name);
  return request;
}

function startServer(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      done(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        received.push({ raw: Buffer.concat(chunks), from, to: session.envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });
}
