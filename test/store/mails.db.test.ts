import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import {
  addMail,
  addNotices,
  expireMails,
  mailByKey,
  mails,
  markFailed,
  journal,
  markSending,
  markSent,
  nextEventSequence,
  nextPendingAt,
  pendingFor,
  pendingNotices,
  rememberThread,
  settleNotices,
  threadOf,
  unsentMailKeys,
  unsentMails,
  type NewMail,
  type Notice,
  type Store,
} from '#store';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, seed } from './seed.js';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  ({ store } = database);
  await seed(store);
});
afterEach(() => database.close());

describe('a notice', () => {
  it('is kept once for its key, whoever repeats it and however many at once', async () => {
    const two = [notice('a', 'sokolova', AT), notice('b', 'sokolova', AT)];
    const counts = await Promise.all([add(two), add(two), add(two)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    expect(await add([...two, notice('c', 'sokolova', AT)])).toBe(1);
    expect(await add([])).toBe(0);
  });

  it('waits until its instant, and is handed out with the others of its person', async () => {
    const due = [notice('a', 'sokolova', AT + 5), notice('b', 'glevitskaya', AT), notice('c', 'sokolova', AT)];
    await add([...due, notice('later', 'sokolova', AT + 6)]);
    const until = AT + 5;
    const keys = (await pendingNotices(store.db, until)).map(({ recipientId, notices }) => [
      recipientId,
      ...notices.map(({ key }) => key),
    ]);
    expect(keys).toEqual([
      ['glevitskaya', 'b'],
      ['sokolova', 'c', 'a'],
    ]);
    expect(await pendingNotices(store.db, until, 1)).toMatchObject([{ recipientId: 'glevitskaya' }]);
    expect(await pendingNotices(store.db, until, 1, 'glevitskaya')).toMatchObject([{ recipientId: 'sokolova' }]);
    expect(await pendingNotices(store.db, until, 1, 'sokolova')).toEqual([]);
    expect(await pendingFor(store.db, 'sokolova', AT)).toEqual([due[2]]);
  });

  it('tells the mailroom when the next one waits', async () => {
    expect(await nextPendingAt(store.db)).toBeNull();
    await add([notice('a', 'sokolova', AT), notice('b', 'sokolova', AT + 9)]);
    expect(await nextPendingAt(store.db)).toBe(AT);
    expect(await nextPendingAt(store.db, AT)).toBe(AT + 9);
    expect(await nextPendingAt(store.db, AT + 9)).toBeNull();
  });

  it('is settled once: what was mailed does not expire afterwards', async () => {
    await add([notice('a', 'sokolova', AT), notice('b', 'sokolova', AT)]);
    const settle = (keys: string[], state: 'mailed' | 'expired', mailKey?: string) =>
      store.transaction((tx) => settleNotices(tx, keys, state, mailKey));
    expect(await settle(['a'], 'mailed', 'mail-1')).toBe(1);
    expect(await settle(['a', 'b'], 'expired')).toBe(1);
    expect(await settle([], 'expired')).toBe(0);
    expect(await pendingNotices(store.db, AT)).toEqual([]);
  });
});

describe('a mail', () => {
  it('is frozen under its key: the first bytes stay', async () => {
    const first = mail('m', { raw: new Uint8Array([0, 1, 255]) });
    expect([await addOne(first), await addOne({ ...first, subject: 'иначе', raw: Uint8Array.of(9) })]).toEqual([
      true,
      false,
    ]);
    expect(await mailByKey(store.db, 'm')).toEqual({
      ...first,
      state: 'pending',
      attempts: 0,
      maybeRepeat: false,
      error: null,
      sentAt: null,
    });
    expect(await mailByKey(store.db, 'unknown')).toBeNull();
  });

  it('goes pending, sending, sent, and is not handed out again', async () => {
    await addOne(mail('m'));
    expect(await sending('m')).toBe('first');
    await store.transaction((tx) => markSent(tx, 'm', AT + 1));
    expect(await sending('m')).toBe('settled');
    expect(await unsentMails(store.db, 10)).toEqual([]);
    expect(await mailByKey(store.db, 'm')).toMatchObject({ state: 'sent', sentAt: AT + 1, attempts: 1 });
  });

  it('found in the middle of a send is a repeat and stays marked as one', async () => {
    await addOne(mail('m'));
    expect([await sending('m'), await sending('m')]).toEqual(['first', 'repeat']);
    await store.transaction((tx) => markSent(tx, 'm', AT));
    expect(await mailByKey(store.db, 'm')).toMatchObject({ state: 'sent', attempts: 2, maybeRepeat: true });
  });

  it('is told as a repeat in the journal once, by ids alone, and not at all when the marking fails', async () => {
    await addOne(mail('m'));
    await sending('m');
    expect(await journal(store.db)).toEqual([]);
    const torn = store.transaction(async (tx) => {
      await markSending(tx, 'm', AT);
      throw new Error('stop');
    });
    await expect(torn).rejects.toThrow('stop');
    expect(await journal(store.db)).toEqual([]);
    expect(await mailByKey(store.db, 'm')).toMatchObject({ maybeRepeat: false });
    expect([await sending('m'), await sending('m')]).toEqual(['repeat', 'repeat']);
    expect(await journal(store.db)).toMatchObject([
      {
        key: 'm|mailRepeat',
        at: AT,
        actorId: null,
        act: 'mailRepeat',
        roadmapCode: CODE,
        itemNo: '1',
        facts: { recipient: 'sokolova', mail: 'm' },
      },
    ]);
  });

  it('that the server surely did not take waits again and its next attempt is no repeat', async () => {
    await addOne(mail('m'));
    await sending('m');
    await failed('m', 'retry');
    expect(await mailByKey(store.db, 'm')).toMatchObject({ state: 'pending', error: '451 занято' });
    expect(await sending('m')).toBe('first');
  });

  it('whose fate is unknown is a repeat at the next attempt', async () => {
    await addOne(mail('m'));
    await sending('m');
    await failed('m', 'unknown');
    expect(await sending('m')).toBe('repeat');
  });

  it('that failed for good is never handed out, and one that was sent cannot fail', async () => {
    await addOne(mail('m'));
    await addOne(mail('sent'));
    await sending('m');
    await failed('m', 'permanent');
    await store.transaction((tx) => markSent(tx, 'sent', AT));
    await failed('sent', 'permanent');
    expect(await sending('m')).toBe('settled');
    expect(await mailByKey(store.db, 'm')).toMatchObject({ state: 'failed' });
    expect(await mailByKey(store.db, 'sent')).toMatchObject({ state: 'sent' });
    expect(await sending('unknown')).toBe('settled');
  });

  it('expires only while it waits', async () => {
    await addOne(mail('waits'));
    await addOne(mail('going'));
    await sending('going');
    expect(await store.transaction((tx) => expireMails(tx, ['waits', 'going']))).toBe(1);
    expect(await unsentMails(store.db, 10)).toMatchObject([{ key: 'going' }]);
  });

  it('waits in the order of making, as many as asked, or only those named', async () => {
    for (const [key, madeAt] of [
      ['b', 2],
      ['a', 2],
      ['c', 1],
    ] as const)
      await addOne(mail(key, { madeAt }));
    const keys = (found: readonly { key: string }[]) => found.map(({ key }) => key);
    expect(keys(await unsentMails(store.db, 2))).toEqual(['c', 'a']);
    expect(keys(await unsentMails(store.db, 10, ['b', 'c', 'x']))).toEqual(['c', 'b']);
    expect(await unsentMails(store.db, 10, [])).toEqual([]);
    expect(await unsentMailKeys(store.db, 2)).toEqual(['c', 'a']);
  });

  it('is found by person, address, item, roadmap and state, the newest first and without its bytes', async () => {
    await addOne(mail('a', { itemNos: ['1', '2'], madeAt: 1 }));
    await addOne(mail('b', { recipientId: 'glevitskaya', envelopeTo: 'g@example.test', itemNos: ['2'], madeAt: 2 }));
    const keys = async (filter: Parameters<typeof mails>[1]) => (await mails(store.db, filter)).map(({ key }) => key);
    expect(await keys({})).toEqual(['b', 'a']);
    expect(await keys({ limit: 1 })).toEqual(['b']);
    expect(await keys({ to: 'sokolova' })).toEqual(['a']);
    expect(await keys({ to: 'g@example.test' })).toEqual(['b']);
    expect(await keys({ item: { code: CODE, no: '1' } })).toEqual(['a']);
    expect(await keys({ item: { code: 'ДРУГАЯ', no: '2' } })).toEqual([]);
    expect(await keys({ roadmapCode: CODE, state: 'sent' })).toEqual([]);
    expect((await mails(store.db))[0]).not.toHaveProperty('raw');
  });
});

describe('a thread', () => {
  it('remembers its first message and the latest, person by person', async () => {
    const remember = (id: string) => store.transaction((tx) => rememberThread(tx, 'sokolova', `${CODE}/1`, id));
    expect(await threadOf(store.db, 'sokolova', `${CODE}/1`)).toBeNull();
    for (const id of ['<1@x>', '<2@x>', '<3@x>']) await remember(id);
    expect(await threadOf(store.db, 'sokolova', `${CODE}/1`)).toEqual({
      firstMessageId: '<1@x>',
      lastMessageId: '<3@x>',
    });
    expect(await threadOf(store.db, 'glevitskaya', `${CODE}/1`)).toBeNull();
  });
});

describe('a calendar event', () => {
  it('keeps its sequence while the date stays and raises it by one with each change', async () => {
    const sequences: number[] = [];
    for (const day of ['2024-08-23', '2024-08-23', '2024-09-02', '2024-08-23', '2024-08-23']) {
      const dueOn = parseLocalDate(day);
      sequences.push(await store.transaction((tx) => nextEventSequence(tx, 'sokolova', CODE, '1', dueOn)));
    }
    expect(sequences).toEqual([0, 0, 1, 2, 2]);
  });
});

function notice(key: string, recipientId: string, sendAt: number): Notice {
  return {
    key,
    kind: 'reminder',
    role: 'responsible',
    recipientId,
    roadmapCode: CODE,
    itemNo: '1',
    documentId: null,
    facts: { daysBefore: 5 },
    dueOn: parseLocalDate('2024-08-23'),
    sendAt,
    madeAt: AT,
  };
}

function mail(key: string, change: Partial<NewMail> = {}): NewMail {
  return {
    key,
    recipientId: 'sokolova',
    roadmapCode: CODE,
    itemNos: ['1'],
    kinds: ['reminder'],
    subject: 'Срок – 23 августа',
    envelopeFrom: 'vekha@example.test',
    envelopeTo: 'sokolova@example.test',
    messageId: `<${key}@example.test>`,
    raw: Uint8Array.of(1),
    madeAt: AT,
    ...change,
  };
}

const add = (notices: readonly Notice[]) => store.transaction((tx) => addNotices(tx, notices));
const addOne = (one: NewMail) => store.transaction((tx) => addMail(tx, one));
const sending = (key: string) => store.transaction((tx) => markSending(tx, key, AT));
const failed = (key: string, outcome: 'permanent' | 'retry' | 'unknown') =>
  store.transaction((tx) => markFailed(tx, key, '451 занято', outcome));
