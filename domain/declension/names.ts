/**
 * People's names in the cases. First names and patronymics go by `lvovich`; surnames by the rules below, which know what
 * it gets wrong (Соловей, Цой, Ткач, Швец, Сова), and by `lvovich` for the rest. Pure. Nothing is guessed: without a
 * certain gender a name stays in the nominative, which a reader forgives more easily than a wrong ending.
 */
import { getFirstnameGender, inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { shortName, type Gender, type Official } from '../official.js';
import { adjectiveAgreement, declineAdjective } from './adjective.js';
import { pick, storedForm, type GrammaticalCase, type ObliqueForms } from './grammar.js';
import { STRESSED_SIBILANT } from './lexicon.js';
import {
  COMMON_NOUNS,
  FIRST_PARTS,
  FLEETING_L,
  FOREIGN_IN,
  FOREIGN_NAMES_ON_SOFT,
  FOREIGN_OV,
  STRESSED_A,
  STRESSED_SIBILANT_A,
  STRESSED_SOFT_SURNAME,
} from './name-lists.js';

export type NamedPerson = Pick<Official, 'surname' | 'name' | 'patronymic' | 'initials' | 'gender' | 'forms'>;

/** «Глевицкую Е.И.» (`short`) or «Яшиной Вере Николаевне» (`full`; short when the name is unknown). */
export function declinePersonName(
  person: NamedPerson,
  grammaticalCase: GrammaticalCase,
  style: 'short' | 'full',
): string {
  const gender = genderOfPerson(person);
  if (style === 'full' && person.forms === undefined && isOfOneSyllables(person))
    return declineLastWord(person, grammaticalCase, gender);
  const decline = (part: keyof typeof BY_PART): string | null => {
    const word = person[part];
    if (word === null || word.trim() === '') return null;
    const corrected = storedForm(person.forms?.[part], grammaticalCase);
    return corrected ?? (gender === null ? word : BY_PART[part](word, grammaticalCase, gender));
  };
  const surname = decline('surname') ?? person.surname;
  const name = style === 'full' ? decline('name') : null;
  if (name === null) return shortName({ surname, initials: person.initials });
  return [surname, name, decline('patronymic')].filter((part) => part).join(' ');
}

/** The stored gender, else what the patronymic, the surname or the first name says for certain, else null. */
export function genderOfPerson(person: Pick<NamedPerson, 'surname' | 'name' | 'patronymic' | 'gender'>): Gender | null {
  if (person.gender !== null) return person.gender;
  const patronymic = plain(person.patronymic ?? '');
  if (/(?:[иы]ч|оглы|улы|уулу)$/u.test(patronymic)) return 'm';
  if (/(?:[вчш]на|кызы|гызы)$/u.test(patronymic)) return 'f';
  const last = plain(person.surname).split('-').at(-1) ?? '';
  if (!COMMON_NOUNS.has(last) && /[а-яё]{2}(?:[оеё]ва|[иы]на)$|[сц]кая$/u.test(last)) return 'f';
  if (!isForeignIn(last) && !FOREIGN_OV.has(last) && /[а-яё]{2}(?:[оеё]в|ын)$|[а-яё]{3}ин$|[сц]кий$/u.test(last))
    return 'm';
  const byName = person.name === null ? null : getFirstnameGender(person.name.trim());
  return byName === 'male' ? 'm' : byName === 'female' ? 'f' : null;
}

/** «Нгуен Ван Тханг», «Ли Сын Ман»: words of one syllable and no patronymic make one name. */
function isOfOneSyllables({ name, patronymic }: NamedPerson): boolean {
  const words = `${name ?? ''} ${patronymic ?? ''}`.trim().split(/\s+/u);
  return words.length > 1 && words.every((word) => /^[^аеёиоуыэюя]*[аеёиоуыэюя]{1,2}[^аеёиоуыэюя]*$/iu.test(word));
}

function declineLastWord(
  { surname, name, patronymic }: NamedPerson,
  grammaticalCase: GrammaticalCase,
  gender: Gender | null,
): string {
  const words = [surname, name, patronymic]
    .filter((part) => part !== null)
    .join(' ')
    .trim()
    .split(/\s+/u);
  const last = words.pop() ?? '';
  return [...words, gender === null ? last : declineSurname(last, grammaticalCase, gender)].join(' ');
}

function declineFirstName(name: string, grammaticalCase: GrammaticalCase, gender: Gender): string {
  return eachWord(name, (word) => {
    const own = gender === 'f' ? feminineNameForms(word) : null;
    return own === null
      ? inclineFirstname(word, grammaticalCase, lvovichGender(gender))
      : pick(own, grammaticalCase, word);
  });
}

/** «Гузели», «Асели» like «Любови»; after a stem of one syllable «-ие»: «Ие», «Лие», but «Марии». */
function feminineNameForms(word: string): ObliqueForms | null {
  const stem = word.slice(0, -1);
  const lower = plain(word);
  if (lower.endsWith('ия') && vowels(lower) === 2) return [`${stem}и`, `${stem}е`, `${stem}ю`, `${stem}ей`, `${stem}е`];
  if (!lower.endsWith('ь')) return null;
  if (FOREIGN_NAMES_ON_SOFT.has(lower)) return [word, word, word, word, word];
  return [`${stem}и`, `${stem}и`, word, `${stem}ью`, `${stem}и`];
}

function declinePatronymic(patronymic: string, grammaticalCase: GrammaticalCase, gender: Gender): string {
  // «Али оглы», «Ахмед-кызы»: words of descent and the name before them do not change.
  if (!/(?:[иы]ч|на)$/iu.test(patronymic.trim())) return patronymic;
  return eachWord(patronymic, (word) => inclineMiddlename(word, grammaticalCase, lvovichGender(gender)));
}

/** One surname, also hyphenated or of several words («де Голль»: words in small letters stay). */
function declineSurname(surname: string, grammaticalCase: GrammaticalCase, gender: Gender): string {
  return eachWord(surname, (word) =>
    word
      .split('-')
      .map((part, at, parts) => {
        const fixed = at < parts.length - 1 && FIRST_PARTS.has(plain(part));
        // «де Голль» keeps its particle, «Кара-оол» ends in a part of the name.
        const particle = !/^\p{Lu}/u.test(part) && (at === 0 || at < parts.length - 1);
        return fixed || particle ? part : surnamePart(part, grammaticalCase, gender);
      })
      .join('-'),
  );
}

function surnamePart(part: string, grammaticalCase: GrammaticalCase, gender: Gender): string {
  if (grammaticalCase === 'nominative' || isIndeclinable(plain(part), gender)) return part;
  if (gender === 'f' && /(?:ая|яя)$/iu.test(part)) return declineAdjective(part, 'f', true, grammaticalCase);
  if (gender === 'm' && /(?:[уюая]ч|[жшщ])ий$/iu.test(part)) {
    return declineAdjective(part, 'm', true, grammaticalCase); // «Жгучего», but «Топчия»
  }
  const own = gender === 'm' ? masculineForms(part) : feminineForms(part);
  if (own !== null) return pick(own, grammaticalCase, part);
  return inclineLastname(part, grammaticalCase, lvovichGender(gender));
}

function isIndeclinable(surname: string, gender: Gender): boolean {
  if (!/^[а-яё]+$/u.test(surname) || surname.length < 2 || STRESSED_A.has(surname)) return true;
  if (/[оеэиыуюё]$/u.test(surname) || /[аеиоуыэюя]а$/u.test(surname)) return true;
  if (/[аяо]го$/u.test(surname)) return true;
  if (gender === 'f') return !/[ая]$/u.test(surname);
  return /[ыи]х$/u.test(surname) && !/(?:р|л|^мин)их$/u.test(surname);
}

/** Masculine surnames that `lvovich` gets wrong. */
function masculineForms(word: string): ObliqueForms | null {
  const lower = plain(word);
  if (BIRDS.has(lower)) return soft(`${word.slice(0, -2)}ь`, 'ём');
  if (lower === 'заяц') return hard(`${word.slice(0, -2)}йц`, 'ем');
  if (/[её]л$/u.test(lower) && FLEETING_L.has(lower)) {
    const stem = word.slice(0, -2);
    return hard(`${stem}${/л$/iu.test(stem) ? 'ь' : ''}л`, 'ом');
  }
  if (/[ыи]х$/u.test(lower)) return hard(word, 'ом');
  if (lower.endsWith('ец')) return formsOnEts(word);
  if (lower === 'лев') return hard(`${word.slice(0, -2)}ьв`, 'ом');
  // The only vowel is never fleeting: «Блока», not «Блка».
  if (/[оеё]к$/u.test(lower) && vowels(lower) === 1) return hard(word, 'ом');
  if (/[нлс]ёк$/u.test(lower)) return hard(`${word.slice(0, -2)}ьк`, 'ом');
  if (lower.endsWith('ой') && (vowels(lower) === 1 || adjectiveAgreement(lower) === null)) {
    return soft(word.slice(0, -1), 'ем');
  }
  if (lower.endsWith('ий') && vowels(lower) === 1) return soft(word.slice(0, -1), 'ем');
  const stressed = /(?:ач|щ)$/u.test(lower) || (/[жшч]$/u.test(lower) && vowels(lower) === 1);
  if (stressed || STRESSED_SIBILANT.test(lower)) return hard(word, 'ом');
  if (/[жшчц]$/u.test(lower)) return hard(word, 'ем');
  if (isForeignIn(lower) || FOREIGN_OV.has(lower)) return hard(word, 'ом');
  if (/[^аеёиоуыэюя]ь$/u.test(lower)) return soft(word.slice(0, -1), STRESSED_SOFT_SURNAME.has(lower) ? 'ём' : 'ем');
  return nounInA(word);
}

/** «Кравца», «Коломийца», «Бельца»; short or clustered stems keep the vowel: «Швеца», «Кузнеца». */
function formsOnEts(word: string): ObliqueForms {
  const stem = word.slice(0, -2);
  if (vowels(plain(word)) === 1 || /(?:зн|др|рн?ч|тв|чт|жр|лт|пт)$/iu.test(stem)) return hard(word, 'ом');
  if (/[аеиоуыюя]$/iu.test(stem)) return hard(`${stem}йц`, STRESSED_SIBILANT.test(plain(word)) ? 'ом' : 'ем');
  // «Комаровцем» as in «суворовцем»: the stress of the suffix stays.
  const unstressed = /[ое]в$/iu.test(stem) && vowels(plain(word)) > 2;
  return hard(`${stem}${/л$/iu.test(stem) ? 'ь' : ''}ц`, unstressed ? 'ем' : 'ом');
}

function feminineForms(word: string): ObliqueForms | null {
  const lower = plain(word);
  if (COMMON_NOUNS.has(lower)) return nounInA(word);
  if (lower === 'третья') {
    const stem = word.slice(0, -1);
    return [`${stem}ей`, `${stem}ей`, `${stem}ю`, `${stem}ей`, `${stem}ей`];
  }
  return /(?:ова|ева|ёва|ина|ына|ая|яя)$/u.test(lower) ? null : nounInA(word);
}

/** Surnames declined like nouns on -а and -я, both genders: «Лозы», «Груши», «Берии». */
function nounInA(word: string): ObliqueForms | null {
  const stem = word.slice(0, -1);
  if (/(?:ая|яя)$/iu.test(word)) return null;
  if (/ия$/iu.test(word)) return [`${stem}и`, `${stem}и`, `${stem}ю`, `${stem}ей`, `${stem}и`];
  if (/я$/iu.test(word)) return [`${stem}и`, `${stem}е`, `${stem}ю`, `${stem}ей`, `${stem}е`];
  if (!/а$/iu.test(word)) return null;
  const genitive = /[гкхжшчщ]$/iu.test(stem) ? 'и' : 'ы';
  const inA = /[жшчщц]$/iu.test(stem) && !STRESSED_SIBILANT_A.has(plain(word)) ? 'ей' : 'ой';
  return [`${stem}${genitive}`, `${stem}е`, `${stem}у`, `${stem}${inA}`, `${stem}е`];
}

/** «Гершвином», «Чаплином», but «Пушкиным». */
function isForeignIn(lower: string): boolean {
  return FOREIGN_IN.has(lower) || /(?:[рлш]ь?|[оу]д|лд)вин$|дуин$/u.test(lower);
}

function hard(stem: string, instrumental: 'ом' | 'ем'): ObliqueForms {
  return [`${stem}а`, `${stem}у`, `${stem}а`, `${stem}${instrumental}`, `${stem}е`];
}

function soft(stem: string, instrumental: 'ем' | 'ём'): ObliqueForms {
  return [`${stem}я`, `${stem}ю`, `${stem}я`, `${stem}${instrumental}`, `${stem}е`];
}

/** Declines each word by itself, in its own letter case: «ГЛЕВИЦКАЯ» comes back in capitals. */
function eachWord(text: string, decline: (word: string) => string): string {
  return text
    .trim()
    .split(/(\s+)/u)
    .map((word) => {
      if (!/^\p{Lu}[\p{Lu}-]+$/u.test(word)) return /^\s*$/u.test(word) ? word : decline(word);
      const titled = word.toLowerCase().replaceAll(/(?<=^|-)\p{L}/gu, (letter) => letter.toUpperCase());
      return decline(titled).toUpperCase();
    })
    .join('');
}

function vowels(word: string): number {
  return word.replaceAll(/[^аеёиоуыэюя]/gu, '').length;
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}

function lvovichGender(gender: Gender): 'male' | 'female' {
  return gender === 'm' ? 'male' : 'female';
}

const BY_PART = { surname: declineSurname, name: declineFirstName, patronymic: declinePatronymic };
const BIRDS: ReadonlySet<string> = new Set(['соловей', 'воробей', 'муравей']);
