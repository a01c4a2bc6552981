/**
 * One common noun in the cases, singular or plural, by its ending and the lists of the lexicon. Pure. The caller says
 * what the noun is; `agreementOf` and `isPerson` guess it from the word when nothing stands beside it.
 */
import { pick, type Agreement, type GrammaticalCase, type ObliqueForms } from './grammar.js';
import {
  FEMININE_IN_IYA,
  FEMININE_PLURALS,
  FEMININE_SOFT,
  FLEETING_STEMS,
  INDECLINABLE,
  INDECLINABLE_MASCULINE,
  MASCULINE_IN_A,
  MASCULINE_PLURALS,
  MASCULINE_PLURALS_IN_A,
  MASCULINE_SOFT,
  NEUTER_PLURALS,
  PEOPLE,
  STRESSED_SIBILANT,
  STRESSED_SOFT_NOUN,
} from './lexicon.js';

/** Declines a word in the nominative; letters at the beginning keep their case. A word of no Russian shape stays. */
export function declineNoun(
  word: string,
  agreement: Agreement,
  animate: boolean,
  grammaticalCase: GrammaticalCase,
): string {
  const lower = word.toLowerCase();
  if (grammaticalCase === 'nominative' || !/^[а-яё]{2,}$/u.test(lower)) return word;
  if (INDECLINABLE.has(lower) || isAbbreviation(word) || MINISTRY_OF.test(lower)) return word;
  const forms =
    agreement === 'pl'
      ? pluralForms(word, animate)
      : agreement === 'm'
        ? masculineForms(word, animate)
        : agreement === 'f'
          ? feminineForms(word)
          : neuterForms(word);
  return forms === null ? word : pick(forms, grammaticalCase, word);
}

/** Gender of a noun in the nominative singular, or `pl`. */
export function agreementOf(word: string): Agreement {
  const lower = word.toLowerCase();
  if (INDECLINABLE.has(lower)) return INDECLINABLE_MASCULINE.has(lower) ? 'm' : 'n';
  if (isAbbreviation(word)) return agreementOfAbbreviation(word);
  if (MINISTRY_OF.test(lower)) return 'n';
  if (isPlural(lower)) return 'pl';
  if (MASCULINE_IN_A.has(lower)) return 'm';
  if (lower.endsWith('мя')) return 'n';
  if (/[ая]$/u.test(lower)) return 'f';
  if (/[оеёэую]$/u.test(lower)) return 'n';
  if (lower.endsWith('ь')) return isFeminineSoft(lower) ? 'f' : 'm';
  return 'm';
}

/** Whether the word, in the singular or plural, is the name of a person's post or trade. */
export function isPerson(word: string): boolean {
  const lower = word.toLowerCase();
  if (PEOPLE.has(lower) || (PERSON_ENDING.test(lower) && !THINGS_LIKE_PEOPLE.test(lower))) return true;
  const stem = lower.replace(/[ыиая]$/u, '');
  return stem !== lower && /[ыиая]$/u.test(lower) && !/[ая]$/u.test(stem) && isPluralOfPerson(lower, stem);
}

/** Capitals only: «МФЦ», «ГБОУ»; such words never change. */
export function isAbbreviation(word: string): boolean {
  return /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}-]+$/u.test(word) || /^\p{Lu}+\p{Ll}{1,2}\p{Lu}+$/u.test(word);
}

/** «травматолог», «сметчик», «концертмейстер»: such words name people, but for a few. */
const PERSON_ENDING =
  /(?:щик|чик|олог|иатр|опед|(?<!б)ург|ейстер|вед|[а-яё]{3}ист|тельница|щица|тчица|истка|енша|анша|сестра)$/u;
const THINGS_LIKE_PEOPLE = /(?:ящик|датчик|сч[её]тчик|передатчик|пролог|некролог|монолог)$/u;

/** «Минпросвещения», «Минобрнауки», «Минэнерго»: the second half is a genitive already. */
const MINISTRY_OF = /^мин(?!ист|ут|ерал|им|ор)[а-яё]{4,}(?:ия|ы|и|о|а)$/u;

function isPluralOfPerson(lower: string, stem: string): boolean {
  return PEOPLE.has(stem) || (lower.endsWith('и') && PEOPLE.has(`${stem}ь`)) || lower === 'граждане';
}

function isPlural(lower: string): boolean {
  if (NEUTER_PLURALS.has(lower) || MASCULINE_PLURALS_IN_A.has(lower) || lower === 'граждане') return true;
  if (/(?:ения|ания|яния|ятия|ытия|ствия)$/u.test(lower)) return !FEMININE_IN_IYA.test(lower);
  return lower.endsWith('ства') || /[ыи]$/u.test(lower);
}

function isFeminineSoft(lower: string): boolean {
  if (MASCULINE_SOFT.has(lower)) return false;
  return FEMININE_SOFT.has(lower) || /(?:[чшщждтвп]|зн|пис)ь$/u.test(lower);
}

/** A known kind of body by its leading noun, otherwise by the last letter, as speech does: «МФЦ направил», «ФНС …». */
function agreementOfAbbreviation(word: string): Agreement {
  if (/^(?:Ф?Г|О|М|Ч|К)?[БКАО]?[А-Я]*У[А-Я]{0,2}$/u.test(word) && word.includes('У') && word.length <= 6) return 'n';
  if (/^(?:ТЗ|[НПЗО]?АО|ООО|МВД|УМВД|ГУ|ТУ|УФК|УФНС|УФАС|ФГУП|ГУП|МУП|АНО)$/u.test(word)) return 'n';
  if (/^(?:ФНС|ФАС|ФСБ|ФСО|ФТС|ФССП|ФСИН|ГИБДД|КСП|ЦИК|ТИК|НКО|РФ|СРО)$/u.test(word)) return 'f';
  if (/[АЯ]$/u.test(word)) return word === 'НПА' ? 'm' : 'f'; // «нормативный правовой акт»
  return /[ОУЭЕИЮ]$/u.test(word) ? 'n' : 'm';
}

function masculineForms(word: string, animate: boolean): ObliqueForms | null {
  const lower = word.toLowerCase();
  if (/[ая]$/u.test(lower)) return feminineForms(word);
  const genitiveForAccusative = (genitive: string): string => (animate ? genitive : word);
  const stem = stemOf(word, lower);
  if (/[йь]$/u.test(lower)) {
    const instrumental = STRESSED_SOFT_NOUN.test(lower) ? 'ём' : 'ем';
    const prepositional = lower.endsWith('ий') ? 'и' : 'е';
    return [
      `${stem}я`,
      `${stem}ю`,
      genitiveForAccusative(`${stem}я`),
      `${stem}${instrumental}`,
      `${stem}${prepositional}`,
    ];
  }
  if (!/[бвгджзклмнпрстфхцчшщ]$/u.test(lower)) return null;
  const instrumental = /[жшчщц]$/u.test(lower) && !STRESSED_SIBILANT.test(lower) ? 'ем' : 'ом';
  return [`${stem}а`, `${stem}у`, genitiveForAccusative(`${stem}а`), `${stem}${instrumental}`, `${stem}е`];
}

/** The stem before masculine endings: «перечн», «дворц», «бойц», «владельц». */
function stemOf(word: string, lower: string): string {
  for (const [nominative, stem] of Object.entries(FLEETING_STEMS)) {
    if (lower === nominative) return word.slice(0, 1) + stem.slice(1);
  }
  if (/[йь]$/u.test(lower)) return word.slice(0, -1);
  if (!lower.endsWith('ец') || /(?:^с?п|зн|жр|др|чт|тв)ец$/u.test(lower)) return word;
  const before = word.slice(0, -2);
  if (/[аеёиоуыэюя]$/u.test(before)) return `${before}йц`;
  return `${before}${before.endsWith('л') ? 'ь' : ''}ц`;
}

function feminineForms(word: string): ObliqueForms | null {
  const lower = word.toLowerCase();
  const stem = word.slice(0, -1);
  if (/(?:церков|любов)ь$/u.test(lower)) {
    const short = `${stem.slice(0, -2)}${stem.slice(-1)}`;
    return [`${short}и`, `${short}и`, word, `${stem}ью`, `${short}и`];
  }
  if (lower.endsWith('ь')) return [`${stem}и`, `${stem}и`, word, `${stem}ью`, `${stem}и`];
  if (lower.endsWith('ия')) return [`${stem}и`, `${stem}и`, `${stem}ю`, `${stem}ей`, `${stem}и`];
  if (lower.endsWith('я')) {
    const instrumental = STRESSED_SOFT_NOUN.test(lower) ? 'ёй' : 'ей';
    return [`${stem}и`, `${stem}е`, `${stem}ю`, `${stem}${instrumental}`, `${stem}е`];
  }
  if (!lower.endsWith('а')) return null;
  const genitive = /[гкхжшчщ]а$/u.test(lower) ? 'и' : 'ы';
  return [`${stem}${genitive}`, `${stem}е`, `${stem}у`, `${stem}${/[жшчщц]а$/u.test(lower) ? 'ей' : 'ой'}`, `${stem}е`];
}

function neuterForms(word: string): ObliqueForms | null {
  const lower = word.toLowerCase();
  const stem = word.slice(0, -1);
  if (lower.endsWith('мя')) return [`${stem}ени`, `${stem}ени`, word, `${stem}енем`, `${stem}ени`];
  if (lower.endsWith('о')) return [`${stem}а`, `${stem}у`, word, `${word}м`, `${stem}е`];
  if (lower.endsWith('ие')) return [`${stem}я`, `${stem}ю`, word, `${word}м`, `${stem}и`];
  if (/[жшчщц]е$/u.test(lower)) return [`${stem}а`, `${stem}у`, word, `${word}м`, word];
  return /[её]$/u.test(lower) ? [`${stem}я`, `${stem}ю`, word, `${word}м`, word] : null;
}

function pluralForms(word: string, animate: boolean): ObliqueForms | null {
  const lower = word.toLowerCase();
  if (!/[ыиаяе]$/u.test(lower)) return null;
  const stem = word.slice(0, -1);
  const a = lower.endsWith('я') || (lower.endsWith('и') && !/[гкхжшчщ]и$/u.test(lower)) ? 'я' : 'а';
  const genitive = genitivePlural(word);
  return [genitive, `${stem}${a}м`, animate ? genitive : word, `${stem}${a}ми`, `${stem}${a}х`];
}

/** The one hard form of the plural: «органов», «мер», «рекомендаций», «показателей», «закупок». */
function genitivePlural(word: string): string {
  const lower = word.toLowerCase();
  const stem = word.slice(0, -1);
  if (MASCULINE_PLURALS_IN_A.has(lower)) return lower.endsWith('я') ? `${stem}ей` : `${stem}ов`;
  if (MASCULINE_PLURALS.has(lower)) return lower.endsWith('ии') ? `${stem}ев` : `${stem}ов`;
  if (lower === 'недели') return `${stem}ь`;
  if (/^(?:идеи|аллеи)$/u.test(lower)) return `${stem}й`;
  if (FEMININE_PLURALS.has(lower)) return fillVowel(stem);
  if (/(?:ии|ия)$/u.test(lower)) return `${stem}й`;
  if (/[аеёоуыю]и$/u.test(lower)) return `${stem}ев`;
  if (/(?:а|не)$/u.test(lower)) return fillVowel(stem);
  if (lower.endsWith('я')) return `${stem}ей`;
  if (lower.endsWith('ицы') || lower.endsWith('уры')) return stem;
  if (lower.endsWith('цы')) return STRESSED_SIBILANT.test(`${lower.slice(0, -2)}ец`) ? `${stem}ов` : `${stem}ев`;
  if (lower.endsWith('ы')) return `${stem}ов`;
  if (lower.endsWith('теки') || /[бвгджзлмнпрстфчшщйь]ки$/u.test(lower)) return fillVowel(stem);
  if (/[гкх]и$/u.test(lower)) return `${stem}ов`;
  if (/(?:дач|встреч|туч|удач)и$/u.test(lower)) return stem;
  return `${stem}ей`;
}

/** «площадк» → «площадок», «точк» → «точек», «копейк» → «копеек», «школ» stays. */
function fillVowel(stem: string): string {
  const pair = /^(.*)([бвгджзлмнпрстфчшщйь])к$/iu.exec(stem);
  if (pair === null) return stem.endsWith('ьм') ? `${stem.slice(0, -2)}ем` : stem;
  const [, before = '', last = ''] = pair;
  if (/[йь]/u.test(last)) return `${before}${before.endsWith('л') ? 'о' : 'е'}к`;
  return `${before}${last}${/[жшчщ]/u.test(last) ? 'е' : 'о'}к`;
}
