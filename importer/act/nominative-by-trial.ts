/**
 * From a known case back to the nominative: endings are tried until the declension of a trial gives the printed form
 * again. What no trial gives stays as printed, what several give is not certain. Pure.
 */
import { declineName, type GrammaticalCase } from '#domain/declension';
import type { Gender } from '#domain/official';

type Oblique = Exclude<GrammaticalCase, 'nominative' | 'prepositional'>;

/** Ending in the case → endings that the nominative may have; the longest that fits is tried with the shorter ones. */
const ENDINGS: Readonly<Record<Oblique, readonly (readonly [string, readonly string[]])[]>> = {
  genitive: [
    ['ого', ['ый', 'ой', 'ий', 'ое']],
    ['его', ['ий', 'ее']],
    ['ой', ['ая', 'а']],
    ['ей', ['ая', 'яя', 'я']],
    ['ии', ['ия']],
    ['ия', ['ие', 'ий']],
    ['а', ['', 'о']],
    ['я', ['ь', 'й', 'е']],
    ['ы', ['а']],
    ['и', ['а', 'я', 'ь']],
  ],
  dative: [
    ['ому', ['ый', 'ой', 'ий', 'ое']],
    ['ему', ['ий', 'ее']],
    ['ой', ['ая', 'а']],
    ['ей', ['ая', 'яя']],
    ['ии', ['ия']],
    ['ию', ['ие', 'ий']],
    ['у', ['', 'о']],
    ['ю', ['ь', 'й', 'е']],
    ['е', ['а', 'я']],
    ['и', ['ь']],
  ],
  accusative: [
    ['ого', ['ый', 'ой', 'ий']],
    ['его', ['ий']],
    ['ую', ['ая']],
    ['юю', ['яя']],
    ['у', ['а']],
    ['ю', ['я']],
    ['а', ['']],
    ['я', ['ь', 'й']],
  ],
  instrumental: [
    ['ым', ['ый', 'ой', '']],
    ['им', ['ий', 'ое', '']],
    ['ой', ['ая', 'а']],
    ['ей', ['ая', 'яя', 'я']],
    ['ием', ['ие', 'ий']],
    ['ией', ['ия']],
    ['ью', ['ь']],
    ['ом', ['', 'о']],
    ['ем', ['ь', 'й', 'е', '']],
  ],
};

/** Words at the beginning that may turn: adjectives and the noun of a post or a body. */
const TURNING = 4;

/** @param decline declines posts or bodies */
export function nominativeByTrial(
  printed: string,
  grammaticalCase: Oblique,
  decline: (nominative: string, grammaticalCase: GrammaticalCase) => string,
): string {
  const words = printed.split(' ');
  let ofAdjectives: string | null = null;
  for (let turned = 1; turned <= Math.min(TURNING, words.length); turned += 1) {
    for (const trial of trialsOf(words.slice(0, turned), grammaticalCase)) {
      const phrase = [...trial, ...words.slice(turned)].join(' ');
      if (phrase === printed || !same(decline(phrase, grammaticalCase), printed)) continue;
      // «рабочая группы»: the noun of an adjective has yet to turn; «управляющий делами» has none.
      if (!/(?:[ыио]й|[ая]я|[ое]е)$/u.test(trial.at(-1) ?? '')) return phrase;
      ofAdjectives ??= phrase;
    }
  }
  return ofAdjectives ?? printed;
}

export interface TriedName {
  /** «Мельник С.С.» */
  readonly name: string;
  readonly gender: Gender | null;
  readonly certain: boolean;
}

/** A surname in a known case, with its initials. */
export function nameByTrial(surname: string, initials: string, grammaticalCase: Oblique): TriedName {
  const found = new Map<string, Set<Gender>>();
  for (const [trial = surname] of trialsOf([surname], grammaticalCase)) {
    for (const gender of ['m', 'f'] as const) {
      const person = { surname: trial, name: null, patronymic: null, initials, gender };
      if (!same(declineName(person, grammaticalCase, 'short').split(' ')[0] ?? '', surname)) continue;
      found.set(trial, (found.get(trial) ?? new Set()).add(gender));
    }
  }
  const [first] = found;
  if (first === undefined) return { name: `${surname} ${initials}`, gender: null, certain: false };
  const [nominative, genders] = first;
  const [gender] = genders;
  const onlyGender = found.size === 1 && genders.size === 1 && gender !== undefined ? gender : null;
  return { name: `${nominative} ${initials}`, gender: onlyGender, certain: found.size === 1 };
}

function* trialsOf(words: readonly string[], grammaticalCase: Oblique): Generator<readonly string[]> {
  const [word, ...rest] = words;
  if (word === undefined) {
    yield [];
    return;
  }
  for (const trial of wordTrials(word, grammaticalCase))
    for (const others of trialsOf(rest, grammaticalCase)) yield [trial, ...others];
}

function wordTrials(word: string, grammaticalCase: Oblique): string[] {
  const turned = ENDINGS[grammaticalCase].flatMap(([ending, nominatives]) =>
    word.endsWith(ending) && word.length > ending.length + 1
      ? nominatives.map((nominative) => word.slice(0, -ending.length) + nominative)
      : [],
  );
  return [...turned, word];
}

function same(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
  return plain(one) === plain(other);
}
