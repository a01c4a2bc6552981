/** People of the directory and the parties that an order names. A party is a role («Региональный координатор»); who acts for it is the directory's matter. */

import type { StoredForms } from './declension/grammar.js';

export type OfficialId = string;
export type Gender = 'm' | 'f';

/** Forms that the office has corrected in its directory; a case that is missing follows the rules. */
export type CorrectedForms = Readonly<Partial<Record<'surname' | 'name' | 'patronymic' | 'post', StoredForms>>>;

export interface Official {
  readonly id: OfficialId;
  /** Surname; for a stand-in of a rehearsal the whole name of the role. */
  readonly surname: string;
  readonly name: string | null;
  readonly patronymic: string | null;
  /** «И.А.», without a space; empty when there are none. */
  readonly initials: string;
  readonly gender: Gender | null;
  /** Nominative, small first letter. */
  readonly post: string;
  readonly unit: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Outside the body: receives letters and requests, never approves. */
  readonly external: boolean;
  /** Absent when nothing was corrected. */
  readonly forms?: CorrectedForms;
}

/** «Глевицкая Е.И.» – in the text, the addressee and the sheets. */
export function shortName(person: Pick<Official, 'surname' | 'initials'>): string {
  return person.initials === '' ? person.surname : `${person.surname} ${person.initials}`;
}

/** «И.А.Голубев» – in a signature, as the orders print it. */
export function signatureName(person: Pick<Official, 'surname' | 'initials'>): string {
  return `${person.initials}${person.surname}`;
}

/** «Вера Николаевна», or null when either part is unknown: then a mail has no greeting. */
export function nameAndPatronymic(person: Pick<Official, 'name' | 'patronymic'>): string | null {
  return person.name !== null && person.patronymic !== null ? `${person.name} ${person.patronymic}` : null;
}
