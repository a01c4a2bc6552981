/**
 * A calendar day in Russian words and figures, as acts, letters and mails write it. Pure; no `Intl`, whose data differ
 * between machines. Spaces that must not break a line are U+00A0 already.
 */
import { dotted, partsOf, weekdayOf, type LocalDate } from './local-date.js';

const NBSP = '\u00A0';

type WeekdayCase = 'nom' | 'gen' | 'dat' | 'acc';
type MonthCase = 'nom' | 'gen' | 'prep';

const WEEKDAYS: readonly Readonly<Record<WeekdayCase | 'short', string>>[] = [
  { short: 'пн', nom: 'понедельник', gen: 'понедельника', dat: 'понедельнику', acc: 'понедельник' },
  { short: 'вт', nom: 'вторник', gen: 'вторника', dat: 'вторнику', acc: 'вторник' },
  { short: 'ср', nom: 'среда', gen: 'среды', dat: 'среде', acc: 'среду' },
  { short: 'чт', nom: 'четверг', gen: 'четверга', dat: 'четвергу', acc: 'четверг' },
  { short: 'пт', nom: 'пятница', gen: 'пятницы', dat: 'пятнице', acc: 'пятницу' },
  { short: 'сб', nom: 'суббота', gen: 'субботы', dat: 'субботе', acc: 'субботу' },
  { short: 'вс', nom: 'воскресенье', gen: 'воскресенья', dat: 'воскресенью', acc: 'воскресенье' },
];

const MONTHS: readonly Readonly<Record<MonthCase, string>>[] = [
  { nom: 'январь', gen: 'января', prep: 'январе' },
  { nom: 'февраль', gen: 'февраля', prep: 'феврале' },
  { nom: 'март', gen: 'марта', prep: 'марте' },
  { nom: 'апрель', gen: 'апреля', prep: 'апреле' },
  { nom: 'май', gen: 'мая', prep: 'мае' },
  { nom: 'июнь', gen: 'июня', prep: 'июне' },
  { nom: 'июль', gen: 'июля', prep: 'июле' },
  { nom: 'август', gen: 'августа', prep: 'августе' },
  { nom: 'сентябрь', gen: 'сентября', prep: 'сентябре' },
  { nom: 'октябрь', gen: 'октября', prep: 'октябре' },
  { nom: 'ноябрь', gen: 'ноября', prep: 'ноябре' },
  { nom: 'декабрь', gen: 'декабря', prep: 'декабре' },
];

/** «26 декабря 2023 года», as acts date the acts they cite. */
export function inWords(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(day)}${NBSP}${monthName(month, 'gen')} ${String(year)}${NBSP}года`;
}

/** «26.12.2023» – letters, registers, mails. */
export const inDigits = dotted;

/** «пятница»; `gen` follows «до», `dat` «к», `acc` «в / во». */
export function weekday(date: LocalDate, grammaticalCase: WeekdayCase): string {
  return rowOf(date)[grammaticalCase];
}

/** «пт» */
export function shortWeekday(date: LocalDate): string {
  return rowOf(date).short;
}

/** «23.08.2024, пятница» */
export function withWeekday(date: LocalDate): string {
  return `${dotted(date)}, ${weekday(date, 'nom')}`;
}

/** «в пятницу», «во вторник» */
export function onWeekday(date: LocalDate): string {
  return `${weekdayOf(date) === 2 ? 'во' : 'в'}${NBSP}${weekday(date, 'acc')}`;
}

/** @param month 1–12; any other number gives an empty string */
export function monthName(month: number, grammaticalCase: MonthCase): string {
  return MONTHS[month - 1]?.[grammaticalCase] ?? '';
}

function rowOf(date: LocalDate): Readonly<Record<WeekdayCase | 'short', string>> {
  return WEEKDAYS[weekdayOf(date) - 1] ?? { short: '', nom: '', gen: '', dat: '', acc: '' };
}
