/** A person as documents name him: «Глевицкая Е.И.» in the text, «Е.И.Глевицкая» in a signature, the post beside. Pure. */
import { capitalFirst } from '#domain/typography';
import { declineName, declinePostOf, genderOfPerson } from '#domain/declension';
import { namesakes } from '#domain/assignment';
import { nameAndPatronymic, shortName, signatureName, type Official } from '#domain/official';
import type { NamedPost } from '#domain/order';
import type { OrderFacts } from './facts.js';
import { oneSpaced, smallFirst } from './phrases.js';

/** What is needed to name somebody; a person typed in has no id. */
export type Person = Pick<Official, 'surname' | 'name' | 'patronymic' | 'initials' | 'gender' | 'post' | 'forms'>;

interface PersonFields {
  /** «Первый заместитель председателя комитета»: above a signature, capital first. */
  readonly должность: string;
  readonly ИОФамилия: string;
}

export function signer(person: Person): PersonFields {
  return { должность: lastTogether(capitalFirst(oneSpaced(person.post))), ИОФамилия: signatureName(person) };
}

/** «начальника сектора … Глевицкую Е.И.» – whom the act appoints or charges. */
export function accusative(person: Person): { readonly должность: string; readonly фамилияИО: string } {
  return {
    должность: smallFirst(declinePostOf({ ...person, post: smallFirst(oneSpaced(person.post)) }, 'accusative')),
    фамилияИО: declineName(person, 'accusative', 'short'),
  };
}

/** «начальник сектора цифровой трансформации Глевицкая Е.И.» */
export function postAndName(person: Person): string {
  return `${smallFirst(oneSpaced(person.post))} ${shortName(person)}`;
}

/** «Соколова Марина Андреевна»; without a first name as in the text. */
export function fullName(person: Person): string {
  return declineName(person, 'nominative', 'full');
}

/** «Уважаемая Вера Николаевна!»; null when the name, the patronymic or the gender is unknown. */
export function greeting(person: Person): string | null {
  const name = nameAndPatronymic(person);
  const gender = genderOfPerson(person);
  if (name === null || gender === null) return null;
  return `${gender === 'f' ? 'Уважаемая' : 'Уважаемый'} ${name}!`;
}

/** Lines of an addressee: post and name in the dative. @param party genitive, added when the post does not name it */
export function addressLines(person: Person, party: string | null): readonly string[] {
  const post = smallFirst(oneSpaced(person.post));
  const named =
    party === null || post.toLowerCase().includes(party.toLowerCase().slice(0, Math.max(4, party.length - 3)));
  const dative = capitalFirst(declinePostOf({ ...person, post }, 'dative'));
  return [lastTogether(named ? dative : `${dative} ${party}`), declineName(person, 'dative', 'short')];
}

/** A post that takes two lines does not leave one word on the second: «Первый заместитель / председателя комитета». */
function lastTogether(post: string): string {
  return /\s\S+\s+\S+$/u.test(post) ? post.replace(/(?<=\s)(\S+)\s+(\S+)$/u, '$1\u00A0$2') : post;
}

/**
 * Acts give a post in full, as the order itself prints it; the directory may have a shorter one. The order's words win for
 * the people whom it names.
 */
export function asInOrder(person: Person, { controller, signatory }: OrderFacts): Person {
  const printed = [controller, signatory].find((post) => isSame(post, person));
  if (printed?.name == null || printed.position === person.post) return person;
  // The corrected forms are those of the directory's post, not of the order's.
  return { ...person, post: printed.position, forms: { ...person.forms, post: {} } };
}

/** A person known from the order alone. */
export function fromOrder({ name, position, gender }: NamedPost): Person | null {
  const found = name === null ? null : /^(\S.*?)\s+((?:\p{Lu}\.\s*){1,2})$/u.exec(oneSpaced(name));
  if (found === null) return null;
  const [, surname = '', initials = ''] = found;
  return {
    surname,
    name: null,
    patronymic: null,
    initials: initials.replaceAll(' ', ''),
    gender: gender ?? null,
    post: position,
  };
}

export function isSame(named: NamedPost | null, person: Pick<Official, 'surname' | 'initials'>): boolean {
  return named?.name != null && namesakes(named.name, [person]).length > 0;
}
