import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import { projectDocument, projectItem, type ItemProjection } from '#store/projection';
import { documentById, itemCard, openDocument, saveVersion, type Store } from '#store';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, PEOPLE, seed, sha256 } from './seed.js';

const SINCE = parseLocalDate('2024-01-09');
const DOCUMENT = { id: `${CODE}/1/order-appointment`, state: 'onApproval', holderId: 'glevitskaya' } as const;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  ({ store } = database);
  await seed(store);
});
afterAll(() => database.close());

const project = (item: ItemProjection) => store.transaction((tx) => projectItem(tx, item));

describe('the projection of an item', () => {
  it('shows all that its process said', async () => {
    const said = life(3, {
      status: 'reported',
      nextMailAt: AT + 1,
      requestsMade: 2,
      report: {
        by: 'sokolova',
        on: SINCE,
        noteId: 'note-1',
        interim: false,
        evidence: [{ result: '1', by: 'paper' }],
      },
      moves: [{ from: null, to: SINCE, by: 'glevitskaya', on: SINCE, noteId: 'note-2' }],
    });
    expect(await project(said)).toBe(true);
    const shown = Object.fromEntries(Object.entries(said).filter(([name]) => name !== 'code'));
    expect(await itemCard(store.db, { code: CODE, no: '1' })).toMatchObject(shown);
  });

  it.each([2, 3])('ignores version %i after version 3: a late write loses', async (version) => {
    expect(await project(life(version, { status: 'returned' }))).toBe(false);
    expect(await itemCard(store.db, { code: CODE, no: '1' })).toMatchObject({ status: 'reported', version: 3 });
  });

  it('ends at the highest version, in whatever order twenty writes arrive', async () => {
    const versions = Array.from({ length: 20 }, (_, n) => 4 + ((n * 7) % 20));
    await Promise.all(versions.map((version) => project(life(version, { requestsMade: version }))));
    expect(await itemCard(store.db, { code: CODE, no: '1' })).toMatchObject({ version: 23, requestsMade: 23 });
  });

  it('changes the reading of the deadline only when it is given one', async () => {
    const before = await itemCard(store.db, { code: CODE, no: '1' });
    await project(life(30));
    expect((await itemCard(store.db, { code: CODE, no: '1' }))?.deadline).toEqual(before?.deadline);
    const settled = {
      phrase: 'по графику',
      kind: 'date',
      due: SINCE,
      workingDue: SINCE,
      explanation: 'назван',
    } as const;
    await project(life(31, { deadline: settled }));
    expect((await itemCard(store.db, { code: CODE, no: '1' }))?.deadline).toEqual(settled);
  });

  it('of an item that does not exist is an error, not a late write', async () => {
    await expect(project({ ...life(1), no: '99' })).rejects.toMatchObject({ code: 'item.unknown' });
  });
});

describe('the projection of a document', () => {
  const projectState = (version: number, state: 'onApproval' | 'returned') =>
    store.transaction((tx) => projectDocument(tx, { ...DOCUMENT, version, state, since: SINCE }));

  it('is an error before the document is opened', async () => {
    await expect(projectState(1, 'onApproval')).rejects.toMatchObject({ code: 'document.unknown' });
  });

  it('moves state and holder by rising versions and leaves the text alone', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    await store.transaction(async (tx) => {
      const { id: documentId } = await openDocument(tx, {
        ...DOCUMENT,
        roadmapCode: CODE,
        itemNo: '1',
        kind: 'order-appointment',
        since: SINCE,
        holderId: 'sokolova',
      });
      const names = { fileName: 'проект.docx', title: 'Проект', gaps: [] };
      await saveVersion(tx, { documentId, sha256: sha256(bytes), bytes, ...names, at: AT, by: null });
    });
    expect(await projectState(2, 'returned')).toBe(true);
    expect(await projectState(1, 'onApproval')).toBe(false);
    expect(await documentById(store.db, DOCUMENT.id)).toMatchObject({
      state: 'returned',
      holderId: 'glevitskaya',
      version: 2,
      latestVersion: 1,
      latestSha256: sha256(bytes),
    });
  });
});

function life(version: number, change: Partial<ItemProjection> = {}): ItemProjection {
  return {
    code: CODE,
    no: '1',
    version,
    status: 'active',
    people: PEOPLE,
    dueOn: SINCE,
    workingDueOn: SINCE,
    waitsFor: ['sokolova'],
    waitsSince: SINCE,
    nextMailAt: null,
    requestsMade: 0,
    report: null,
    moves: [],
    extension: null,
    closedOn: null,
    ...change,
  };
}
