/** A new edition of the order against a roadmap that runs: what is asked, what is done when it is confirmed, what stays. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { clientDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { createClient, type ClientDeps, type EditionAnswers, type EditionCard } from '#client';
import { parseLocalDate } from '#domain/local-date';
import { journal } from '#store';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const TEXT = readFileSync(new URL('../fixtures/orders/order-3509-r.txt', import.meta.url), 'utf8').replace(
  '26.12.2023 № 3509-р\n',
  '26.12.2023 № 3509-р\n\n(в ред. распоряжений комитета общего и профессионального образования от 09.01.2024 № 5-р, от 10.01.2024 № 7-р)\n',
);
/** Item 5 later, item 6 gone, item 4 in other words and with another result, a new row at the end, all after 5 numbered anew. */
const AMENDED = TEXT.replace('25 августа 2024 года\n', '30 сентября 2024 года\n')
  .replace(
    'Реестр извещений (по форме Центра проектного сопровождения)',
    'Письмо в адрес Центра проектного сопровождения об извещениях',
  )
  .replace(
    '4.\tОбъявлены закупки оборудования для внедрения ЦОС',
    '4.\tОбъявлены закупки оборудования и программ для внедрения ЦОС',
  )
  .replace(/\n6\.\tПроведен мониторинг[^]*\n7\.\t/u, '\n6.\t')
  .concat('\n7.\tПодведены итоги внедрения ЦОС\tЦентр проектного сопровождения\tОтчёт\t20 декабря 2024 года\n');

/** Items 6 and 7 have the same words: only a person knows which of them the new row 6 is. */
const ANSWERS: EditionAnswers = { same: { 6: '7' } };

let world: World;
let deps: ClientDeps;
let controller: string;
beforeAll(async () => {
  world = await openWorld();
  const { store, temporal, now } = world;
  deps = { ...clientDeps(readSettings({}), { clockOffsetMs: 0 }, { store, temporal }), now };
  const { idOf } = await world.launch3509();
  controller = idOf('Глевицкая');
  await world.sleepUntil('2024-01-15T10:00');
});
afterAll(() => world.close());

const compare = (text: string, answers: EditionAnswers = {}) =>
  world.client.editions.compare(CODE, new TextEncoder().encode(text), 'новая.txt', answers);
const confirm = (text: string, mark: string, by = controller, answers = ANSWERS) =>
  world.client.editions.confirm(CODE, new TextEncoder().encode(text), 'новая.txt', { ...answers, by, mark });
const changeOf = ({ changes }: EditionCard, no: string) => changes.find((change) => change.no === no);

describe('the file of a new edition', () => {
  it('that says the same changes nothing, and there is nothing to confirm', async () => {
    const card = await compare(TEXT);
    expect(card).toMatchObject({
      act: { kind: 'распоряжение', number: '7-р', date: '2024-01-10' },
      unchanged: 7,
      changes: [],
      questions: [],
      mark: null,
    });
  });

  it('of another order is refused with both named', async () => {
    const other = TEXT.replaceAll('3509-р', '3510-р');
    await expect(compare(other)).rejects.toMatchObject({
      code: 'edition.other_order',
      message: expect.stringMatching(/№ 3510-р.*№ 3509-р/u),
    });
  });

  it('that does not say which act changed the order asks for it', async () => {
    const unnamed = TEXT.replace(/\(в ред\.[^)]*\)/u, '');
    await expect(compare(unnamed)).rejects.toMatchObject({ code: 'edition.unnamed' });
    const named = await compare(unnamed, { act: 'распоряжение от 10.01.2024 № 7-р' });
    expect(named.act.number).toBe('7-р');
    await expect(compare(unnamed, { act: 'приказ' })).rejects.toMatchObject({ code: 'usage.invalid' });
  });

  it('that is an amending act with a few rows withdraws nothing before a person says that it gives the whole plan', async () => {
    const act = TEXT.replace('26.12.2023 № 3509-р', '11.01.2024 № 9-р')
      .replace(
        'Об утверждении Комплекса мер',
        'О внесении изменений в распоряжение от 26.12.2023 № 3509-р об утверждении Комплекса мер',
      )
      .replace(/\n1\.\tУтверждено[^]*(?=\n4\.\tОбъявлены)/u, '')
      .replace('15 февраля 2024 года', '1 марта 2024 года');
    const asked = await compare(act);
    expect(asked.mark).toBeNull();
    expect(asked.questions).toEqual([expect.stringMatching(/нет пунктов: 1, 2, 3\..*--whole.*--partial/u)]);
    const partial = await compare(act, { scope: 'partial' });
    expect(partial.changes.map(({ no, change }) => [no, change])).toEqual([['4', 'amended']]);
    const whole = await compare(act, { scope: 'whole' });
    expect(whole.changes.filter(({ change }) => change === 'withdrawn').map(({ no }) => no)).toEqual(['1', '2', '3']);
  });

  it('whose new deadline is not understood, or is a term, asks for the day', async () => {
    const unclear = TEXT.replace('15 февраля 2024 года', 'в конце зимы');
    expect((await compare(unclear)).questions).toEqual([
      expect.stringMatching(/^Строка 4\. .*--day 4=ДД\.ММ\.ГГГГ\.$/u),
    ]);
    const term = TEXT.replace('15 февраля 2024 года', 'в течение 30 дней со дня подписания настоящего распоряжения');
    expect((await compare(term)).questions).toEqual([expect.stringContaining('с какого дня его считать')]);
    const named = await compare(term, { days: { 4: parseLocalDate('2024-02-20') } });
    expect(changeOf(named, '4')).toMatchObject({
      lines: [
        {
          label: 'Срок',
          was: '15 февраля 2024 года',
          now: 'в течение 30 дней со дня подписания настоящего распоряжения',
        },
        { label: 'Рабочий срок', was: '15.02.2024', now: '20.02.2024' },
      ],
      explanation: 'Дата 20.02.2024 названа при сверке новой редакции.',
    });
  });

  it('that names a day in the past says so before anything is confirmed', async () => {
    const card = await compare(TEXT.replace('15 февраля 2024 года', '12 января 2024 года'));
    expect(changeOf(card, '4')?.explanation).toMatch(/Этот день уже прошёл: о просрочке узнают/u);
    expect(card.mark).not.toBeNull();
  });

  it('with a party that nobody stands for says so and cannot be confirmed', async () => {
    const card = await compare(
      TEXT.concat('\n8.\tПодведены итоги\tДепартамент финансов\tОтчёт\t20 декабря 2024 года\n'),
    );
    expect(card.mark).toBeNull();
    expect(card.questions).toEqual([expect.stringContaining('«Департамент финансов»')]);
  });
});

describe('a row that may be one item of ours or another', () => {
  it('is taken for neither before a person has said which it is', async () => {
    const card = await compare(AMENDED);
    expect(card.mark).toBeNull();
    expect(card.questions).toEqual([
      expect.stringMatching(
        /^Строка 6 .*, срок «30 ноября 2024 года»: это пункт 6 .*«25 августа 2024 года;».* или пункт 7 .* или новый пункт\? Ответьте: --same 6=ПУНКТ или --new 6\.$/u,
      ),
      expect.stringMatching(/^Строка 7 /u),
    ]);
    expect((await compare(AMENDED, ANSWERS)).questions).toEqual([]);
  });

  it('is not answered with an item that is not there, nor with one item for two rows', async () => {
    await expect(compare(AMENDED, { same: { 6: '9' } })).rejects.toMatchObject({ code: 'act.invalid' });
    await expect(compare(AMENDED, { same: { 6: '7', 7: '7' } })).rejects.toMatchObject({ code: 'act.invalid' });
  });
});

describe('a confirmed edition', () => {
  let mark: string;
  it('shows before what it will do, item by item', async () => {
    const card = await compare(AMENDED, ANSWERS);
    mark = card.mark ?? '';
    expect(card.changes.map(({ no, printedNo, change }) => [no, printedNo, change])).toEqual([
      ['4', '4', 'amended'],
      ['5', '5', 'amended'],
      ['7', '6', 'amended'],
      ['7-2', '7', 'added'],
      ['6', null, 'withdrawn'],
    ]);
    expect(changeOf(card, '5')?.lines).toEqual([
      { label: 'Срок', was: '25 августа 2024 года', now: '30 сентября 2024 года' },
      { label: 'Рабочий срок', was: '23.08.2024', now: '30.09.2024' },
    ]);
  });

  it('is refused to whoever neither controls nor signed, and under a mark that was not shown', async () => {
    const people = await world.client.officials.list();
    const other = people.find(({ surname }) => surname === 'Соколова')?.id ?? '';
    await expect(confirm(AMENDED, mark, other)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(confirm(AMENDED, '000000000000')).rejects.toMatchObject({ code: 'edition.stale' });
    await expect(confirm(TEXT, mark, controller, {})).rejects.toMatchObject({ code: 'edition.stale' });
    expect((await world.client.items.card(`${CODE}/5`)).workingDue).toBe('2024-08-23');
  });

  it('is carried out once, whoever confirms it at the same moment', async () => {
    const done = await Promise.all([confirm(AMENDED, mark), confirm(AMENDED, mark)]);
    for (const outcome of done) {
      expect(outcome).toMatchObject({ added: ['7-2'], amended: ['4', '5', '7'], withdrawn: ['6'], over: [] });
    }
    expect(await journal(world.store.db, { roadmapCode: CODE, act: 'edition' })).toHaveLength(1);
    expect(await journal(world.store.db, { roadmapCode: CODE, act: 'amend' })).toHaveLength(3);
    expect(await journal(world.store.db, { roadmapCode: CODE, act: 'withdraw' })).toHaveLength(1);
    expect(await journal(world.store.db, { roadmapCode: CODE, act: 'addItem' })).toHaveLength(1);
  });

  it('moves days, words and numbers, and the history says by which act', async () => {
    const five = await world.client.items.card(`${CODE}/5`);
    expect(five).toMatchObject({ due: '2024-09-30', workingDue: '2024-09-30', deadlineText: '30 сентября 2024 года' });
    expect(five.journal.find(({ act }) => act === 'amend')).toMatchObject({
      words: 'Распоряжение от 10.01.2024 № 7-р. Срок: «30 сентября 2024 года» вместо «25 августа 2024 года».',
    });
    expect(five.moves).toMatchObject([{ from: '2024-08-23', to: '2024-09-30' }]);
    const four = await world.client.items.card(`${CODE}/4`);
    expect(four.title).toBe('Объявлены закупки оборудования и программ для внедрения ЦОС');
    expect(four.results.map(({ text }) => text)).toEqual([
      'Письмо в адрес Центра проектного сопровождения об извещениях',
    ]);
    expect(await world.client.items.card(`${CODE}/7`)).toMatchObject({ no: '7', printedNo: '6' });
    const card = await world.client.roadmaps.card(CODE);
    expect(card.items.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5', '7', '7-2', '6']);
    expect(card.edition).toMatchObject({ act: { number: '7-р' }, finished: true });
  });

  it('ends the control of what it leaves out, without acceptance and without further mail', async () => {
    const six = await world.client.items.card(`${CODE}/6`);
    expect(six).toMatchObject({ status: 'withdrawn', statusLabel: 'Исключено', waitsFor: [] });
    await expect(world.client.items.acceptReport(`${CODE}/6`, { by: controller })).rejects.toMatchObject({
      code: 'item.closed',
      message: expect.stringContaining('исключён'),
    });
  });

  it('starts what it adds as a launch would: people, reminders, letters of assignment', async () => {
    const added = await world.client.items.card(`${CODE}/7-2`);
    expect(added).toMatchObject({
      printedNo: '7',
      status: 'planned',
      responsible: { name: 'Яшина В.Н.' },
      workingDue: '2024-12-20',
    });
  });

  it('is told the next morning to everybody whom it concerns, and what is gone is never written of again', async () => {
    await world.sleepUntil('2024-01-17T10:00');
    const told = (await world.mails()).flatMap(({ kinds, items }) => items.map((item) => `${item} ${kinds.join()}`));
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ЦОС-2024\/4 .*reworded/u),
        expect.stringMatching(/^ЦОС-2024\/5 .*deadline-moved/u),
        expect.stringMatching(/^ЦОС-2024\/6 .*withdrawn/u),
        expect.stringMatching(/^ЦОС-2024\/7-2 .*assignment/u),
      ]),
    );
    expect((await world.client.items.card(`${CODE}/6`)).nextMailAt).toBeNull();
    await world.sleepUntil('2024-09-17T10:00');
    const later = (await world.mails()).filter(({ sentAt }) => sentAt !== null && sentAt > '2024-01-18');
    expect(later.filter(({ items }) => items.includes(`${CODE}/6`))).toEqual([]);
    expect(later.filter(({ items }) => items.includes(`${CODE}/5`))).not.toEqual([]);
  });

  it('that is confirmed again hears the same answer and changes nothing', async () => {
    const before = (await journal(world.store.db, { roadmapCode: CODE })).length;
    expect(await confirm(AMENDED, mark)).toMatchObject({ added: ['7-2'] });
    expect((await journal(world.store.db, { roadmapCode: CODE })).length).toBe(before);
    await expect(world.client.editions.finish(CODE, { by: controller })).rejects.toMatchObject({
      code: 'edition.known',
    });
  });

  it('is what the next file is compared with; an older act is refused', async () => {
    expect(await compare(AMENDED)).toMatchObject({ changes: [], questions: [], mark: null });
    const older = AMENDED.replace(', от 10.01.2024 № 7-р', '');
    await expect(compare(older)).rejects.toMatchObject({ code: 'edition.known' });
  });
});

describe('an edition that is interrupted', () => {
  const LATER = AMENDED.replace('от 10.01.2024 № 7-р', 'от 12.01.2024 № 8-р')
    .replace('30 сентября 2024 года', '31 октября 2024 года')
    .replace('15 февраля 2024 года', '20 декабря 2024 года');

  it('is told as unfinished, holds back every other one, and is finished without doing anything twice', async () => {
    const { mark } = await compare(LATER, {});
    const broken = createClient({ ...deps, temporal: without(`roadmap/${CODE}/item/5`) });
    const bytes = new TextEncoder().encode(LATER);
    await expect(
      broken.editions.confirm(CODE, bytes, 'новая.txt', { by: controller, mark: mark ?? '' }),
    ).rejects.toThrow();
    expect((await world.client.roadmaps.card(CODE)).edition).toMatchObject({ act: { number: '8-р' }, finished: false });
    await expect(compare(TEXT)).rejects.toMatchObject({
      code: 'edition.unfinished',
      message: expect.stringContaining('№ 8-р'),
    });
    const done = await world.client.editions.finish(CODE, { by: controller });
    expect(done).toMatchObject({ amended: ['4', '5'], added: [], withdrawn: [] });
    expect((await world.client.items.card(`${CODE}/5`)).workingDue).toBe('2024-10-31');
    const amended = await journal(world.store.db, { roadmapCode: CODE, itemNo: '4', act: 'amend' });
    expect(amended).toHaveLength(2);
    expect((await world.client.roadmaps.card(CODE)).edition).toMatchObject({ finished: true });
  });

  it('is followed by an act of a few rows, which leaves the others where they stand', async () => {
    const [head = ''] = TEXT.split('\n1.\tУтверждено');
    const [row = ''] = /\n5\.\t.*/u.exec(LATER) ?? [];
    const act = `${head}${row}\n`
      .replace('26.12.2023 № 3509-р', '13.01.2024 № 10-р')
      .replace('Об утверждении Комплекса мер', 'О внесении изменений в распоряжение от 26.12.2023 № 3509-р')
      .replace('31 октября 2024 года', '15 ноября 2024 года');
    const answers: EditionAnswers = { scope: 'partial' };
    const before = (await world.client.roadmaps.card(CODE)).items.map(({ no }) => no);
    const card = await compare(act, answers);
    expect(card.changes.map(({ no, change }) => [no, change])).toEqual([['5', 'amended']]);
    await confirm(act, card.mark ?? '', controller, answers);
    const after = await world.client.roadmaps.card(CODE);
    expect(after.items.map(({ no }) => no)).toEqual(before);
    expect(after.items.find(({ no }) => no === '5')?.workingDue).toBe('2024-11-15');
    expect(after.edition).toMatchObject({ act: { number: '10-р' }, finished: true });
  });

  /** Stands for a connection that is lost before one of the acts. */
  function without(workflowId: string): Client {
    const { workflow } = world.temporal;
    const getHandle: typeof workflow.getHandle = (id, ...rest) => {
      if (id === workflowId) throw new Error('connection lost');
      return workflow.getHandle(id, ...rest);
    };
    const bare = { workflow: { getHandle }, withDeadline: world.temporal.withDeadline.bind(world.temporal) };
    return bare as unknown as Client;
  }
});

describe('an edition that leaves out all that runs and adds something', () => {
  it('keeps the roadmap running for what it adds, and a controller of other name takes all of it over', async () => {
    const [head = ''] = TEXT.split('\n1.\tУтверждено');
    const text = `${head}\n1.\tСоздан проектный штаб\tЦентр проектного сопровождения\tПриказ\t20 декабря 2024 года\n`
      .replace('№ 7-р', '№ 7-р, от 15.01.2024 № 9-р')
      .replace('Глевицкую Е.И.', 'Соколову М.А.');
    const asked = await compare(text);
    expect(asked.questions).toEqual([expect.stringMatching(/^Строка 1 .*--new 1\.$/u)]);
    const answers = { fresh: ['1'] };
    const card = await compare(text, answers);
    await confirm(text, card.mark ?? '', controller, answers);
    const { items, state } = await world.client.roadmaps.card(CODE);
    expect(state).toBe('running');
    expect(items.filter(({ status }) => status !== 'withdrawn').map(({ no }) => no)).toEqual(['1-2']);
    expect(items[0]).toMatchObject({ no: '1-2', controller: { name: 'Соколова М.А.' } });
    await world.sleepUntil((await world.now()) + 120_000); // documents under way are cancelled first
    const standing = await world.temporal.workflow.getHandle(`roadmap/${CODE}`).query('standing');
    expect(standing).toEqual({ started: true, open: ['1-2'] });
  });
});
