/** Items of order 3509-р on the real engine: one world, whose clock only goes forward from test to test. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standInValues } from '#documents';
import { notesOf } from '#store';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const APPOINTMENT = `${CODE}/1/order-appointment`;
let world: World;
let idOf: (surname: string) => string;

beforeAll(async () => {
  world = await openWorld();
  ({ idOf } = await world.launch3509());
});
afterAll(() => world.close());

describe('at launch', () => {
  it('the seven items have exactly the expected working due dates', async () => {
    const { items } = await world.client.roadmaps.card(CODE);
    expect(items.map(({ workingDue }) => workingDue)).toEqual([
      '2023-12-29',
      '2023-12-29',
      null,
      '2024-02-15',
      '2024-08-23',
      '2024-08-23',
      '2024-11-29',
    ]);
    expect(items[2]?.status).toBe('waitingDate');
  });

  it('drafts are made for the items due at once and for no other', async () => {
    expect((await drafts()).sort()).toEqual([
      APPOINTMENT,
      `${CODE}/2/letter-organisations`,
      `${CODE}/2/order-organisations`,
    ]);
  });
});

describe('a refused act leaves nothing in the journal and the notes', () => {
  it('when the roadmap is launched already', () =>
    refused('1', 'roadmap.already_launched', () => world.client.roadmaps.launch(CODE)));

  it('when the wrong person decides', () =>
    refused('1', 'permission.denied', () =>
      world.client.documents.decide(APPOINTMENT, { by: idOf('Тихонов'), decision: 'approve', version: 1 }),
    ));

  it('when the wrong person reports', () => refused('4', 'permission.denied', () => report('4', 'Соколова')));

  it('when the version is no longer the last', async () => {
    const by = idOf('Соколова');
    await world.client.documents.fill(APPOINTMENT, {
      by,
      values: standInValues('order-appointment', { responsibleId: by }),
    });
    await world.sleepUntil('2023-12-26T11:00'); // the request to approve has gone out
    await refused('1', 'document.stale_version', () =>
      world.client.documents.decide(APPOINTMENT, { by: idOf('Глевицкая'), decision: 'approve', version: 1 }),
    );
  });
});

describe('an act', () => {
  it('repeated under one id has one effect', async () => {
    const act = { by: idOf('Голубев'), to: '2024-03-20' as never, reason: 'Задержка поставки.', actId: 'move-6-once' };
    const first = await world.client.items.moveDeadline(`${CODE}/6`, act);
    const second = await world.client.items.moveDeadline(`${CODE}/6`, act);
    expect(second).toEqual(first);
    const { moves } = await world.client.items.card(`${CODE}/6`);
    expect(moves).toMatchObject([{ from: '2024-08-23', to: '2024-03-20', reason: 'Задержка поставки.' }]);
    expect(await acts('6', 'moveDeadline')).toHaveLength(1);
  });

  it('that names a date drafts the documents of the item', async () => {
    await world.client.items.nameDeadline(`${CODE}/3`, {
      by: idOf('Яшина'),
      date: '2024-01-19' as never,
      basis: 'Письмо Центра.',
    });
    await world.sleepUntil('2024-01-15T10:00');
    expect(await world.client.items.card(`${CODE}/3`)).toMatchObject({ status: 'active', workingDue: '2024-01-19' });
    expect(await drafts()).toEqual(expect.arrayContaining([`${CODE}/3/letter-equipment`, `${CODE}/3/order-equipment`]));
    expect((await acts('3', 'dateRequest')).length).toBeLessThanOrEqual(1);
  });
});

describe('the ladder', () => {
  it('mails the responsible person of item 4 on its days, and the controller once it is late', async () => {
    await world.sleepUntil('2024-02-16T10:00');
    expect(await mailDays('4', 'Тихонов П.С.', ['reminder', 'due-today', 'overdue'])).toEqual([
      '2024-02-01',
      '2024-02-08',
      '2024-02-12',
      '2024-02-14',
      '2024-02-15',
      '2024-02-16',
    ]);
    expect(await mailDays('4', 'Глевицкая Е.И.', ['overdue'])).toEqual(['2024-02-16']);
    expect(await mailDays('4', 'Соколова М.А.', ['reminder', 'due-today', 'overdue'])).toEqual([]);
  });

  it('falls silent once the report is accepted, and the closed item takes no report', async () => {
    const by = idOf('Тихонов');
    const register = `${CODE}/4/register-notices`;
    await world.client.documents.fill(register, {
      by,
      values: standInValues('register-notices', { responsibleId: by }),
    });
    await world.client.documents.decide(register, { by: idOf('Глевицкая'), decision: 'approve', version: 2 });
    await world.sleepUntil('2024-02-16T11:00');
    await report('4', 'Тихонов');
    await world.sleepUntil('2024-02-16T12:00');
    await world.client.items.acceptReport(`${CODE}/4`, { by: idOf('Глевицкая') });
    await world.sleepUntil('2024-03-04T12:00');
    expect((await acts('4', 'overdue')).map(({ facts }) => facts['day'])).toEqual(['2024-02-16']);
    expect((await world.client.items.card(`${CODE}/4`)).nextMailAt).toBeNull();
    await refused('4', 'item.closed', () => report('4', 'Тихонов'));
  });

  it('of a moved deadline replaces the former one, and its mails follow a new responsible person', async () => {
    await world.sleepUntil('2024-03-13T12:00');
    await world.client.items.reassign(`${CODE}/6`, { by: idOf('Голубев'), to: idOf('Тихонов'), reason: 'Отпуск.' });
    await world.sleepUntil('2024-03-20T12:00');
    const kinds = ['reminder', 'due-today'];
    expect(await mailDays('6', 'Соколова М.А.', kinds)).toEqual(['2024-03-05', '2024-03-13']);
    expect(await mailDays('6', 'Тихонов П.С.', kinds)).toEqual(['2024-03-15', '2024-03-19', '2024-03-20']);
  });

  it('has handed every mail to the mail server once', async () => {
    const mails = await world.mails();
    expect(mails.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(await world.delivered()).toBe(mails.length);
  });
});

/** Ids of what is to be filled in; notices go out by themselves. */
async function drafts(): Promise<string[]> {
  const { items } = await world.client.roadmaps.card(CODE);
  return items.flatMap(({ documents }) =>
    documents.filter(({ kind }) => kind !== 'notice-assignment').map(({ id }) => id),
  );
}

async function acts(no: string, act: string) {
  const journal = await world.client.roadmaps.journal(CODE);
  return journal.filter((event) => event.itemNo === no && event.act === act);
}

/** Body days of the mails to a person that speak of the item and carry one of the kinds. */
async function mailDays(no: string, to: string, kinds: readonly string[]): Promise<string[]> {
  const mails = (await world.mails()).filter(
    (mail) => mail.to === to && mail.items.includes(`${CODE}/${no}`) && mail.kinds.some((kind) => kinds.includes(kind)),
  );
  return mails.map(({ madeAt }) => madeAt.slice(0, 10)).sort();
}

function report(no: string, surname: string) {
  return world.client.items.submitReport(`${CODE}/${no}`, {
    by: idOf(surname),
    text: 'Исполнено.',
    evidence: [{ result: '1', by: 'paper', words: 'акт на бумаге' }],
  });
}

async function refused(no: string, code: string, act: () => Promise<unknown>): Promise<void> {
  const traces = async () => ({
    journal: await world.client.roadmaps.journal(CODE),
    notes: await notesOf(world.store.db, { code: CODE, no }),
  });
  const before = await traces();
  await expect(act()).rejects.toMatchObject({ name: 'VekhaError', code });
  expect(await traces()).toEqual(before);
}
