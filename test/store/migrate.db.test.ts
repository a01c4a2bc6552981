import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openStore } from '#store';
import { emptyDatabase, runSql, type TestDatabase } from '../fixtures/database.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.close());

  it('are applied once when twenty processes start on an empty database at the same moment', async () => {
    const stores = Array.from({ length: 20 }, () => openStore(database.url, { connections: 1 }));
    const applied = await Promise.all(stores.map((store) => migrate(store)));
    await Promise.all(stores.map((store) => store.close()));
    const once = applied.flat();
    expect(once).toContain('0001_spine');
    expect(new Set(once).size).toBe(once.length);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('have nothing to do on a database of this release', async () => {
    expect(await migrate(database.store)).toEqual([]);
  });

  it('refuse a database that a newer release has changed', async () => {
    await runSql(database.url, `insert into kysely_migration (name, timestamp) values ('9999_later', now()::text)`);
    await expect(migrate(database.store)).rejects.toMatchObject({
      code: 'store.conflict',
      message: expect.stringContaining('более новой версией'),
    });
    await runSql(database.url, `delete from kysely_migration where name = '9999_later'`);
  });
});
