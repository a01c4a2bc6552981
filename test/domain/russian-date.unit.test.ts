import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#domain/local-date';
import { inDigits, inWords, monthName, onWeekday, shortWeekday, weekday, withWeekday } from '#domain/russian-date';

const day = parseLocalDate;
/** 19–25 August 2024: Monday to Sunday. */
const WEEK = [19, 20, 21, 22, 23, 24, 25].map((n) => day(`2024-08-${String(n)}`));

describe('russian date', () => {
  it('is written in words with no-break spaces before the month and before «года», and in digits', () => {
    expect(inWords(day('2023-12-26'))).toBe('26\u00A0декабря 2023\u00A0года');
    expect(inWords(day('2024-01-09'))).toBe('9\u00A0января 2024\u00A0года');
    expect(inDigits(day('2024-01-09'))).toBe('09.01.2024');
  });

  it.each([
    ['nom', 'понедельник вторник среда четверг пятница суббота воскресенье'],
    ['gen', 'понедельника вторника среды четверга пятницы субботы воскресенья'],
    ['dat', 'понедельнику вторнику среде четвергу пятнице субботе воскресенью'],
    ['acc', 'понедельник вторник среду четверг пятницу субботу воскресенье'],
  ] as const)('names the days of the week in %s', (grammaticalCase, names) => {
    expect(WEEK.map((date) => weekday(date, grammaticalCase))).toEqual(names.split(' '));
  });

  it('shortens the days to two letters', () => {
    expect(WEEK.map(shortWeekday)).toEqual(['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']);
  });

  it('says «во» before Tuesday only', () => {
    expect(WEEK.map((date) => onWeekday(date).replace('\u00A0', ' '))).toEqual([
      'в понедельник',
      'во вторник',
      'в среду',
      'в четверг',
      'в пятницу',
      'в субботу',
      'в воскресенье',
    ]);
  });

  it('puts the day of the week behind the date', () => {
    expect(withWeekday(day('2024-08-23'))).toBe('23.08.2024, пятница');
  });

  it('names a month in three cases and nothing outside 1–12', () => {
    expect([monthName(5, 'nom'), monthName(5, 'gen'), monthName(5, 'prep'), monthName(13, 'nom')]).toEqual([
      'май',
      'мая',
      'мае',
      '',
    ]);
  });
});
