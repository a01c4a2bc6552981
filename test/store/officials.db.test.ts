import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officialById, officials, officialsByIds, parties, saveOfficials, saveParties, type Store } from '#store';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { official } from './seed.js';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  ({ store } = database);
  await store.transaction((tx) =>
    saveOfficials(tx, [
      official('b', 'Тихонов', { gender: 'm', unit: 'отдел', external: true }),
      official('a', 'Агеева'),
    ]),
  );
});
afterAll(() => database.close());

describe('the directory of officials', () => {
  it('gives back what was saved, by surname', async () => {
    expect(await officials(store.db)).toEqual([
      official('a', 'Агеева'),
      official('b', 'Тихонов', { gender: 'm', unit: 'отдел', external: true }),
    ]);
  });

  it('replaces an official with the same id, and takes the last of two in one list', async () => {
    const twice = [official('a', 'Первая'), official('a', 'Агеева', { email: 'new@example.test' })];
    await store.transaction((tx) => saveOfficials(tx, twice));
    expect(await officialById(store.db, 'a')).toEqual(twice[1]);
    expect(await officials(store.db)).toHaveLength(2);
  });

  it('answers null, and leaves a gap in the map, for an unknown id', async () => {
    expect(await officialById(store.db, 'nobody')).toBeNull();
    const found = await officialsByIds(store.db, ['a', 'nobody', 'a']);
    expect([...found.keys()]).toEqual(['a']);
    expect((await officialsByIds(store.db, [])).size).toBe(0);
  });

  it('takes several thousand at once', async () => {
    const many = Array.from({ length: 6000 }, (_, n) => official(`many-${n}`, 'Многих'));
    const large = await freshDatabase();
    await large.store.transaction((tx) => saveOfficials(tx, many));
    expect(await officials(large.store.db)).toHaveLength(6000);
    await large.close();
  });
});

describe('parties', () => {
  it('named in a list are replaced whole; the others stay', async () => {
    await store.transaction(async (tx) => {
      await saveParties(tx, [
        { name: 'Комитет', officialId: 'a', itemNos: null, position: 0 },
        { name: 'Региональный координатор', officialId: 'a', itemNos: ['1', '2'], position: 0 },
        { name: 'Региональный координатор', officialId: 'b', itemNos: null, position: 1 },
      ]);
    });
    await store.transaction((tx) =>
      saveParties(tx, [{ name: 'Региональный координатор', officialId: 'b', itemNos: ['5'], position: 0 }]),
    );
    expect(await parties(store.db)).toEqual([
      { name: 'Комитет', officialId: 'a', itemNos: null, position: 0 },
      { name: 'Региональный координатор', officialId: 'b', itemNos: ['5'], position: 0 },
    ]);
  });

  it('cannot name somebody who is not in the directory', async () => {
    const unknown = [{ name: 'Комитет', officialId: 'nobody', itemNos: null, position: 0 }];
    await expect(store.transaction((tx) => saveParties(tx, unknown))).rejects.toMatchObject({ code: 'store.conflict' });
    expect(await parties(store.db)).toHaveLength(2);
  });
});
