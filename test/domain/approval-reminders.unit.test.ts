/** When an approver is reminded: working mornings, half of the norm and its last day, nothing that has passed. */
import { describe, expect, it } from '@jest/globals';
import { approvalReminders } from '#domain/approval-reminders';
import { dayOf, instantOf, minutesOfDay, MOSCOW } from '#domain/body-time';
import { parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';

const day = parseLocalDate;

function daysAfter(since: string, from: [string, number]): string[] {
  const [date, minutes] = from;
  return approvalReminders({
    documentId: 'ЦОС-2024/1/order-appointment',
    since: day(since),
    from: instantOf(day(date), minutes, MOSCOW),
    calendar: workingCalendar(),
    zone: MOSCOW,
  }).map((at) => dayOf(at, MOSCOW));
}

describe('an approver is reminded', () => {
  it('on the first and the second working day after the draft came', () => {
    expect(daysAfter('2023-12-26', ['2023-12-26', 600])).toEqual(['2023-12-27', '2023-12-28']);
  });

  it('on no day off: a draft of the last Friday of the year waits out the holidays', () => {
    expect(daysAfter('2023-12-29', ['2023-12-29', 600])).toEqual(['2024-01-09', '2024-01-10']);
  });

  it('of nothing that has passed', () => {
    expect(daysAfter('2023-12-26', ['2023-12-27', 600])).toEqual(['2023-12-28']);
    expect(daysAfter('2023-12-26', ['2023-12-28', 600])).toEqual([]);
  });

  it('before the morning mail of that day, so that one mail carries everything', () => {
    const [at] = approvalReminders({
      documentId: 'ЦОС-2024/1/order-appointment',
      since: day('2023-12-26'),
      from: 0,
      calendar: workingCalendar(),
      zone: MOSCOW,
    });
    expect(minutesOfDay(at ?? 0, MOSCOW)).toBeGreaterThanOrEqual(6 * 60);
    expect(minutesOfDay(at ?? 0, MOSCOW)).toBeLessThanOrEqual(8 * 60 + 45);
  });
});
