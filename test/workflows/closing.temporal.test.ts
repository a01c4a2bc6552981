/** An item that is taken off control while its draft is still open: nobody is asked about the draft any more. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type World } from '../fixtures/world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

it('cancels the open draft of a closed item and lets time go on', async () => {
  const { idOf } = await world.launch3509();
  const evidence = [{ result: '1', by: 'paper' as const, words: 'распоряжение на бумаге' }];
  await world.client.items.submitReport('ЦОС-2024/1', { by: idOf('Соколова'), text: 'Исполнено.', evidence });
  await world.client.items.acceptReport('ЦОС-2024/1', { by: idOf('Глевицкая') });
  await world.sleepUntil('2023-12-27T12:00');
  const { documents, status } = await world.client.items.card('ЦОС-2024/1');
  expect(status).toBe('offControl');
  // The notice of assignment would have been made in the morning: of an item that is closed by then it is not.
  expect(documents.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['order-appointment cancelled']);
}, 60_000);
