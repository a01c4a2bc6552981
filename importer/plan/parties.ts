/**
 * The responsible cell → parties. Semicolons and lines part them; a comma parts them only when a name begins after it:
 * «Комитет, управление финансов» are two, «Управление культуры, спорта и туризма» is one, a person keeps his post. Pure.
 */
import type { Field } from '#domain/order';
import { fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, folded, plain } from '../plain.js';
import { topLevelBreaks } from '../top-level.js';

const PERSON = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+/u;

/** Characters on either side of a comma that are looked at. */
const NEAR = 300;

/** Nouns that a body, a group or a post may begin with, in the nominative, singular or plural (folded). */
const HEAD_NOUN = new RegExp(
  `^(?:${[
    'администраци[яи]|агентств[оа]|аппарат|бюро|ведомств[оа]|возложить|групп[аы]|департамент[ы]?|дирекци[яи]|дум[аы]',
    'заказчики?|застройщики?|институты?|инспекци[яи]|исполнител[ьи]|кабинет|канцеляри[яи]|колледжи?|комисси[яи]|комитеты?',
    'компани[яи]|координаторы?|министерств[оа]|муниципалитет|объединени[ея]|операторы?|орган|органы|организаци[яи]|отделы?',
    'отделени[ея]|офисы?|палат[аы]|партнеры?|подразделени[ея]|подрядчики?|поставщики?|правительство|предприяти[ея]',
    'представител[ьи]|префектур[аы]|приемная|прокуратура|рабочая|регионы?|ресурсный|сектор[аы]?|секретариат|служб[аы]',
    'собрание|советы?|сообществ[оа]|союзы?|структур[аы]|субъекты?|техникумы?|товариществ[оа]|управлени[ея]|университеты?',
    'учредител[ьи]|учреждени[ея]|филиалы?|фонды?|центр[ыа]?|школ[аы]|штаб|больниц[аы]|поликлиник[аи]|библиотек[аи]|музе[йи]',
    'театры?|клубы?|волонтер[ы]?|эксперты?|специалисты?|ассоциаци[яи]|казначейство|педагоги|учител[ья]|воспитател[ьи]',
    'начальники?|заместител[ьи]|директор[аы]?|руководител[ьи]|министры?|глав[аы]|председател[ьи]|губернатор|мэр|секретар[ьи]',
    'заведующ(?:ий|ая|ие)|консультанты?|советники?|помощники?|врачи?|инженеры?|бухгалтеры?|ректоры?|управляющ(?:ий|ая|ие)|уполномоченн(?:ый|ая|ые)',
    'оив|омсу|рцоко|мку|мбу|гбу|гку|гау|оу|доу|мо|ано|ооо|пао|ао|нко|роив|фоив|муп|гуп',
  ].join('|')})(?=\\s|$)`,
  'u',
);

/**
 * Parties in the order of the cell, without list numbers, footnote marks and final punctuation.
 * @param doubtful hears of each lower-case text after a comma that was taken for a part of the name before it
 */
export function partiesOf(cell: Passage, doubtful: (text: string) => void): Field<string>[] {
  const parties: Passage[] = [];
  for (const part of splitAt(cell, topLevelBreaks(cell.text, /;|\n(?=\s*(?:\p{Lu}|\d+[.)]\s|[-–•]\s))/gu))) {
    let start = 0;
    for (const comma of topLevelBreaks(part.text, /,/gu)) {
      const before = part.text.slice(Math.max(start, comma.from - NEAR), comma.from);
      const after = part.text.slice(comma.to, comma.to + NEAR);
      const verdict = partsHere(before, after);
      if (verdict === 'unsure') doubtful(plain(after.split(',')[0] ?? after));
      if (verdict !== 'yes') continue;
      parties.push(slicePassage(part, start, comma.from));
      start = comma.to;
    }
    parties.push(slicePassage(part, start));
  }
  return parties
    .map((party) => trimPassage(withoutListMark(trimPassage(party))))
    .map((party) => fieldOf(party, cleanValue(party.text)))
    .filter(({ value }) => /[\p{L}\p{N}]/u.test(value) && !/^[хx]$/iu.test(value));
}

function partsHere(before: string, after: string): 'yes' | 'no' | 'unsure' {
  const next = plain(after.split(/[,;]/u)[0] ?? '');
  const named = PERSON.test(before);
  if (onlyPerson(next)) return named || !beginsWithPost(before) ? 'yes' : 'no'; // «начальник отдела, Иванов И.И.»
  if (onlyPerson(plain(before).split(/,\s*/u).at(-1) ?? '') && beginsWithPost(next))
    return PERSON.test(next) ? 'yes' : 'no';
  if (/^(?:по согласованию|при участии|в том числе|включая|ответственн)/iu.test(next)) return 'no';
  const words = folded(next).split(' ');
  if (beginsInNominative(words)) return 'yes';
  if (/^\p{Lu}/u.test(next)) return isObliqueAdjective(words) ? 'no' : 'yes';
  // Coordinated words stand in the case that the noun before them asks for: «культуры, спорта и туризма».
  return isOblique(words[0] ?? '') ? 'no' : 'unsure';
}

/** A noun that names a body or a post, perhaps after adjectives, all in the nominative. */
function beginsInNominative(words: readonly string[]): boolean {
  for (const [i, word] of words.slice(0, 5).entries()) {
    if (HEAD_NOUN.test(word)) return true;
    if (/(?:ый|ий|ая|яя|ое|ее|ые|ие)$/u.test(word) && word.length > 4) continue;
    if (
      word.endsWith('ой') &&
      /(?:[^аеиоуыэюяй]|ий|ый)$/u.test(words[i + 1] ?? '') &&
      !/(?:ов|ев|их|ых)$/u.test(words[i + 1] ?? '')
    )
      continue;
    // Adjectives of the nominative plural or neuter are not mistaken for anything else: «родительские комитеты».
    return i > 0 && /(?:ый|ая|яя|ое|ее|ые)$/u.test(words[i - 1] ?? '') && !isOblique(word);
  }
  return false;
}

function isObliqueAdjective(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  if (/(?:ого|его|ому|ему|ым|им|ых|их|ыми|ими)$/u.test(first) && first.length > 4) return true;
  return /(?:ой|ей)$/u.test(first) && first.length > 5 && !/(?:[^аеиоуыэюяй]|ий|ый)$/u.test(words[1] ?? '');
}

function isOblique(word: string): boolean {
  return /(?:ого|его|ому|ему|ым|им|ых|их|ыми|ими|ой|ей|ов|ев|ам|ям|ами|ями|ах|ях|ы|и|а|я|у|ю|ом|ем|ью)$/u.test(word);
}

function onlyPerson(text: string): boolean {
  const rest = plain(text).replace(PERSON, '');
  return PERSON.test(text) && !/\p{L}{2,}/u.test(rest);
}

function beginsWithPost(text: string): boolean {
  const words = folded(text).split(' ');
  return words
    .slice(0, 3)
    .some((word) =>
      /^(?:начальник|заместител|директор|руководител|министр|глав[аы]|председател|губернатор|мэр|секретар|заведующ|консультант|советник|помощник|врач|инженер|бухгалтер|ректор|управляющ|уполномоченн|специалист|эксперт)/u.test(
        word,
      ),
    );
}

function withoutListMark(party: Passage): Passage {
  const mark = /^(?:\d{1,2}[.)]\s+|[-–—•]\s+)/u.exec(party.text)?.[0].length ?? 0;
  return slicePassage(party, mark);
}

function splitAt(passage: Passage, breaks: readonly { from: number; to: number }[]): Passage[] {
  const parts: Passage[] = [];
  let start = 0;
  for (const { from, to } of breaks) {
    parts.push(slicePassage(passage, start, from));
    start = to;
  }
  return [...parts, slicePassage(passage, start)];
}
