/** Who controls: «Контроль … возложить на …» and its kin, turned to the nominative, or «… оставляю за собой». Pure. */
import { declinePost, type GrammaticalCase } from '#domain/declension';
import { nominativeName, nominativePost } from '#domain/nominative';
import type { Field, NamedPost, Problem } from '#domain/order';
import type { Line } from '../blocks.js';
import { plain, withoutFootnoteMarks } from '../plain.js';
import { nameByTrial, nominativeByTrial, type TriedName } from './nominative-by-trial.js';

/** In which case the words name him, by the verb; each pattern ends with «post and name». */
const ENTRUSTED: readonly { readonly words: RegExp; readonly grammaticalCase: GrammaticalCase }[] = [
  {
    words:
      /контрол[ья]\s.{0,300}?(?:возложить|возлагаю|возлагается|возложен)\s+(?:(?:контроль|обязанности)\s.{0,100}?)?на\s+(.+)$/iu,
    grammaticalCase: 'accusative',
  },
  { words: /(?:возложить|возлагаю)\s+контроль\s.{0,300}?\sна\s+(.+)$/iu, grammaticalCase: 'accusative' },
  { words: /контрол[ья]\s.{0,300}?(?:осуществляет|обеспечивает)\s+(.+)$/iu, grammaticalCase: 'nominative' },
  { words: /контрол[ья]\s.{0,300}?осуществляется\s+(.+)$/iu, grammaticalCase: 'instrumental' },
  { words: /контрол[ья]\s.{0,300}?(?:поручить|поручаю|осуществлять)\s+(.+)$/iu, grammaticalCase: 'dative' },
  {
    words: /(?:поручить|поручаю)\s+контроль\s.{0,300}?\s(?=\p{Ll}+(?:ю|у|е|ому|ему)\s)(.+)$/iu,
    grammaticalCase: 'dative',
  },
];
const KEPT =
  /контрол[ья]\s.{0,300}?(?:(?:оставляю|оставить|оставляется|возлагаю)\s+(?:за|на)\s+соб(?:ой|ою|я)|(?:осуществляю|буду\s+осуществлять)\s+лично)/iu;

const PERSON_LAST =
  /^(.*?)[\s,(–-]*((?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)\)?\.?$/u;
const PERSON_FIRST =
  /^((?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+)\s*[,–-]\s*(.+?)\.?$/u;
const FULL_NAME =
  /^(.*?)[\s,(]*(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:ича?|ичу|ичем|вну|вне|вной|вна|чну|чна|чне|чной))\)?\.?$/u;

/** Longest «post and name» that is looked into. */
const LONGEST_POST = 1_000;

/** Null when no point speaks of control; the signatory when he keeps it for himself. */
export function controllerOf(
  points: readonly Field<string>[],
  act: readonly Line[],
  signatory: Field<NamedPost>,
  problems: Problem[],
): Field<NamedPost> | null {
  const where = 'контроль исполнения';
  for (const point of points.toReversed()) {
    const text = withoutFootnoteMarks(plain(point.value));
    if (KEPT.test(text)) return { value: signatory.value, verbatim: point.verbatim, sources: point.sources };
    const entrusted = ENTRUSTED.find(({ words }) => words.test(text));
    const whom = entrusted?.words.exec(text)?.[1];
    if (entrusted === undefined || whom === undefined) continue;
    const { value, certain } = namedPost(whom, entrusted.grammaticalCase);
    if (!certain && value.name !== null) {
      problems.push({
        severity: 'warning',
        where,
        message: `имя контролёра прочитано как «${value.name}»: по его падежу в тексте именительного не восстановить наверняка, проверьте фамилию.`,
      });
    } else if (value.name === null) {
      problems.push({
        severity: 'warning',
        where,
        message: `контролёр назван без фамилии («${value.position}»): назначьте его перед запуском.`,
      });
    }
    return { value, verbatim: point.verbatim, sources: point.sources };
  }
  if (act.length > 0) {
    problems.push({
      severity: 'warning',
      where,
      message: 'в акте не сказано, кто контролирует исполнение: снимать пункты с контроля будет подписавший.',
    });
  }
  return null;
}

interface Named {
  readonly value: NamedPost;
  readonly certain: boolean;
}

function namedPost(whom: string, grammaticalCase: GrammaticalCase): Named {
  const text = whom.trim();
  if (text.length > LONGEST_POST) return { value: { name: null, position: text }, certain: true };
  const full = FULL_NAME.exec(text);
  if (full?.[2] !== undefined) return withName(full[1] ?? '', full[2], grammaticalCase);
  const last = PERSON_LAST.exec(text);
  if (last?.[2] !== undefined) return withName(last[1] ?? '', last[2], grammaticalCase);
  const first = PERSON_FIRST.exec(text);
  if (first?.[1] !== undefined) return withName(first[2] ?? '', first[1], grammaticalCase);
  return { value: { name: null, position: positionOf(text.replace(/\.$/u, ''), grammaticalCase) }, certain: true };
}

function withName(post: string, printed: string, grammaticalCase: GrammaticalCase): Named {
  const { name, gender, certain } = nameIn(printed, grammaticalCase);
  const position = positionOf(post.replace(/[\s,–-]+$/u, '').trim(), grammaticalCase);
  return { value: { name: surnameFirst(name), position, ...(gender === null ? {} : { gender }) }, certain };
}

function nameIn(printed: string, grammaticalCase: GrammaticalCase): TriedName {
  if (grammaticalCase === 'nominative') return { name: printed, gender: null, certain: true };
  if (grammaticalCase === 'accusative') return nominativeName(printed);
  const { surname, initials } = partsOf(surnameFirst(printed));
  return grammaticalCase === 'prepositional'
    ? { name: printed, gender: null, certain: false }
    : nameByTrial(surname, initials, grammaticalCase);
}

function positionOf(post: string, grammaticalCase: GrammaticalCase): string {
  if (grammaticalCase === 'accusative') return nominativePost(post);
  if (grammaticalCase === 'dative' || grammaticalCase === 'instrumental')
    return nominativeByTrial(post, grammaticalCase, declinePost);
  return post;
}

function partsOf(name: string): { surname: string; initials: string } {
  const [surname = '', ...initials] = name.split(' ');
  return { surname, initials: initials.join(' ') };
}

/** «Глевицкая Е.И.», whatever the order of parts and whether the names are given in full. */
function surnameFirst(name: string): string {
  const parts = name.split(/\s+/u);
  const initials = parts.filter((part) => part.includes('.')).join('');
  if (initials !== '') return initialsFirst(initials, parts.filter((part) => !part.includes('.')).join(' '));
  const [surname, ...names] = parts;
  return `${surname ?? ''} ${names.map((part) => `${part.charAt(0)}.`).join('')}`;
}

/** «Е.И.Глевицкая» without a space is one word. */
function initialsFirst(letters: string, rest: string): string {
  const glued = /^((?:\p{Lu}\.)+)(\p{Lu}\p{Ll}.*)$/u.exec(letters);
  return glued === null ? `${rest} ${letters}` : `${glued[2] ?? ''} ${glued[1] ?? ''}`;
}
