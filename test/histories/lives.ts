/** The lives whose histories are recorded: every process of the product, through every step that people can take. */
import { readFileSync } from 'node:fs';
import { standInValues } from '#documents';
import type { ActAnswer } from '#client';
import { documentWorkflowId, itemWorkflowId, MAILROOM_ID, roadmapWorkflowId } from '#workflows/messages/ids';
import type { World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const item = (no: string) => itemWorkflowId({ code: CODE, no });
const document = (no: string, kind: 'order-appointment' | 'order-organisations' | 'letter-organisations') =>
  documentWorkflowId({ code: CODE, no, kind });

/** Names of recordings and the processes they are of. */
export type Recorded = Readonly<Record<string, string>>;

/** Seven weeks on the stepped clock: reminders, lateness, a date that was awaited, a deadline moved, a report returned. */
export async function sevenWeeks(world: World): Promise<Recorded> {
  const { idOf } = await world.launch3509();
  const { items, documents } = world.client;
  const responsible = idOf('Соколова');
  const controller = idOf('Глевицкая');
  const appointment = `${CODE}/1/order-appointment`;
  const values = standInValues('order-appointment', { responsibleId: responsible });
  await documents.fill(appointment, { by: responsible, values });
  await documents.decide(appointment, { by: controller, decision: 'return', version: 2, remarks: 'Уточните.' });
  const corrected = standInValues('order-appointment', { responsibleId: idOf('Тихонов') });
  await documents.fill(appointment, { by: responsible, values: corrected });
  await documents.decide(appointment, { by: controller, decision: 'approve', version: 3 });
  const organisations = `${CODE}/2/order-organisations`; // lies with its approver, who is reminded of it
  await documents.fill(organisations, {
    by: responsible,
    values: standInValues('order-organisations', { responsibleId: responsible }),
  });
  await world.sleepUntil('2023-12-27T12:00');
  const { version } = await documents.card(appointment);
  await documents.register(appointment, { by: responsible, number: '1-р', date: '2023-12-27' as never, version });
  await items.nameDeadline(`${CODE}/3`, { by: idOf('Яшина'), date: '2024-01-19' as never, basis: 'Письмо.' });
  await items.moveDeadline(`${CODE}/6`, { by: idOf('Голубев'), to: '2024-01-31' as never, reason: 'Поставка.' });
  await world.sleepUntil('2023-12-28T12:00');
  const report = { by: responsible, text: 'Исполнено.' };
  const registered = [{ result: '1', by: 'document' as const, documentId: appointment }];
  await items.submitReport(`${CODE}/1`, { ...report, evidence: registered });
  await items.returnReport(`${CODE}/1`, { by: controller, remarks: 'Приложите список.' });
  await items.submitReport(`${CODE}/1`, { ...report, evidence: registered });
  await items.reassign(`${CODE}/4`, { by: controller, to: responsible, reason: 'Отпуск.' });
  await world.sleepUntil('2023-12-29T12:00');
  await items.acceptReport(`${CODE}/1`, { by: controller });
  // Its drafts are open still: they are cancelled with it.
  const onPaper = ['1', '2'].map((result) => ({ result, by: 'paper' as const, words: 'на бумаге' }));
  await items.submitReport(`${CODE}/2`, { ...report, evidence: onPaper });
  await items.acceptReport(`${CODE}/2`, { by: controller });
  await world.sleepUntil('2024-02-16T12:00');
  const later = { by: responsible, to: '2024-02-29' as never, reason: 'Поставка.' };
  await items.askExtension(`${CODE}/6`, later);
  await items.adviseExtension(`${CODE}/6`, { by: controller, supports: false, opinion: 'Рано.' });
  await items.refuseExtension(`${CODE}/6`, { by: idOf('Голубев'), reason: 'Рано.' });
  await items.askExtension(`${CODE}/6`, later);
  await items.recallExtension(`${CODE}/6`, { by: responsible });
  await items.askExtension(`${CODE}/6`, later);
  await items.grantExtension(`${CODE}/6`, { by: idOf('Голубев') });
  await amend(world, controller);
  await world.sleepUntil('2024-02-19T12:00');
  return {
    roadmap: roadmapWorkflowId(CODE),
    mailroom: MAILROOM_ID,
    'item-closed': item('1'),
    'item-closed-over-drafts': item('2'),
    'item-date-named': item('3'),
    'item-late-and-reassigned': item('4'),
    'item-amended': item('5'),
    'item-withdrawn': item('7'),
    'item-added': item('8'),
    'item-moved': item('6'),
    'document-registered': document('1', 'order-appointment'),
    'document-cancelled': document('2', 'order-organisations'),
  };
}

/** A new edition: item 5 later and in other words with another result, item 7 left out, item 8 added. */
async function amend({ client }: World, by: string): Promise<void> {
  const order = readFileSync(new URL('../fixtures/orders/order-3509-r.txt', import.meta.url), 'utf8');
  const text = order
    .replace('26.12.2023 № 3509-р\n', '26.12.2023 № 3509-р\n\n(в ред. распоряжения от 15.02.2024 № 7-р)\n')
    .replace('Закуплено, доставлено и налажено оборудование', 'Закуплено и налажено оборудование')
    .replace('Реестр документов, подтверждающих', 'Письмо о')
    .replace('25 августа 2024 года\n', '30 сентября 2024 года\n')
    .replace(/\n7\.\t[^]*$/u, '\n8.\tПодведены итоги\tРегиональный координатор\tОтчёт\t20 декабря 2024 года\n');
  const bytes = new TextEncoder().encode(text);
  const { mark, questions } = await client.editions.compare(CODE, bytes, 'новая.txt');
  if (mark === null) throw new Error(questions.join(' '));
  await client.editions.confirm(CODE, bytes, 'новая.txt', { by, mark });
}

/** On the real server, with every history cut short: what a run hands to the next one. */
export async function cutShort(world: World): Promise<Recorded> {
  const { idOf } = await world.launch3509();
  const { items, documents } = world.client;
  const by = idOf('Яшина');
  await items.nameDeadline(`${CODE}/3`, { by, date: '2024-01-19' as never, basis: 'Письмо.' });
  await items.moveDeadline(`${CODE}/3`, { by: idOf('Голубев'), to: '2024-01-31' as never, reason: 'Поставка.' });
  const letter = `${CODE}/2/letter-organisations`;
  await until(() => documents.card(letter));
  const responsible = idOf('Соколова');
  await until(() => fill(world, letter, responsible));
  return {
    'mailroom-cut-short': MAILROOM_ID,
    'item-cut-short': item('3'),
    'document-cut-short': document('2', 'letter-organisations'),
  };
}

function fill(world: World, id: string, by: string): Promise<ActAnswer> {
  const values = standInValues('letter-organisations', { responsibleId: by });
  return world.client.documents.fill(id, { by, values });
}

async function until(done: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await done();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
