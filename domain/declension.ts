/**
 * Russian forms of names, posts, bodies, plans and acts: «возложить на начальника сектора … Глевицкую Е.И.».
 * Pure. No function here throws or gives an empty string for a word; a form that a person has corrected always wins;
 * where a rule is not certain the nominative stays.
 */
import type { GrammaticalCase, Agreement, StoredForms } from './declension/grammar.js';
import { declinePersonName, type NamedPerson } from './declension/names.js';
import { agreementOfPhrase, declineNounPhrase, type PhraseKind } from './declension/phrase.js';
import { storedForm } from './declension/grammar.js';
import type { Gender, Official } from './official.js';

export type { Agreement, GrammaticalCase, StoredForms } from './declension/grammar.js';
export type { NamedPerson } from './declension/names.js';
export { genderOfPerson } from './declension/names.js';

/**
 * «Глевицкую Е.И.» (`short`), «Яшиной Вере Николаевне» (`full`). A stand-in whose surname is the name of a role («Региональный
 * координатор») declines as that role.
 */
export function declineName(person: NamedPerson, grammaticalCase: GrammaticalCase, style: 'short' | 'full'): string {
  const role = person.initials === '' && person.name === null && /\p{L}\s+\p{Ll}/u.test(person.surname.trim());
  return role
    ? declineBody(person.surname, grammaticalCase, person.forms?.surname)
    : declinePersonName(person, grammaticalCase, style);
}

/** «начальника сектора цифровой трансформации»; «врио» and «и.о.» leave all as it is. */
export function declinePost(post: string, grammaticalCase: GrammaticalCase, stored?: StoredForms): string {
  return declined(post, grammaticalCase, 'post', stored);
}

/** The post of somebody in the directory, whose corrected forms win. */
export function declinePostOf(person: Pick<Official, 'post' | 'forms'>, grammaticalCase: GrammaticalCase): string {
  return declinePost(person.post, grammaticalCase, person.forms?.post);
}

/** Gender of the words of a post: «заведующая отделом» f, «глава» m; not of the person. */
export function genderOfPost(post: string): Gender {
  return agreementOfPhrase(post) === 'f' ? 'f' : 'm';
}

/** «комитета общего и профессионального образования …»; a name in quotation marks and an abbreviation do not change. */
export function declineBody(body: string, grammaticalCase: GrammaticalCase, stored?: StoredForms): string {
  return declined(body, grammaticalCase, 'body', stored);
}

/** What the verb agrees with: «комитет направил» m, «Министерство направило» n, «органы направили» pl; n when unknown. */
export function genderOfNoun(phrase: string): Agreement {
  return agreementOfPhrase(phrase) ?? 'n';
}

/** Plans and acts: «распоряжением», «Комплекса мер (дорожной карты) по …», «Плана мероприятий («дорожной карты»)». */
export function declinePhrase(phrase: string, grammaticalCase: GrammaticalCase, stored?: StoredForms): string {
  return declined(phrase, grammaticalCase, 'paper', stored);
}

/**
 * The agreeing form of a short participle or past tense, from its masculine («утверждён» → «утверждена», «УТВЕРЖДЁН» →
 * «УТВЕРЖДЕНЫ», «направил» → «направило») or out of four forms given as m, f, n, pl.
 */
export function participle(agreement: Agreement, forms: string | readonly [string, string, string, string]): string {
  if (typeof forms !== 'string') return forms[ORDER.indexOf(agreement)] ?? forms[0];
  if (agreement === 'm') return forms;
  const isVerb = /лс?я?$/iu.test(forms);
  const reflexive = /ся$/iu.exec(forms)?.[0] ?? '';
  const stem = reflexive === '' ? forms : forms.slice(0, -2);
  const ending = agreement === 'f' ? 'а' : agreement === 'n' ? 'о' : isVerb ? 'и' : 'ы';
  const capitals = /\p{Lu}$/u.test(forms);
  // «утверждён» loses its stress with the ending: «утверждена».
  const bare = isVerb ? stem : stem.replace(/ё(?=н$)/u, 'е').replace(/Ё(?=Н$)/u, 'Е');
  const tail = reflexive === '' ? '' : 'сь';
  return bare + (capitals ? (ending + tail).toUpperCase() : ending + tail);
}

const ORDER: readonly Agreement[] = ['m', 'f', 'n', 'pl'];

function declined(
  phrase: string,
  grammaticalCase: GrammaticalCase,
  kind: PhraseKind,
  stored: StoredForms | undefined,
): string {
  return storedForm(stored, grammaticalCase) ?? declineNounPhrase(phrase, grammaticalCase, kind);
}
