import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendJournal, journal, openStore, verifyJournal, type JournalEntry, type Store } from '#store';
import { freshDatabase, runSql, type TestDatabase } from '../fixtures/database.js';
import { AT } from './seed.js';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  ({ store } = database);
});
afterEach(() => database.close());

describe('the journal', () => {
  it('gives back what was appended, in order, by item, document, act and page', async () => {
    await append(entry('a', { roadmapCode: 'К', itemNo: '1', facts: { to: '2024-08-23', days: 4, paid: null } }));
    await append(entry('b', { roadmapCode: 'К', itemNo: '2', documentId: 'К/2/x', act: 'approve' }));
    await append(entry('c', { actorId: null }));
    const keys = async (filter: Parameters<typeof journal>[1]) =>
      (await journal(store.db, filter)).map(({ key }) => key);
    expect(await keys({})).toEqual(['a', 'b', 'c']);
    expect(await keys({ roadmapCode: 'К', itemNo: '1' })).toEqual(['a']);
    expect(await keys({ documentId: 'К/2/x' })).toEqual(['b']);
    expect(await keys({ act: 'approve' })).toEqual(['b']);
    expect(await keys({ afterId: 1, limit: 1 })).toEqual(['b']);
    expect(await keys({ last: 2 })).toEqual(['b', 'c']);
    expect(await journal(store.db, { itemNo: '1' })).toMatchObject([
      { id: 1, at: AT, actorId: 'sokolova', documentId: null, facts: { to: '2024-08-23', days: 4, paid: null } },
    ]);
  });

  it('takes a key once, however many repeat it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => append(entry('same'))));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await journal(store.db)).toHaveLength(1);
  });

  it('leaves no gap and no trace of a transaction that failed', async () => {
    await append(entry('a'));
    const failing = store.transaction(async (tx) => {
      await appendJournal(tx, entry('lost'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await append(entry('b'));
    expect((await journal(store.db)).map(({ id, key }) => [id, key])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(await verifyJournal(store.db)).toMatchObject({ ok: true, rows: 2 });
  });

  it('stays one unbroken chain when several processes append at once', async () => {
    const stores = Array.from({ length: 4 }, () => openStore(database.url, { connections: 2 }));
    const appends = stores.flatMap((each, n) =>
      Array.from({ length: 25 }, (_, m) => each.transaction((tx) => appendJournal(tx, entry(`${n}-${m}`)))),
    );
    await Promise.all(appends);
    await Promise.all(stores.map((each) => each.close()));
    expect(await verifyJournal(store.db)).toMatchObject({ ok: true, rows: 100 });
  });

  it('is whole when it is empty', async () => {
    expect(await verifyJournal(store.db)).toEqual({ ok: true, rows: 0, lastHash: '0'.repeat(64) });
  });

  it('is whole whatever characters and numbers its facts hold', async () => {
    const facts = { z: 0.1, a: 1e21, я: -0, 'b"\\': 'строка\n\0\ud800😀', е: '', long: 9007199254740991, no: false };
    await append(entry('odd\0\n', { facts, documentId: '\udc00' }));
    expect(await verifyJournal(store.db)).toMatchObject({ ok: true, rows: 1 });
  });
});

describe('the database', () => {
  it.each([
    ['UPDATE', `update journal set act = 'accept' where id = 2`],
    ['DELETE', `delete from journal where id = 2`],
    ['TRUNCATE', `truncate journal`],
    ['DELETE', `delete from journal_head`],
    ['TRUNCATE', `truncate journal_head`],
  ])('refuses %s by «%s»', async (operation, statement) => {
    await appendThree();
    await expect(runSql(database.url, statement)).rejects.toThrow(`never changes: ${operation} is refused`);
    expect(await verifyJournal(store.db)).toMatchObject({ ok: true, rows: 3 });
  });
});

describe('the check of the journal finds, with the triggers off,', () => {
  it.each<[string, string, number, string]>([
    ['a changed actor', `update journal set actor_id = 'other' where id = 2`, 2, 'изменена'],
    ['a changed instant', `update journal set at = at + 1 where id = 1`, 1, 'изменена'],
    ['a changed fact', `update journal set facts = '{"n": 2}' where id = 3`, 3, 'изменена'],
    ['a changed hash', `update journal set hash = repeat('a', 64) where id = 3`, 3, 'изменена'],
    ['a row removed from the middle', `delete from journal where id = 2`, 2, 'удалена'],
    ['a first row removed', `delete from journal where id = 1`, 1, 'удалена'],
    ['a last row removed', `delete from journal where id = 3`, 3, 'Удалены последние записи'],
    ['everything removed', `delete from journal`, 1, 'Удалены последние записи'],
    ['the end mark removed', `delete from journal_head`, 4, 'Нет отметки о конце'],
    [
      'a removed row hidden by renumbering',
      `delete from journal where id = 2; update journal set id = 2 where id = 3`,
      2,
      'не продолжает',
    ],
    [
      'two rows exchanged',
      `update journal set id = 9 where id = 1; update journal set id = 1 where id = 2; update journal set id = 2 where id = 9`,
      1,
      'не продолжает',
    ],
    [
      'a row put at the end past the program',
      `insert into journal select 4, 'forged', at, actor_id, act, roadmap_code, item_no, document_id, facts, hash, repeat('a', 64) from journal where id = 3`,
      4,
      'изменена',
    ],
  ])('%s', async (_what, tampering, firstBadId, reason) => {
    await appendThree();
    await runSql(database.url, `set session_replication_role = replica; ${tampering}`);
    expect(await verifyJournal(store.db)).toEqual({ ok: false, firstBadId, reason: expect.stringContaining(reason) });
  });

  it('a forged last row whose hash is right, because the end mark does not know it', async () => {
    await append(entry('a'));
    const forged = `update journal_head set last_id = 0, last_hash = repeat('0', 64)`;
    await runSql(database.url, forged);
    expect(await verifyJournal(store.db)).toMatchObject({ ok: false, firstBadId: 1 });
  });
});

function entry(key: string, change: Partial<JournalEntry> = {}): JournalEntry {
  return { key, at: AT, actorId: 'sokolova', act: 'submitReport', facts: { n: 1 }, ...change };
}

const append = (one: JournalEntry) => store.transaction((tx) => appendJournal(tx, one));

async function appendThree(): Promise<void> {
  for (const key of ['a', 'b', 'c']) await append(entry(key));
}
