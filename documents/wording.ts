/** How the helpers of templates print numbers and dates. The grammar itself is in `domain`; here are the words of templates. */
import { dateOf, type LocalDate } from '#domain/local-date';
import type { GrammaticalCase, NounGender } from '#domain/declension/grammar';
import { integer, numberInWords } from '#domain/number-words';
import { inDigits, inWords } from '#domain/russian-date';

/** `2024-08-25` → «25.08.2024»; anything else as it is. */
export function dateInDigits(text: string): string {
  const date = isoDate(text);
  return date === null ? text : inDigits(date);
}

/** `2024-08-25` → «25 августа 2024 года»; anything else as it is. */
export function dateInWords(text: string): string {
  const date = isoDate(text);
  return date === null ? text : inWords(date);
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

function isoDate(text: string): LocalDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return iso === null ? null : dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}
