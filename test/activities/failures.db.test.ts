/** What an activity's failure tells Temporal, on a real database: which faults of the store are tried again and which never. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import pg from 'pg';
import { createActivities, type ActivityDeps, type ItemCommit } from '#activities';
import { activityDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { parseLocalDate } from '#domain/local-date';
import { itemCard, journal, openStore, pendingFor, type Store } from '#store';
import { freshDatabase, runSql, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, PEOPLE, seed } from '../store/seed.js';

let database: TestDatabase;
let deps: ActivityDeps;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.store);
  const place = { smtpUrl: 'smtp://127.0.0.1:1', clockOffsetMs: 0 };
  deps = await activityDeps(readSettings({}), place, database.store, { info: () => undefined, warn: () => undefined });
});
afterAll(async () => {
  deps.mail.sender.close();
  await database.close();
});

describe('a commit that the database refuses', () => {
  it('for a constraint is never tried again, says why in Russian and leaves nothing', async () => {
    const failure = await failureOf(database.store, commit({ responsible: 'nobody' }));
    expect(failure).toMatchObject({ type: 'store.conflict', nonRetryable: true });
    expect(failure.message).toMatch(/ссылается на то, чего в базе нет \(таблица item, .*\)\. Повтор не поможет/u);
    expect(await itemCard(database.store.db, { code: CODE, no: '1' })).toMatchObject({ people: null });
    expect(await journal(database.store.db)).toEqual([]);
  });

  it.each([
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
  ])('for %s, five times over, is tried again by Temporal', async (_name, code) => {
    let tries = 0;
    const crowded: Store = {
      ...database.store,
      transaction: (fn) =>
        database.store.transaction(async (tx) => {
          await fn(tx);
          tries += 1;
          throw Object.assign(new pg.DatabaseError('try again', 0, 'error'), { code });
        }),
    };
    const failure = await failureOf(crowded, commit());
    expect(failure).toMatchObject({ type: 'store.busy', nonRetryable: false });
    expect(tries).toBe(5);
  });

  it('because the connection is lost is tried again', async () => {
    const torn = openStore(database.url);
    const cutOff: Store = {
      ...torn,
      transaction: (fn) =>
        torn.transaction(async (tx) => {
          await runSql(database.url, END_OTHERS);
          return fn(tx);
        }),
    };
    const failure = await failureOf(cutOff, commit());
    await torn.close();
    expect(failure).toMatchObject({ type: 'store.unavailable', nonRetryable: false });
  });
});

describe('a commit that runs twice', () => {
  it('is no fault: what is known by its key is passed over in silence', async () => {
    const { commitItem } = createActivities(deps);
    await commitItem(commit());
    await commitItem(commit());
    expect(await journal(database.store.db, { roadmapCode: CODE })).toHaveLength(1);
    expect(await pendingFor(database.store.db, PEOPLE.responsible, Number.MAX_SAFE_INTEGER)).toHaveLength(1);
  });
});

const END_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`;

async function failureOf(store: Store, input: ItemCommit): Promise<ApplicationFailure> {
  const thrown: unknown = await createActivities({ ...deps, store })
    .commitItem(input)
    .then(
      () => null,
      (error: unknown) => error,
    );
  if (!(thrown instanceof ApplicationFailure)) throw new Error(`not a typed failure: ${String(thrown)}`);
  return thrown;
}

/** The first step of an item: one line in the journal, one notice. */
function commit(people: Partial<typeof PEOPLE> = {}): ItemCommit {
  const due = parseLocalDate('2024-08-23');
  return {
    code: CODE,
    no: '1',
    at: AT,
    life: {
      revision: 1,
      status: 'active',
      people: { ...PEOPLE, ...people },
      due,
      workingDue: due,
      awaitsDate: false,
      results: [],
      plan: [],
      requestsMade: 0,
      documents: [],
      report: null,
      moves: [],
      extension: null,
      since: parseLocalDate('2023-12-26'),
      closedOn: null,
    },
    entries: [{ key: `${CODE}/1|reminder|10`, act: 'reminder', by: null, facts: { day: '2023-12-26' } }],
    notices: [
      {
        kind: 'reminder',
        recipients: [{ id: PEOPLE.responsible, role: 'responsible' }],
        step: '10',
        due,
        facts: { offset: -10 },
        sendAt: null,
      },
    ],
  };
}
