import { describe, expect, it } from '@jest/globals';
import { CODE } from '../fixtures/client-in-memory.js';
import { jsonOf, run } from './world.js';

const FILES = { files: { 'новая.docx': 'байты' } };
const ASK = ['amend', CODE, 'новая.docx'];
const DAY = ['--day', '8=30.09.2024'];

describe('amend', () => {
  it('shows what a person must answer, changes nothing and ends with 3', async () => {
    const heard = await run(ASK, FILES);
    expect(heard).toMatchObject({ code: 3, open: 0, acts: [{ act: 'compare', id: 'новая.docx' }] });
    expect(heard.out).toContain('Прежде чем применить, ответьте:');
    expect(heard.out).toContain('--day 8=ДД.ММ.ГГГГ');
  });

  it('shows item by item what was and what will be, and the mark to confirm it by', async () => {
    const heard = await run([...ASK, ...DAY], FILES);
    expect(heard.code).toBe(0);
    expect(heard.out.split('\n')).toEqual([
      'Новая редакция: распоряжение от 22.08.2024 № 2214-р.',
      'Пунктов с изменениями: 3, без изменений: 1.',
      '',
      'Пункт 1 (в новой редакции 2) «Назначение должностного лица» – изменён',
      '  Номер: «2» вместо «1»',
      '  Рабочий срок: – вместо «29.12.2023»',
      '  Исполняется постоянно.',
      '  Проекты в работе, сверьте их: ЦОС-2024/1/order-appointment',
      '',
      'Пункт 8 «Проверка школ» – новый',
      '  Срок: «30 сентября 2024 года»',
      '',
      'Пункт 3 «Отчёт Центра» – исключён: контроль прекращается без исполнения',
    ]);
    expect(heard.said).toContain('--confirm 1f0c22ab9d34 --by КТО');
    expect(jsonOf(await run([...ASK, ...DAY, '--json'], FILES))).toMatchObject({ mark: '1f0c22ab9d34' });
  });

  it('hands every answer on', async () => {
    const answers = [
      '--same',
      '5=6',
      '7=8',
      '--new',
      '9',
      '--act',
      'приказ от 01.02.2024 № 5',
      '--partial',
      '--plan',
      '2',
    ];
    const heard = await run([...ASK, ...DAY, ...answers], FILES);
    expect(heard.acts).toMatchObject([
      {
        given: {
          same: { 5: '6', 7: '8' },
          fresh: ['9'],
          days: { 8: '2024-09-30' },
          act: 'приказ от 01.02.2024 № 5',
          scope: 'partial',
          plan: 2,
        },
      },
    ]);
  });

  it('carries out only what is confirmed by its mark, in the name of whoever is named', async () => {
    const heard = await run([...ASK, ...DAY, '--confirm', '1f0c22ab9d34', '--by', 'Голубев И.А.'], FILES);
    expect(heard).toMatchObject({ code: 0, acts: [{ act: 'amend', given: { by: 'o-2', mark: '1f0c22ab9d34' } }] });
    expect(heard.out.split('\n')).toEqual([
      'Распоряжение от 22.08.2024 № 2214-р: новая редакция дорожной карты ЦОС-2024 применена.',
      'Изменены пункты: 1.',
      'Добавлены пункты: 8.',
      'Исключены пункты: 3.',
    ]);
    const other = await run([...ASK, ...DAY, '--confirm', '000', '--by', 'Голубев И.А.'], FILES);
    expect(other).toMatchObject({ code: 3, acts: [] });
  });

  it('finishes an interrupted one without the file', async () => {
    const heard = await run(['amend', CODE, '--finish', '--by', 'Голубев И.А.']);
    expect(heard).toMatchObject({ code: 0, acts: [{ act: 'finish', given: { by: 'o-2' } }] });
  });

  it.each([
    ['no file', ['amend', CODE], 'Не назван файл'],
    ['a file and --finish', [...ASK, '--finish', '--by', 'Ким А.Б.'], 'только код и --by'],
    ['a confirmation by nobody', [...ASK, '--confirm', '1f0c22ab9d34'], 'Не сказано, кто действует'],
    ['half an answer', [...ASK, '--same', '5'], 'Ключ --same: «5» не понято'],
    ['two answers for one row', [...ASK, '--day', '5=01.02.2024', '5=02.02.2024'], 'строка 5 названа дважды'],
    ['a day that is none', [...ASK, '--day', '5=31.02.2024'], 'Ключ --day'],
    ['both scopes', [...ASK, '--whole', '--partial'], 'исключают друг друга'],
  ])('refuses as wrong use: %s', async (_what, argv, words) => {
    const heard = await run(argv, FILES);
    expect(heard).toMatchObject({ code: 2, acts: [], open: 0 });
    expect(heard.said).toContain(words);
  });
});
