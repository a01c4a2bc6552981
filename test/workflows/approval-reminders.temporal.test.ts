/** A draft that lies with its approver: who is reminded of it, on which mornings, and when that ends. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { standInValues } from '#documents';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const APPOINTMENT = `${CODE}/1/order-appointment`;
const ORGANISATIONS = `${CODE}/2/order-organisations`;
let world: World;
let idOf: (surname: string) => string;

beforeAll(async () => {
  world = await openWorld();
  ({ idOf } = await world.launch3509());
  const by = idOf('Соколова');
  for (const id of [APPOINTMENT, ORGANISATIONS]) {
    const [, , kind] = id.split('/') as [string, string, 'order-appointment' | 'order-organisations'];
    await world.client.documents.fill(id, { by, values: standInValues(kind, { responsibleId: by }) });
  }
});
afterAll(() => world.close());

it('the approver who is silent is asked at half of the norm and on its last day, and no more', async () => {
  await world.sleepUntil('2023-12-27T12:00');
  expect(await reminders(APPOINTMENT)).toEqual(['2023-12-27']);
  await world.client.documents.decide(APPOINTMENT, {
    by: idOf('Глевицкая'),
    decision: 'approve',
    version: 2,
    remarks: 'Приложите приказ.',
  });
  await world.sleepUntil('2024-01-11T12:00');
  expect(await reminders(ORGANISATIONS)).toEqual(['2023-12-27', '2023-12-28']);
  expect(await mornings('Глевицкая Е.И.', '2')).toEqual(['2023-12-27', '2023-12-28']);
});

it('nobody is reminded of what is decided', async () => {
  expect(await reminders(APPOINTMENT)).toEqual(['2023-12-27']);
});

it('remarks of an approval are told to the author by mail and stand in the history', async () => {
  const told = (await world.mails()).filter(({ to, kinds }) => to === 'Соколова М.А.' && kinds.includes('approved'));
  expect(told).toHaveLength(1);
  const { text } = await PostalMime.parse(await world.client.mails.raw(told[0]?.key ?? ''));
  expect(text?.replaceAll(/\s+/gu, ' ')).toContain('согласовано с замечаниями');
  const { journal } = await world.client.items.card(`${CODE}/1`);
  expect(journal.find(({ act }) => act === 'approve')?.words).toBe('Приложите приказ.');
});

it('who takes over the approver’s part is asked anew, and only that person decides', async () => {
  // The controller becomes the author of the draft: the signatory approves it instead.
  await world.client.items.reassign(`${CODE}/2`, {
    by: idOf('Голубев'),
    to: idOf('Глевицкая'),
    reason: 'Перераспределение.',
  });
  await world.sleepUntil('2024-01-11T13:00');
  expect(await world.client.documents.card(ORGANISATIONS)).toMatchObject({ holder: { id: idOf('Голубев') } });
  const asked = (await world.mails()).filter(
    ({ to, kinds, items }) =>
      to === 'Голубев И.А.' && kinds.includes('approval-requested') && items.includes(`${CODE}/2`),
  );
  expect(asked).toHaveLength(1);
  await expect(
    world.client.documents.decide(ORGANISATIONS, { by: idOf('Глевицкая'), decision: 'approve', version: 2 }),
  ).rejects.toMatchObject({ code: 'permission.denied' });
});

/** Body days of the journal's lines. */
async function reminders(id: string): Promise<string[]> {
  const journal = await world.client.roadmaps.journal(CODE);
  return journal
    .filter(({ documentId, act }) => documentId === id && act === 'remindApprover')
    .map(({ at }) => new Date(at).toISOString().slice(0, 10));
}

/** Days after the first on which a mail asked this person for a decision on the item. */
async function mornings(to: string, no: string): Promise<string[]> {
  const mails = (await world.mails()).filter(
    (mail) => mail.to === to && mail.items.includes(`${CODE}/${no}`) && mail.kinds.includes('approval-requested'),
  );
  return mails
    .map(({ madeAt }) => madeAt.slice(0, 10))
    .filter((day) => day > '2023-12-26')
    .sort();
}
