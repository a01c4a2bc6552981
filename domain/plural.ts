/**
 * A number and its noun: «1 рабочий день», «3 рабочих дня», «11 рабочих дней». Pure; the numbers are put in digits,
 * in words they are `number-words`. The table is that of the mails' grammar: 11–14 take the third form, else the last
 * digit rules; a fraction takes the second («1,5 часа»).
 */
import { integer } from './number-words.js';

const NBSP = '\u00A0';

/** The form that goes with `n`; the sign does not matter. */
export function plural(n: number, one: string, few: string, many: string): string {
  const size = Math.abs(n);
  if (!Number.isFinite(size)) return many;
  if (!Number.isInteger(size)) return few;
  const lastTwo = size % 100;
  if (lastTwo >= 11 && lastTwo <= 14) return many;
  const last = size % 10;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

/** The number in digits, a no-break space and the form: «52 организации». */
export function counted(n: number, one: string, few: string, many: string): string {
  return `${integer(n)}${NBSP}${plural(n, one, few, many)}`;
}

/**
 * Working days: `acc` after «через, за, на» and `nom` («осталось») are alike, `gen` follows «в течение, не более».
 * Only the first gap is a no-break space.
 */
export function workingDays(n: number, grammaticalCase: 'nom' | 'acc' | 'gen'): string {
  return grammaticalCase === 'gen'
    ? counted(n, 'рабочего дня', 'рабочих дней', 'рабочих дней')
    : counted(n, 'рабочий день', 'рабочих дня', 'рабочих дней');
}
