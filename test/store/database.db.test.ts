import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql as rawSql } from 'kysely';
import pg from 'pg';
import { type VekhaError } from '#domain/errors';
import {
  officialById,
  officials,
  openStore,
  saveOfficials,
  saveSetting,
  setting,
  type Store,
  type WriteTx,
} from '#store';
import { emptyDatabase, freshDatabase, runSql, type TestDatabase } from '../fixtures/database.js';
import { official } from './seed.js';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  ({ store } = database);
});
afterAll(() => database.close());

describe('a transaction', () => {
  it('leaves nothing behind when it fails', async () => {
    const failing = store.transaction(async (tx) => {
      await saveSetting(tx, 'half', 'done');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await setting(store.db, 'half')).toBeNull();
  });

  it('shows its own writes to a reader that is given the transaction', async () => {
    const seen = await store.transaction(async (tx) => {
      await saveSetting(tx, 'own', [1, 'два', null]);
      return setting(tx, 'own');
    });
    expect(seen).toEqual([1, 'два', null]);
  });

  it('runs again after a deadlock, so that both of two that lock each other are carried out', async () => {
    await store.transaction(async (tx) => {
      await saveSetting(tx, 'a', '');
      await saveSetting(tx, 'b', '');
    });
    const bothHoldOne = barrier(2);
    let runs = 0;
    const write = (first: string, second: string, value: string) =>
      store.transaction(async (tx) => {
        runs += 1;
        await saveSetting(tx, first, value);
        await bothHoldOne();
        await saveSetting(tx, second, value);
      });
    await Promise.all([write('a', 'b', 'x'), write('b', 'a', 'y')]);
    expect(runs).toBe(3);
    expect(await setting(store.db, 'a')).toBe(await setting(store.db, 'b'));
  });

  it('gives up after five deadlocks with a sentence and a code', async () => {
    let runs = 0;
    const hopeless = store.transaction(() => {
      runs += 1;
      return Promise.reject(deadlock());
    });
    await expect(hopeless).rejects.toMatchObject({ name: 'VekhaError', code: 'store.busy' });
    expect(runs).toBe(5);
  });
});

describe('the connection', () => {
  it('says where nobody answers, and never the password', async () => {
    const nobody = openStore('postgres://vekha:secret@127.0.0.1:1/vekha');
    const error = await officials(nobody.db).then(
      () => null,
      (thrown: unknown) => thrown as VekhaError,
    );
    await nobody.close();
    expect(error).toMatchObject({ name: 'VekhaError', code: 'store.unavailable' });
    expect(error?.message).toContain('127.0.0.1:1');
    expect(`${error?.message} ${JSON.stringify(error?.facts)}`).not.toContain('secret');
  });

  it('names a database that does not exist', async () => {
    const url = new URL(database.url);
    url.pathname = '/nowhere';
    const absent = openStore(url.href);
    await expect(officials(absent.db)).rejects.toMatchObject({
      code: 'store.unavailable',
      message: expect.stringContaining('«nowhere»'),
    });
    await absent.close();
  });

  it('says that tables are missing when the database was never migrated', async () => {
    const bare = await emptyDatabase();
    await expect(officials(bare.store.db)).rejects.toMatchObject({
      code: 'store.unavailable',
      message: expect.stringContaining('не подготовлена'),
    });
    await bare.close();
  });

  it.each(['', 'localhost', 'mysql://localhost/x', 'http://localhost:5432/x'])(
    'refuses «%s» as an address before connecting',
    (address) => {
      expect(() => openStore(address)).toThrow(expect.objectContaining({ code: 'settings.invalid' }));
    },
  );

  it('survives the server ending it, idle or in the middle of a transaction', async () => {
    const other = openStore(database.url, { connections: 2 });
    await officials(other.db);
    const torn = other.transaction(async (tx: WriteTx) => {
      await saveSetting(tx, 'torn', true);
      await endOtherConnections(database.url);
      await saveSetting(tx, 'torn', false);
    });
    await expect(torn).rejects.toMatchObject({ code: 'store.unavailable' });
    await expect(officials(other.db)).resolves.toEqual([]);
    expect(await setting(other.db, 'torn')).toBeNull();
    await other.close();
  });
});

describe('values', () => {
  it('that PostgreSQL cannot hold become a replacement character instead of an error', async () => {
    await store.transaction(async (tx) => {
      await saveOfficials(tx, [official('odd', 'Нулевой\0', { post: 'половина \ud800 пары' })]);
      await saveSetting(tx, 'odd\0', { text: 'a\0b', half: '\udc00', whole: '😀' });
    });
    expect(await officialById(store.db, 'odd')).toMatchObject({
      surname: 'Нулевой\ufffd',
      post: 'половина \ufffd пары',
    });
    expect(await setting(store.db, 'odd\ufffd')).toEqual({ text: 'a\ufffdb', half: '\ufffd', whole: '😀' });
  });

  it('stay data, whatever SQL they spell', async () => {
    const hostile = `'); drop table setting; --`;
    await store.transaction((tx) => saveSetting(tx, hostile, hostile));
    expect(await setting(store.db, hostile)).toBe(hostile);
  });

  it('that contradict stored ones give a conflict without quoting them', async () => {
    const error = await store
      .transaction((tx) => saveOfficials(tx, [official('bad', 'Тайный', { gender: 'x' as 'm' })]))
      .then(
        () => null,
        (thrown: unknown) => thrown as VekhaError,
      );
    expect(error).toMatchObject({ code: 'store.conflict', facts: { table: 'official', code: '23514' } });
    expect(JSON.stringify(error)).not.toContain('Тайный');
  });

  it('that contradict stored ones are answered with the reason, the place and that a repetition is useless', async () => {
    const refused = (sql: string) =>
      store
        .transaction((tx) => rawSql.raw(sql).execute(tx))
        .then(
          () => '',
          (error: unknown) => (error as VekhaError).message,
        );
    await store.transaction((tx) => saveSetting(tx, 'taken', 1));
    const messages = await Promise.all([
      refused(`insert into setting values ('taken', '2')`),
      refused(`insert into setting values (null, '2')`),
      refused(`insert into party values ('Комитет', null, 'nobody', null, 1)`),
      refused(`delete from journal_head`),
    ]);
    expect(messages).toEqual([
      expect.stringContaining('такая уже есть (таблица setting, правило setting_pkey). Повтор не поможет'),
      expect.stringContaining('не заполнено обязательное поле (таблица setting, столбец key). Повтор не поможет'),
      expect.stringContaining('она ссылается на то, чего в базе нет (таблица party, правило party_official_id_fkey)'),
      expect.stringContaining('уже записанное здесь не меняется и не удаляется. Повтор не поможет'),
    ]);
  });
});

function barrier(count: number): () => Promise<void> {
  let waiting = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++waiting >= count) open();
    return opened;
  };
}

function deadlock(): Error {
  return Object.assign(new pg.DatabaseError('deadlock detected', 0, 'error'), { code: '40P01' });
}

async function endOtherConnections(url: string): Promise<void> {
  await runSql(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
}
