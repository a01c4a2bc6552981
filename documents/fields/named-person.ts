/**
 * A person whom somebody typed: an id or «Фамилия И.О.» of the people known to the document, or the person in full.
 * A name that fits nobody, or several, is nobody: the field stays a gap.
 */
import { namesakes } from '#domain/assignment';
import type { Gender } from '#domain/official';
import { isRecord } from '#domain/json-source';
import type { DocumentFacts } from './facts.js';
import { fromOrder, type Person } from './person-words.js';
import { textValue } from './typed-values.js';

export function namedPerson(value: unknown, { people, order }: DocumentFacts): Person | null {
  if (isRecord(value)) return typedPerson(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const { responsible, coExecutors, controller, signatory, addressee, directory = [] } = people;
  const known = [responsible, ...coExecutors, controller, signatory, addressee, ...directory].flatMap((p) => p ?? []);
  const byId = known.find(({ id }) => id === value.trim());
  if (byId !== undefined) return byId;
  const named = [...new Map(namesakes(value, known).map((person) => [person.id, person])).values()];
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const printed = [order.controller, order.signatory].flatMap((post) => (post === null ? [] : (fromOrder(post) ?? [])));
  return namesakes(value, printed)[0] ?? null;
}

/** Columns of a person typed in full. */
export const PERSON_COLUMNS = ['фамилия', 'имя', 'отчество', 'инициалы', 'пол', 'должность'] as const;

function typedPerson(value: Readonly<Record<string, unknown>>): Person | null {
  const [surname, post] = [textValue(value, 'фамилия'), textValue(value, 'должность')];
  if (surname === undefined || post === undefined) return null;
  const [name = null, patronymic = null] = [textValue(value, 'имя'), textValue(value, 'отчество')];
  const initials =
    textValue(value, 'инициалы') ??
    [name, patronymic].flatMap((part) => (part === null ? [] : `${part.charAt(0)}.`)).join('');
  return { surname, name, patronymic, initials, gender: genderOf(textValue(value, 'пол')), post };
}

function genderOf(text: string | undefined): Gender | null {
  if (text === undefined) return null;
  return /^[жf]/iu.test(text) ? 'f' : 'm';
}
