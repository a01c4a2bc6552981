import { describe, expect, it } from '@jest/globals';
import { asFirstNamed, disciplineOf, dueWithin, type KeptDeadline } from '#domain/discipline';
import { parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';

const day = parseLocalDate;
const calendar = workingCalendar();
const period = { from: day('2023-12-26'), to: day('2024-08-20') };
const today = period.to;

/** Roadmap ЦОС-2024 on 20.08.2024. */
const ITEMS: readonly KeptDeadline[] = [
  item('2023-12-29', '2023-12-28'),
  item('2023-12-29', '2024-01-12'),
  item('2024-08-12', null, [null, '2024-06-14']),
  item('2024-02-29', '2024-02-28', ['2024-02-15']),
  item('2024-08-23', null),
  item('2024-08-23', null),
  item('2024-11-29', null),
];

function item(due: string, done: string | null, left: readonly (string | null)[] = []): KeptDeadline {
  return {
    workingDue: day(due),
    doneOn: done === null ? null : day(done),
    moves: left.map((from) => ({ from: from === null ? null : day(from) })),
  };
}

const figures = (items: readonly KeptDeadline[]) =>
  disciplineOf(items.flatMap((each) => dueWithin(each, period, today, calendar) ?? []));

describe('discipline', () => {
  it('counts deadlines that fell due, plainly and weighed by delay', () => {
    expect(figures(ITEMS)).toMatchObject({ due: 4, inTime: 2, late: 1, undone: 1, kept: 50, averageDelay: 5 });
    expect(figures(ITEMS).weighed).toBeCloseTo(70, 10);
  });

  it('tells moves apart, and what would have been kept without them', () => {
    expect(figures(ITEMS)).toMatchObject({ movedTimes: 2, movedDays: 50 });
    expect(figures(ITEMS.map(asFirstNamed))).toMatchObject({ due: 4, inTime: 1, kept: 25, movedTimes: 0 });
  });

  it('does not count what falls due today until the day is over, but counts what is done', () => {
    expect(figures([item('2024-08-20', null)]).due).toBe(0);
    expect(figures([item('2024-08-20', '2024-08-20')])).toMatchObject({ due: 1, inTime: 1 });
  });

  it('takes for not done what was done after the period', () => {
    const march = { from: period.from, to: day('2024-01-10') };
    expect(dueWithin(item('2023-12-29', '2024-01-12'), march, today, calendar)).toMatchObject({
      done: false,
      lateDays: 2,
    });
  });

  it('has no share where nothing fell due: neither nought nor a hundred', () => {
    expect(figures([])).toMatchObject({ due: 0, kept: null, weighed: null, averageDelay: null });
  });
});
