/** Terms: a length of time from the order or from an event, «срочно», and the term of an order that names none. Pure. */
import { capitalFirst } from '../typography.js';
import { namedRule, type RuleTerm } from '../deadline-rules.js';
import { addDays, addMonths, dotted, type LocalDate } from '../local-date.js';
import { addWorkingDays, type WorkingCalendar } from '../working-calendar.js';
import type { Fault } from './calendar-days.js';
import { dateless, withDue, type Of, type Resolved, type Situation } from './reading-parts.js';
import type { Term } from './reading.js';
import { namesRegistration } from './term-rules.js';
import { termPhrase } from './wording.js';

export function termReading({ term, plainDays }: Of<'term'>, situation: Situation): Resolved | Fault {
  const { rules } = situation;
  if (!plainDays || rules.plainDays === 'calendar') return counted(term, situation, []);
  const working: Term = { ...term, unit: 'workday' };
  const rule = namedRule('дни без уточнения – рабочие', rules);
  return counted(working, situation, [`Дни считаются рабочими ${rule}.`]);
}

export function urgentReading({ word, event }: Of<'urgent'>, situation: Situation): Resolved | Fault {
  const { rules } = situation;
  const meant = rules.urgent[word];
  if (meant === null) return { fault: `сколько дней значит «${word}», правила органа не говорят` };
  const rule = rules.name === null ? '(правило инструкции)' : namedRule('число дней задано для этого слова', rules);
  return counted({ ...meant, event }, situation, [`«${capitalFirst(word)}» – ${termPhrase(meant)} ${rule}.`]);
}

/** An empty cell where the body's rules give a term to an order that names none. */
export function defaultTermReading(term: RuleTerm, situation: Situation): Resolved | Fault {
  const rule = namedRule(`если срок не назван – ${termPhrase(term)}`, situation.rules);
  return counted({ ...term, event: 'order' }, situation, [`Срок не указан: действует общий срок ${rule}.`]);
}

function counted(term: Term, situation: Situation, notes: readonly string[]): Resolved | Fault {
  const { orderDate, rules } = situation;
  const length = termPhrase(term);
  const registered = rules.countFrom === 'registration';
  const fromOrder = term.event === 'order' || (registered && namesRegistration(term.event));
  if (!fromOrder) {
    const when = term.before ? `за ${length} до события` : `${length} после события`;
    const note = `Срок – ${when} («${term.event}»). Пока день события неизвестен, последнего дня нет.`;
    return { ...dateless('term', [...notes, note].join(' ')), term };
  }
  const due = termEnd(orderDate, term, situation.calendar);
  if (due === null) return { fault: `слишком большой срок: ${length}` };
  const from = registered
    ? `от даты регистрации распоряжения ${dotted(orderDate)} ${namedRule('срок считается от регистрации', rules)}`
    : `от даты распоряжения ${dotted(orderDate)}`;
  const note = `Срок – ${length} ${from}, первый день – ${dotted(addDays(orderDate, 1))}.`;
  return withDue('term', due, situation, [...notes, note], { term: { ...term, event: 'order' } });
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
