/**
 * What a person says of the act where the file does not: a bare table has no head. The file comes first; a person who says something
 * else is asked which of the two is wrong. Pure.
 */
import { VekhaError } from '#domain/errors';
import { namedPostTold } from '#domain/named-post';
import type { Field, NamedPost } from '#domain/order';
import { folded } from '../plain.js';

/** @returns the file's own words, else what was told: it stands nowhere in the file */
export function fieldOrTold<T>(
  read: Field<T> | null,
  told: T | undefined,
  { what, words }: { readonly what: string; readonly words: (value: T) => string },
): Field<T> | null {
  const said = read === null ? '' : words(read.value);
  if (told === undefined || read === null || said === '') {
    return told === undefined ? read : { value: told, verbatim: '', sources: [] };
  }
  if (folded(said) === folded(words(told))) return read;
  throw new VekhaError(
    'usage.invalid',
    `${what} в файле – «${said}», а в ключе – «${words(told)}»: исправьте ключ или уберите его.`,
  );
}

/** Only a post that was told can contradict the file's. */
export function personWords(told: NamedPost | undefined): (person: NamedPost) => string {
  return told?.position === '' ? ({ name, position }) => name ?? position : namedPostTold;
}
