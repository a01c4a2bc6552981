/** Words that parties are made of: nouns of bodies and posts, names of persons, and what is surely no party. Pure. */
import { folded, plain } from '../plain.js';

/** «Иванов И.И.», «И.И. Иванов», «Иванов Иван Петрович» in any case. */
export const PERSON =
  /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:[ое]вич|ич|[ое]вн|ичн)(?:а|у|ем|е|ой|ы)?(?!\p{L})/u;

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
    'коллеги[яи]|хозяйств[оа]|лаборатори[яи]|академи[яи]|гимнази[яи]|лице[йи]|интернат[ы]?|станци[яи]|инспектор[ыа]?|юристы?|методисты?|кадровая|куратор[ыа]?|оив|омсу|рцоко|мку|мбу|гбу|гку|гау|оу|доу|мо|ано|ооо|пао|ао|нко|роив|фоив|муп|гуп',
  ].join('|')})(?=\\s|$)`,
  'u',
);

/** A body, a group, a post, a person or an abbreviation of one stands at the beginning. */
export function beginsWithParty(text: string): boolean {
  const name = text.replace(/^(?:все|иные|другие)\s+/iu, '');
  return (
    PERSON.test(name) ||
    beginsInNominative(folded(name).split(' ')) ||
    /^(?:Мин|Рос|Гос)\p{L}{3,}|^\p{Lu}{2,8}[ыи]?(?:\s|$)/u.test(name)
  );
}

/** «Проведена сверка», «Подготовить письмо»: a deed, not somebody who does it. */
export function beginsWithDeed(text: string): boolean {
  const word = folded(text).split(' ')[0] ?? '';
  return word.length >= 5 && /(?:[еа]н[аоы]|[жчщлдр]ен|[иаея]ть|ят[аоы])$/u.test(word) && !HEAD_NOUN.test(folded(text));
}

/** A noun that names a body or a post, perhaps after adjectives, all in the nominative. */
export function beginsInNominative(words: readonly string[]): boolean {
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

export function isObliqueAdjective(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  if (/(?:ого|его|ому|ему|ым|им|ых|их|ыми|ими)$/u.test(first) && first.length > 4) return true;
  return /(?:ой|ей)$/u.test(first) && first.length > 5 && !/(?:[^аеиоуыэюяй]|ий|ый)$/u.test(words[1] ?? '');
}

export function isOblique(word: string): boolean {
  return /(?:ого|его|ому|ему|ым|им|ых|их|ыми|ими|ой|ей|ов|ев|ам|ям|ами|ями|ах|ях|ы|и|а|я|у|ю|ом|ем|ью)$/u.test(word);
}

export function onlyPerson(text: string): boolean {
  const rest = plain(text).replace(PERSON, '');
  return PERSON.test(text) && !/\p{L}{2,}/u.test(rest);
}

export function beginsWithPost(text: string): boolean {
  const words = folded(text).split(' ');
  return words
    .slice(0, 3)
    .some((word) =>
      /^(?:начальник|заместител|директор|руководител|министр|глав[аы]|председател|губернатор|мэр|секретар|заведующ|консультант|советник|помощник|врач|инженер|бухгалтер|ректор|управляющ|уполномоченн|специалист|эксперт)/u.test(
        word,
      ),
    );
}

/** Stems of nouns that bodies begin with, for any case. */
const BODY_STEM =
  /(?<!\p{L})(?:министерств|комитет|управлени|департамент|администраци|агентств|служб[аыеу]|инспекци|комисси|центр|учреждени|организаци|отдел|фонд|палат[аыеу]|совет|групп[аыеу]|штаб|орган|правительств|школ[аыеу]|институт|университет|колледж|техникум|учредител|оператор|координатор|предприяти|обществ|ассоциаци|союз|префектур|мэри|дирекци|библиотек|музе[йяюе]|больниц|поликлиник|\p{Lu}{2,8}\s«)\p{L}*/iu;

/** Where a name begins within a clause: at its body's noun with the adjectives before it; 0 when there is none. */
export function nameStartsWithin(clause: string): number {
  const noun = BODY_STEM.exec(clause);
  if (noun === null) return 0;
  let start = noun.index;
  for (;;) {
    const before = /(?:^|\s)(\p{L}+(?:-\p{L}+)?)\s$/u.exec(clause.slice(0, start));
    const word = before?.[1];
    if (
      word === undefined ||
      word.length < 5 ||
      !/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ым|им|ую|ей)$/u.test(word)
    )
      return start;
    start -= word.length + 1;
  }
}
