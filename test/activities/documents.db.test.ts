/** What a document is made of: only what it needs is read, and no connection waits for the rendering. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities, type ActivityDeps } from '#activities';
import { activityDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { documentText } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { unbound } from '#domain/typography';
import { insertItems, openStore, saveOfficials, saveParties, versions, type Store } from '#store';
import { projectItem } from '#store/projection';
import { documentFacts } from '../../activities/document-facts.js';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, item, official, PEOPLE, seed, itemUnderWay } from '../store/seed.js';

const UNREAD = () => Promise.reject(new Error('a document reads its own item, its order and its people'));

let database: TestDatabase;
let store: Store;
let deps: ActivityDeps;
beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { connections: 1 });
  const place = { smtpUrl: 'smtp://127.0.0.1:1', clockOffsetMs: 0 };
  deps = await activityDeps(readSettings({}), place, store, { info: () => undefined, warn: () => undefined });
  await seed(store);
  const later = { ...item('x').deadline, workingDue: parseLocalDate('2024-11-29') };
  await store.transaction(async (tx) => {
    await insertItems(tx, [
      item('6', { title: 'Проведён мониторинг', deadline: later }),
      item('5', { title: 'Проведён мониторинг' }),
    ]);
    await saveOfficials(tx, [
      official('out-1', 'Крылов', { external: true }),
      official('out-2', 'Белов', { external: true }),
    ]);
    await saveParties(tx, [
      { name: 'Центр', roadmapCode: CODE, officialId: 'out-1', itemNos: null, position: 0 },
      { name: 'Академия', roadmapCode: 'ДРУГАЯ', officialId: 'out-2', itemNos: null, position: 0 },
    ]);
    for (const no of ['1', '2', '5', '6']) {
      await projectItem(tx, itemUnderWay(no));
    }
  });
});
afterAll(async () => {
  deps.mail.sender.close();
  await store.close();
  await database.close();
});

const factsOf = (no: string, values = {}) => {
  const repository = { ...deps.repository, itemCards: UNREAD, orderOf: UNREAD, parties: UNREAD };
  const input = { code: CODE, no, kind: 'form-monitoring', at: AT } as const;
  return documentFacts({ ...deps, repository }, store.db, input, values, null);
};

describe('the facts of a document', () => {
  it('know the stage of a measure that stands at two dates, and of no other', async () => {
    expect((await factsOf('5')).item.stage).toBe(1);
    expect((await factsOf('6')).item.stage).toBe(2);
    await store.transaction((tx) => insertItems(tx, [item('7', { title: 'Проведён мониторинг' })]));
    expect((await factsOf('5')).item.stage).toBeNull();
  });

  it('write to the only outside person of this roadmap, by the name of the party', async () => {
    const { people } = await factsOf('1');
    expect(people.addressee?.id).toBe('out-1');
    expect(people.externalParty).toBe('Центр');
  });

  it('hold the directory only when somebody typed a value that may name one of it', async () => {
    expect((await factsOf('1')).people.directory).toEqual([]);
    const ids = (await factsOf('1', { назначаемый: 'Белов М.А.' })).people.directory?.map(({ id }) => id);
    expect(ids).toContain('out-2');
  });

  it('quote the head of the order', async () => {
    expect((await factsOf('1')).order).toMatchObject({ number: '3509-р', date: '2023-12-26' });
  });
});

describe('a document', () => {
  it('is rendered while no connection is held, and kept once however often its draft is asked for', async () => {
    const render: ActivityDeps['documents']['render'] = async (...given) => {
      await deps.repository.officialById(store.db, PEOPLE.head); // with one connection, a transaction would wait for itself
      return deps.documents.render(...given);
    };
    const { draftDocument } = createActivities({ ...deps, documents: { ...deps.documents, render } });
    const input = { code: CODE, no: '1', kind: 'register-acceptance', at: AT, by: null, noteId: null } as const;
    const draft = () => new MockActivityEnvironment().run(() => draftDocument(input));
    expect(await draft()).toEqual(await draft());
    expect(await versions(store.db, `${CODE}/1/register-acceptance`)).toHaveLength(1);
  });

  it('is registered as it was signed, whatever the directory and the templates say by then', async () => {
    const about = { code: CODE, no: '1', kind: 'letter-schedule', by: PEOPLE.head } as const;
    const id = `${CODE}/1/${about.kind}`;
    const run = new MockActivityEnvironment();
    await run.run(() => createActivities(deps).draftDocument({ ...about, at: AT, noteId: null }));
    const signed = await deps.repository.versionOf(store.db, id, 'latest');
    await store.transaction((tx) => saveOfficials(tx, [official(PEOPLE.responsible, 'Другая')]));
    const changed = { ...deps, documents: { ...deps.documents, render: UNREAD, templates: deps.documents.templates } };
    const registration = { number: '77-р', date: parseLocalDate('2024-01-12') };
    const act = { ...about, ...registration, at: AT + 30 * 86_400_000, sha256: signed?.sha256 ?? '' };
    await run.run(() => createActivities(changed).registerDocument(act));
    const registered = await deps.repository.versionOf(store.db, id, 'latest');
    expect(registered?.no).toBe((signed?.no ?? 0) + 1);
    const lines = (version: typeof signed) => documentText(version?.bytes ?? new Uint8Array()).split('\n');
    const blank = /\[|___/u;
    const [before, after] = [lines(signed), lines(registered)];
    expect(after.slice(1)).toEqual(before.slice(1).filter((line) => !blank.test(line)));
    expect(after.join('\n')).not.toMatch(/Другая|\[обращение/u);
    expect(after.map(unbound)).toContain('Соколова М.А.');
  });
});
