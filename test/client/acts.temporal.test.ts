/** Acts of people that meet each other: twice under one id, two at one moment, and a change of hands before the mail goes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standInValues } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { journal, mails, notesOf } from '#store';
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

describe('the first day', () => {
  it('tells of the mail that is written already and waits for the morning', async () => {
    const { nextMailAt } = await world.client.items.card(`${CODE}/1`);
    expect(nextMailAt).toBe('2023-12-27T06:00:00.000Z');
  });

  it('names the fields without which a draft is not approved, and how to fill them', async () => {
    const act = { by: idOf('Глевицкая'), decision: 'approve', version: 1 } as const;
    await expect(world.client.documents.decide(APPOINTMENT, act)).rejects.toMatchObject({
      code: 'document.fields_missing',
      message:
        'Проект не согласован: не заполнено «кто назначается: должность», «кто назначается: фамилия и инициалы». ' +
        `Заполнить – fill ${APPOINTMENT}.`,
    });
  });
});

describe('two decisions on one version at one moment', () => {
  it('of the same person from one form, pressed twice, are one decision and one answer', async () => {
    const by = idOf('Соколова');
    const values = standInValues('order-appointment', { responsibleId: by });
    await world.client.documents.fill(APPOINTMENT, { by, values });
    const act = {
      by: idOf('Глевицкая'),
      actId: 'pressed-twice',
      decision: 'return',
      remarks: 'Не то.',
      version: 2,
    } as const;
    const [one, two] = await Promise.all([1, 2].map(() => world.client.documents.decide(APPOINTMENT, act)));
    expect(two).toEqual(one);
    expect(await journal(world.store.db, { documentId: APPOINTMENT, act: 'return' })).toHaveLength(1);
  });

  it('end with one approval and one refusal in words, which keeps nothing', async () => {
    const values = standInValues('order-appointment', { responsibleId: idOf('Тихонов') });
    await world.client.documents.fill(APPOINTMENT, { by: idOf('Соколова'), values });
    const decide = (actId: string) =>
      world.client.documents.decide(APPOINTMENT, { by: idOf('Глевицкая'), actId, decision: 'approve', version: 3 });
    const answers = await Promise.allSettled([decide('tab-1'), decide('tab-2')]);
    const refusals = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refusals).toEqual([
      expect.objectContaining({
        name: 'VekhaError',
        code: 'document.wrong_state',
        message: expect.stringMatching(/\p{Script=Cyrillic}.*\.$/u),
      }),
    ]);
    expect(await world.client.documents.card(APPOINTMENT)).toMatchObject({ state: 'toSign', version: 3 });
    expect(await journal(world.store.db, { documentId: APPOINTMENT, act: 'approve' })).toHaveLength(1);
    const kept = (await notesOf(world.store.db, { code: CODE, no: '1' })).filter(({ id }) => id.startsWith('tab-'));
    expect(kept).toHaveLength(1);
  });
});

describe('an act that ends its process, repeated under its id,', () => {
  it.each([
    ['2030-12-26', '26.12.2030 ещё не наступило (сегодня 26.12.2023)'],
    ['2023-12-25', '25.12.2023 раньше распоряжения, которое он исполняет (26.12.2023)'],
  ])('registers nothing under the date %s: a number cannot be taken back', async (date, why) => {
    const { version } = await world.client.documents.card(APPOINTMENT);
    const act = { by: await signer(), number: '3538-р', date: parseLocalDate(date), version };
    await expect(world.client.documents.register(APPOINTMENT, act)).rejects.toMatchObject({
      code: 'act.invalid',
      message: `Документ не зарегистрирован: ${why}. Проверьте дату.`,
    });
    expect(await world.client.documents.card(APPOINTMENT)).toMatchObject({ state: 'toSign', version });
  });

  it('hears the first answer when it registers a document; the same act under a new id is refused', async () => {
    const { version } = await world.client.documents.card(APPOINTMENT);
    const act = { by: await signer(), number: '3538-р', date: parseLocalDate('2023-12-26'), version };
    const first = await world.client.documents.register(APPOINTMENT, { ...act, actId: 'register-once' });
    expect(await world.client.documents.register(APPOINTMENT, { ...act, actId: 'register-once' })).toEqual(first);
    await world.sleepUntil('2023-12-26T13:00');
    expect(await world.client.documents.register(APPOINTMENT, { ...act, actId: 'register-once' })).toEqual(first);
    await expect(world.client.documents.register(APPOINTMENT, act)).rejects.toMatchObject({
      code: 'document.wrong_state',
    });
    expect(await journal(world.store.db, { documentId: APPOINTMENT, act: 'register' })).toHaveLength(1);
  });

  it('changes nothing in the words but the date and the number, wherever they stand', async () => {
    const { from, to, changes } = await world.client.documents.compare(APPOINTMENT);
    expect([from, to]).toEqual([3, 4]);
    const came = changes.flatMap(({ words }) => words.filter(({ change }) => change === 'added'));
    expect(new Set(came.map(({ text }) => text.replaceAll(/[\s\u00a0\u2011]/gu, '')))).toEqual(
      new Set(['26.12.2023', '3538']),
    );
    const went = changes.flatMap(({ words }) => words.filter(({ change }) => change === 'removed'));
    expect(went.every(({ text }) => /^_+-?$/u.test(text))).toBe(true);
    expect(went.length).toBe(came.length);
    await expect(world.client.documents.compare(APPOINTMENT, { from: 9 })).rejects.toMatchObject({
      code: 'document.stale_version',
    });
  });

  it('hears the first answer when it takes an item off control', async () => {
    const id = `${CODE}/1`;
    const evidence = [{ result: '1', by: 'document', documentId: APPOINTMENT }] as const;
    await world.client.items.submitReport(id, { by: idOf('Соколова'), text: 'Исполнено.', evidence });
    const act = { by: idOf('Глевицкая'), actId: 'accept-once' };
    const first = await world.client.items.acceptReport(id, act);
    expect(first.status).toBe('offControl');
    await world.sleepUntil('2023-12-26T15:00');
    expect(await world.client.items.acceptReport(id, act)).toEqual(first);
    await expect(world.client.items.acceptReport(id, { by: act.by })).rejects.toMatchObject({ code: 'item.closed' });
    expect(await journal(world.store.db, { roadmapCode: CODE, itemNo: '1', act: 'offControl' })).toHaveLength(1);
  });
});

describe('a deadline moved', () => {
  const move = (to: string, actId?: string) =>
    world.client.items.moveDeadline(`${CODE}/5`, {
      by: idOf('Голубев'),
      to: parseLocalDate(to),
      reason: 'Поставка.',
      ...(actId === undefined ? {} : { actId }),
    });

  it.each([
    ['2023-12-25', '25.12.2023 уже прошло (сегодня 26.12.2023)'],
    ['2023-12-24', 'уже прошло'],
  ])('to %s, which has passed, is refused and keeps nothing', async (to, words) => {
    const before = await world.client.items.card(`${CODE}/5`);
    await expect(move(to, `past-${to}`)).rejects.toMatchObject({
      code: 'act.invalid',
      message: expect.stringContaining(words),
    });
    expect(await world.client.items.card(`${CODE}/5`)).toEqual(before);
    expect(await notesOf(world.store.db, { code: CODE, no: '5' })).toEqual([]);
  });

  it('is answered when the act is repeated after that day has passed', async () => {
    const first = await move('2024-01-09', 'move-once');
    expect(await kindsOfDocuments()).not.toContain('notice-assignment');
    await world.sleepUntil('2024-01-11T10:00');
    const again = await move('2024-01-09', 'move-once');
    expect({ ...again, statusLabel: null }).toEqual({ ...first, statusLabel: null });
    await expect(move('2024-01-10', 'move-late')).rejects.toMatchObject({ code: 'act.invalid' });
    expect(await journal(world.store.db, { roadmapCode: CODE, itemNo: '5', act: 'moveDeadline' })).toHaveLength(1);
  });

  it('before the first morning takes nothing from what that morning drafts', async () => {
    expect(await kindsOfDocuments()).toContain('notice-assignment');
  });

  async function kindsOfDocuments(): Promise<readonly string[]> {
    return (await world.client.items.card(`${CODE}/5`)).documents.map(({ kind }) => kind);
  }
});

describe('a draft', () => {
  it('keeps the good value when a name that is nobody’s is typed over it', async () => {
    const before = await world.client.documents.card(APPOINTMENT);
    const act = { by: idOf('Соколова'), values: { назначаемый: 'Саколова М.А.' } };
    await expect(world.client.documents.fill(APPOINTMENT, act)).rejects.toMatchObject({
      code: 'act.invalid',
      message: expect.stringContaining('«Саколова М.А.» нет в справочнике'),
    });
    expect(await world.client.documents.card(APPOINTMENT)).toEqual(before);
  });
});

describe('mails', () => {
  it('of an item that is not there are refused, not called none', async () => {
    await expect(world.client.mails.list({ item: `${CODE}/55` })).rejects.toMatchObject({ code: 'item.unknown' });
  });
});

describe('a change of the responsible person', () => {
  it('to somebody who is not in the directory is refused, and the item goes on as it was', async () => {
    const before = await world.client.items.card(`${CODE}/4`);
    const act = world.client.items.reassign(`${CODE}/4`, { by: idOf('Голубев'), to: 'nobody', reason: 'Отпуск.' });
    await expect(act).rejects.toMatchObject({ code: 'official.unknown' });
    expect(await world.client.items.card(`${CODE}/4`)).toEqual(before);
  });

  it('after the reminder was written and before it went: the former person gets the news, not the reminder', async () => {
    await world.sleepUntil('2024-02-01T08:50'); // reminders are written until 8:45 and go at 9:00
    const waiting = await journal(world.store.db, { roadmapCode: CODE, itemNo: '4', act: 'reminder' });
    expect(waiting).toHaveLength(1);
    const act = { by: idOf('Голубев'), to: idOf('Соколова'), reason: 'Отпуск.', actId: 'hand-over' };
    const first = await world.client.items.reassign(`${CODE}/4`, act);
    expect(await world.client.items.reassign(`${CODE}/4`, act)).toEqual(first);
    await world.sleepUntil('2024-02-01T10:00');
    expect(await kindsOf('4', 'Тихонов', '2024-02-01')).toEqual(['reassigned']);
    expect(await kindsOf('4', 'Соколова', '2024-02-01')).toContain('assignment');
    await world.sleepUntil('2024-02-16T10:00');
    expect(await kindsOf('4', 'Тихонов', '2024-02-02')).toEqual([]);
    expect(await kindsOf('4', 'Соколова', '2024-02-02')).toEqual(
      expect.arrayContaining(['reminder', 'due-today', 'overdue']),
    );
  });
});

/** Kinds of what a person was written about an item from a day on. */
async function kindsOf(no: string, surname: string, from: string): Promise<readonly string[]> {
  const all = await mails(world.store.db, { to: idOf(surname), item: { code: CODE, no }, limit: 1000 });
  const since = all.filter(({ madeAt }) => new Date(madeAt).toISOString().slice(0, 10) >= from);
  return [...new Set(since.flatMap(({ kinds }) => kinds))].sort();
}

async function signer(): Promise<string> {
  const { holder } = await world.client.documents.card(APPOINTMENT);
  if (holder === null) throw new Error('nobody holds the document');
  return holder.id;
}
