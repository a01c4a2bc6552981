import { describe, expect, it } from '@jest/globals';
import { counted, plural, workingDays } from '#domain/plural';

const day = (n: number): string => plural(n, 'рабочий день', 'рабочих дня', 'рабочих дней');

describe('plural', () => {
  it.each([
    ['рабочий день', [1, 21, 101, 1001, -1]],
    ['рабочих дня', [2, 3, 4, 22, 104, -3]],
    ['рабочих дней', [0, 5, 10, 11, 12, 13, 14, 20, 25, 111, 112, 1011, -11]],
  ])('takes «%s» after %j', (form, numbers) => {
    expect(numbers.map(day)).toEqual(numbers.map(() => form));
  });

  it('takes the second form after a fraction and the third after what is no number', () => {
    expect([plural(1.5, 'час', 'часа', 'часов'), plural(Number.NaN, 'час', 'часа', 'часов')]).toEqual([
      'часа',
      'часов',
    ]);
  });

  it('puts a no-break space between figures and between the number and its noun', () => {
    expect(counted(28519, 'человек', 'человека', 'человек')).toBe('28\u00A0519\u00A0человек');
    expect(counted(1.5, 'час', 'часа', 'часов')).toBe('1,5\u00A0часа');
  });

  it.each([
    [1, '1\u00A0рабочий день', '1\u00A0рабочего дня'],
    [3, '3\u00A0рабочих дня', '3\u00A0рабочих дней'],
    [11, '11\u00A0рабочих дней', '11\u00A0рабочих дней'],
    [21, '21\u00A0рабочий день', '21\u00A0рабочего дня'],
  ])('counts %i working days: «осталось, через, на» and «в течение»', (n, accusative, genitive) => {
    expect([workingDays(n, 'nom'), workingDays(n, 'acc'), workingDays(n, 'gen')]).toEqual([
      accusative,
      accusative,
      genitive,
    ]);
  });
});
