/**
 * From a meaning to a reading: the days of the calendar, the working day, the explanation. Pure.
 * The explanation says where each date comes from and by which rule, in sentences that a clerk can check.
 */
import { dueDay, type MoveRule } from '../due-day.js';
import { addDays, addMonths, dotted, type LocalDate } from '../local-date.js';
import { withWeekday } from '../russian-date.js';
import { addWorkingDays, type WorkingCalendar } from '../working-calendar.js';
import { daysOf, isFault, withSharedYear, type Days, type Fault } from './calendar-days.js';
import type { Bound, Meaning, RepeatDay } from './meaning.js';
import { defaultDay, occurrencesOf, stepsFrom, type Window } from './occurrences.js';
import type { DeadlineKind, DeadlineReading, Term } from './reading.js';
import { frequencyPhrase, repeatDayPhrase, termPhrase } from './wording.js';

export interface Situation {
  readonly orderDate: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Last day on which an occurrence may fall; null: no limit. */
  readonly horizon: LocalDate | null;
  readonly rule: MoveRule;
}

export type Resolved = Omit<DeadlineReading, 'phrase'>;

type Of<T extends Meaning['type']> = Extract<Meaning, { type: T }>;

export function resolve(meaning: Meaning, situation: Situation): Resolved | Fault {
  switch (meaning.type) {
    case 'date':
      return dateReading(meaning.at, situation, []);
    case 'limit':
      return dateReading(meaning.at, situation, [
        'Срок зависит от графика, события или документа, но крайний день назван.',
      ]);
    case 'range':
      return rangeReading(meaning, situation);
    case 'several':
      return severalReading(meaning, situation);
    case 'step':
      return stepReading(meaning, situation);
    case 'repeat':
      return repeatReading(meaning, situation);
    case 'term':
      return termReading(meaning, situation);
    case 'external':
      return dateless(
        'external',
        'Срок зависит от графика, события или документа: дату назовёт сторона, от которой она зависит.',
      );
    case 'continuous':
      return dateless('continuous', 'Исполняется постоянно: последнего дня распоряжение не называет.');
    case 'none':
      return dateless('none', 'Срок не указан.');
  }
}

function dateReading(at: Bound, situation: Situation, notes: readonly string[]): Resolved | Fault {
  const days = daysOf(at, situation.orderDate);
  if (isFault(days)) return days;
  return withDue('date', days.last, situation, [...notes, ...hourNote(at), ...yearNote([days], situation)]);
}

function rangeReading({ from, to }: Of<'range'>, situation: Situation): Resolved | Fault {
  const [start = from, end = to] = withSharedYear([from, to]);
  const last = daysOf(end, situation.orderDate);
  if (isFault(last)) return last;
  const first = start.year === 'none' ? startBefore(start, last, situation) : daysOf(start, situation.orderDate);
  if (isFault(first)) return first;
  if (first.first > last.last) {
    return {
      fault: `начало (${dotted(first.first)}) позже конца (${dotted(last.last)}); укажите год у обеих дат`,
    };
  }
  return withDue(
    'range',
    last.last,
    situation,
    [`Период с ${dotted(first.first)} по ${dotted(last.last)}.`, ...yearNote([last], situation)],
    { from: first.first },
  );
}

/** Neither end has a year: the last start before the end, «с 1 ноября по 28 февраля». */
function startBefore(start: Bound, { last }: Days, situation: Situation): Days | Fault {
  const year = Number(last.slice(0, 4));
  const same = daysOf({ ...start, year }, situation.orderDate);
  return isFault(same) || same.first <= last ? same : daysOf({ ...start, year: year - 1 }, situation.orderDate);
}

function severalReading({ days }: Of<'several'>, situation: Situation): Resolved | Fault {
  const found = withSharedYear(days).map((bound) => daysOf(bound, situation.orderDate));
  const fault = found.find(isFault);
  if (fault !== undefined) return fault;
  const named = found.filter((each): each is Days => !isFault(each));
  const all = [...new Set(named.map(({ last }) => last))].sort();
  const [only] = all;
  if (all.length === 1 && only !== undefined) return withDue('date', only, situation, yearNote(named, situation));
  const ahead = all.filter((each) => each > situation.orderDate && within(each, situation.horizon)).slice(0, 4);
  return recurring(ahead, situation, [
    ...(ahead.length === all.length ? [] : [`Названы дни: ${all.map(dotted).join(', ')}.`]),
    ...yearNote(named, situation),
  ]);
}

function stepReading({ first, every }: Of<'step'>, situation: Situation): Resolved | Fault {
  const start = daysOf(first, situation.orderDate);
  if (isFault(start)) return start;
  return recurring(stepsFrom(start.last, every, windowOf(situation)), situation, [
    `Первый раз ${dotted(start.last)}, далее ${frequencyPhrase(every)} от этого дня.`,
    ...yearNote([start], situation),
  ]);
}

function repeatReading(meaning: Of<'repeat'>, situation: Situation): Resolved | Fault {
  const window = repeatWindow(meaning, situation);
  if (isFault(window)) return window;
  const how = frequencyPhrase(meaning.every);
  const day = settledDay(meaning) ?? defaultDay(meaning.every);
  if (day === null) {
    return {
      ...dateless('recurring', `Повторяется ${how}, но день не назван: укажите, к какому дню.`),
      occurrences: [],
    };
  }
  const impossible = day === 'everyDay' ? null : impossibleDay(day);
  if (impossible !== null) return impossible;
  const phrase = day === 'everyDay' ? null : repeatDayPhrase(day);
  const unsaid = meaning.day === null && day !== 'everyDay' ? [defaultNote(meaning, phrase)] : [];
  return recurring(occurrencesOf(meaning.every, day, window), situation, [
    `Повторяется ${how}${meaning.day === null || phrase === null ? '' : `: ${phrase}`}.`,
    ...unsaid,
  ]);
}

/** «ежеквартально, до 10 числа»: after the quarter, as the rule for a quarter without a day has it. */
function settledDay({ every, day }: Of<'repeat'>): RepeatDay | null {
  if (day?.type !== 'dayOfMonth' || day.place !== 'unsaid') return day;
  return { ...day, place: every.every === 1 ? 'within' : 'after' };
}

function impossibleDay(day: RepeatDay): Fault | null {
  if (day.type === 'dayOfMonth' && (day.day < 1 || day.day > 31)) return { fault: `такого числа нет: ${day.day}` };
  if (day.type !== 'dayOfYear') return null;
  // A leap year has every day that any year has.
  const faults = day.days.map((at) => daysOf({ ...at, year: 2024 }, '2023-12-31' as LocalDate));
  return faults.find(isFault) ?? null;
}

function defaultNote({ every }: Of<'repeat'>, phrase: string | null): string {
  const meant = every.every === 12 || phrase === null ? 'последний день года' : phrase;
  return `День не назван, по общему правилу – ${meant}.`;
}

function repeatWindow({ from, to }: Of<'repeat'>, situation: Situation): Window | Fault {
  const start = from === null ? null : daysOf(from, situation.orderDate);
  if (start !== null && isFault(start)) return start;
  const end = to === null ? null : daysOf(to, situation.orderDate);
  if (end !== null && isFault(end)) return end;
  return { ...windowOf(situation), from: start?.first ?? null, to: end?.last ?? null };
}

function windowOf({ orderDate, horizon }: Situation): Window {
  return { after: orderDate, until: horizon, from: null, to: null };
}

function recurring(days: readonly LocalDate[], situation: Situation, notes: readonly string[]): Resolved {
  const [due] = days;
  if (due === undefined) {
    const none = `После ${dotted(situation.orderDate)} ни одного такого дня нет: укажите срок.`;
    return { ...dateless('recurring', [...notes, none].join(' ')), occurrences: [] };
  }
  const listed = days.length > 1 ? [`Сроки: ${days.map(dotted).join(', ')}.`] : [];
  return withDue('recurring', due, situation, [...notes, ...listed], { occurrences: days });
}

function termReading({ term, urgency }: Of<'term'>, situation: Situation): Resolved | Fault {
  const { orderDate } = situation;
  const length = termPhrase(term);
  const meant = urgency === null ? [] : [`«${capital(urgency)}» – ${length} (правило инструкции).`];
  if (term.event !== 'order') {
    const counted = term.before ? `за ${length} до события` : `${length} после события`;
    const note = `Срок – ${counted} («${term.event}»). Пока день события неизвестен, последнего дня нет.`;
    return { ...dateless('term', [...meant, note].join(' ')), term };
  }
  const due = termEnd(orderDate, term, situation.calendar);
  if (due === null) return { fault: `слишком большой срок: ${length}` };
  const counted = `Срок – ${length} от даты распоряжения ${dotted(orderDate)}, первый день – ${dotted(addDays(orderDate, 1))}.`;
  return withDue('term', due, situation, [...meant, counted], { term });
}

const DAYS_IN = { day: 1, week: 7 } as const;
const LONGEST_TERM_YEARS = 30;

/** The last day of a term whose first day is the day after `start`; null when it is longer than any order's. */
function termEnd(start: LocalDate, { n, unit }: Term, calendar: WorkingCalendar): LocalDate | null {
  const perYear = { hour: 8784, day: 366, workday: 247, week: 52, month: 12, year: 1 } as const;
  if (n / perYear[unit] > LONGEST_TERM_YEARS) return null;
  switch (unit) {
    case 'hour':
      return addDays(start, Math.ceil(n / 24));
    case 'day':
    case 'week':
      return addDays(start, n * DAYS_IN[unit]);
    case 'workday':
      return addWorkingDays(start, n, calendar);
    case 'month':
      return addMonths(start, n);
    case 'year':
      return addMonths(start, 12 * n);
  }
}

function withDue(
  kind: DeadlineKind,
  due: LocalDate,
  { calendar, rule }: Situation,
  notes: readonly string[],
  more: Partial<Pick<Resolved, 'from' | 'term' | 'occurrences'>> = {},
): Resolved {
  const { day, explanation } = dueDay(due, calendar, rule);
  const plain =
    day === due ? [`${kind === 'recurring' ? 'Ближайший срок' : 'Последний день'} – ${withWeekday(due)}.`] : [];
  return {
    kind,
    due,
    workingDue: day,
    ...more,
    explanation: [...notes, ...plain, ...(explanation === null ? [] : [explanation])].join(' '),
  };
}

function dateless(kind: DeadlineKind, explanation: string): Resolved {
  return { kind, due: null, workingDue: null, explanation };
}

function yearNote(days: readonly Days[], { orderDate }: Situation): readonly string[] {
  return days.some(({ yearTaken }) => yearTaken) ? [`Год не назван: взят ближайший после ${dotted(orderDate)}.`] : [];
}

function hourNote(at: Bound): readonly string[] {
  return at.type === 'day' && at.time !== undefined
    ? [`Час (${at.time}) назван в распоряжении; срок считается днями.`]
    : [];
}

function within(day: LocalDate, horizon: LocalDate | null): boolean {
  return horizon === null || day <= horizon;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
