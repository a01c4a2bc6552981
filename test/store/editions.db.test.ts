/** Confirmed editions: one has a place, none ever changes, the roadmap names the one in force. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import { adoptEdition, claimEdition, editionsOf, itemCards, orderHeadOf, roadmap } from '#store';
import { freshDatabase, runSql, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, newOrder, seed } from './seed.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.store);
});
afterAll(() => database.close());

describe('a confirmed edition', () => {
  it('has the place to itself: whoever comes second hears who was first', async () => {
    const [first, second] = await Promise.all(['a', 'b'].map((mark) => claim(1, mark)));
    expect(first?.mark).toBe(second?.mark);
    expect((await editionsOf(database.store.db, CODE)).map(({ no, adopted }) => ({ no, adopted }))).toEqual([
      { no: 1, adopted: false },
    ]);
    expect((await orderHeadOf(database.store.db, CODE))?.number.value).toBe('3509-р');
  });

  it('comes into force once, with the order of its items and the head of its order', async () => {
    const adopt = () =>
      database.store.transaction((tx) =>
        adoptEdition(tx, { code: CODE, no: 1, controllerId: null, order: ['2', '1'] }),
      );
    expect([await adopt(), await adopt()]).toEqual([true, false]);
    expect((await itemCards(database.store.db, CODE)).map(({ no }) => no)).toEqual(['2', '1']);
    expect((await roadmap(database.store.db, CODE))?.editionNo).toBe(1);
    expect((await orderHeadOf(database.store.db, CODE))?.number.value).toBe('7-р');
  });

  it.each([`update edition set act_number = '8-р'`, 'delete from edition', 'truncate edition'])(
    'is never changed or removed: the database refuses «%s»',
    async (statement) => {
      await expect(runSql(database.url, statement)).rejects.toThrow('edition never changes');
    },
  );
});

function claim(no: number, mark: string) {
  const { reading, fileName, fileSha256, fileBytes } = newOrder('o', '7-р');
  return database.store.transaction((tx) =>
    claimEdition(tx, {
      code: CODE,
      no,
      mark,
      act: { kind: 'распоряжение', number: '7-р', date: parseLocalDate('2024-01-10') },
      orderHead: reading.order,
      reading,
      fileName,
      fileSha256,
      fileBytes,
      plan: { added: [] },
      confirmedBy: 'glevitskaya',
      confirmedAt: AT,
    }),
  );
}
