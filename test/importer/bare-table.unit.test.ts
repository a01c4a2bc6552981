/** A file that holds only the table: what is said of its act, and that the file's own words come first. */
import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import type { ToldHead } from '#domain/order';
import { readOrder } from '#importer';

const TABLE = `№;Мероприятие;Ответственный;Результат;Срок
1;Утверждён перечень школ;Департамент образования;Приказ;до 1 марта 2024 года
2;Закуплено оборудование;Департамент образования, Центр закупок;Реестр контрактов;25 августа 2024 года
3;Проведён мониторинг;Центр закупок;Отчёт;30 ноября 2024 года
`;
const ACT = { kind: 'приказ', number: '15-од', date: parseLocalDate('2023-12-26') } as const;
const TOLD: ToldHead = {
  act: ACT,
  title: 'Об утверждении плана',
  issuer: 'Департамент образования',
  signatory: { name: 'Голубев И.А.', position: 'директор' },
  controller: { name: 'Ким А.Б.', position: '' },
};

const read = (text: string, told?: ToldHead) =>
  readOrder(new TextEncoder().encode(text), { fileName: 'таблица.csv', told });

describe('a bare table', () => {
  it('is refused with the key by which its act is told', async () => {
    await expect(read(TABLE)).rejects.toMatchObject({
      code: 'input.not_an_order',
      message: expect.stringContaining('--act "распоряжение от 26.12.2023 № 15-р"'),
    });
  });

  it('is the plan of the act that a person names; what was told stands nowhere in the file', async () => {
    const { order, items, problems } = await read(TABLE, TOLD);
    expect(items.map(({ no, deadline }) => [no.value, deadline.value])).toEqual([
      ['1', 'до 1 марта 2024 года'],
      ['2', '25 августа 2024 года'],
      ['3', '30 ноября 2024 года'],
    ]);
    expect(order).toMatchObject({
      kind: { value: 'приказ', verbatim: '', sources: [] },
      number: { value: '15-од', sources: [] },
      date: { value: '2023-12-26', sources: [] },
      title: { value: 'Об утверждении плана' },
      issuer: { value: 'Департамент образования' },
      signatory: { value: { name: 'Голубев И.А.' } },
      controller: { value: { name: 'Ким А.Б.' } },
    });
    expect(problems).toEqual([]);
  });

  it('with the act alone says what else is missing and by which key it is told', async () => {
    const { problems } = await read(TABLE, { act: ACT });
    const told = problems.map(({ message, fix }) => `${message} ${fix ?? ''}`).join('\n');
    for (const key of ['--title', '--issuer', '--signatory']) expect(told).toContain(key);
  });
});

describe('an order that says something of its act itself', () => {
  const ORDER = `КОМИТЕТ ОБРАЗОВАНИЯ
РАСПОРЯЖЕНИЕ
26.12.2023 № 3509-р
Об утверждении плана
1. Утвердить план.
2. Контроль за исполнением распоряжения оставляю за собой.
Председатель комитета И.А. Голубев

№\tМероприятие\tОтветственный\tРезультат\tСрок
1.\tУтверждён перечень школ\tКомитет\tПриказ\tдо 1 марта 2024 года
2.\tЗакуплено оборудование\tКомитет\tРеестр\t25 августа 2024 года
`;
  const act = { kind: 'распоряжение', number: '3509-р', date: ACT.date } as const;

  it('takes the same words told again, with its own place in the file', async () => {
    const { order } = await read(ORDER, { act });
    expect(order.number.sources).not.toEqual([]);
  });

  it.each([
    ['another number', { act: { ...act, number: '3510-р' } }, 'Номер акта в файле – «3509-р», а в ключе – «3510-р»'],
    ['another day', { act: { ...act, date: parseLocalDate('2023-12-27') } }, 'Дата акта в файле – «26.12.2023»'],
    ['another kind', { act: { ...act, kind: 'приказ' } }, 'Вид акта в файле – «распоряжение»'],
    ['another title', { title: 'О другом' }, 'Заголовок в файле'],
    ['another body', { issuer: 'Правительство области' }, 'Орган в файле – «Комитет образования»'],
    [
      'another post',
      { signatory: { name: 'Голубев И.А.', position: 'директор' } },
      'Подписавший в файле – «Голубев И.А., ',
    ],
    ['another controller', { controller: { name: 'Ким А.Б.', position: '' } }, 'Контролёр в файле – «Голубев И.А.»'],
    ['another signatory', { signatory: { name: 'Ким А.Б.', position: '' } }, 'Подписавший в файле – «Голубев И.А.»'],
  ] satisfies [string, ToldHead, string][])('is never overruled by what is told: %s', async (_what, told, words) => {
    await expect(read(ORDER, told)).rejects.toMatchObject({
      code: 'usage.invalid',
      message: expect.stringContaining(words),
    });
  });
});
