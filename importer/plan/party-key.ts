/** What makes two printed names one party: the key under which they are equal. Pure. */
import { folded } from '../plain.js';
import { isAbbreviation } from './abbreviation.js';
import { PERSON } from './party-words.js';

/** Equal for one party in all its cases; a plural («Комитеты») is another party than the singular. */
export function keyOf(name: string): string {
  const person = PERSON.exec(name)?.[0];
  // «библиотека имени А.П. Чернышева» is no person.
  if (person !== undefined && !/(?<!\p{L})(?:имени|им\.)\s/iu.test(name)) return personKey(person);
  const words = folded(name).split(' ');
  if (isAbbreviation(name)) return words.join(' ');
  return words.map((word, i) => (i === 0 && /[ыи]$/u.test(word) ? word : stemOf(word))).join(' ');
}

/** «Петрова Мария Ивановна» and «Петрова М.И.» are one. */
function personKey(person: string): string {
  const surname = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/u.exec(person)?.[0] ?? person;
  const initials =
    person
      .replace(surname, '')
      .match(/\p{Lu}/gu)
      ?.join('') ?? '';
  return `${folded(surname)} ${initials}`;
}

function stemOf(word: string): string {
  if (word.length < 5) return word;
  return word.replace(
    /(?:иями|иях|ием|ии|ию|ия|ие|ями|ами|ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ое|ее|ые|ых|их|ым|им|ую|юю|ам|ям|ах|ях|ом|ем|ов|ев|а|я|ы|и|у|ю|е|о|ь)$/u,
    '',
  );
}
