/** What earlier reminders and requests a mail mentions: read once for a round, the same as item by item. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities, type ActivityDeps } from '#activities';
import { activityDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { instantOf, MOSCOW } from '#domain/body-time';
import { parseLocalDate } from '#domain/local-date';
import { addNotices, appendJournal, insertItems, mails, markLaunched, type Notice } from '#store';
import { projectItem } from '#store/projection';
import { earlierWords } from '../../activities/earlier-words.js';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, item, PEOPLE, seed, itemUnderWay } from '../store/seed.js';

const LATE = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
const TODAY = parseLocalDate('2024-08-26');
const NINE = instantOf(TODAY, 9 * 60, MOSCOW);

let database: TestDatabase;
let deps: ActivityDeps;
beforeAll(async () => {
  database = await freshDatabase();
  const { store } = database;
  await seed(store);
  const place = { smtpUrl: 'smtp://127.0.0.1:1', clockOffsetMs: 0 };
  deps = await activityDeps(readSettings({}), place, store, { info: () => undefined, warn: () => undefined });
  const workingDueOn = parseLocalDate('2024-08-23');
  await store.transaction(async (tx) => {
    await insertItems(
      tx,
      LATE.map((no) => item(no)),
    );
    await markLaunched(tx, { code: CODE, at: AT, controllerId: PEOPLE.controller, headId: PEOPLE.head });
    for (const no of [...LATE, '1', '2']) {
      await projectItem(tx, itemUnderWay(no, { dueOn: workingDueOn, workingDueOn, waitsFor: [PEOPLE.responsible] }));
    }
    await said(tx, '1', ['reminder', '2024-08-09'], ['dueToday', '2024-08-23'], ['reminder', '2024-08-20']);
    await said(tx, '1', ['dateRequest', '2024-08-01'], ['dateRequest', '2024-08-26']);
    await said(tx, '2', ['dateRequest', '2024-08-05'], ['dateRequest', '2024-08-12'], ['dateRequest', '2024-08-05']);
    await said(tx, '2', ['reminder', '2024-08-26']);
    for (const no of LATE) await said(tx, no, ['reminder', '2024-08-20']);
  });
});
afterAll(async () => {
  deps.mail.sender.close();
  await database.close();
});

describe('what was said earlier about an item', () => {
  it('is the latest reminder before the day of the mail, the due day counted', async () => {
    const words = earlierWords(deps, database.store.db, [round(overdue('1'), overdue('2'), overdue('3'))]);
    expect(await words.lastReminder(overdue('1'))).toBe('2024-08-23');
    expect(await words.lastReminder(overdue('2'))).toBeNull();
    expect(await words.lastReminder(overdue('3'))).toBe('2024-08-20');
  });

  it('is each earlier day on which the date was asked for, once, and not the day of the mail', async () => {
    const words = earlierWords(deps, database.store.db, [round(request('1'), request('2'))]);
    expect(await words.requests(request('1'))).toEqual(['2024-08-01']);
    expect(await words.requests(request('2'))).toEqual(['2024-08-05', '2024-08-12']);
  });
});

describe('a round of mails', () => {
  it('reads the journal once, however many items are overdue', async () => {
    const { store } = database;
    await store.transaction((tx) => addNotices(tx, LATE.map(overdue)));
    const asked: number[] = [];
    const repository: ActivityDeps['repository'] = {
      ...deps.repository,
      journal: () => Promise.reject(new Error('the journal is not read item by item')),
      journalOfItems: (db, items, acts) => {
        asked.push(items.length);
        return deps.repository.journalOfItems(db, items, acts);
      },
    };
    const { composeMails } = createActivities({ ...deps, repository });
    const at = NINE;
    await new MockActivityEnvironment().run(() => composeMails({ at, limit: 50, after: null }));
    expect(asked).toEqual([LATE.length]);
    const [mail] = await mails(store.db, { to: PEOPLE.responsible });
    expect(mail?.itemNos).toEqual(expect.arrayContaining(LATE));
  });
});

async function said(tx: Parameters<typeof appendJournal>[0], itemNo: string, ...words: readonly [string, string][]) {
  for (const [n, [act, day]] of words.entries()) {
    const key = `${itemNo}|${act}|${day}|${String(n)}`;
    await appendJournal(tx, { key, at: AT, actorId: null, act, roadmapCode: CODE, itemNo, facts: { day } });
  }
}

function round(...notices: readonly Notice[]) {
  return { recipientId: PEOPLE.responsible, notices };
}

function overdue(itemNo: string): Notice {
  return notice(itemNo, 'overdue');
}

function request(itemNo: string): Notice {
  return notice(itemNo, 'name-date');
}

function notice(itemNo: string, kind: 'overdue' | 'name-date'): Notice {
  return {
    key: `${CODE}/${itemNo}|${kind}|1`,
    kind,
    role: 'responsible',
    recipientId: PEOPLE.responsible,
    roadmapCode: CODE,
    itemNo,
    documentId: null,
    facts: { offset: 1, day: TODAY },
    dueOn: parseLocalDate('2024-08-23'),
    sendAt: NINE,
    madeAt: AT,
  };
}
