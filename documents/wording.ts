/** How templates print numbers and dates. The grammar itself is in `domain`; here are the words of templates. */
import type { GrammaticalCase, NounGender } from '#domain/declension/grammar';
import { type LocalDate, parseLocalDate } from '#domain/local-date';
import { integer, numberInWords } from '#domain/number-words';
import { inDigits, inWords } from '#domain/russian-date';

/**
 * `2024-08-25`, `25.08.2024` → «25.08.2024»; words («до 1 мая») as they are.
 * @throws VekhaError 'date.unreadable' when it is written as a day that there is not
 */
export function dateInDigits(text: string): string {
  const date = dayOf(text);
  return date === null ? text : inDigits(date);
}

/** The same day → «25 августа 2024 года». @throws VekhaError 'date.unreadable' */
export function dateInWords(text: string): string {
  const date = dayOf(text);
  return date === null ? text : inWords(date);
}

/** Whether JavaScript prints the number in digits, not as 1e+21 or 1e-7. */
export function isWritable(n: number): boolean {
  return /^-?\d+(?:\.\d+)?$/u.test(String(n));
}

/** «28 519», «75,0»; `decimals` null: as many as the number has. */
export function grouped(n: number, decimals: number | null): string {
  if (decimals === null) return integer(n);
  const [whole = '', part] = Math.abs(n).toFixed(decimals).split('.');
  const sign = n < 0 && /[1-9]/u.test(`${whole}${part ?? ''}`) ? '−' : '';
  return sign + integer(BigInt(whole)) + (part === undefined ? '' : `,${part}`);
}

/** @returns «пятьдесят два»; null when `gender` or `grammaticalCase` is not one that templates know */
export function wordsFor(n: number, gender: string, grammaticalCase: string): string | null {
  const [g, c] = [GENDERS.get(gender), CASES.get(grammaticalCase)];
  return g === undefined || c === undefined ? null : numberInWords(n, g, c);
}

const GENDERS: ReadonlyMap<string, NounGender> = new Map([
  ['муж', 'm'],
  ['жен', 'f'],
  ['сред', 'n'],
]);

const CASES: ReadonlyMap<string, GrammaticalCase> = new Map([
  ['им', 'nominative'],
  ['род', 'genitive'],
  ['дат', 'dative'],
  ['вин', 'accusative'],
  ['твор', 'instrumental'],
  ['пред', 'prepositional'],
]);

/** 30 February would be printed as it is, and nobody would notice. */
function dayOf(text: string): LocalDate | null {
  return /^\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:T\S*)?\s*$/u.test(text) ? parseLocalDate(text) : null;
}
