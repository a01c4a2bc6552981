/** One scenario lived twice: whether a worker keeps workflows in its cache must leave no trace in what happens. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { standInValues } from '#documents';
import { MOSCOW } from '#domain/body-time';
import { timelineOf, type TimelineEvent } from '#rehearsal';
import { openWorld, type WorldOptions } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const APPOINTMENT = `${CODE}/1/order-appointment`;

let plain: readonly TimelineEvent[];
beforeAll(async () => {
  plain = await live();
});

describe('what happens to a roadmap', () => {
  it('is a life with acts and mails', () => {
    const words = new Set(plain.map(({ what }) => what));
    expect([...words]).toEqual(
      expect.arrayContaining(['approve', 'register', 'report', 'offControl', 'nameDeadline', 'moveDeadline', 'mail']),
    );
  });

  it('is the same when every task replays its history', async () => {
    expect(await live({ maxCachedWorkflows: 0 })).toEqual(plain);
  }, 180_000); // every task begins with its whole history
});

async function live(options: WorldOptions = {}): Promise<readonly TimelineEvent[]> {
  const world = await openWorld(options);
  try {
    const { idOf } = await world.launch3509();
    const { items, documents } = world.client;
    const by = idOf('Соколова');
    const controller = idOf('Глевицкая');
    await documents.fill(APPOINTMENT, { by, values: standInValues('order-appointment', { responsibleId: by }) });
    await world.sleepUntil('2023-12-26T11:00'); // the request to decide has gone out
    await documents.decide(APPOINTMENT, { by: controller, decision: 'approve', version: 2 });
    await world.sleepUntil('2023-12-27T12:00');
    const { version } = await documents.card(APPOINTMENT);
    await documents.register(APPOINTMENT, { by, number: '1-р', date: '2023-12-27' as never, version });
    await world.sleepUntil('2023-12-27T13:00');
    await items.submitReport(`${CODE}/1`, {
      by,
      text: 'Исполнено.',
      evidence: [{ result: '1', by: 'document', documentId: APPOINTMENT }],
    });
    await items.nameDeadline(`${CODE}/3`, { by: idOf('Яшина'), date: '2024-01-19' as never, basis: 'Письмо.' });
    await items.moveDeadline(`${CODE}/6`, { by: idOf('Голубев'), to: '2024-01-31' as never, reason: 'Поставка.' });
    await world.sleepUntil('2023-12-28T12:00');
    await items.acceptReport(`${CODE}/1`, { by: controller });
    await world.sleepUntil('2024-02-02T10:00');
    return timelineOf(await world.client.roadmaps.journal(CODE), await world.mails(), MOSCOW);
  } finally {
    await world.close();
  }
}
