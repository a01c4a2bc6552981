/** What a failed hand-over says of the mail: surely not taken, refused, or perhaps taken; over a real server, stage by stage. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createSender, type Sender } from '#mail';

const MAIL = {
  raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
  envelopeFrom: 'v@vekha.invalid',
  envelopeTo: 'a@example.test',
};

/** Drops every connection of the server at once. */
type Cut = () => void;
type Fault = (cut: Cut) => Partial<SMTPServerOptions>;

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

const REFUSALS: Readonly<Record<string, Fault>> = {
  'the greeting': () => ({ onConnect: (_session, done) => done(refusal(421)) }),
  'the login': () => ({ onAuth: (_auth, _session, done) => done(refusal(535)) }),
  'the sender, for now': () => ({ onMailFrom: (_address, _session, done) => done(refusal(451)) }),
  'the recipient, for now': () => ({ onRcptTo: (_address, _session, done) => done(refusal(450)) }),
  'the text, for now': () => ({ onData: afterText((done) => done(refusal(451))) }),
  'the text, and leaves': () => ({ onData: afterText((done) => done(refusal(421))) }),
};

const CUT_BEFORE: Readonly<Record<string, Fault>> = {
  'before the greeting': (cut) => ({ onConnect: () => cut() }),
  'within the login': (cut) => ({ onAuth: () => cut() }),
  'after the sender': (cut) => ({ onMailFrom: () => cut() }),
  'after the recipient': (cut) => ({ onRcptTo: () => cut() }),
  'after DATA, before it says «go on»': (cut) => ({ onData: () => cut() }),
};

const CUT_AFTER: Readonly<Record<string, Fault>> = {
  'within the text': (cut) => ({ onData: (stream) => void stream.once('data', cut) }),
  'after the text': (cut) => ({ onData: afterText(cut) }),
};

const SILENCE_BEFORE: Readonly<Record<string, Fault>> = {
  'instead of the greeting': () => ({ onConnect: () => undefined }),
  'after the login': () => ({ onAuth: () => undefined }),
  'after the recipient': () => ({ onRcptTo: () => undefined }),
};

describe.each([
  ['with pipelining', false],
  ['without pipelining', true],
])('a mail to a server %s', (_, hidePIPELINING) => {
  const sentTo = async (fault: Fault): Promise<unknown> => {
    const { sender } = await world(fault, { hidePIPELINING });
    return sender.send(MAIL).catch((error: unknown) => error);
  };

  it.each(Object.entries(REFUSALS))('is surely not taken when the server refuses %s', async (_stage, fault) => {
    expect(await sentTo(fault)).toMatchObject({ code: 'mail.unavailable' });
  });

  it.each(Object.entries(CUT_BEFORE))('is surely not taken when the connection is lost %s', async (_stage, fault) => {
    expect(await sentTo(fault)).toMatchObject({ code: 'mail.unavailable' });
  });

  it.each(Object.entries(CUT_AFTER))('may be taken when the connection is lost %s', async (_stage, fault) => {
    expect(await sentTo(fault)).toMatchObject({ code: 'mail.unanswered' });
  });

  it.each(Object.entries(SILENCE_BEFORE))('is surely not taken when the server is silent %s', async (_stage, fault) => {
    expect(await sentTo(fault)).toMatchObject({ code: 'mail.unavailable' });
  });

  it('may be taken when the server is silent after the text', async () => {
    expect(await sentTo(() => ({ onData: afterText(() => undefined) }))).toMatchObject({ code: 'mail.unanswered' });
  });

  it('is refused for good when the text is', async () => {
    const error = await sentTo(() => ({ onData: afterText((done) => done(refusal(554))) }));
    expect(error).toMatchObject({ code: 'mail.rejected' });
  });

  it('is surely not taken when a connection that carried another mail is lost at its recipient', async () => {
    let mails = 0;
    const { sender } = await world(
      (cut) => ({
        onRcptTo: (_address, _session, done) => {
          mails += 1;
          if (mails === 1) done();
          else cut();
        },
        onData: afterText((done) => done()),
      }),
      { hidePIPELINING },
    );
    await sender.send(MAIL);
    await expect(sender.send(MAIL)).rejects.toMatchObject({ code: 'mail.unavailable' });
  });
});

describe('a mail to a server that is not there', () => {
  it('is surely not taken when the connection is refused', async () => {
    const { sender, server } = await world(() => ({}));
    await new Promise<void>((resolve) => server.close(resolve));
    await expect(sender.send(MAIL)).rejects.toMatchObject({ code: 'mail.unavailable', facts: { reason: 'ESOCKET' } });
  });

  it('is surely not taken when its name is not known', async () => {
    const sender = senderTo('smtp://no-such-server.invalid:25');
    await expect(sender.send(MAIL)).rejects.toMatchObject({ code: 'mail.unavailable', facts: { reason: 'EDNS' } });
  });
});

async function world(
  fault: Fault,
  options: Partial<SMTPServerOptions> = {},
): Promise<{ sender: Sender; server: SMTPServer }> {
  const sockets = new Set<Socket>();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onAuth: (_auth, _session, done) => done(null, { user: 'vekha' }),
    ...options,
    ...fault(cut),
  });
  server.on('error', () => undefined); // the connections that the test drops
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  closing.push(async () => {
    cut();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  return { server, sender: senderTo(`smtp://vekha:secret@127.0.0.1:${String(port)}`) };
}

function senderTo(smtpUrl: string): Sender {
  const sender = createSender({ smtpUrl, timeouts: { connectMs: 1000, greetingMs: 400, idleMs: 400 } });
  closing.push(() => {
    sender.close();
    return Promise.resolve();
  });
  return sender;
}

type Data = NonNullable<SMTPServerOptions['onData']>;

function afterText(then: (done: Parameters<Data>[2]) => void): Data {
  return (stream, _session, done) => {
    stream.resume();
    stream.once('end', () => then(done));
  };
}

function refusal(code: number): Error {
  return Object.assign(new Error('no'), { responseCode: code });
}
