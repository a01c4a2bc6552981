/** How explanations name frequencies and terms, in Russian. Pure. */
import { plural } from '../plural.js';
import type { Frequency, RepeatDay } from './meaning.js';
import type { Term, TermUnit } from './reading.js';

const TERM_FORMS: Readonly<Record<TermUnit, readonly [string, string, string]>> = {
  hour: ['час', 'часа', 'часов'],
  day: ['календарный день', 'календарных дня', 'календарных дней'],
  workday: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  week: ['неделя', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  year: ['год', 'года', 'лет'],
};

/** «5 рабочих дней» */
export function termPhrase({ n, unit }: Pick<Term, 'n' | 'unit'>): string {
  return `${n} ${plural(n, ...TERM_FORMS[unit])}`;
}

const MONTHLY: Readonly<Record<number, string>> = {
  1: 'каждый месяц',
  3: 'каждый квартал',
  6: 'каждые полгода',
  12: 'каждый год',
};

/** «каждый квартал», «каждые 2 месяца» */
export function frequencyPhrase({ unit, every }: Frequency): string {
  if (unit === 'month') return MONTHLY[every] ?? `раз в ${every} ${plural(every, 'месяц', 'месяца', 'месяцев')}`;
  if (every === 1) return unit === 'day' ? 'каждый день' : 'каждую неделю';
  return unit === 'day'
    ? `раз в ${every} ${plural(every, 'день', 'дня', 'дней')}`
    : `раз в ${every} ${plural(every, 'неделю', 'недели', 'недель')}`;
}

/** «10-го числа месяца после отчётного периода», where there is more to say than the days themselves show. */
export function repeatDayPhrase(day: RepeatDay): string | null {
  if (day.type !== 'dayOfMonth') return null;
  if (day.place === 'last' && day.day === 31) return 'последний день периода';
  const places = {
    after: 'месяца, следующего за отчётным периодом',
    within: 'месяца',
    last: 'последнего месяца периода',
    unsaid: 'месяца',
  } as const;
  return `${day.day}-е число ${places[day.place]}`;
}
