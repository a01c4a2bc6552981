/** Russian words that explanations of deadlines need: weekdays and counted units. Pure data and small functions. */
import { weekdayOf, type LocalDate } from '../local-date.js';

const NOMINATIVE = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;
const ACCUSATIVE = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье'] as const;

export function weekdayNominative(day: LocalDate): string {
  return NOMINATIVE[weekdayOf(day) - 1] ?? '';
}

export function weekdayAccusative(day: LocalDate): string {
  return ACCUSATIVE[weekdayOf(day) - 1] ?? '';
}
