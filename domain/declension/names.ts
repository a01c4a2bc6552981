/**
 * People's names in the cases. First names and patronymics go by `lvovich`; surnames by the rules below, which know what
 * it gets wrong (Соловей, Цой, Ткач, Швец, Сова), and by `lvovich` for the rest. Pure. Nothing is guessed: without a
 * certain gender a name stays in the nominative, which a reader forgives more easily than a wrong ending.
 */
import { getFirstnameGender, inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { shortName, type Gender, type Official } from '../official.js';
import { pick, storedForm, type GrammaticalCase, type ObliqueForms, type StoredForms } from './grammar.js';

export type NamedPerson = Pick<Official, 'surname' | 'name' | 'patronymic' | 'initials' | 'gender'>;

/** «Глевицкую Е.И.» (`short`) or «Яшиной Вере Николаевне» (`full`; short when the name is unknown). */
export function declinePersonName(
  person: NamedPerson,
  grammaticalCase: GrammaticalCase,
  style: 'short' | 'full',
  stored?: StoredForms,
): string {
  const corrected = storedForm(stored, grammaticalCase);
  if (corrected !== null) return corrected;
  const gender = genderOfPerson(person);
  const decline = (part: string | null, by: typeof declineSurname): string | null =>
    part === null || part.trim() === '' ? null : gender === null ? part : by(part, grammaticalCase, gender);
  const surname = decline(person.surname, declineSurname) ?? person.surname;
  const name = style === 'full' ? decline(person.name, declineFirstName) : null;
  if (name === null) return shortName({ surname, initials: person.initials });
  return [surname, name, decline(person.patronymic, declinePatronymic)].filter((part) => part).join(' ');
}

/** The stored gender, else what the patronymic, the surname or the first name says for certain, else null. */
export function genderOfPerson(person: Pick<NamedPerson, 'surname' | 'name' | 'patronymic' | 'gender'>): Gender | null {
  if (person.gender !== null) return person.gender;
  const patronymic = plain(person.patronymic ?? '');
  if (/(?:[иы]ч|оглы|улы|уулу)$/u.test(patronymic)) return 'm';
  if (/(?:[вчш]на|кызы|гызы)$/u.test(patronymic)) return 'f';
  const last = plain(person.surname).split('-').at(-1) ?? '';
  if (!COMMON_NOUNS.has(last) && /[а-яё]{2}(?:[оеё]ва|[иы]на)$|[сц]кая$/u.test(last)) return 'f';
  if (!FOREIGN_IN.has(last) && /[а-яё]{2}(?:[оеё]в|ын)$|[а-яё]{3}ин$|[сц]кий$/u.test(last)) return 'm';
  const byName = person.name === null ? null : getFirstnameGender(person.name.trim());
  return byName === 'male' ? 'm' : byName === 'female' ? 'f' : null;
}

function declineFirstName(name: string, grammaticalCase: GrammaticalCase, gender: Gender): string {
  return eachWord(name, (word) => inclineFirstname(word, grammaticalCase, lvovichGender(gender)));
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
        const fixed = at < parts.length - 1 && FIXED_FIRST_PARTS.has(plain(part));
        return fixed || !/^\p{Lu}/u.test(part) ? part : surnamePart(part, grammaticalCase, gender);
      })
      .join('-'),
  );
}

function surnamePart(part: string, grammaticalCase: GrammaticalCase, gender: Gender): string {
  if (grammaticalCase === 'nominative' || isIndeclinable(plain(part), gender)) return part;
  const own = gender === 'm' ? masculineForms(part) : feminineForms(part);
  if (own !== null) return pick(own, grammaticalCase, part);
  return inclineLastname(part, grammaticalCase, lvovichGender(gender));
}

function isIndeclinable(surname: string, gender: Gender): boolean {
  if (!/^[а-яё]+$/u.test(surname) || surname.length < 2 || STRESSED_A.has(surname)) return true;
  if (/[оеэиыуюё]$/u.test(surname) || /[аеиоуыэюя]а$/u.test(surname)) return true;
  if (/[аяо]го$/u.test(surname)) return true;
  if (gender === 'f') return !/[ая]$/u.test(surname);
  return /[ыи]х$/u.test(surname) && !/(?:р|л)их$/u.test(surname);
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
  if (lower.endsWith('ец')) return formsOnEts(word);
  // The only vowel is never fleeting: «Блока», not «Блка».
  if (lower === 'лев' || (/[оеё]к$/u.test(lower) && vowels(lower) === 1)) return hard(word, 'ом');
  if (/[нлс]ёк$/u.test(lower)) return hard(`${word.slice(0, -2)}ьк`, 'ом');
  if (lower.endsWith('ой') && vowels(lower) === 1) return soft(word.slice(0, -1), 'ем');
  if (lower.endsWith('ий') && vowels(lower) === 1) return soft(word.slice(0, -1), 'ем');
  if (/(?:ач|щ)$/u.test(lower) || (/[жшч]$/u.test(lower) && vowels(lower) === 1)) return hard(word, 'ом');
  if (/[жшчц]$/u.test(lower)) return hard(word, 'ем');
  if (FOREIGN_IN.has(lower)) return hard(word, 'ом');
  if (/[^аеёиоуыэюя]ь$/u.test(lower)) return soft(word.slice(0, -1), STRESSED_SOFT.has(lower) ? 'ём' : 'ем');
  return nounInA(word);
}

/** «Кравца», «Коломийца», «Бельца»; short or clustered stems keep the vowel: «Швеца», «Кузнеца». */
function formsOnEts(word: string): ObliqueForms {
  const stem = word.slice(0, -2);
  if (vowels(plain(word)) === 1 || /(?:зн|др|рн?ч|тв|чт|жр|лт|пт)$/iu.test(stem)) return hard(word, 'ом');
  if (/[аеиоуыюя]$/iu.test(stem)) return hard(`${stem}йц`, 'ем');
  return hard(`${stem}${/л$/iu.test(stem) ? 'ь' : ''}ц`, 'ом');
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
  return [`${stem}${genitive}`, `${stem}е`, `${stem}у`, `${stem}${/[жшчщц]$/iu.test(stem) ? 'ей' : 'ой'}`, `${stem}е`];
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

const BIRDS: ReadonlySet<string> = new Set(['соловей', 'воробей', 'муравей']);
const FLEETING_L: ReadonlySet<string> = new Set(['орёл', 'орел', 'козёл', 'козел', 'котёл', 'котел', 'осёл', 'осел']);
const STRESSED_SOFT: ReadonlySet<string> = new Set(['король', 'конь', 'кобзарь', 'пономарь', 'звонарь']);
/** Foreign surnames on -ин, with «-ом» in the instrumental. */
const FOREIGN_IN: ReadonlySet<string> = new Set([
  ...['дарвин', 'чаплин', 'франклин', 'мартин', 'грин', 'берлин', 'кронин', 'цеппелин', 'кин', 'лин', 'цин', 'мин'],
  ...['шин', 'син', 'хин', 'дин', 'вин', 'болдуин', 'элвин', 'ирвин', 'марвин', 'кельвин'],
]);
/** Surnames on -а and -я with the stress at the end, which do not change. */
const STRESSED_A: ReadonlySet<string> = new Set(['дюма', 'золя', 'петипа', 'тома', 'гамарра', 'труайя', 'дега']);
/** Surnames that only look like «-ова», «-ина», «-ева»: they are nouns and one form serves both genders. */
const COMMON_NOUNS: ReadonlySet<string> = new Set([
  ...[
    'сова',
    'корова',
    'голова',
    'подкова',
    'полова',
    'вдова',
    'обнова',
    'дева',
    'слива',
    'калина',
    'малина',
    'щербина',
  ],
  ...['былина', 'долина', 'дубина', 'година', 'скотина', 'рябина', 'осина', 'судьбина', 'тычина', 'хмарина'],
  ...['перина', 'лещина', 'ялына', 'калына', 'лысина', 'пучина', 'лучина', 'былына', 'дружина', 'община'],
]);
const FIXED_FIRST_PARTS: ReadonlySet<string> = new Set([
  ...['бонч', 'тер', 'сен', 'сент', 'ван', 'фон', 'мак', 'ибн', 'эль', 'аль', 'бен', 'кара', 'дель', 'ле', 'де'],
]);
