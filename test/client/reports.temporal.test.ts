/** Reports over what is stored of running roadmaps. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const day = parseLocalDate;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { idOf } = await world.launch3509();
  await world.sleepUntil('2023-12-28T10:00');
  const { items } = world.client;
  const evidence = [{ result: '1', by: 'paper' as const, words: 'Распоряжение от 28.12.2023 № 3538-р' }];
  await items.submitReport(`${CODE}/1`, { by: idOf('Соколова'), text: 'Исполнено', evidence });
  await world.sleepUntil('2024-01-12T10:00');
  await items.acceptReport(`${CODE}/1`, { by: idOf('Глевицкая') });
});
afterAll(() => world.close());

describe('reports', () => {
  it('count an item as done on the day of its report, not of its acceptance', async () => {
    const report = await world.client.reports.discipline({ code: CODE, from: day('2023-12-26') });
    expect(report.total).toMatchObject({ assigned: 7, due: 2, inTime: 1, undone: 1, kept: 50, keptAsFirstNamed: 50 });
    expect(report.total.items).toEqual([`${CODE}/1`, `${CODE}/2`]);
    expect(report.rows.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(7);
    const units = await world.client.reports.discipline({ from: day('2023-12-26'), by: 'roadmap' });
    expect(units.rows).toMatchObject([{ subject: CODE, due: 2 }]);
  });

  it('refuse a period that ends after today or before it begins', async () => {
    const { reports } = world.client;
    await expect(reports.discipline({ to: day('2024-02-01') })).rejects.toMatchObject({ code: 'act.invalid' });
    await expect(reports.discipline({ from: day('2024-01-12'), to: day('2024-01-11') })).rejects.toMatchObject({
      code: 'act.invalid',
    });
    await expect(reports.overdue({ code: 'НЕТ' })).rejects.toMatchObject({ code: 'roadmap.unknown' });
  });

  it('list what is overdue with whoever holds it, and what lies ahead week by week', async () => {
    expect(await world.client.reports.overdue({ code: CODE })).toMatchObject([
      { id: `${CODE}/2`, workingDue: '2023-12-29', daysLate: 4, responsible: { name: 'Соколова М.А.' } },
    ]);
    const { weeks, rows } = await world.client.reports.load({ weeks: 8 });
    expect(weeks[0]).toEqual({ from: '2024-01-12', to: '2024-01-14' });
    expect(weeks[1]).toEqual({ from: '2024-01-15', to: '2024-01-21' });
    const [first] = rows;
    expect(first).toMatchObject({ person: { name: 'Соколова М.А.' }, overdue: [`${CODE}/2`] });
  });
});
