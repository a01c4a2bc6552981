import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workingDaysLate } from '#domain/lateness';
import { addDays, dateOfDayNumber, parseLocalDate, type LocalDate } from '#domain/local-date';
import { PRODUCTION_CALENDARS } from '#domain/production-calendars';
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '#domain/working-calendar';

const calendar = workingCalendar();
const day = parseLocalDate;
/** 2023-01-01 … 2029-12-31: years with and without a calendar. */
const anyDay = fc.integer({ min: 19358, max: 21914 }).map(dateOfDayNumber);

describe('production calendars', () => {
  it.each(Object.entries(PRODUCTION_CALENDARS))('%s has as many working days as its decree says', (year, data) => {
    const before = day(`${Number(year) - 1}-12-31`);
    expect(workingDaysBetween(before, day(`${year}-12-31`), calendar)).toBe(data.workdays);
  });

  it.each(Object.entries(PRODUCTION_CALENDARS))('in %s every shortened day is a working one', (year, { short }) => {
    expect(short.filter((each) => !calendar.isWorking(day(`${year}-${each}`)))).toEqual([]);
  });
});

describe('workingCalendar', () => {
  it.each([
    ['2024-08-23', null],
    ['2024-08-25', 'weekend'],
    ['2024-03-08', 'holiday'],
    ['2024-12-30', 'moved'],
    ['2023-11-06', 'moved'],
    ['2024-12-28', null],
    ['2024-04-27', null],
  ])('says of %s: %s', (date, reason) => {
    expect(calendar.dayOff(day(date))).toBe(reason);
    expect(calendar.isWorking(day(date))).toBe(reason === null);
  });

  it('tells decreed years from forecasts and from years without data', () => {
    expect([2024, 2027, 2031].map((year) => calendar.coverage(year))).toEqual(['decreed', 'provisional', 'none']);
  });

  it('has weekends and yearly holidays in a year without data', () => {
    expect(calendar.dayOff(day('2031-01-08'))).toBe('holiday');
    expect(calendar.dayOff(day('2031-11-08'))).toBe('weekend');
    expect(calendar.isWorking(day('2031-11-07'))).toBe(true);
  });

  it('takes regional days off and own working days, the days off winning', () => {
    const own = workingCalendar({
      extraDaysOff: [day('2024-06-03'), day('2024-06-08')],
      extraWorkingDays: [day('2024-06-01'), day('2024-06-08')],
    });
    expect(own.dayOff(day('2024-06-03'))).toBe('regional');
    expect(own.isWorking(day('2024-06-01'))).toBe(true);
    expect(own.isWorking(day('2024-06-08'))).toBe(false);
  });

  it('refuses to seek for ever where no day is worked', () => {
    const never = { ...calendar, isWorking: () => false };
    expect(() => nextWorkingDay(day('2024-06-03'), never)).toThrow('ни одного рабочего дня');
  });
});

describe('counting in working days', () => {
  it('goes round holidays both ways', () => {
    expect(addWorkingDays(day('2024-02-21'), 5, calendar)).toBe('2024-02-29');
    expect(addWorkingDays(day('2024-05-13'), -1, calendar)).toBe('2024-05-08');
    expect(addWorkingDays(day('2024-08-25'), 0, calendar)).toBe('2024-08-25');
  });

  it('counts after the first day up to and including the last', () => {
    expect(workingDaysBetween(day('2024-08-23'), day('2024-08-26'), calendar)).toBe(1);
    expect(workingDaysBetween(day('2024-08-23'), day('2024-08-25'), calendar)).toBe(0);
    expect(workingDaysBetween(day('2024-08-23'), day('2024-08-09'), calendar)).toBe(-10);
  });

  it('comes back by the same number of days from a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (any, n) => {
        const start = nextWorkingDay(any, calendar);
        const there = addWorkingDays(start, n, calendar);
        expect(calendar.isWorking(there)).toBe(true);
        expect(workingDaysBetween(start, there, calendar)).toBe(n);
        expect(addWorkingDays(there, -n, calendar)).toBe(start);
      }),
    );
  });

  it('is antisymmetric and additive', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(80), fc.nat(80), (a, m, n) => {
        const b = addDays(a, m);
        const c = addDays(b, n);
        const between = (from: LocalDate, to: LocalDate): number => workingDaysBetween(from, to, calendar);
        expect(between(a, c)).toBe(between(a, b) + between(b, c));
        expect(between(c, a) + between(a, c)).toBe(0);
      }),
    );
  });

  it('finds the nearest working day on either side', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const [before, after] = [previousWorkingDay(any, calendar), nextWorkingDay(any, calendar)];
        expect(before <= any && any <= after).toBe(true);
        expect(workingDaysBetween(before, after, calendar)).toBe(before === after ? 0 : 1);
      }),
    );
  });
});

describe('workingDaysLate', () => {
  it('is nothing up to the due day and over the days off after it', () => {
    expect(workingDaysLate(day('2024-08-23'), day('2024-08-20'), calendar)).toBe(0);
    expect(workingDaysLate(day('2024-08-23'), day('2024-08-25'), calendar)).toBe(0);
    expect(workingDaysLate(day('2024-08-23'), day('2024-08-30'), calendar)).toBe(5);
    expect(workingDaysLate(day('2023-12-29'), day('2024-01-09'), calendar)).toBe(1);
  });
});
