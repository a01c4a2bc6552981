/** A step that the database refuses for good: the process lives on, acts go on, and the step is made up for. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
let world: World;
let idOf: (surname: string) => string;

beforeAll(async () => {
  world = await openWorld();
  ({ idOf } = await world.launch3509());
});
afterAll(() => world.close());

/** From now on the table takes no row that meets the condition. */
function refuse(table: string, condition: string): Promise<unknown> {
  return world.sql(`alter table ${table} add constraint refused check (not (${condition})) not valid`);
}

function allow(table: string): Promise<unknown> {
  return world.sql(`alter table ${table} drop constraint refused`);
}

it('a reminder that could not be written is written when the fault is gone, and acts are taken meanwhile', async () => {
  await refuse('notice', `kind = 'reminder' and item_no = '4'`);
  await world.sleepUntil('2024-02-01T12:00');
  const moved = { by: idOf('Голубев'), to: '2024-02-29' as never, reason: 'Поставка.' };
  expect(await reminders('4')).toEqual([]);
  await world.client.items.moveDeadline(`${CODE}/5`, moved);
  await allow('notice');
  await world.sleepUntil('2024-02-02T12:00');
  expect(await reminders('4')).toEqual(['2024-02-01']);
});

it('an act that the database refuses has not happened, and may be done again', async () => {
  await refuse('journal', `act = 'moveDeadline'`);
  const move = { by: idOf('Голубев'), to: '2024-03-29' as never, reason: 'Поставка.' };
  await expect(world.client.items.moveDeadline(`${CODE}/6`, move)).rejects.toMatchObject({ code: 'store.conflict' });
  expect(await world.client.items.card(`${CODE}/6`)).toMatchObject({ workingDue: '2024-08-23', moves: [] });
  await allow('journal');
  await world.client.items.moveDeadline(`${CODE}/6`, move);
  const { workingDue, moves } = await world.client.items.card(`${CODE}/6`);
  expect({ workingDue, moves: moves.length }).toEqual({ workingDue: '2024-03-29', moves: 1 });
});

it('a round of mail that was refused goes out when the fault is gone', async () => {
  await refuse('mail', `true`);
  const before = await world.delivered();
  await world.sleepUntil('2024-02-15T10:00');
  expect(await world.delivered()).toBe(before);
  await allow('mail');
  await world.sleepUntil('2024-02-16T10:00');
  expect(await world.delivered()).toBeGreaterThan(before);
});

/** The days of an item's reminders in the journal. */
async function reminders(no: string): Promise<readonly unknown[]> {
  const rows = await world.client.roadmaps.journal(CODE);
  return rows.filter(({ act, itemNo }) => act === 'reminder' && itemNo === no).map(({ facts }) => facts['day']);
}
