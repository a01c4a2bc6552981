/** Gender and plural forms of the nouns that head our phrases, from their endings. Pure. */
import { adjectiveAgreement } from '#domain/declension/adjective';
import type { Agreement } from '#domain/declension/grammar';

/** What a participle beside the phrase agrees with; the head is the first word that is no adjective. */
export function nounAgreement(phrase: string): Agreement {
  const words = phrase.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];
  const head = words.find((word) => adjectiveAgreement(word) === null) ?? words[0] ?? '';
  if (/(?:[оеё])$/u.test(head)) return 'n';
  if (/[ыи]$/u.test(head)) return 'pl';
  if (/[^ь]?[ая]$/u.test(head)) return /мя$/u.test(head) ? 'n' : 'f';
  return /(?:ость|есть|пись|вязь|сеть|цель|роль|модель|отрасль)$/u.test(head) ? 'f' : 'm';
}

/** «сведения» stand in the plural although «положение» on the same letters does not: the list names only plurals on -ия. */
