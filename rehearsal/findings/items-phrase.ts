/** Items in a sentence: «пункт 7», «пункты 5 и 6»; and the end of a sentence. Pure. */
import { capitalFirst } from '#domain/typography';
const NBSP = '\u00A0';

/** «5», «5 и 6», «1, 2 и 4» */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} и${NBSP}${last}`;
}

/** «пункт 7», «пункты 5 и 6» */
export function itemsPhrase(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? 'пункт' : 'пункты'}${NBSP}${listed(numbers)}`;
}

/** «Пункт 7», «Пункты 5 и 6»: a subject. */
export function itemsSubject(numbers: readonly string[]): string {
  const phrase = itemsPhrase(numbers);
  return capitalFirst(phrase);
}

/** With its full stop; «Тихонову П.С.» at the end has one already. */
export function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
