import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  officialById,
  officials,
  officialsByIds,
  parties,
  saveOfficials,
  saveParties,
  type PartyEntry,
  type Store,
} from '#store';
import { freshDatabase, runSql, type TestDatabase } from '../fixtures/database.js';
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

  it('keeps corrected forms when they are not given, until the word they belong to changes', async () => {
    const forms = { surname: { genitive: 'Лева' }, post: { dative: 'специалисту' } };
    const save = (change: Parameters<typeof official>[2], surname = 'Лев') =>
      store.transaction((tx) => saveOfficials(tx, [official('lev', surname, change)]));
    const stored = async () => (await officialById(store.db, 'lev'))?.forms;
    await save({ forms });
    expect(await stored()).toEqual(forms);
    await save({});
    expect(await stored()).toEqual(forms);
    await save({ post: 'советник' });
    expect(await stored()).toEqual({ surname: forms.surname });
    await save({ post: 'советник' }, 'Львов');
    expect(await stored()).toBeUndefined();
    await save({ forms });
    await save({ forms: {} });
    expect(await officialById(store.db, 'lev')).toEqual(official('lev', 'Лев'));
    await runSql(database.url, "delete from official where id = 'lev'");
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
    await save([
      member('Комитет', 'a'),
      member('Региональный координатор', 'a', { itemNos: ['1', '2'] }),
      member('Региональный координатор', 'b', { position: 1 }),
    ]);
    await save([member('Региональный координатор', 'b', { itemNos: ['5'] })]);
    expect(await parties(store.db)).toEqual([
      member('Комитет', 'a'),
      member('Региональный координатор', 'b', { itemNos: ['5'] }),
    ]);
  });

  it('may mean other people in one roadmap, replaced apart from those of every roadmap', async () => {
    const own = member('Региональный координатор', 'b', { roadmapCode: 'ЦОС-2024' });
    await save([own]);
    await save([member('Региональный координатор', 'a')]);
    expect(await parties(store.db)).toEqual([member('Комитет', 'a'), member('Региональный координатор', 'a'), own]);
  });

  it('cannot name somebody who is not in the directory', async () => {
    const before = await parties(store.db);
    await expect(save([member('Комитет', 'nobody')])).rejects.toMatchObject({ code: 'store.conflict' });
    expect(await parties(store.db)).toEqual(before);
  });
});

function member(name: string, officialId: string, change: Partial<PartyEntry> = {}): PartyEntry {
  return { name, roadmapCode: null, officialId, itemNos: null, position: 0, ...change };
}

const save = (entries: readonly PartyEntry[]) => store.transaction((tx) => saveParties(tx, entries));
