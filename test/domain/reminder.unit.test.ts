import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, instantOf, minutesOfDay, MOSCOW, type Instant } from '#domain/body-time';
import { addDays, dateOfDayNumber, parseLocalDate } from '#domain/local-date';
import {
  DEFAULT_LADDER,
  morningOf,
  nextMorning,
  planWakes,
  spreadMinutes,
  urgentInstant,
  type PlanInput,
  type Wake,
} from '#domain/reminder';
import { nextWorkingDay, workingCalendar, workingDaysBetween } from '#domain/working-calendar';

const calendar = workingCalendar();
const day = parseLocalDate;
const at = (date: string, minutes: number): Instant => instantOf(day(date), minutes, MOSCOW);

function input(overrides: Partial<PlanInput> = {}): PlanInput {
  return {
    itemId: 'cos-2024/5',
    workingDue: day('2024-08-23'),
    awaitsDate: false,
    from: at('2023-12-26', 600),
    documents: [],
    ladder: DEFAULT_LADDER,
    calendar,
    zone: MOSCOW,
    ...overrides,
  };
}

const shown = (wakes: readonly Wake[]): readonly string[] =>
  wakes.map(({ kind, offset, day: morning }) => `${kind} ${offset} ${morning}`);

describe('the ladder of an item with a due date', () => {
  it('reminds 10, 5, 3 and 1 working days before, on the day, then one and every five working days after', () => {
    expect(shown(planWakes(input())).slice(0, 9)).toEqual([
      'reminder -10 2024-08-09',
      'reminder -5 2024-08-16',
      'reminder -3 2024-08-20',
      'reminder -1 2024-08-22',
      'dueToday 0 2024-08-23',
      'overdue 1 2024-08-26',
      'overdue 5 2024-08-30',
      'overdue 10 2024-09-06',
      'overdue 15 2024-09-13',
    ]);
  });

  it('plans twelve rungs of delay and then asks for more at the same instant', () => {
    const wakes = planWakes(input());
    const overdue = wakes.filter(({ kind }) => kind === 'overdue');
    expect(overdue.map(({ offset }) => offset)).toEqual([1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]);
    expect(wakes.at(-1)).toMatchObject({ kind: 'planMore', at: overdue.at(-1)?.at });
  });

  it('goes on without a gap or a repetition when more is asked for', () => {
    const first = planWakes(input());
    const next = planWakes(input({ from: first.at(-1)?.at ?? 0 }));
    expect(shown(next)[0]).toMatch(/^overdue 60 /u);
    expect(next).toHaveLength(13);
  });

  it('starts a late launch with the next rung, the offset counted from the due day', () => {
    expect(shown(planWakes(input({ from: at('2024-09-10', 600) })))[0]).toBe('overdue 15 2024-09-13');
  });

  it('tells the first day of delay in the same morning when the window is still ahead', () => {
    expect(shown(planWakes(input({ from: at('2024-08-26', 300) })))[0]).toBe('overdue 1 2024-08-26');
    expect(shown(planWakes(input({ from: at('2024-08-26', 600) })))[0]).toBe('overdue 5 2024-08-30');
  });

  it('drops the rungs that have passed and keeps those whose instant is ahead on the same day', () => {
    expect(shown(planWakes(input({ from: at('2024-08-20', 300) })))[0]).toBe('reminder -3 2024-08-20');
    expect(shown(planWakes(input({ from: at('2024-08-20', 600) })))[0]).toBe('reminder -1 2024-08-22');
  });

  it('tells a due day whose window has passed at once', () => {
    const from = at('2024-08-23', 15 * 60);
    expect(planWakes(input({ from }))[0]).toMatchObject({ kind: 'dueToday', at: from, day: '2024-08-23', offset: 0 });
  });

  it('follows an edited ladder and stops where it has no later rungs', () => {
    const ladder = { ...DEFAULT_LADDER, before: [2, 20, 2], onDueDay: false, overdueFirst: 3, overdueEvery: 0 };
    expect(shown(planWakes(input({ ladder })))).toEqual([
      'reminder -20 2024-07-26',
      'reminder -2 2024-08-21',
      'overdue 3 2024-08-28',
    ]);
  });

  it('names each wake for the timer', () => {
    const titles = planWakes(input()).map(({ title }) => title);
    expect(titles.slice(0, 7)).toEqual([
      'Напоминание за 10 рабочих дней',
      'Напоминание за 5 рабочих дней',
      'Напоминание за 3 рабочих дня',
      'Напоминание за 1 рабочий день',
      'Срок сегодня, 23.08.2024',
      'Просрочено на 1 рабочий день',
      'Просрочено на 5 рабочих дней',
    ]);
    expect(titles.at(-1)).toBe('Продолжение плана напоминаний');
  });
});

describe('requests to name a date', () => {
  const waiting = input({ workingDue: null, awaitsDate: true });

  it('begin on the nearest morning and follow weekly, moved off holidays and never two on one day', () => {
    expect(shown(planWakes(waiting)).slice(0, 5)).toEqual([
      'dateRequest 1 2023-12-27',
      'dateRequest 2 2024-01-09',
      'dateRequest 3 2024-01-16',
      'dateRequest 4 2024-01-23',
      'dateRequest 5 2024-01-30',
    ]);
  });

  it('go on from the number made, a week later, twelve at a time', () => {
    const wakes = planWakes({ ...waiting, requestsMade: 12, from: at('2024-03-19', 400) });
    expect(shown(wakes)[0]).toBe('dateRequest 13 2024-03-26');
    expect(wakes).toHaveLength(13);
    expect(wakes.at(-1)?.kind).toBe('planMore');
  });

  it('are not made once the date is known', () => {
    expect(planWakes({ ...waiting, workingDue: day('2024-08-23') }).some(({ kind }) => kind === 'dateRequest')).toBe(
      false,
    );
  });
});

describe('drafts', () => {
  it('are started at launch, or so many working days before the due day', () => {
    const wakes = planWakes(
      input({
        documents: [
          { kind: 'register-notices', drafted: { workingDaysBefore: 10 } },
          { kind: 'notice-assignment', drafted: 'launch' },
        ],
      }),
    );
    expect(wakes[0]).toMatchObject({ kind: 'draft', document: 'notice-assignment', at: at('2023-12-26', 600) });
    const later = wakes.filter(({ kind }) => kind === 'draft')[1];
    expect(later).toMatchObject({ document: 'register-notices', day: '2024-08-09', offset: -10 });
    expect(later?.title).toBe('Подготовка проекта: реестр');
  });

  it('whose day has passed are started at once, those that hang on an unknown date not at all', () => {
    const documents = [{ kind: 'form-monitoring', drafted: { workingDaysBefore: 10 } }] as const;
    const from = at('2024-08-20', 600);
    expect(planWakes(input({ documents, from }))[0]).toMatchObject({ kind: 'draft', at: from, day: '2024-08-21' });
    expect(planWakes(input({ documents, workingDue: null }))).toEqual([]);
  });
});

describe('any plan', () => {
  const someDay = fc.integer({ min: 19358, max: 21100 }).map(dateOfDayNumber);
  const plans = fc
    .record({
      itemId: fc.string({ minLength: 1, maxLength: 20 }),
      due: someDay,
      dated: fc.boolean(),
      awaitsDate: fc.boolean(),
      lead: fc.integer({ min: -200, max: 200 }),
      minutes: fc.integer({ min: 0, max: 1439 }),
      offset: fc.constantFrom(120, 180, 420, 720),
      before: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
      overdueFirst: fc.integer({ min: 1, max: 4 }),
      overdueEvery: fc.integer({ min: 0, max: 7 }),
      requestsMade: fc.nat(30),
      daysBefore: fc.nat(20),
    })
    .map(({ itemId, due, dated, awaitsDate, lead, minutes, offset, requestsMade, daysBefore, ...rungs }): PlanInput => {
      const zone = { utcOffsetMinutes: offset };
      return {
        itemId,
        workingDue: dated ? nextWorkingDay(due, calendar) : null,
        awaitsDate,
        from: instantOf(addDays(due, lead), minutes, zone),
        documents: [
          { kind: 'order-appointment', drafted: 'launch' },
          { kind: 'register-notices', drafted: { workingDaysBefore: daysBefore } },
        ],
        ladder: { ...DEFAULT_LADDER, ...rungs },
        calendar,
        zone,
        requestsMade,
      };
    });

  it('is sorted, falls on working days, begins at the earliest at `from`', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const wakes = planWakes(plan);
        expect(wakes.map((wake) => wake.at)).toEqual(wakes.map((wake) => wake.at).sort((a, b) => a - b));
        for (const wake of wakes) {
          expect(calendar.isWorking(wake.day)).toBe(true);
          expect(wake.at).toBeGreaterThanOrEqual(plan.from);
          expect(wake.title.length).toBeLessThanOrEqual(150);
        }
      }),
    );
  });

  it('wakes in the window of 06:00–08:45 of its day, for a draft an hour sooner, unless it goes at once', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const wake of planWakes(plan)) {
          if (wake.at === plan.from) continue;
          expect(dayOf(wake.at, plan.zone)).toBe(wake.day);
          const sooner = wake.kind === 'draft' ? 60 : 0;
          expect(minutesOfDay(wake.at, plan.zone)).toBe(spreadMinutes(plan.itemId) - sooner);
        }
      }),
    );
  });

  it('counts every offset honestly and never repeats a rung', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const rungs = planWakes(plan).filter(({ kind }) => ['reminder', 'dueToday', 'overdue'].includes(kind));
        for (const wake of rungs) {
          expect(wake.due === null ? null : workingDaysBetween(wake.due, wake.day, calendar)).toBe(wake.offset);
        }
        expect(new Set(rungs.map(({ offset }) => offset)).size).toBe(rungs.length);
      }),
    );
  });

  it('asks at most once a day, in rising order, at most twelve times', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const requests = planWakes({ ...plan, workingDue: null, awaitsDate: true }).filter(
          ({ kind }) => kind === 'dateRequest',
        );
        expect(requests.map(({ offset }) => offset)).toEqual(
          Array.from({ length: 12 }, (_, index) => (plan.requestsMade ?? 0) + index + 1),
        );
        expect(new Set(requests.map((wake) => wake.day)).size).toBe(12);
      }),
    );
  });
});

describe('spreadMinutes', () => {
  it('is the same for ever and lies in the window', () => {
    expect(spreadMinutes('cos-2024/5')).toBe(spreadMinutes('cos-2024/5'));
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(spreadMinutes(id)).toBeGreaterThanOrEqual(360);
        expect(spreadMinutes(id)).toBeLessThanOrEqual(525);
      }),
    );
  });

  it('spreads a large roadmap: no minute gets more than a few hundredths of it', () => {
    const minutes = new Map<number, number>();
    for (let no = 1; no <= 2000; no += 1) {
      const minute = spreadMinutes(`cos-2024/${no}`);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
    expect(Math.max(...minutes.values())).toBeLessThan(60);
    expect(minutes.size).toBeGreaterThan(140);
  });
});

describe('hours of mail', () => {
  it('nextMorning is 9:00 of this working day, or of the next one when nine has passed', () => {
    expect(nextMorning(at('2024-08-23', 539), calendar, MOSCOW)).toBe(morningOf(day('2024-08-23'), MOSCOW));
    expect(nextMorning(at('2024-08-23', 540), calendar, MOSCOW)).toBe(morningOf(day('2024-08-23'), MOSCOW));
    expect(nextMorning(at('2024-08-23', 540) + 1, calendar, MOSCOW)).toBe(morningOf(day('2024-08-26'), MOSCOW));
  });

  it('urgentInstant is at once from 8:00 to 20:00 of any day, else the next working morning', () => {
    const saturday = at('2024-08-24', 8 * 60);
    expect(urgentInstant(saturday, calendar, MOSCOW)).toBe(saturday);
    expect(urgentInstant(at('2024-08-23', 20 * 60), calendar, MOSCOW)).toBe(morningOf(day('2024-08-26'), MOSCOW));
    expect(urgentInstant(at('2024-08-26', 7 * 60), calendar, MOSCOW)).toBe(morningOf(day('2024-08-26'), MOSCOW));
  });

  it('keeps to the zone of the body', () => {
    const kamchatka = { utcOffsetMinutes: 720 };
    expect(morningOf(day('2024-08-23'), kamchatka)).toBe(Date.UTC(2024, 7, 22, 21));
    expect(addDays(day('2024-08-23'), 1)).toBe('2024-08-24');
  });
});
