/**
 * kill −9 of the worker, twice: while a mail is being handed over and a transaction is open; and after a transaction was
 * committed but before anybody heard of it. The story is told in `beforeAll`, the tests look at what came of it.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectedClient } from '#bin/compose';
import type { MailCard } from '#store';
import { journal, mails, verifyJournal } from '#store';
import { itemWorkflowId } from '#workflows/messages/ids';
import { runSql } from '../fixtures/database.js';
import { installation, setClock, until, type Installation, type Told } from '../fixtures/installation.js';
import { lockJournal } from '../fixtures/journal-lock.js';
import { startSlowMailServer, type SlowMailServer } from '../fixtures/slow-mail-server.js';

const CODE = 'ЦОС-2024';
const ORDER = new URL('../../examples/order-3509-r.docx', import.meta.url);
const OFFICIALS = new URL('../../examples/officials.csv', import.meta.url);

describe('the worker killed twice with −9', () => {
  const undo: (() => Promise<unknown>)[] = [];
  let mailServer: SlowMailServer;
  let vekha: Installation;
  let here: ConnectedClient;
  let heldIds: readonly string[];
  let sent: readonly MailCard[];
  let inTransaction: Told;
  let unheard: Told;
  let unheardAgain: Told;

  beforeAll(async () => {
    mailServer = await startSlowMailServer();
    undo.push(() => mailServer.close());
    vekha = installation({ SMTP_URL: mailServer.url });
    undo.push(() => vekha.remove());
    await setClock(vekha, '2023-12-26T11:00:00');
    await vekha.start();
    here = await vekha.connect();
    undo.push(() => here.close());
    await here.client.officials.import(readFileSync(OFFICIALS));
    await here.client.orders.import(readFileSync(ORDER), 'order-3509-r.docx');
    await here.client.roadmaps.launch(CODE);
    await until('the drafts that are made at launch', async () => (await drafts(vekha)).length >= 3);

    // A move is told at once to several people. After the first one the messages of the second are on the server, their
    // sender still waits for its answers, and the news of the third wait for the next round.
    await move('4', '01.03.2024');
    await until('the news of the first move', async () => (await mails(here.deps.store.db)).length > 0);
    await until('their delivery', async () => (await unsent()).length === 0);
    mailServer.hold();
    await move('5', '20.09.2024');
    await until('all mails in the midst of their hand-over', async () => {
      const between = await unsent();
      return between.length > 0 && mailServer.held() === between.length;
    });
    heldIds = (await unsent()).map(({ messageId }) => messageId).sort();
    await move('7', '20.12.2024');

    // At the same time an act has been written but not committed.
    const first = await lockJournal(vekha.databaseUrl());
    const act = report('act-in-transaction', `${CODE}/4`, 'Тихонов П.С.');
    await first.caught(act);
    await vekha.kill('worker');
    mailServer.release();
    await first.release();
    await until('another worker', () => vekha.pid('worker') !== null);
    inTransaction = await act;

    // Then an act that is committed while there is no Temporal to hear of it, nor later a worker to tell it.
    const second = await lockJournal(vekha.databaseUrl());
    const lost = report('act-unheard', `${CODE}/6`, 'Соколова М.А.');
    await second.caught(lost);
    vekha.signal('supervisor', 'SIGSTOP');
    await vekha.kill('temporal');
    await second.release();
    await until('the commit', async () => (await journalRows(vekha, 'act-unheard')) === 1);
    await vekha.kill('worker');
    vekha.signal('supervisor', 'SIGCONT');
    unheard = await lost;
    unheardAgain = await report('act-unheard', `${CODE}/6`, 'Соколова М.А.');

    const newsOfTheThird = async () => (await mails(here.deps.store.db, { item: { code: CODE, no: '7' } })).length > 0;
    await until('all mails to be sent', async () => (await newsOfTheThird()) && (await unsent()).length === 0, 150_000);
    sent = await mails(here.deps.store.db);
  }, 240_000);

  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  }, 60_000);

  it('delivers each interrupted mail again under its Message-ID and marks it as a possible repeat', async () => {
    const repeated = sent.filter(({ maybeRepeat }) => maybeRepeat);
    expect(repeated.map(({ messageId }) => messageId).sort()).toEqual(heldIds);
    expect(repeated.map(({ state, attempts }) => ({ state, attempts }))).toEqual(
      heldIds.map(() => ({ state: 'sent', attempts: 2 })),
    );
    expect(heldIds.map((id) => deliveries(id))).toEqual(heldIds.map(() => 2));
    const marks = await journal(here.deps.store.db, { act: 'mailRepeat' });
    expect(marks.map(({ facts }) => facts['mail']).sort()).toEqual(repeated.map(({ key }) => key).sort());
  });

  it('delivers every other mail exactly once at the first attempt, the news that waited behind them too', () => {
    const others = sent.filter(({ messageId }) => !heldIds.includes(messageId));
    expect(new Set(others.flatMap(({ itemNos }) => itemNos))).toEqual(new Set(['4', '7']));
    expect(others.map(({ state, attempts }) => ({ state, attempts }))).toEqual(
      others.map(() => ({ state: 'sent', attempts: 1 })),
    );
    expect(others.map(({ messageId }) => deliveries(messageId))).toEqual(others.map(() => 1));
    expect(mailServer.taken).toHaveLength(others.length + 2 * heldIds.length);
  });

  it('carries out an act whose transaction died, once and without its person doing anything', async () => {
    expect(inTransaction).toMatchObject({ code: 0, json: { id: `${CODE}/4` } });
    expect(await journalRows(vekha, 'act-in-transaction')).toBe(1);
    expect(await noticesOf(vekha, 'act-in-transaction')).toBe(1);
    expect(await attempts('4')).toContain(2); // the kill did fall within the activity
  });

  it('does not carry out again an act that was committed unheard, and a repetition of it hears how things stand', async () => {
    expect([0, 1]).toContain(unheard.code);
    expect(unheardAgain).toMatchObject({ code: 0, json: { id: `${CODE}/6` } });
    expect(await journalRows(vekha, 'act-unheard')).toBe(1);
    expect(await noticesOf(vekha, 'act-unheard')).toBe(1);
    expect(await attempts('6')).toContain(2);
  });

  it('leaves one version of each draft and a journal whose chain holds', async () => {
    expect((await drafts(vekha)).every(({ versions }) => versions === 1)).toBe(true);
    expect(await verifyJournal(here.deps.store.db)).toMatchObject({ ok: true });
  });

  async function move(no: string, to: string): Promise<void> {
    const why = ['--reason', 'Торги не состоялись'];
    const told = await vekha.vekha('move-deadline', `${CODE}/${no}`, '--by', 'Голубев И.А.', '--to', to, ...why);
    if (told.code !== 0) throw new Error(JSON.stringify(told));
  }

  function report(actId: string, item: string, by: string): Promise<Told> {
    return vekha.vekha('report', item, '--by', by, '--text', 'Работа идёт', '--interim', '--act-id', actId);
  }

  async function unsent(): Promise<readonly MailCard[]> {
    return (await mails(here.deps.store.db)).filter(({ state }) => state !== 'sent');
  }

  function deliveries(id: string): number {
    return mailServer.taken.filter(({ messageId }) => messageId === id).length;
  }

  /** Which attempts of its activities the item's process has seen completed. */
  async function attempts(no: string): Promise<readonly (number | null | undefined)[]> {
    const handle = here.deps.temporal.workflow.getHandle(itemWorkflowId({ code: CODE, no }));
    const { events } = await handle.fetchHistory();
    return (events ?? []).map((event) => event.activityTaskStartedEventAttributes?.attempt);
  }
});

async function journalRows(vekha: Installation, actId: string): Promise<unknown> {
  const rows = await runSql(vekha.databaseUrl(), `select count(*)::int as n from journal where key like '%${actId}%'`);
  return rows[0]?.['n'];
}

async function noticesOf(vekha: Installation, actId: string): Promise<unknown> {
  const rows = await runSql(vekha.databaseUrl(), `select count(*)::int as n from notice where key like '%${actId}%'`);
  return rows[0]?.['n'];
}

async function drafts(vekha: Installation): Promise<readonly Record<string, unknown>[]> {
  return runSql(
    vekha.databaseUrl(),
    'select document_id, count(*)::int as versions from document_version group by document_id',
  );
}
