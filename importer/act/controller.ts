/** Who controls: «Контроль … возложить на …» turned to the nominative, or «… оставляю за собой». Pure. */
import { nominativeName, nominativePost } from '#domain/nominative';
import type { Field, NamedPost, Problem } from '#domain/order';
import type { Line } from '../blocks.js';
import { plain, withoutFootnoteMarks } from '../plain.js';

const ENTRUSTED =
  /контрол[ья]\s.{0,300}?(?:возложить|возлагаю|возлагается|поручить)\s+(?:(?:контроль|обязанности)\s.{0,100}?)?(на\s+)?(.+)$|возложить\s+контроль\s.{0,300}?\sна\s+(.+)$/iu;
const KEPT = /контрол[ья]\s.{0,300}?(?:оставляю|оставить|оставляется)\s+за\s+собой/iu;

const PERSON_LAST =
  /^(.*?)[\s,(–-]*((?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)\)?\.?$/u;
const PERSON_FIRST =
  /^((?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+)\s*[,–-]\s*(.+?)\.?$/u;
const FULL_NAME =
  /^(.*?)[\s,(]*(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:ича|вну|чну))\)?\.?$/u;

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
    const found = ENTRUSTED.exec(text);
    const whom = found?.[2] ?? found?.[3];
    if (whom === undefined) continue;
    const { value, certain } = namedPost(whom);
    if (!certain && value.name !== null) {
      problems.push({
        severity: 'warning',
        where,
        message: `имя контролёра прочитано как «${value.name}»: по винительному падежу его не восстановить наверняка, проверьте фамилию.`,
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
      message: 'в акте не сказано, кто контролирует исполнение: назначьте контролёра перед запуском.',
    });
  }
  return null;
}

function namedPost(whom: string): { value: NamedPost; certain: boolean } {
  const text = whom.trim();
  if (text.length > LONGEST_POST) return { value: { name: null, position: text }, certain: true };
  const full = FULL_NAME.exec(text);
  if (full?.[2] !== undefined) return withName(full[1] ?? '', full[2]);
  const last = PERSON_LAST.exec(text);
  if (last?.[2] !== undefined) return withName(last[1] ?? '', last[2]);
  const first = PERSON_FIRST.exec(text);
  if (first?.[1] !== undefined) return withName(first[2] ?? '', first[1]);
  return { value: { name: null, position: nominativePost(text.replace(/\.$/u, '')) }, certain: true };
}

function withName(post: string, accusative: string): { value: NamedPost; certain: boolean } {
  const { name, gender, certain } = nominativeName(accusative);
  const position = nominativePost(post.replace(/[\s,–-]+$/u, '').trim());
  return { value: { name: surnameFirst(name), position, ...(gender === null ? {} : { gender }) }, certain };
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
