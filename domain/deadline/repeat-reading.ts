/** What repeats: on which days it falls, and by which rule where the phrase names none. Pure. */
import { namedRule } from '../deadline-rules.js';
import { dotted, type LocalDate } from '../local-date.js';
import { daysOf, isFault, type Fault } from './calendar-days.js';
import type { RepeatDay } from './meaning.js';
import { defaultDay, MOST_FOUND, occurrencesOf, stepsFrom, type Window } from './occurrences.js';
import { countedDays, dateless, dayNotes, withDue, type Of, type Resolved, type Situation } from './reading-parts.js';
import { frequencyPhrase, repeatDayPhrase } from './wording.js';

/** «до 25 августа 2024 года, далее ежегодно» */
export function stepReading({ first, every }: Of<'step'>, situation: Situation): Resolved | Fault {
  const start = countedDays(first, situation);
  if (isFault(start)) return start;
  return recurring(stepsFrom(start.last, every, windowOf(situation)), situation, [
    `Первый раз ${dotted(start.last)}, далее ${frequencyPhrase(every)} от этого дня.`,
    ...dayNotes([start], situation),
  ]);
}

export function repeatReading(meaning: Of<'repeat'>, situation: Situation): Resolved | Fault {
  const window = repeatWindow(meaning, situation);
  if (isFault(window)) return window;
  const { rules } = situation;
  const how = frequencyPhrase(meaning.every);
  const day = settledDay(meaning) ?? defaultDay(meaning.every, rules.dayAfterPeriod);
  if (day === null) {
    return {
      ...dateless('recurring', `Повторяется ${how}, но день не назван: укажите, к какому дню.`),
      occurrences: [],
    };
  }
  const impossible = day === 'everyDay' ? null : impossibleDay(day);
  if (impossible !== null) return impossible;
  const phrase = day === 'everyDay' ? null : repeatDayPhrase(day);
  return recurring(occurrencesOf(meaning.every, day, window, rules.upToIncluded), situation, [
    `Повторяется ${how}${meaning.day === null || phrase === null ? '' : `: ${phrase}`}.`,
    ...(meaning.day === null && day !== 'everyDay' ? [defaultNote(meaning, phrase, situation)] : []),
    ...(day !== 'everyDay' && leavesOut(day) && !rules.upToIncluded
      ? [`Сам день в срок не входит ${namedRule('день, названный после «до», в срок не включается', rules)}.`]
      : []),
  ]);
}

/** «постоянно» where the body reports on it once a year. */
export function permanentReading(report: { day: number; month: number }, situation: Situation): Resolved {
  const day: RepeatDay = { type: 'dayOfYear', days: [{ type: 'day', ...report, year: 'none' }] };
  const days = occurrencesOf({ unit: 'month', every: 12 }, day, windowOf(situation), true);
  const by = [report.day, report.month].map((n) => String(n).padStart(2, '0')).join('.');
  const rule = namedRule(`об исполняемом постоянно отчитываются ежегодно к ${by}`, situation.rules);
  return recurring(days, situation, [`Исполняется постоянно; отчёт – каждый год ${rule}.`]);
}

/** @param listed whether the days are all there are, or the first of many */
export function recurring(
  days: readonly LocalDate[],
  situation: Situation,
  notes: readonly string[],
  listed: 'all' | 'first' = 'first',
): Resolved {
  const [due] = days;
  if (due === undefined) {
    const none = `После ${dotted(situation.orderDate)} ни одного такого дня нет: укажите срок.`;
    return { ...dateless('recurring', [...notes, none].join(' ')), occurrences: [] };
  }
  const name = listed === 'first' && days.length === MOST_FOUND ? 'Ближайшие сроки' : 'Сроки';
  const list = days.length > 1 ? [`${name}: ${days.map(dotted).join(', ')}.`] : [];
  return withDue('recurring', due, situation, [...notes, ...list], { occurrences: days });
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

function leavesOut(day: RepeatDay): boolean {
  if (day.type === 'dayOfMonth') return day.upTo === true;
  return day.type === 'dayOfYear' && day.days.some((at) => at.type === 'day' && at.upTo === true);
}

function defaultNote({ every }: Of<'repeat'>, phrase: string | null, { rules }: Situation): string {
  const meant = every.every === 12 || phrase === null ? 'последний день года' : phrase;
  return rules.name === null
    ? `День не назван, по общему правилу – ${meant}.`
    : `День не назван: ${meant} ${namedRule('день периодического срока без числа', rules)}.`;
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
