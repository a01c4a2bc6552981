/** A person's name as somebody wrote it in one line: its parts, and the order to put them back in. Pure. */
import type { NamedPerson } from './declension.js';
import { declineName, type GrammaticalCase } from './declension.js';
import type { Gender } from './official.js';

export interface WrittenName {
  readonly person: NamedPerson;
  readonly style: 'short' | 'full';
  /** «И.А.Голубев», «Вера Николаевна Яшина» */
  readonly surnameLast: boolean;
}

const INITIALS = /^(?:\p{Lu}\.-?\s?){1,3}/u;
const PATRONYMIC = /(?:ович|евич|ьич|[оеи]вна|ична|инична)$/iu;

/**
 * «Голубев И.А.», «И.А.Голубев», «Яшина Вера Николаевна», «Вера Николаевна Яшина», «Алиев Рамиз Гасан оглы», «Кравец».
 * @param gender null: found out from the name, where it can be
 */
export function readName(text: string, gender: Gender | null): WrittenName {
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  const before = INITIALS.exec(line)?.[0] ?? '';
  if (before !== '' && before.length < line.length) {
    const person = {
      surname: line.slice(before.length).trim(),
      name: null,
      patronymic: null,
      initials: closed(before),
    };
    return { person: { ...person, gender }, style: 'short', surnameLast: true };
  }
  const [surname = '', ...rest] = line.split(' ');
  if (rest.length > 0 && rest.every((word) => /^(?:\p{Lu}\.-?)+$/u.test(word))) {
    const person = { surname, name: null, patronymic: null, initials: closed(rest.join('')), gender };
    return { person, style: 'short', surnameLast: false };
  }
  const [second = '', third] = rest;
  if (rest.length === 2 && third !== undefined && PATRONYMIC.test(second) && !PATRONYMIC.test(third)) {
    const person = { surname: third, name: surname, patronymic: second, initials: '', gender };
    return { person, style: 'full', surnameLast: true };
  }
  const [name = null, ...patronymic] = rest;
  const person = {
    surname,
    name,
    patronymic: patronymic.length === 0 ? null : patronymic.join(' '),
    initials: '',
    gender,
  };
  return { person, style: 'full', surnameLast: false };
}

/** In the order in which it was written. */
export function declineWritten({ person, style, surnameLast }: WrittenName, grammaticalCase: GrammaticalCase): string {
  const declined = declineName(person, grammaticalCase, style);
  if (!surnameLast) return declined;
  const [surname = '', ...rest] = declined.split(' ');
  return style === 'short' ? `${person.initials}${surname}` : [...rest, surname].join(' ');
}

function closed(initials: string): string {
  return initials.replaceAll(' ', '');
}
