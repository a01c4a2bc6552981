/** A later deadline: asked for, advised on, granted, refused, taken back; who may, what moves, who hears of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import { journal } from '#store';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const FIVE = `${CODE}/5`;
const day = parseLocalDate;

let world: World;
let responsible: string;
let controller: string;
let head: string;
beforeAll(async () => {
  world = await openWorld();
  const { idOf } = await world.launch3509();
  responsible = idOf('Тихонов');
  controller = idOf('Глевицкая');
  head = idOf('Голубев');
  await world.sleepUntil('2024-01-15T10:00');
});
afterAll(() => world.close());

const ask = (to: string, by = responsible, actId?: string) =>
  world.client.items.askExtension(FIVE, { by, to: day(to), reason: 'Поставка задержана', ...(actId ? { actId } : {}) });
const told = async (kind: string) =>
  (await world.mails()).filter(({ kinds }) => kinds.includes(kind)).map(({ to }) => to);

describe('a request for a later deadline', () => {
  it('is refused to others, for a day that is not later, for one that has passed, and where nothing is asked', async () => {
    const { items } = world.client;
    await expect(ask('2024-09-30', controller)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(ask('2024-08-23')).rejects.toMatchObject({
      code: 'act.invalid',
      message: expect.stringContaining('не позже действующего срока 23.08.2024'),
    });
    await expect(ask('2024-01-10')).rejects.toMatchObject({ code: 'act.invalid' });
    await expect(items.grantExtension(FIVE, { by: head })).rejects.toMatchObject({
      code: 'item.wrong_state',
      message: expect.stringContaining('не запрошен'),
    });
    expect(await journal(world.store.db, { roadmapCode: CODE, act: 'askExtension' })).toEqual([]);
  });

  it('waits for the controller first, with the deadline as it was; repeated under its mark it is one request', async () => {
    const first = await ask('2024-09-29', responsible, 'ask-1');
    expect(first).toMatchObject({ statusLabel: 'Ждёт решения о переносе', workingDue: '2024-08-23' });
    expect(await ask('2024-09-29', responsible, 'ask-1')).toEqual(first);
    await expect(ask('2024-10-30')).rejects.toMatchObject({ code: 'item.wrong_state' });
    const card = await world.client.items.card(FIVE);
    expect(card).toMatchObject({
      waitsFor: [{ name: 'Глевицкая Е.И.' }],
      extension: { by: 'Тихонов П.С.', to: '2024-09-29', workingDue: '2024-09-27', reason: 'Поставка задержана' },
    });
    await world.sleepUntil('2024-01-15T12:00');
    expect(await told('extension-requested')).toEqual(['Глевицкая Е.И.']);
  });

  it('goes with the opinion to whoever decides, and whoever asked hears it', async () => {
    const { items } = world.client;
    const advise = (by: string) => items.adviseExtension(FIVE, { by, supports: true, opinion: 'Остальное принято' });
    await expect(advise(head)).rejects.toMatchObject({ code: 'permission.denied' });
    await advise(controller);
    await expect(advise(controller)).rejects.toMatchObject({ code: 'item.wrong_state' });
    expect((await items.card(FIVE)).waitsFor).toMatchObject([{ name: 'Голубев И.А.' }]);
    await world.sleepUntil('2024-01-15T14:00');
    expect((await told('extension-requested')).sort()).toEqual(['Глевицкая Е.И.', 'Голубев И.А.', 'Тихонов П.С.']);
  });

  it('granted moves the deadline and every reminder at once, and is a move in the history', async () => {
    const { items } = world.client;
    await expect(items.grantExtension(FIVE, { by: controller })).rejects.toMatchObject({ code: 'permission.denied' });
    const two = await Promise.allSettled([
      items.grantExtension(FIVE, { by: head, actId: 'grant-1' }),
      items.refuseExtension(FIVE, { by: head, actId: 'refuse-1', reason: 'Нет' }),
    ]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    if (two[0].status === 'rejected') {
      await ask('2024-09-29');
      await items.grantExtension(FIVE, { by: head });
    }
    const card = await items.card(FIVE);
    expect(card).toMatchObject({ due: '2024-09-29', workingDue: '2024-09-27', extension: null });
    expect(card.moves).toMatchObject([{ from: '2024-08-23', to: '2024-09-29', reason: 'Поставка задержана' }]);
    await world.sleepUntil('2024-01-15T16:00');
    expect(await told('extension-granted')).toEqual(expect.arrayContaining(['Тихонов П.С.', 'Глевицкая Е.И.']));
  });

  it('refused leaves the deadline and says why; taken back nobody is written to', async () => {
    const { items } = world.client;
    await ask('2024-10-31');
    await items.refuseExtension(FIVE, { by: head, reason: 'Принятое оформить отдельно' });
    expect(await items.card(FIVE)).toMatchObject({ workingDue: '2024-09-27', extension: null });
    await world.sleepUntil('2024-01-15T17:00');
    expect(await told('extension-refused')).toEqual(expect.arrayContaining(['Тихонов П.С.', 'Глевицкая Е.И.']));
    const before = (await told('extension-requested')).length;
    await world.sleepUntil('2024-01-15T21:00');
    await ask('2024-10-31');
    await items.recallExtension(FIVE, { by: responsible });
    await world.sleepUntil('2024-01-17T10:00');
    expect((await told('extension-requested')).length).toBe(before);
  });

  it('ends with a report that is handed in, and with a move by the signatory', async () => {
    const { items } = world.client;
    await ask('2024-10-31');
    await items.moveDeadline(FIVE, { by: head, to: day('2024-10-15'), reason: 'Решение коллегии' });
    expect(await items.card(FIVE)).toMatchObject({ workingDue: '2024-10-15', extension: null });
    await ask('2024-10-31');
    const evidence = [{ result: '1', by: 'paper' as const, words: 'реестр' }];
    await items.submitReport(FIVE, { by: responsible, text: 'Исполнено', evidence });
    expect(await items.card(FIVE)).toMatchObject({ status: 'reported', extension: null });
    await expect(ask('2024-10-31')).rejects.toMatchObject({ code: 'item.wrong_state' });
  });

  it('stands in the journal with who asked, who decided and in which words', async () => {
    const rows = await world.client.journal.rows({ about: FIVE });
    const told = rows.map(({ act, by, words, subject }) => [act, by, words, subject].join(' | '));
    expect(told).toContain(`askExtension | Тихонов П.С. | Поставка задержана | ${FIVE}`);
    expect(told).toContain(`refuseExtension | Голубев И.А. | Принятое оформить отдельно | ${FIVE}`);
    const all = await world.client.journal.rows();
    const [last, ...more] = await world.client.journal.rows({ last: 1 });
    expect(more).toEqual([]);
    expect(last?.id).toBeGreaterThanOrEqual(all.length); // a letter may have gone meanwhile
    await expect(world.client.journal.rows({ about: 'НЕТ' })).rejects.toMatchObject({ code: 'roadmap.unknown' });
  });
});
