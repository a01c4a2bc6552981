import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { freePort, readCaughtMail, silent, startCatcher, type CatcherOptions, type CatcherPart } from '#embedded';

let dir: string;
let catcher: CatcherPart | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-catcher-'));
});

afterEach(async () => {
  await catcher?.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start(options: Partial<CatcherOptions> = {}): Promise<CatcherPart> {
  catcher = await startCatcher({ dir, say: silent, ...options });
  return catcher;
}

async function send(url: string, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ url, disableFileAccess: true });
  try {
    await transport.sendMail({ from: 'vekha@example.test', to: 'head@example.test', text: 'текст', ...mail });
  } finally {
    transport.close();
  }
}

describe('the mail catcher', () => {
  it('has a message on disk before the sender hears that it was accepted', async () => {
    const { url } = await start();
    await send(url, { subject: 'Напоминание' });
    const files = readdirSync(dir);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-0001\.eml$/);
    expect(readFileSync(join(dir, files[0] ?? ''), 'utf8')).toContain('Message-ID:');
  });

  it('reads a message back with everything that its headers and parts say', async () => {
    const part = await start();
    await send(part.url, {
      from: { name: 'Веха', address: 'vekha@example.test' },
      to: [{ name: 'Глевицкая Е.И.', address: 'gl@example.test' }],
      cc: 'copy@example.test',
      subject: 'Срок исполнения – 23.08.2024',
      text: 'Пункт 5',
      html: '<p>Пункт 5</p>',
      messageId: '<two@example.test>',
      inReplyTo: '<one@example.test>',
      references: ['<zero@example.test>', '<one@example.test>'],
      date: new Date('2024-08-20T06:00:00Z'),
      attachments: [{ filename: 'срок.ics', content: 'BEGIN:VCALENDAR' }],
    });
    const [mail] = await part.messages();
    expect(mail).toMatchObject({
      from: { name: 'Веха', address: 'vekha@example.test' },
      to: [{ name: 'Глевицкая Е.И.', address: 'gl@example.test' }],
      cc: [{ name: '', address: 'copy@example.test' }],
      subject: 'Срок исполнения – 23.08.2024',
      attachments: ['срок.ics'],
      messageId: '<two@example.test>',
      inReplyTo: '<one@example.test>',
      references: ['<zero@example.test>', '<one@example.test>'],
      date: '2024-08-20T06:00:00.000Z',
      repeat: false,
    });
    expect(mail?.text?.trim()).toBe('Пункт 5');
    expect(mail?.html?.trim()).toBe('<p>Пункт 5</p>');
  });

  it('keeps a message that is sent again and marks it as a repeat', async () => {
    const part = await start();
    for (const messageId of ['<a@example.test>', '<b@example.test>', '<a@example.test>']) {
      await send(part.url, { messageId });
    }
    const mails = await part.messages();
    expect(mails.map(({ messageId, repeat }) => [messageId, repeat])).toEqual([
      ['<a@example.test>', false],
      ['<b@example.test>', false],
      ['<a@example.test>', true],
    ]);
  });

  it('names files as it is told, numbers a name that is taken, and never leaves its folder', async () => {
    const { url } = await start({ name: (mail) => mail.subject });
    for (const subject of ['2023-12-26 назначение', '2023-12-26 назначение', '../../evil', ''])
      await send(url, { subject });
    expect(readdirSync(dir).sort()).toEqual([
      '-..-evil.eml',
      '2023-12-26 назначение-2.eml',
      '2023-12-26 назначение.eml',
      'message.eml',
    ]);
  });

  it('takes fifty messages at once without losing one', async () => {
    const part = await start({ name: () => 'same' });
    const transport = createTransport({ url: part.url, pool: true, maxConnections: 10 } as { url: string });
    const numbers = Array.from({ length: 50 }, (_, n) => `письмо ${n}`);
    await Promise.all(
      numbers.map((subject) =>
        transport.sendMail({ from: 'a@example.test', to: 'b@example.test', subject, text: '-' }),
      ),
    );
    transport.close();
    expect((await part.messages()).map(({ subject }) => subject).sort()).toEqual([...numbers].sort());
  });

  it('refuses a message above 10 MB for good and keeps nothing of it', async () => {
    const { url } = await start();
    const text = 'строка\r\n'.repeat(900_000);
    await expect(send(url, { text })).rejects.toMatchObject({ responseCode: 552 });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('asks the sender to come again when the message cannot be stored', async () => {
    const { url } = await start();
    rmSync(dir, { recursive: true });
    await expect(send(url, {})).rejects.toMatchObject({ responseCode: 451 });
    expect(existsSync(dir)).toBe(false);
  });

  it('drops what a killed catcher had only half written', async () => {
    writeFileSync(join(dir, '.half.part'), 'Message-ID: <half@example.test>');
    const part = await start();
    expect(await part.messages()).toEqual([]);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leaves its messages readable after it has stopped and lets its port go', async () => {
    const part = await start();
    await send(part.url, { subject: 'остаётся' });
    await part.stop();
    expect(await part.exited).toMatchObject({ asked: true });
    expect(await readCaughtMail(dir)).toMatchObject([{ subject: 'остаётся' }]);
    await start({ port: part.port });
  });

  it('says in one sentence that its port is taken', async () => {
    const port = await freePort();
    const first = await start({ port });
    await expect(startCatcher({ dir, say: silent, port })).rejects.toMatchObject({
      code: 'embedded.start_failed',
      message: expect.stringContaining(`порт ${port}`),
    });
    await first.stop();
  });

  it('knows no messages where there is no folder yet', async () => {
    expect(await readCaughtMail(join(dir, 'none'))).toEqual([]);
  });
});
