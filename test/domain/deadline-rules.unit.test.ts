/** How bodies differ in counting the same words, and what the settings file that says so may hold. */
import { describe, expect, it } from '@jest/globals';
import { readCalendarFile } from '#domain/calendar-file';
import { readDeadline, type DeadlineReading } from '#domain/deadline';
import { DEFAULT_RULES, RULE_SETS, type DeadlineRules } from '#domain/deadline-rules';
import { readRulesFile } from '#domain/deadline-rules-file';
import type { JsonFault } from '#domain/json-source';
import { parseLocalDate } from '#domain/local-date';
import { PRODUCTION_CALENDARS } from '#domain/production-calendars';
import { workingCalendar } from '#domain/working-calendar';

const FEDERAL = RULE_SETS['федеральный орган'] ?? DEFAULT_RULES;
const SVERDLOVSK = RULE_SETS['Свердловская область'] ?? DEFAULT_RULES;

function read(phrase: string, rules: DeadlineRules, calendar = workingCalendar()): DeadlineReading {
  return readDeadline(phrase, { orderDate: parseLocalDate('2025-02-10'), calendar, rules });
}

describe('the same words', () => {
  it.each([
    ['срочно', '2025-02-13', '2025-02-13', '2025-02-13'],
    ['весьма срочно', null, null, '2025-02-11'],
    ['оперативно', '2025-02-20', '2025-02-20', '2025-02-24'],
    ['в течение 10 дней', '2025-02-20', '2025-02-20', '2025-02-24'],
    ['в 10-дневный срок', '2025-02-20', '2025-02-20', '2025-02-24'],
    ['в течение 10 календарных дней', '2025-02-20', '2025-02-20', '2025-02-20'],
    ['в течение 5 дней со дня регистрации настоящего приказа', null, null, '2025-02-17'],
    ['', null, '2025-03-10', null],
    ['–', null, '2025-03-10', null],
    ['ежемесячно', '2025-03-10', null, '2025-03-10'],
    ['ежеквартально', '2025-04-10', null, '2025-04-10'],
    ['постоянно', null, null, '2026-01-20'],
    ['весь период реализации', null, null, null],
    ['до 28 мая 2025 года', '2025-05-28', '2025-05-28', '2025-05-28'],
  ])(
    '«%s» are %s by the ordinary rules, %s in a federal body, %s in Sverdlovsk region',
    (phrase, usual, federal, sverdlovsk) => {
      const due = [DEFAULT_RULES, FEDERAL, SVERDLOVSK].map((rules) => read(phrase, rules).due);
      expect(due).toEqual([usual, federal, sverdlovsk]);
    },
  );

  it.each([
    ['до 28 мая 2025 года', '2025-05-27'],
    ['в срок до 28 мая 2025 года', '2025-05-27'],
    ['до 28 мая 2025 года включительно', '2025-05-28'],
    ['не позднее 28 мая 2025 года', '2025-05-28'],
    ['по 28 мая 2025 года', '2025-05-28'],
    ['28 мая 2025 года', '2025-05-28'],
    ['до конца мая 2025 года', '2025-05-31'],
    ['с 1 до 28 мая 2025 года', '2025-05-27'],
    ['до 10 числа каждого месяца', '2025-03-09'],
    ['ежегодно до 1 февраля', '2026-01-31'],
    ['до 1 и 10 марта 2025 года', '2025-02-28'],
    ['согласно графику, но до 5 мая 2025 года', '2025-05-04'],
    ['до 1 июля 2025 года, далее ежегодно', '2025-06-30'],
  ])('«%s» end on %s where «до» leaves its day out', (phrase, due) => {
    expect(read(phrase, { ...DEFAULT_RULES, upToIncluded: false })).toMatchObject({ due });
  });

  it.each([
    ['backward', '2025-05-23'],
    ['forward', '2025-05-26'],
    ['none', '2025-05-25'],
  ] as const)('move off a Sunday %s', (move, workingDue) => {
    expect(read('25 мая 2025 года', { ...DEFAULT_RULES, move })).toMatchObject({ due: '2025-05-25', workingDue });
  });

  it('end before a day off of the region', () => {
    const calendar = workingCalendar({ extraDaysOff: [parseLocalDate('2025-04-21')] });
    const { workingDue, explanation } = read('21 апреля 2025 года', FEDERAL, calendar);
    expect(workingDue).toBe('2025-04-18');
    expect(explanation).toContain('нерабочий день органа');
  });
});

describe('the explanation', () => {
  it.each([
    [
      'срочно',
      SVERDLOVSK,
      '«Срочно» – 3 рабочих дня (правило: число дней задано для этого слова; настройка органа «Свердловская область»). ' +
        'Срок – 3 рабочих дня от даты регистрации распоряжения 10.02.2025 (правило: срок считается от регистрации; ' +
        'настройка органа «Свердловская область»), первый день – 11.02.2025. Последний день – 13.02.2025, четверг.',
    ],
    [
      '',
      FEDERAL,
      'Срок не указан: действует общий срок (правило: если срок не назван – 1 месяц; настройка органа «федеральный ' +
        'орган»). Срок – 1 месяц от даты распоряжения 10.02.2025, первый день – 11.02.2025. Последний день – ' +
        '10.03.2025, понедельник.',
    ],
    [
      '25 мая 2025 года',
      { ...DEFAULT_RULES, name: 'Комитет', move: 'none' as const },
      '25.05.2025 – воскресенье; срок не переносится (правило: нерабочий последний день не переносится; настройка ' +
        'органа «Комитет»).',
    ],
    [
      'до 28 мая 2025 года',
      { ...DEFAULT_RULES, name: 'Комитет', upToIncluded: false },
      '28.05.2025 в срок не входит (правило: день, названный после «до», в срок не включается; настройка органа ' +
        '«Комитет»). Последний день – 27.05.2025, вторник.',
    ],
    [
      'постоянно',
      SVERDLOVSK,
      'Исполняется постоянно; отчёт – каждый год (правило: об исполняемом постоянно отчитываются ежегодно к 20.01; ' +
        'настройка органа «Свердловская область»). Ближайшие сроки: 20.01.2026, 20.01.2027, 20.01.2028, 20.01.2029. Ближайший ' +
        'срок – 20.01.2026, вторник.',
    ],
    [
      'весьма срочно',
      FEDERAL,
      'Срок не понят: сколько дней значит «весьма срочно», правила органа не говорят. Дату укажет человек.',
    ],
  ])('of «%s» names the rule and whose it is', (phrase, rules, explanation) => {
    expect(read(phrase, rules).explanation).toBe(explanation);
  });
});

function rulesOf(file: unknown) {
  const faults: JsonFault[] = [];
  const text = typeof file === 'string' ? file : JSON.stringify(file, null, 2);
  return { body: readRulesFile(text, (fault) => void faults.push(fault)), faults };
}

describe('the settings file', () => {
  it('takes a ready set and replaces what it names', () => {
    const { body, faults } = rulesOf({
      набор: 'Свердловская область',
      орган: 'Министерство',
      до: 'не включая',
      срочно: '2 дня',
      постоянно: '1 марта',
      'региональные выходные': { '2026': ['21.04'] },
    });
    expect(faults).toEqual([]);
    expect(body).toEqual({
      set: 'Свердловская область',
      regionalDaysOff: ['2026-04-21'],
      rules: {
        ...SVERDLOVSK,
        name: 'Министерство',
        upToIncluded: false,
        urgent: { ...SVERDLOVSK.urgent, срочно: { n: 2, unit: 'day' } },
        permanentReport: { day: 1, month: 3 },
      },
    });
  });

  it('without a set differs from the ordinary rules in its own keys only', () => {
    expect(rulesOf({ перенос: 'вперёд' }).body?.rules).toEqual({
      ...DEFAULT_RULES,
      name: 'сроки.json',
      move: 'forward',
    });
  });

  it('tells every fault at once, with its line, and gives no rules', () => {
    const { body, faults } = rulesOf({
      набор: 'Свердловская облость',
      перенос: 'вбок',
      срочна: '3 дня',
      оперативно: 'скоро',
      'день после периода': 40,
      постоянно: '31 февраля',
      'региональные выходные': { '2026': ['31.02'] },
    });
    expect(body).toBeNull();
    expect(faults.map(({ line, message, cure }) => [line, message, cure ?? null])).toEqual([
      [2, 'набора "Свердловская облость" нет', 'возможно, «Свердловская область»'],
      [3, '«перенос» – одно из: назад, вперёд, нет, а стоит "вбок"', null],
      [4, 'ключа «срочна» нет', 'возможно, «срочно»'],
      [5, '«оперативно» – "нет" или срок вида "3 дня", "3 рабочих дня", а стоит "скоро"', null],
      [6, '«день после периода» – число от 1 до 28 без кавычек или "нет", а стоит 40', null],
      [7, '«постоянно» – "нет" или день отчёта вида "20 января", а стоит "31 февраля"', null],
      [10, 'дня "31.02" в 2026 году нет', 'день пишется «21.04»'],
    ]);
  });

  it.each([
    ['{', 'это не JSON'],
    ['[]', 'нужен объект JSON вида {"набор": "федеральный орган"}'],
  ])('%s is no settings file', (text, message) => {
    expect(rulesOf(text)).toMatchObject({ body: null, faults: [{ message }] });
  });
});

describe('the calendar file', () => {
  const calendarOf = (file: unknown) => {
    const faults: JsonFault[] = [];
    return { years: readCalendarFile(JSON.stringify(file, null, 2), (fault) => void faults.push(fault)), faults };
  };

  it('adds a decreed year, whose days are then off and worked', () => {
    const { years, faults } = calendarOf({
      '2027': {
        основание: 'ПП РФ 01.10.2026 № 1',
        переносы: { '02.01': '05.11', '03.01': '31.12' },
        выходные: ['03.05', '10.05', '14.06'],
        рабочие: ['20.02'],
      },
    });
    expect(faults).toEqual([]);
    const calendar = workingCalendar({ years: { ...PRODUCTION_CALENDARS, ...years } });
    expect(calendar.coverage(2027)).toBe('decreed');
    expect(
      ['2027-11-05', '2027-05-03', '2027-02-20', '2027-02-22'].map((day) => calendar.isWorking(parseLocalDate(day))),
    ).toEqual([false, false, true, true]);
  });

  it('is a forecast without a decree', () => {
    const { years } = calendarOf({ '2028': { выходные: ['08.05'] } });
    expect(workingCalendar({ years: years ?? {} }).coverage(2028)).toBe('provisional');
  });

  it('tells every fault at once, and a number of working days that the lists do not give', () => {
    const { years, faults } = calendarOf({
      '27': {},
      '2027': { переносы: { '32.01': '05.11' }, выходной: ['03.05'], рабочие: '20.02', 'рабочих дней': 100 },
    });
    expect(years).toBeNull();
    expect(faults.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        '«27» – не год',
        'дня "32.01" в 2027 году нет',
        'ключа «выходной» нет',
        '«рабочие» – список дней вида ["03.05"]',
        expect.stringMatching(/^«рабочих дней» – 100, а по перечисленным дням их \d+$/u),
      ]),
    );
  });
});
