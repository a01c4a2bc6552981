/**
 * From a known case back to the nominative: endings are tried until the declension of a trial gives the printed form
 * again. What no trial gives stays as printed, what several give is not certain. Pure.
 */
import { declineName, type GrammaticalCase } from '#domain/declension';
import type { Gender } from '#domain/official';

type Oblique = Exclude<GrammaticalCase, 'nominative' | 'prepositional'>;

/** Ending in the case → endings that the nominative may have, «-» for none; only the longest that fits is tried. */
const ENDINGS: Readonly<Record<Oblique, Readonly<Record<string, string>>>> = {
  genitive: {
    ого: 'ый ой ий',
    его: 'ий',
    ой: 'ая а',
    ей: 'ая яя я',
    щей: 'щая',
    ии: 'ия',
    ия: 'ие ий',
    ства: 'ство',
    а: '- о',
    я: 'ь й е',
    ы: 'а',
    и: 'а я ь',
    ова: 'ов',
    ева: 'ев',
    ина: 'ин',
    ына: 'ын',
    овой: 'ова',
    евой: 'ева',
    иной: 'ина',
  },
  dative: {
    ому: 'ый ой ий',
    ему: 'ий',
    ой: 'ая а',
    ей: 'ая яя',
    щей: 'щая',
    ии: 'ия',
    ию: 'ие ий',
    ству: 'ство',
    у: '- о',
    ю: 'ь й е',
    е: 'а я',
    и: 'ь',
    ову: 'ов',
    еву: 'ев',
    ину: 'ин',
    ыну: 'ын',
    овой: 'ова',
    евой: 'ева',
    иной: 'ина',
  },
  accusative: { ого: 'ый ой ий', его: 'ий', ую: 'ая', юю: 'яя', у: 'а', ю: 'я', а: '-', я: 'ь й' },
  instrumental: {
    ым: 'ый ой',
    им: 'ий',
    ой: 'ая а',
    ей: 'ая яя я',
    щей: 'щая',
    ием: 'ие ий',
    ией: 'ия',
    ью: 'ь',
    ством: 'ство',
    ом: '- о',
    ем: 'ь й е -',
    овым: 'ов',
    евым: 'ев',
    иным: 'ин',
    ыным: 'ын',
    овой: 'ова',
    евой: 'ева',
    иной: 'ина',
  },
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

/** A surname in a known case, with its initials; one that has no ending of the case does not decline. */
export function nameByTrial(surname: string, initials: string, grammaticalCase: Oblique): TriedName {
  const trials = turnedBack(surname, grammaticalCase);
  const found = (trials.length === 0 ? [surname] : trials)
    .map((trial) => ({ trial, genders: gendersOf(trial, initials, grammaticalCase, surname) }))
    .filter(({ genders }) => genders.length > 0);
  const [first] = found;
  if (first === undefined) return { name: `${surname} ${initials}`, gender: null, certain: false };
  // «Орлу» may be of «Орёл»: a vowel comes and goes between two consonants.
  const certain = found.length === 1 && !/[бвгджзклмнпрстфхцчшщ]{2}$/iu.test(first.trial);
  const [gender, other] = first.genders;
  return {
    name: `${first.trial} ${initials}`,
    gender: certain && other === undefined ? (gender ?? null) : null,
    certain,
  };
}

/** Of which gender a person must be whose surname takes the printed form. */
function gendersOf(surname: string, initials: string, grammaticalCase: Oblique, printed: string): Gender[] {
  return (['m', 'f'] as const).filter((gender) => {
    const person = { surname, name: null, patronymic: null, initials, gender };
    return same(declineName(person, grammaticalCase, 'short').split(' ')[0] ?? '', printed);
  });
}

function* trialsOf(words: readonly string[], grammaticalCase: Oblique): Generator<readonly string[]> {
  const [word, ...rest] = words;
  if (word === undefined) {
    yield [];
    return;
  }
  for (const trial of [...turnedBack(word, grammaticalCase), word])
    for (const others of trialsOf(rest, grammaticalCase)) yield [trial, ...others];
}

/** Nominatives that the longest fitting ending allows; none for a word that has no such ending. */
function turnedBack(word: string, grammaticalCase: Oblique): string[] {
  const endings = ENDINGS[grammaticalCase];
  for (let length = Math.min(5, word.length - 2); length > 0; length -= 1) {
    const nominatives = endings[word.slice(-length).toLowerCase()];
    if (nominatives !== undefined)
      return nominatives.split(' ').map((ending) => word.slice(0, -length) + (ending === '-' ? '' : ending));
  }
  return [];
}

function same(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
  return plain(one) === plain(other);
}
