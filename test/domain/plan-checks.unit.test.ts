/** What a person is shown of a plan before launch, rule by rule. */
import { describe, expect, it } from '@jest/globals';
import { readDeadline } from '#domain/deadline';
import { parseLocalDate } from '#domain/local-date';
import type { Problem } from '#domain/order';
import { checkPlan, type PlannedItem } from '#domain/plan-checks';
import { workingCalendar } from '#domain/working-calendar';

const orderDate = parseLocalDate('2023-12-26');
const calendar = workingCalendar();

function planned(no: string, phrase: string, change: Partial<PlannedItem> = {}): PlannedItem {
  const deadline = readDeadline(phrase, { orderDate, calendar });
  return { no, title: `Мероприятие ${no}`, responsible: ['Комитет'], deadline, ...change };
}

function check(items: readonly PlannedItem[]): readonly Problem[] {
  return checkPlan({ orderDate, items });
}

describe('a plan', () => {
  it('with nothing odd has no findings', () => {
    expect(check([planned('1', '29 декабря 2023 года'), planned('2', '15 февраля 2024 года')])).toEqual([]);
  });

  it.each<[string, readonly PlannedItem[], Partial<Problem>]>([
    [
      'a deadline that is not understood stops the launch',
      [planned('3', 'до X месяца')],
      { severity: 'blocking', where: 'пункт 3, графа «Срок»', fix: 'назовите дату до запуска: name-deadline' },
    ],
    [
      'a deadline before the order is looked at',
      [planned('1', '1 марта 2023 года')],
      { severity: 'warning', message: 'Срок 01.03.2023 истекает раньше распоряжения (26.12.2023).' },
    ],
    [
      'a deadline on the day of the order is looked at',
      [planned('1', '26 декабря 2023 года')],
      { severity: 'warning', message: 'Срок 26.12.2023 истекает в день распоряжения.' },
    ],
    [
      'a deadline further than ten years is looked at',
      [planned('1', '3 марта 2042 года')],
      { severity: 'warning', message: 'Срок 03.03.2042 дальше чем через десять лет.' },
    ],
    [
      'days off are told once for all their points',
      [planned('5', '25 августа 2024 года'), planned('6', 'до 25 августа 2024 г.', { responsible: ['Центр'] })],
      {
        severity: 'note',
        where: 'пункты 5, 6',
        message: '25.08.2024, воскресенье – нерабочий день: отчитаться нужно раньше, 23.08.2024, пятница.',
      },
    ],
  ])('%s', (_what, items, finding) => {
    expect(check(items)).toMatchObject([finding]);
  });

  it('with one measure at two dates has stages, at one date a repetition', () => {
    const title = 'Проведён мониторинг';
    const stages = check([planned('6', '1 марта 2024 года', { title }), planned('7', '1 июля 2024 года', { title })]);
    expect(stages).toMatchObject([
      { severity: 'note', where: 'пункты 6, 7', message: expect.stringContaining('этапы') },
    ]);
    const twice = check([
      planned('6', '1 марта 2024 года', { title }),
      planned('7', '1 марта 2024 года', { title: 'Проведен  мониторинг.' }),
    ]);
    expect(twice).toMatchObject([
      { severity: 'warning', message: 'Мероприятие повторяется дословно: тот же срок и те же ответственные.' },
    ]);
    const others = check([
      planned('6', '1 марта 2024 года', { title }),
      planned('7', '1 марта 2024 года', { title, responsible: ['Центр'] }),
    ]);
    expect(others).toMatchObject([
      { message: 'Мероприятие повторяется дословно: тот же срок у разных ответственных.' },
    ]);
  });

  it('with five deadlines of one party on a day says so, with four it does not', () => {
    const many = ['1', '2', '3', '4', '5'].map((no) => planned(no, '25 декабря 2024 года'));
    expect(check(many)).toMatchObject([
      {
        severity: 'note',
        where: 'пункты 1, 2, 3, 4, 5',
        message: 'К одному дню, 25.12.2024, среда, у стороны «Комитет» 5\u00a0сроков.',
      },
    ]);
    expect(check(many.slice(1))).toEqual([]);
  });

  it('with a repeated deadline is not late while a later day is named', () => {
    expect(check([planned('1', 'ежеквартально, до 5 числа')]).filter(({ severity }) => severity === 'warning')).toEqual(
      [],
    );
  });
});
