/** What a result cell promises: addressee, and which document the other one encloses. */
import { describe, expect, it } from '@jest/globals';
import { passageOf } from '../../importer/passage.js';
import { resultsOf } from '../../importer/plan/results.js';

const read = (cell: string, measure = '') => resultsOf(passageOf(cell, { block: 0 }), measure, () => undefined);

describe('the addressee', () => {
  it.each([
    ['Письмо в Минпросвещения России', 'Минпросвещения России'],
    [
      'Письмо регионального координатора в адрес Центра проектного сопровождения с перечнем школ',
      'Центра проектного сопровождения',
    ],
    ['доклад в Правительство Российской Федерации', 'Правительство Российской Федерации'],
    ['Отчёт главе округа', 'главе округа'],
    ['Доклад Губернатору Лесогорской области об итогах', 'Губернатору Лесогорской области'],
    ['Информационное письмо в муниципальные образования о проведении конкурса', 'муниципальные образования'],
  ])('of «%s» is %s', (cell, addressee) => {
    expect(read(cell)[0]?.addressee).toMatchObject({ value: addressee, verbatim: addressee });
  });

  it.each([
    'Письмо',
    'Отчёт в электронном виде',
    'Письмо в срок до 1 мая',
    'Приказ в отношении школ',
    'Реестр в Минфин',
    'Доклад в соответствии с формой',
  ])('of «%s» is not named', (cell) => {
    expect(read(cell)[0]?.addressee).toBeUndefined();
  });
});

describe('two documents in one breath', () => {
  it.each([
    ['Письмо ведомственного проектного офиса и акт МО НСО', ['letter', 'order']],
    ['Распоряжение и письмо в адрес школ', ['order', 'letter']],
    ['Приказ и отчёт', ['order', 'report']],
    ['Приказ об утверждении положения и формы отчёта', ['order']],
    ['Реестр писем и актов', ['register']],
  ])('%s', (cell, kinds) => {
    expect(read(cell).map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    ['акт Правительства', 'order'],
    ['Акт РОИВ', 'order'],
    ['Акт приёмки', 'act'],
    ['Акт КС-2', 'act'],
    ['Акты обследования зданий администрации', 'act'],
  ])('%s is %s', (cell, kind) => {
    expect(read(cell)[0]?.kind).toBe(kind);
  });
});

describe('a letter encloses what an order of the same measure approves', () => {
  it.each([
    ['1. Письмо в адрес Центра с перечнем школ; 2. Распоряжение об утверждении перечня школ', 'Сверка', [1, undefined]],
    ['1. Письмо в адрес Центра с перечнем школ; 2. Распоряжение комитета', 'Утверждён перечень школ', [1, undefined]],
    ['Приказ; письмо о направлении перечня', 'Сформирован и утверждён перечень площадок', [undefined, 0]],
    ['Приказ об утверждении графика; письмо с перечнем школ', 'Сверка', [undefined, undefined]],
    ['Письмо о проведении конкурса; приказ', 'Утверждён перечень школ', [undefined, undefined]],
    ['Письмо с перечнем; приказ; распоряжение', 'Утверждён перечень школ', [undefined, undefined, undefined]],
    ['Письмо с перечнем школ', 'Утверждён перечень школ', [undefined]],
  ])('«%s» for «%s»', (cell, measure, encloses) => {
    expect(read(cell, measure).map((result) => result.encloses)).toEqual(encloses);
  });
});
