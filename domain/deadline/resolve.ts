/**
 * From a meaning to a reading: the days of the calendar, the working day, the explanation. Pure.
 * The explanation says where each date comes from and by which rule, in sentences that a clerk can check.
 */
import { dotted, type LocalDate } from '../local-date.js';
import { daysOf, isFault, withSharedYear, type Days, type Fault } from './calendar-days.js';
import type { Bound, Meaning } from './meaning.js';
import {
  countedDays,
  dateless,
  dayNotes,
  withDue,
  type CountedDays,
  type Of,
  type Resolved,
  type Situation,
} from './reading-parts.js';
import { permanentReading, recurring, repeatReading, stepReading } from './repeat-reading.js';
import { defaultTermReading, termReading, urgentReading } from './term-reading.js';

export function resolve(meaning: Meaning, situation: Situation): Resolved | Fault {
  const { defaultTerm, permanentReport } = situation.rules;
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
    case 'urgent':
      return urgentReading(meaning, situation);
    case 'external':
      return dateless(
        'external',
        'Срок зависит от графика, события или документа: дату назовёт сторона, от которой она зависит.',
      );
    case 'continuous':
      return meaning.permanent && permanentReport !== null
        ? permanentReading(permanentReport, situation)
        : dateless('continuous', 'Исполняется постоянно: последнего дня распоряжение не называет.');
    case 'none':
      return defaultTerm === null ? dateless('none', 'Срок не указан.') : defaultTermReading(defaultTerm, situation);
  }
}

function dateReading(at: Bound, situation: Situation, notes: readonly string[]): Resolved | Fault {
  const days = countedDays(at, situation);
  if (isFault(days)) return days;
  const own = [...hourNote(at), ...currentNote(at, situation), ...dayNotes([days], situation)];
  return withDue('date', days.last, situation, [...notes, ...own]);
}

function rangeReading({ from, to }: Of<'range'>, situation: Situation): Resolved | Fault {
  const [start = from, end = to] = withSharedYear([from, to]);
  const last = countedDays(end, situation);
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
    [`Период с ${dotted(first.first)} по ${dotted(last.last)}.`, ...dayNotes([last], situation)],
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
  const found = withSharedYear(days).map((bound) => countedDays(bound, situation));
  const fault = found.find(isFault);
  if (fault !== undefined) return fault;
  const named = found.filter((each): each is CountedDays => !isFault(each));
  const all = [...new Set(named.map(({ last }) => last))].sort();
  const [only] = all;
  if (all.length === 1 && only !== undefined) return withDue('date', only, situation, dayNotes(named, situation));
  const ahead = all.filter((each) => each > situation.orderDate && within(each, situation.horizon)).slice(0, 4);
  return recurring(
    ahead,
    situation,
    [
      ...(ahead.length === all.length ? [] : [`Названы дни: ${all.map(dotted).join(', ')}.`]),
      ...dayNotes(named, situation),
    ],
    'all',
  );
}

function currentNote(at: Bound, { orderDate }: Situation): readonly string[] {
  const current = at.type === 'day' ? at.month === 'current' : at.index === 'current';
  return current ? [`Период – текущий на дату распоряжения ${dotted(orderDate)}.`] : [];
}

function hourNote(at: Bound): readonly string[] {
  return at.type === 'day' && at.time !== undefined
    ? [`Час (${at.time}) назван в распоряжении; срок считается днями.`]
    : [];
}

function within(day: LocalDate, horizon: LocalDate | null): boolean {
  return horizon === null || day <= horizon;
}
