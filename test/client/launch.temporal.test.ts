/** What a launch leaves behind when it is refused, and that starting what runs already changes nothing. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { clientDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { createClient, ensureProcesses, type ClientDeps, type ItemCorrection } from '#client';
import { parseLocalDate } from '#domain/local-date';
import { itemCard, itemCards, itemStarts, journal, officials, orderOf, parties, pendingNotices } from '#store';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const OTHER = 'ДРУГАЯ-2024';
const EVER = Number.MAX_SAFE_INTEGER;
let world: World;
let deps: ClientDeps;

beforeAll(async () => {
  world = await openWorld();
  const { store, temporal, now } = world;
  deps = { ...clientDeps(readSettings({}), { clockOffsetMs: 0 }, { store, temporal }), now };
  await world.client.orders.import(file('examples/order-3509-r.docx'), 'order-3509-r.docx');
});
afterAll(() => world.close());

describe('a directory with a wrong line', () => {
  it('changes nobody and nothing', async () => {
    const text = `${new TextDecoder().decode(file('examples/officials.csv'))}\nИванов;;;И.И.;м;;;ivanov@x.example;;;;;`;
    const act = world.client.officials.import(new TextEncoder().encode(text));
    await expect(act).rejects.toMatchObject({ code: 'officials.unreadable' });
    expect(await world.client.officials.list()).toEqual([]);
    expect(await journal(world.store.db, { act: 'officials' })).toEqual([]);
  });
});

describe('a launch that is refused leaves all as it was', () => {
  it('when nobody is in the directory', () => refused(CODE, world.client, 'official.unknown'));

  it('and names at once everybody whom the directory lacks', async () => {
    const why = await world.client.roadmaps.launch(CODE).catch((error: unknown) => (error as Error).message);
    expect(why).toMatch(
      /в справочнике: подписант Голубев И\.А\. не найден; контролёр Глевицкая Е\.И\. не найден; никто не назван за «Региональный координатор», «Центр проектного сопровождения»/u,
    );
  });

  it('when the engine does not answer the start of the process', async () => {
    await world.client.officials.import(file('examples/officials.csv'));
    const start = () => Promise.reject(new Error('14 UNAVAILABLE: No connection established'));
    const temporal = { workflow: { start } } as unknown as Client;
    await refused(CODE, createClient({ ...deps, temporal }), 'engine.unavailable');
  });
});

describe('a launch', () => {
  it('goes through after a refused one, and of two at once exactly one', async () => {
    const launches = await Promise.allSettled([1, 2].map(() => world.client.roadmaps.launch(CODE)));
    const [refusal] = launches.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(launches.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refusal).toMatchObject({
      code: 'roadmap.already_launched',
      message: expect.stringContaining('ничего не изменилось'),
    });
    const launched = await journal(world.store.db, { roadmapCode: CODE, act: 'launch' });
    expect(launched).toHaveLength(1);
  });

  it('whose process runs already, because the commit was lost, is content with that process', async () => {
    const before = await runId(`roadmap/${CODE}`);
    await ensureProcesses(deps);
    await ensureProcesses(deps);
    expect(await runId(`roadmap/${CODE}`)).toBe(before);
  });

  it('leaves the one mailroom alone, however often the product starts', async () => {
    const before = await runId('mailroom');
    await Promise.all([ensureProcesses(deps), ensureProcesses(deps)]);
    expect(await runId('mailroom')).toBe(before);
  });
});

describe('a launch of a roadmap whose deadlines have passed', () => {
  const LATE = 'ПОЗДНО-2024';

  it('is refused, names the items and leaves all as it was, until somebody says that it is meant', async () => {
    const text = text3509().replaceAll('3509-р', '3512-р').replaceAll('29 декабря 2023 года', '20 декабря 2023 года');
    await world.client.orders.import(new TextEncoder().encode(text), 'order.txt', { code: LATE });
    const error = await refused(LATE, world.client, 'roadmap.late');
    expect(error).toMatchObject({
      message: expect.stringMatching(/сегодня 26\.12\.2023.* у пунктов: 1, 2\..*--late\.$/u),
    });
    const { warnings } = await world.client.roadmaps.launch(LATE, { late: true });
    expect(warnings).toEqual(['Сроки уже прошли у пунктов: 1, 2. О просрочке узнают контролёр и руководитель.']);
  });
});

describe('a deadline that a person must settle', () => {
  beforeAll(async () => {
    const { code } = await world.client.orders.import(unreadable(), 'order.txt', { code: OTHER });
    expect(code).toBe(OTHER);
  });

  it('bars the launch, which names its item and the command that helps', async () => {
    const error = await refused(OTHER, world.client, 'roadmap.not_ready');
    expect(error).toMatchObject({ message: expect.stringMatching(/не понятен срок у пунктов 1\b.*name-deadline/u) });
  });

  it('is settled once: the act repeated hears the same answer, somebody else’s is refused and leaves no line', async () => {
    const [person] = await officials(world.store.db);
    const by = person?.id ?? '';
    const settle = (actId: string, date: string) =>
      world.client.items.nameDeadline(`${OTHER}/1`, { by, actId, date: parseLocalDate(date), basis: 'Письмо' });
    const first = await settle('settle-1', '2024-03-16');
    expect(await settle('settle-1', '2024-03-16')).toEqual(first);
    await expect(settle('settle-2', '2024-04-01')).rejects.toMatchObject({
      code: 'item.wrong_state',
      message: expect.stringContaining('15.03.2024'),
    });
    expect(await world.client.items.card(`${OTHER}/1`)).toMatchObject({
      due: '2024-03-16',
      workingDue: '2024-03-15',
      explanation: expect.stringContaining('Письмо'),
    });
    expect(await journal(world.store.db, { roadmapCode: OTHER, act: 'nameDeadline' })).toHaveLength(1);
  });

  it('is not asked for where the order says «постоянно», and none is taken', async () => {
    const changed = text3509().replaceAll('3509-р', '3511-р').replace('Не позднее 29 декабря 2023 года', 'Постоянно');
    const { code } = await world.client.orders.import(new TextEncoder().encode(changed), 'order.txt', {
      code: 'ВСЕГДА-2024',
    });
    const [person] = await officials(world.store.db);
    const act = { by: person?.id ?? '', date: parseLocalDate('2024-03-16'), basis: 'Письмо' };
    await expect(world.client.items.nameDeadline(`${code}/1`, act)).rejects.toMatchObject({
      code: 'item.wrong_state',
      message: expect.stringContaining('«Постоянно»'),
    });
    expect(await world.client.items.card(`${code}/1`)).toMatchObject({ due: null });
    expect(await journal(world.store.db, { roadmapCode: code, act: 'nameDeadline' })).toEqual([]);
  });

  it('bars the launch no longer', async () => {
    expect(await world.client.roadmaps.launch(OTHER)).toMatchObject({ code: OTHER, items: 7 });
  });
});

describe('a party that the directory does not name', () => {
  it('is a question at import, with whoever might be meant, and no error', async () => {
    const changed = text3509()
      .replaceAll('3509-р', '3520-р')
      .replaceAll('Региональный координатор', 'Сектор цифровой трансформации');
    const bytes = new TextEncoder().encode(changed);
    const { problems } = await world.client.orders.import(bytes, 'order.txt', { code: 'ВОПРОС-2024' });
    expect(problems).toContainEqual({
      severity: 'warning',
      where: 'сторона «Сектор цифровой трансформации»',
      message: expect.stringMatching(
        /в справочнике не сказано \(пункты 1, .*\)\. Возможно: .*Соколова М\.А\. \(90 %\)/u,
      ),
      fix: 'ответьте командой officials match ВОПРОС-2024 или впишите сторону в справочник: officials import',
    });
    expect(problems.filter(({ severity }) => severity === 'blocking')).toEqual([]);
  });

  it('is answered by a person, once; the journal says by whom, and a later order knows it', async () => {
    const code = 'ВОПРОС-2024';
    const party = 'Сектор цифровой трансформации';
    const everybody = await officials(world.store.db);
    const idOf = (surname: string) => everybody.find((each) => each.surname === surname)?.id ?? '';
    const [by, official] = [idOf('Глевицкая'), idOf('Соколова')];
    const open = (await world.client.officials.parties(code)).find(({ name }) => name === party);
    expect(open).toMatchObject({ acting: [], open: ['1', '2', '3', '4', '5', '6', '7'] });
    expect(open?.proposals.length).toBeGreaterThan(1); // so nobody is taken by the program
    const match = { by, party, official };
    const answer = await world.client.officials.match(code, match);
    expect(answer).toMatchObject({ here: false, left: [], party: { open: [], acting: [{ id: official }] } });
    expect(await world.client.officials.match(code, match)).toEqual(answer);
    const rows = await journal(world.store.db, { roadmapCode: code, act: 'match' });
    expect(rows).toMatchObject([{ actorId: by, facts: { party, officialId: official } }]);
    const [line] = await world.client.journal.rows({ about: code, act: 'match' });
    expect(line).toMatchObject({ by: 'Глевицкая Е.И.', words: `${party}: Соколова М.А.` });
    const changed = text3509().replaceAll('3509-р', '3521-р').replaceAll('Региональный координатор', party);
    const later = await world.client.orders.import(new TextEncoder().encode(changed), 'o.txt', { code: 'ПОЗЖЕ-2024' });
    expect(later.problems.filter(({ where }) => where.startsWith('сторона'))).toEqual([]);
  });

  it('is not answered twice in different ways, nor for a party or a person that is not there', async () => {
    const [by, other] = (await officials(world.store.db)).map(({ id }) => id);
    const match = (party: string, official: string) =>
      world.client.officials.match('ВОПРОС-2024', { by: by ?? '', party, official });
    const before = await parties(world.store.db);
    await expect(match('Сектор цифровой трансформации', other ?? '')).rejects.toMatchObject({
      code: 'official.ambiguous',
    });
    await expect(match('Школы', other ?? '')).rejects.toMatchObject({ code: 'party.unknown' });
    await expect(match('Сектор цифровой трансформации', 'nobody')).rejects.toMatchObject({ code: 'official.unknown' });
    expect(await parties(world.store.db)).toEqual(before);
  });
});

describe('a party under a short name that the order explains', () => {
  const full = 'Центр проектного сопровождения Ленинградской области';

  it('is whoever the directory names under the full one; launched, the mail goes to that person', async () => {
    const order = text3509()
      .replaceAll('3509-р', '3530-р')
      .replace('1. Определить комитет', `1. ${full} (далее – Оператор) сопровождает План. Определить комитет`)
      .replaceAll('Региональный координатор, Центр проектного сопровождения', 'Региональный координатор, Оператор')
      .replace(
        '4.\tОбъявлены закупки оборудования для внедрения ЦОС\tРегиональный координатор',
        '4.\tОбъявлены закупки оборудования для внедрения ЦОС\tОператор',
      );
    const code = 'ОПЕРАТОР-2024';
    await world.client.orders.import(new TextEncoder().encode(order), 'order.txt', { code });
    const everybody = await officials(world.store.db);
    const idOf = (surname: string) => everybody.find((each) => each.surname === surname)?.id ?? '';
    const standing = await world.client.officials.parties(code);
    expect(standing.map(({ name, spellings }) => [name, spellings])).toContainEqual([full, ['Оператор']]);
    await world.client.officials.match(code, { by: idOf('Глевицкая'), party: full, official: idOf('Яшина') });
    await world.client.roadmaps.launch(code, { late: true });
    expect((await world.client.items.card(`${code}/4`)).responsible).toMatchObject({ name: 'Яшина В.Н.' });
  });
});

describe('a slip of the file', () => {
  const CODE = 'ОПЕЧАТКА-2024';
  let by = '';
  const correct = (actId: string, correction: ItemCorrection, no = '2') =>
    world.client.items.correct(`${CODE}/${no}`, { by, actId, correction, basis: 'опечатка в годе' });

  it('is corrected before launch: the item has the new words, the order and the journal keep the old', async () => {
    [{ id: by } = { id: '' }] = await officials(world.store.db);
    const changed = text3509().replaceAll('3509-р', '3519-р').replace('15 февраля 2024', '15 февраля 2042');
    const bytes = new TextEncoder().encode(changed);
    const { problems } = await world.client.orders.import(bytes, 'order.txt', { code: CODE });
    expect(problems).toContainEqual(expect.objectContaining({ message: expect.stringContaining('15.02.2042') }));
    const first = await correct('slip-1', { deadline: '15 февраля 2024 года' }, '4');
    expect(await correct('slip-1', { deadline: '15 февраля 2024 года' }, '4')).toEqual(first);
    const card = await world.client.items.card(`${CODE}/4`);
    expect(card).toMatchObject({ due: '2024-02-15', deadlineText: '15 февраля 2024 года' });
    expect(card.journal).toMatchObject([
      { act: 'correct', words: expect.stringMatching(/вместо «15 февраля 2042 года».*Основание: опечатка в годе/u) },
    ]);
    const kept = await orderOf(world.store.db, CODE);
    expect(kept?.reading.items[3]?.deadline.value).toBe('15 февраля 2042 года');
  });

  it('may be the measure, who answers for it and what it gives', async () => {
    await correct('slip-2', {
      title: 'Утверждён перечень',
      responsible: 'Комитет; Центр',
      results: '1. Письмо; 2. Приказ',
    });
    const [, item] = (await world.client.roadmaps.card(CODE)).items;
    expect(item).toMatchObject({ title: 'Утверждён перечень' });
    expect(await itemCard(world.store.db, { code: CODE, no: '2' })).toMatchObject({
      parties: ['Комитет', 'Центр'],
      results: [{ kind: 'letter' }, { kind: 'order' }],
    });
  });

  it.each<[string, ItemCorrection, string]>([
    ['a deadline that cannot be read', { deadline: 'до Х месяца' }, 'не понятен'],
    ['the words that stand there already', { title: 'Утверждён перечень' }, 'так и стоит'],
    ['parties without a party', { responsible: '–' }, 'нет ответственного'],
  ])('is not %s: nothing is changed', async (_what, correction, words) => {
    const before = await itemCard(world.store.db, { code: CODE, no: '2' });
    await expect(correct('slip-3', correction)).rejects.toMatchObject({
      code: 'act.invalid',
      message: expect.stringContaining(words),
    });
    expect(await itemCard(world.store.db, { code: CODE, no: '2' })).toEqual(before);
  });

  it('of a roadmap that runs is corrected no more', async () => {
    await expect(
      world.client.items.correct(`${OTHER}/2`, { by, correction: { title: 'Другое' }, basis: 'опечатка' }),
    ).rejects.toMatchObject({ code: 'item.wrong_state', message: expect.stringContaining('уже запущена') });
    expect(await journal(world.store.db, { roadmapCode: OTHER, act: 'correct' })).toEqual([]);
  });
});

describe('an act that approves two plans', () => {
  const act = () => file('test/fixtures/orders/order-131-rp.docx');
  const bring = (plan: number, code: string) => world.client.orders.import(act(), 'act.docx', { plan, code });

  it('comes in once for each of them, under a code of its own', async () => {
    await expect(world.client.orders.import(act(), 'act.docx')).rejects.toMatchObject({
      code: 'roadmap.not_ready',
      message: expect.stringContaining('--plan'),
    });
    expect((await bring(1, 'СЕРВИСЫ-2025')).items).toHaveLength(5);
    expect((await bring(2, 'ЦЕНТРЫ-2025')).items).toHaveLength(5);
    expect((await world.client.roadmaps.card('ЦЕНТРЫ-2025')).items[0]).toMatchObject({
      title: 'Создан координационный совет по развитию добровольчества',
    });
    await expect(bring(2, 'ЕЩЁ-2025')).rejects.toMatchObject({
      code: 'roadmap.exists',
      message: expect.stringContaining('ЦЕНТРЫ-2025'),
    });
  });
});

/** Everything a launch writes: people, starts, notices, lines of the journal, the state. */
async function refused(code: string, client: World['client'], why: string): Promise<unknown> {
  const isOwn = ({ roadmapCode }: { roadmapCode: string }) => roadmapCode === code; // others run meanwhile
  const traces = async () => {
    const { db } = world.store;
    return {
      card: await world.client.roadmaps.card(code),
      items: await itemCards(db, code),
      notices: (await pendingNotices(db, EVER)).flatMap(({ notices }) => notices).filter(isOwn),
      journal: await journal(db, { roadmapCode: code }),
    };
  };
  const before = await traces();
  const error: unknown = await client.roadmaps.launch(code).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'VekhaError', code: why });
  expect(await traces()).toEqual(before);
  await expect(itemStarts(world.store.db, code, { offset: 0, limit: 10 })).rejects.toMatchObject({
    code: 'roadmap.not_ready',
  });
  await expect(runId(`roadmap/${code}`)).rejects.toThrow();
  return error;
}

async function runId(workflowId: string): Promise<string> {
  return (await world.temporal.workflow.getHandle(workflowId).describe()).runId;
}

/** Order 3509-р under another number, the deadline of its first item in words that name no day. */
function unreadable(): Uint8Array {
  const changed = text3509().replaceAll('3509-р', '3510-р').replace('Не позднее 29 декабря 2023 года', 'Своевременно');
  expect(changed).toContain('Своевременно');
  return new TextEncoder().encode(changed);
}

function text3509(): string {
  return new TextDecoder().decode(file('examples/order-3509-r.txt'));
}

function file(path: string): Uint8Array {
  return readFileSync(new URL(`../../${path}`, import.meta.url));
}
