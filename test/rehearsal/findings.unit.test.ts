import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';
import type { ItemCard } from '#client';
import type { Rehearsal } from '#rehearsal';
import { findingsOf } from '../../rehearsal/findings.js';
import { rehearsalOf } from '../fixtures/rehearsal-of-order.js';
import { event, item, mail, mailsInMonth, rehearsal, TIKHONOV } from './small-rehearsal.js';

const calendar = workingCalendar();

function told(value: Rehearsal, kind: string): readonly string[] {
  return findingsOf(value, calendar)
    .filter((finding) => finding.kind === kind)
    .map(({ subject, what }) => `${subject}: ${what}`.replaceAll('\u00A0', ' '));
}

function advice(value: Rehearsal, kind: string): readonly string[] {
  return findingsOf(value, calendar)
    .filter((finding) => finding.kind === kind)
    .map(({ suggestion }) => suggestion.replaceAll('\u00A0', ' '));
}

function withOrder(no: string, due: string): ItemCard {
  const results = [{ key: '1', kind: 'order' as const, text: 'Приказ', documentKind: 'order-appointment' as const }];
  return item(no, due, { results });
}

describe('dates that meet', () => {
  const rows: readonly [string, readonly ItemCard[], readonly string[]][] = [
    ['no finding for one item a day', [item('1', '14.02.2024'), item('2', '15.02.2024')], []],
    [
      'one responsible official with two items, and the controller with two reports',
      [item('1', '14.02.2024'), item('2', '14.02.2024')],
      ['14.02.2024: пункты 1 и 2 у одного исполнителя (Соколова М.А.); Глевицкой Е.И. проверять 2 отчёта в один день'],
    ],
    [
      'two officials, one controller',
      [item('1', '14.02.2024'), item('2', '14.02.2024', { responsible: TIKHONOV })],
      ['14.02.2024: пункты 1 и 2; Глевицкой Е.И. проверять 2 отчёта в один день'],
    ],
    [
      'no finding when nobody has two',
      [item('1', '14.02.2024', { controller: null }), item('2', '14.02.2024', { responsible: TIKHONOV })],
      [],
    ],
  ];
  it.each(rows)('give %s', (_, items, expected) => {
    expect(told(rehearsal(items), 'collision')).toEqual(expected);
  });

  it('are spread two working days apart where there is time, the first item keeping the common day', () => {
    const items = [item('1', '29.03.2024'), item('2', '29.03.2024'), item('3', '29.03.2024')];
    expect(advice(rehearsal(items), 'collision')).toEqual([
      'Собрать раньше отчёт по пункту 2 – к 25.03.2024, по пункту 3 – к 27.03.2024.',
    ]);
  });

  it('are not spread into days before the documents can be ready', () => {
    const items = [withOrder('1', '12.01.2024'), withOrder('2', '12.01.2024')];
    expect(advice(rehearsal(items), 'collision')[0]).toMatch(/^Подготовить проекты сразу при запуске/u);
  });

  it('count as they stood at launch, not as the rehearsal has moved them', () => {
    const moved = item('2', '14.02.2024', { deadlineText: '1 февраля 2024 года' });
    const move = event('2024-02-01T14:00', 'moveDeadline', {
      item: '2',
      facts: { from: '2024-02-01', to: '2024-02-14' },
    });
    expect(told(rehearsal([item('1', '14.02.2024'), moved], [move]), 'collision')).toEqual([]);
  });
});

describe('time for documents', () => {
  it('is too short when the route takes longer by its norms than there are working days', () => {
    expect(told(rehearsal([withOrder('1', '12.01.2024')]), 'notEnoughTime')).toEqual([
      'Пункт 1: до срока (12.01.2024, пятница) остаётся 3 рабочих дня, а маршрут документа (распоряжение) по нормам занимает 5 рабочих дней',
    ]);
    expect(advice(rehearsal([withOrder('1', '12.01.2024')]), 'notEnoughTime')[0]).toMatch(
      /^Не хватает 2 рабочих дней/u,
    );
  });

  it.each(['16.01.2024', '14.02.2024'])('is enough from the fifth working day on: %s', (due) => {
    expect(told(rehearsal([withOrder('1', due)]), 'notEnoughTime')).toEqual([]);
  });

  it('is not asked for where nothing is drafted', () => {
    expect(told(rehearsal([item('1', '10.01.2024')]), 'notEnoughTime')).toEqual([]);
  });

  it('has run out before launch when the date has passed', () => {
    expect(told(rehearsal([item('1', '29.12.2023')]), 'notEnoughTime')).toEqual([
      'Пункт 1: рабочий срок 29.12.2023 прошёл ещё до запуска',
    ]);
  });
});

describe('days off', () => {
  const sunday = parseLocalDate('2024-03-10');
  const sundays = ['4', '5'].map((no) =>
    item(no, '07.03.2024', { due: sunday, workingDue: parseLocalDate('2024-03-07') }),
  );

  it('are named with their reason, items of one day together', () => {
    const [only, ...others] = told(rehearsal(sundays), 'dayOff');
    expect(only).toMatch(/^Пункты 4 и 5: 10\.03\.2024 – воскресенье; .* четверг 07\.03\.2024/u);
    expect(others).toEqual([]);
  });

  it('are still found where the rehearsal has moved the date since', () => {
    const ordered = { due: parseLocalDate('2024-03-10'), workingDue: parseLocalDate('2024-03-07'), explanation: '' };
    const change = { ordered, workingDue: parseLocalDate('2024-03-20') };
    const move = event('2024-03-07T14:00', 'moveDeadline', {
      item: '4',
      facts: { from: '2024-03-07', to: '2024-03-20' },
    });
    expect(told(rehearsal([item('4', '20.03.2024', change)], [move]), 'dayOff')).toHaveLength(1);
  });

  it('are not found where the order names a working day', () => {
    expect(told(rehearsal([item('1', '14.02.2024')]), 'dayOff')).toEqual([]);
  });
});

describe('items without a date', () => {
  const requests = [1, 2].map((offset) =>
    event(`2024-01-${9 + offset}T06:30`, 'dateRequest', { item: '3', facts: { offset } }),
  );
  const mails = [
    mail('2024-01-10T09:00', 'Тихонов П.С.', '3', 'name-date'),
    mail('2024-01-11T09:00', 'Тихонов П.С.', '2 3', 'name-date'),
  ];

  it('tell how many requests went to whom', () => {
    expect(told(rehearsal([item('3', null)], [...requests, ...mails]), 'noDate')).toEqual([
      'Пункт 3: срок «по графику министерства», даты нет; 2 запроса: Тихонову П.С. – 2 письма; дата так и не названа',
    ]);
  });

  it('tell when the date came', () => {
    const named = event('2024-01-15T11:00', 'nameDeadline', { item: '3', facts: { to: '2024-03-15' } });
    const [only] = told(rehearsal([item('3', '15.03.2024')], [...requests, ...mails, named]), 'noDate');
    expect(only).toMatch(/дата 15\.03\.2024 названа 15\.01\.2024$/u);
  });

  it('are warned of when nobody is asked at all', () => {
    const [only] = told(rehearsal([item('3', null, { deadlineText: '', deadlineKind: 'none' })]), 'noDate');
    expect(only).toBe('Пункт 3: срок не указан; напоминаний и просрочки по пункту не будет');
  });

  it('do not include one whose date a person named before launch', () => {
    const settled = event('2024-01-09T09:30', 'nameDeadline', {
      item: '3',
      facts: { to: '2024-03-15', beforeLaunch: true },
    });
    expect(told(rehearsal([item('3', '15.03.2024')], [settled]), 'noDate')).toEqual([]);
  });
});

describe('the load of one person', () => {
  const items = [item('1', '14.02.2024'), item('2', '15.03.2024', { responsible: TIKHONOV })];
  it.each([
    [9, [], []],
    [10, ['Соколова М.А.: в марте 2024 года 10 писем; отвечает за 1 пункт из 2'], []],
    [12, ['Соколова М.А.: в марте 2024 года 12 писем; отвечает за 1 пункт из 2'], []],
    [13, [], ['Соколова М.А.: в марте 2024 года 13 писем; отвечает за 1 пункт из 2']],
  ])('of %d mails a month is much from 10 and too much from 13', (count, many, tooMany) => {
    const value = rehearsal(items, mailsInMonth('2024-03', count, 'Соколова М.А.', '1'));
    expect(told(value, 'manyMails')).toEqual(many);
    expect(told(value, 'overload')).toEqual(tooMany);
  });

  it.each([
    [5, []],
    [6, ['Соколова М.А.: 01.03.2024 за один день 6 писем']],
  ])('of %d mails a day is too much from the sixth', (count, expected) => {
    const mails = Array.from({ length: count }, (_, i) => mail(`2024-03-01T1${i}:00`, 'Соколова М.А.', '1'));
    expect(told(rehearsal(items, mails), 'busyDay')).toEqual(expected);
  });

  it('made of the overdue items of others could come once a week', () => {
    const mails = mailsInMonth('2024-03', 14, 'Глевицкая Е.И.', '1', 'overdue');
    expect(advice(rehearsal(items, mails), 'overload')).toEqual([
      'Собирать сообщения о чужих просрочках и запросах даты в сводку по понедельникам: за период 3 письма вместо 14.',
    ]);
  });

  it('is not said to come down by a digest that would save next to nothing', () => {
    const days = ['2024-01-02', ...Array.from({ length: 20 }, (_, i) => addDays(parseLocalDate('2024-01-01'), 7 * i))];
    const weekly = days.map((day) => mail(`${day}T09:00`, 'Глевицкая Е.И.', '1', 'overdue'));
    const asked = mailsInMonth('2024-03', 13, 'Глевицкая Е.И.', '1', 'approval-requested');
    expect(advice(rehearsal(items, [...weekly, ...asked]), 'overload')).toEqual([
      'Передать часть согласований и приёмки отчётов замещающему.',
    ]);
  });

  it('who decides and holds no item could be shared with a substitute', () => {
    const mails = mailsInMonth('2024-03', 14, 'Глевицкая Е.И.', '1', 'approval-requested');
    expect(advice(rehearsal(items, mails), 'overload')).toEqual([
      'Передать часть согласований и приёмки отчётов замещающему.',
    ]);
  });

  it('who holds several items could be shared with whoever gets least', () => {
    const several = [...items, item('3', '20.03.2024')];
    const mails = [...mailsInMonth('2024-03', 14, 'Соколова М.А.', '3'), mail('2024-03-01T09:00', 'Тихонов П.С.', '2')];
    expect(advice(rehearsal(several, mails), 'overload')).toEqual([
      'Передать часть пунктов, например пункт 3, другому исполнителю: меньше всех писем приходит Тихонову П.С.',
    ]);
  });
});

describe('what is late at the end', () => {
  it('is told for each responsible official with the longest delay in working days', () => {
    const items = [item('1', '24.05.2024'), item('2', '30.05.2024'), item('3', '14.06.2024')];
    expect(told(rehearsal(items), 'overdue')).toEqual([
      'Пункты 1 и 2: отвечает Соколова М.А.; к 31.05.2024 не снято с контроля, дольше всех просрочен пункт 1 – на 5 рабочих дней',
    ]);
  });

  it('does not include what was taken off control, however late', () => {
    const closed = item('1', '14.02.2024', { status: 'offControl' });
    const off = event('2024-03-01T17:00', 'offControl', { item: '1' });
    expect(told(rehearsal([closed], [off]), 'overdue')).toEqual([]);
  });
});

describe('the findings of order 3509-р', () => {
  it('are those that its own dates show, whatever its officials do', async () => {
    for (const scenario of ['on-time', 'silent', 'mixed'] as const) {
      const value = await rehearsalOf(scenario);
      const found = findingsOf(value, calendar).map(({ kind, subject }) =>
        `${kind} ${subject}`.replaceAll('\u00A0', ' '),
      );
      expect(found).toEqual(
        expect.arrayContaining([
          'notEnoughTime Пункт 1',
          'notEnoughTime Пункт 2',
          'collision 29.12.2023',
          'collision 23.08.2024',
          'noDate Пункт 3',
          'dayOff Пункты 5 и 6',
          'dayOff Пункт 7',
        ]),
      );
      expect(found.filter((words) => /^(?:notEnoughTime|collision|noDate|dayOff)/u.test(words))).toHaveLength(7);
    }
  });
});
