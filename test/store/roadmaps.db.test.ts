import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import { projectItem } from '#store/projection';
import {
  assignItems,
  createRoadmap,
  insertItems,
  itemCard,
  itemCards,
  itemStarts,
  markDone,
  markLaunched,
  openItemCards,
  orderByIdentity,
  orderFileOf,
  orderOf,
  roadmap,
  roadmaps,
  saveOrder,
  saveStart,
  setDeadline,
  type Store,
} from '#store';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, item, newOrder, PEOPLE, seed } from './seed.js';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  ({ store } = database);
  await seed(store);
});
afterEach(() => database.close());

const launch = () =>
  store.transaction((tx) => markLaunched(tx, { code: CODE, at: AT, controllerId: 'sokolova', headId: 'glevitskaya' }));

const ASSIGNMENT = {
  code: CODE,
  no: '1',
  people: PEOPLE,
  status: 'planned',
  waitsFor: ['sokolova'],
  waitsSince: parseLocalDate('2023-12-26'),
  nextMailAt: 1000,
  requestsMade: 0,
} as const;

describe('an order', () => {
  it('comes back with its reading, its date as printed and its file byte for byte', async () => {
    const { reading, fileBytes, fileSha256 } = newOrder('order-1');
    expect(await orderOf(store.db, CODE)).toMatchObject({ reading, number: '3509-р', datedOn: '2023-12-26' });
    expect(await orderFileOf(store.db, CODE)).toEqual({ fileName: 'order.txt', sha256: fileSha256, bytes: fileBytes });
  });

  it('is known by number, date, issuer and plan, and says its roadmap', async () => {
    const find = (number: string, plan = 1) => orderByIdentity(store.db, { ...newOrder('x', number).reading, plan });
    expect(await find('3509-р')).toEqual({ id: 'order-1', roadmapCode: CODE });
    expect(await find('3510-р')).toBeNull();
    expect(await find('3509-р', 2)).toBeNull();
  });

  it('brought in by several at once is kept once, and all hear the same id', async () => {
    const saves = ['x', 'y', 'z'].map((id) => store.transaction((tx) => saveOrder(tx, newOrder(id, '77-р'))));
    const answers = await Promise.all(saves);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('is refused when its hash is not that of its bytes', async () => {
    const forged = { ...newOrder('forged', '78-р'), fileSha256: '0'.repeat(64) };
    await expect(store.transaction((tx) => saveOrder(tx, forged))).rejects.toMatchObject({
      code: 'store.conflict',
      facts: { constraint: 'order_file_is_named_by_its_bytes' },
    });
  });
});

describe('a roadmap', () => {
  it('is made once: neither its code nor its order serves a second time', async () => {
    const again = (code: string) =>
      store.transaction((tx) => createRoadmap(tx, { code, orderId: 'order-1', title: 'ещё раз' }));
    await expect(again(CODE)).rejects.toMatchObject({ code: 'roadmap.exists' });
    await expect(again('ДРУГАЯ')).rejects.toMatchObject({ code: 'roadmap.exists' });
  });

  it('launched by ten at once is started by exactly one of them', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, launch));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await roadmap(store.db, CODE)).toMatchObject({
      state: 'running',
      launchedAt: AT,
      controllerId: 'sokolova',
      headId: 'glevitskaya',
    });
  });

  it('is done once, and only after it ran', async () => {
    const done = () => store.transaction((tx) => markDone(tx, CODE, AT + 1));
    expect(await done()).toBe(false);
    await launch();
    expect([await done(), await done()]).toEqual([true, false]);
    expect(await roadmap(store.db, CODE)).toMatchObject({ state: 'done', closedAt: AT + 1 });
    expect(await launch()).toBe(false);
  });

  it('that does not exist cannot be launched or finished', async () => {
    await expect(store.transaction((tx) => markDone(tx, 'НЕТ', AT))).rejects.toMatchObject({ code: 'roadmap.unknown' });
    const missing = { code: 'НЕТ', at: AT, controllerId: 'sokolova', headId: 'sokolova' };
    await expect(store.transaction((tx) => markLaunched(tx, missing))).rejects.toMatchObject({
      code: 'roadmap.unknown',
    });
    expect(await roadmap(store.db, 'НЕТ')).toBeNull();
  });

  it('counts its items and those off control', async () => {
    await store.transaction((tx) => projectItem(tx, projection({ status: 'offControl' })));
    expect(await roadmaps(store.db)).toMatchObject([{ code: CODE, items: 2, itemsOffControl: 1 }]);
  });
});

describe('an item', () => {
  it('is planned, unassigned and dated by its reading when it comes in', async () => {
    const record = item('1');
    expect(await itemCard(store.db, { code: CODE, no: '1' })).toEqual({
      roadmapCode: CODE,
      no: '1',
      printedNo: '1',
      position: 0,
      title: record.title,
      parties: record.parties,
      results: record.results,
      deadlineText: record.deadlineText,
      deadline: record.deadline,
      firstWorkingDue: '2024-08-23',
      dueOn: '2024-08-25',
      workingDueOn: '2024-08-23',
      status: 'planned',
      people: null,
      waitsFor: [],
      waitsSince: null,
      nextMailAt: null,
      requestsMade: 0,
      report: null,
      moves: [],
      extension: null,
      closedOn: null,
      version: 0,
    });
    expect(await itemCard(store.db, { code: CODE, no: '99' })).toBeNull();
  });

  it('stands in the order of the table, not of its number, page by page', async () => {
    await store.transaction(async (tx) => {
      await saveOrder(tx, newOrder('order-2', '78-р'));
      await createRoadmap(tx, { code: 'М', orderId: 'order-2', title: 'Меры' });
      await insertItems(
        tx,
        ['2', '10', '1'].map((no) => item(no, { roadmapCode: 'М' })),
      );
    });
    expect((await itemCards(store.db, 'М')).map(({ no }) => no)).toEqual(['2', '10', '1']);
    expect((await itemCards(store.db, 'М', { offset: 1, limit: 1 })).map(({ no }) => no)).toEqual(['10']);
  });

  it('takes its people at launch, but not any more once its process has spoken', async () => {
    const assign = (responsible: string) =>
      store.transaction((tx) => assignItems(tx, [{ ...ASSIGNMENT, no: '1', people: { ...PEOPLE, responsible } }]));
    expect(await assign('sokolova')).toBe(1);
    expect(await itemCard(store.db, { code: CODE, no: '1' })).toMatchObject({ people: PEOPLE, nextMailAt: 1000 });
    const people = { ...PEOPLE, responsible: 'glevitskaya' };
    await store.transaction((tx) => projectItem(tx, projection({ people })));
    expect(await assign('sokolova')).toBe(0);
    expect(await itemCard(store.db, { code: CODE, no: '1' })).toMatchObject({ people });
  });

  it('takes a deadline settled by a person once, before launch, and not any more once it has its people', async () => {
    const day = parseLocalDate('2024-02-15');
    const settled = { phrase: 'по графику', kind: 'date', due: day, workingDue: day, explanation: 'назван' } as const;
    const unclear = { phrase: 'по графику', kind: 'unclear', due: null, workingDue: null, explanation: '' } as const;
    await store.transaction((tx) =>
      insertItems(
        tx,
        ['8', '9'].map((no) => item(no, { deadline: unclear })),
      ),
    );
    const settle = (no: string) => store.transaction((tx) => setDeadline(tx, { code: CODE, no }, settled));
    expect(await Promise.all([settle('8'), settle('8')])).toEqual(expect.arrayContaining([true, false]));
    expect(await itemCard(store.db, { code: CODE, no: '8' })).toMatchObject({
      deadline: settled,
      firstWorkingDue: day,
      dueOn: day,
      workingDueOn: day,
    });
    await store.transaction((tx) => assignItems(tx, [{ ...ASSIGNMENT, no: '9' }]));
    expect(await settle('9')).toBe(false);
    expect(await itemCard(store.db, { code: CODE, no: '9' })).toMatchObject({ workingDueOn: null });
  });

  it('is open while its roadmap runs and it is on control, and is found by its controller and its holder', async () => {
    await store.transaction(async (tx) => {
      await projectItem(tx, projection({ no: '1', waitsFor: ['sokolova'] }));
      await projectItem(tx, projection({ no: '2', waitsFor: ['glevitskaya'], workingDueOn: null }));
    });
    expect(await openItemCards(store.db)).toEqual([]);
    await launch();
    const nos = async (filter: Parameters<typeof openItemCards>[1]) =>
      (await openItemCards(store.db, filter)).map(({ no }) => no);
    expect(await nos({})).toEqual(['1', '2']);
    expect(await nos({ waitsFor: 'glevitskaya' })).toEqual(['2']);
    expect(await nos({ controllerId: 'sokolova' })).toEqual([]);
    await store.transaction((tx) => projectItem(tx, projection({ no: '1', version: 2, status: 'offControl' })));
    expect(await nos({ controllerId: 'glevitskaya' })).toEqual(['2']);
  });

  it('keeps what its process starts with and hands it out only after the launch', async () => {
    const page = () => itemStarts(store.db, CODE, { offset: 0, limit: 10 });
    await store.transaction(async (tx) => {
      await saveStart(tx, { code: CODE, no: '1' }, { no: '1' });
      await saveStart(tx, { code: CODE, no: '2' }, { no: '2' });
    });
    await expect(page()).rejects.toMatchObject({ code: 'roadmap.not_ready' });
    await launch();
    expect(await page()).toEqual([{ no: '1' }, { no: '2' }]);
  });
});

function projection(change: Partial<Parameters<typeof projectItem>[1]> = {}): Parameters<typeof projectItem>[1] {
  return {
    code: CODE,
    no: '1',
    version: 1,
    status: 'active',
    people: PEOPLE,
    dueOn: parseLocalDate('2024-08-25'),
    workingDueOn: parseLocalDate('2024-08-23'),
    waitsFor: ['sokolova'],
    waitsSince: parseLocalDate('2023-12-26'),
    nextMailAt: AT,
    requestsMade: 0,
    report: null,
    moves: [],
    extension: null,
    closedOn: null,
    ...change,
  };
}
