/** To whom a letter goes: a person in the dative, or the party itself in the nominative, and how the letter greets. Pure. */
import { externalParty, otherAddressee } from './body-words.js';
import { type CatalogueRows, fromDirectory, optional } from './catalogue-rows.js';
import type { DocumentFacts } from './facts.js';
import { namedPerson } from './named-person.js';
import { addressLines, greeting } from './person-words.js';
import { textValue } from './typed-values.js';

/** The typed addressee wins; a text that names nobody known is the name of a body. */
export function addressee(facts: DocumentFacts): Record<string, unknown> {
  const value = facts.values['адресат'];
  const contact = otherAddressee(facts) === null ? facts.people.addressee : null;
  const person = namedPerson(value, facts) ?? (value === undefined ? contact : null);
  const party = externalParty(facts);
  if (person !== null) {
    return {
      адресат: { строки: addressLines(person, party?.genitive ?? null), лицо: true },
      обращение: greeting(person) ?? undefined,
    };
  }
  const body = textValue(facts.values, 'адресат') ?? party?.nominative;
  return { адресат: { строки: body === undefined ? undefined : [body], лицо: false } };
}

export const ADDRESSEE_ROWS: CatalogueRows = {
  'адресат.строки': fromDirectory('адресат: должность и фамилия'),
  'адресат.строки[]': fromDirectory('адресат'),
  'адресат.лицо': optional.fromDirectory('письмо человеку, а не органу'),
  обращение: optional.fromDirectory('обращение: имя и отчество адресата'),
};
