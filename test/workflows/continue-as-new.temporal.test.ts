/**
 * A process whose history grows long goes on as a new run: nobody may notice. On the stepped clock nothing that is a
 * child may end here: its server holds the clock for ever when the parent has gone on as a new run meanwhile. That a
 * child may end is shown on the real server, below.
 */
import { describe, expect, it } from '@jest/globals';
import { MOSCOW } from '#domain/body-time';
import { standInValues } from '#documents';
import { timelineOf, type TimelineEvent } from '#rehearsal';
import { itemWorkflowId, MAILROOM_ID, roadmapWorkflowId } from '#workflows/messages/ids';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const APPOINTMENT = `${CODE}/1/order-appointment`;
/** Every process goes on as a new run after nearly every step. */
const TIGHT = 12;

describe('a process that continues as new', () => {
  it('leaves the timeline of two months as it is without', async () => {
    const plain = await openWorld();
    let expected: readonly TimelineEvent[];
    try {
      expected = await twoMonths(plain);
      expect(await runsBefore(plain, MAILROOM_ID)).toBe(0);
    } finally {
      await plain.close();
    }
    const tight = await openWorld({ historyLimit: TIGHT });
    try {
      expect(await twoMonths(tight)).toEqual(expected);
      expect(await runsBefore(tight, MAILROOM_ID)).toBeGreaterThan(20);
      expect(await runsBefore(tight, itemWorkflowId({ code: CODE, no: '3' }))).toBeGreaterThan(5);
    } finally {
      await tight.close();
    }
  }, 120_000);

  it('carries documents and items to their end, and answers a repeated act as before', async () => {
    const world = await openWorld({ historyLimit: TIGHT, live: true });
    try {
      const { idOf } = await world.launch3509();
      const { documents, items } = world.client;
      const by = idOf('Соколова');
      const controller = idOf('Глевицкая');
      await until(async () => (await documents.card(APPOINTMENT)).version === 1);
      await documents.fill(APPOINTMENT, { by, values: standInValues('order-appointment', { responsibleId: by }) });
      await documents.decide(APPOINTMENT, { by: controller, decision: 'approve', version: 2 });
      const { version } = await documents.card(APPOINTMENT);
      await documents.register(APPOINTMENT, { by, number: '1-р', date: '2023-12-26' as never, version });
      const naming = { by: idOf('Яшина'), date: '2024-01-19' as never, basis: 'Письмо.', actId: 'the-naming' };
      const first = await items.nameDeadline(`${CODE}/3`, naming);
      await until(async () => (await runsBefore(world, itemWorkflowId({ code: CODE, no: '3' }))) > 0);
      expect(await items.nameDeadline(`${CODE}/3`, naming)).toEqual(first);
      await until(async () => (await items.card(`${CODE}/1`)).documents.some(({ state }) => state === 'registered'));
      const evidence = [{ result: '1', by: 'document' as const, documentId: APPOINTMENT }];
      await items.submitReport(`${CODE}/1`, { by, text: 'Исполнено.', evidence });
      await items.acceptReport(`${CODE}/1`, { by: controller });
      const roadmap = world.temporal.workflow.getHandle(roadmapWorkflowId(CODE));
      await until(async () => {
        const { open } = await roadmap.query<{ open: readonly string[] }>('standing');
        return open.length === 6 && !open.includes('1');
      });
      expect((await items.card(`${CODE}/1`)).status).toBe('offControl');
      expect(await runsBefore(world, roadmapWorkflowId(CODE))).toBeGreaterThan(0);
      expect(await runsBefore(world, itemWorkflowId({ code: CODE, no: '1' }))).toBeGreaterThan(0);
      const found = world.temporal.workflow.list({ query: `ItemNo = '3' AND ExecutionStatus = 'Running'` });
      const ids: string[] = [];
      for await (const { workflowId } of found) ids.push(workflowId);
      expect(ids).toEqual([itemWorkflowId({ code: CODE, no: '3' })]);
    } finally {
      await world.close();
    }
  }, 120_000);
});

/** Mornings, reminders and acts, none of which ends a document or an item. */
async function twoMonths(world: World): Promise<readonly TimelineEvent[]> {
  const { idOf } = await world.launch3509();
  const { items, documents } = world.client;
  const by = idOf('Соколова');
  await documents.fill(APPOINTMENT, { by, values: standInValues('order-appointment', { responsibleId: by }) });
  await world.sleepUntil('2023-12-26T11:00');
  await documents.decide(APPOINTMENT, { by: idOf('Глевицкая'), decision: 'return', version: 2, remarks: 'Уточнить.' });
  await world.sleepUntil('2023-12-27T12:00');
  await items.nameDeadline(`${CODE}/3`, { by: idOf('Яшина'), date: '2024-01-19' as never, basis: 'Письмо.' });
  await items.moveDeadline(`${CODE}/6`, { by: idOf('Голубев'), to: '2024-01-31' as never, reason: 'Поставка.' });
  await world.sleepUntil('2023-12-28T12:00');
  const evidence = [{ result: '1', by: 'paper' as const, words: 'на бумаге' }];
  await items.submitReport(`${CODE}/1`, { by, text: 'Исполнено.', evidence });
  await world.sleepUntil('2023-12-29T12:00');
  await items.returnReport(`${CODE}/1`, { by: idOf('Глевицкая'), remarks: 'Приложите распоряжение.' });
  await items.reassign(`${CODE}/2`, { by: idOf('Глевицкая'), to: idOf('Яшина'), reason: 'Отпуск.' });
  await world.sleepUntil('2024-02-26T12:00');
  return timelineOf(await world.client.roadmaps.journal(CODE), await world.mails(), MOSCOW);
}

/** How many runs of a process came before its present one. */
async function runsBefore({ temporal }: World, workflowId: string): Promise<number> {
  let runs = 0;
  let runId: string | undefined;
  for (;;) {
    const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    const before = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (before === undefined || before === null || before === '') return runs;
    runs += 1;
    runId = before;
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 50));
}
