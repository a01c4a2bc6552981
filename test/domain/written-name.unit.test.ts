/** A name written in one line keeps its order in every case. */
import { describe, expect, it } from '@jest/globals';
import { declineWritten, readName } from '#domain/written-name';

const accusative = (text: string, gender: 'm' | 'f' | null = null) =>
  declineWritten(readName(text, gender), 'accusative');

describe('a name written in one line', () => {
  it.each([
    ['Глевицкая Е.И.', 'Глевицкую Е.И.'],
    ['Голубев И. А.', 'Голубева И.А.'],
    ['И.А.Голубев', 'И.А.Голубева'],
    ['И. А. Голубев', 'И.А.Голубева'],
    ['Яшина Вера Николаевна', 'Яшину Веру Николаевну'],
    ['Вера Николаевна Яшина', 'Веру Николаевну Яшину'],
    ['Павел Сергеевич Тихонов', 'Павла Сергеевича Тихонова'],
    ['Абрамович Павел Ильич', 'Абрамовича Павла Ильича'],
    ['Мамедов Рамиз Гасан оглы', 'Мамедова Рамиза Гасан оглы'],
    ['  Соколова   М.А. ', 'Соколову М.А.'],
    ['Блок Александр Александрович', 'Блока Александра Александровича'],
    ['Лев Игорь Львович', 'Льва Игоря Львовича'],
  ])('«%s» in the accusative is «%s»', (text, expected) => {
    expect(accusative(text)).toBe(expected);
  });

  it('stays as it is while nobody knows whose it is', () => {
    expect(accusative('Кравец О.С.')).toBe('Кравец О.С.');
    expect(accusative('Кравец О.С.', 'm')).toBe('Кравца О.С.');
    expect(accusative('Кравец О.С.', 'f')).toBe('Кравец О.С.');
  });

  it.each(['', '   ', '.', '-', 'И.', 'а'])('that is hardly one (%j) throws nothing', (text) => {
    expect(() => accusative(text)).not.toThrow();
  });
});
