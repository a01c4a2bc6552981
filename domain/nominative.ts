/**
 * From the accusative of an order («возложить на начальника отдела Глевицкую Е.И.») back to the nominative.
 * By rules of endings, with short lists where Russian itself has no rule; what the ending cannot decide is said so.
 * Pure: runs anywhere, also in the workflow sandbox; must not use Intl.
 */
import type { Gender } from './official.js';

export interface NominativeName {
  readonly name: string;
  /** What the accusative form tells; null when it fits both. */
  readonly gender: Gender | null;
  /** False when another nominative would give the same accusative: a person has to look. */
  readonly certain: boolean;
}

interface Word {
  readonly word: string;
  readonly gender: Gender | null;
  readonly certain: boolean;
}

/** Nominatives in -ой; in -ого they look like those in -ый and -ий. Compared by their ending. */
const STRESSED_ENDING =
  /(?:^|[^а-яё])(?:втор|шест|седьм|восьм|сороков|миров|областн|краев|окружн|городск|основн|рядов|полев|речн|морск|лесн|путев|правов|делов|войсков|сельскохозяйственн|больш|молод|передов|линейн|цехов)ого$/u;

/** Surnames of adjectives in -ого whose nominative is -ой although most of their kind have another ending. */
const SURNAME_IN_OJ =
  /(?:донск|трубецк|крамск|луговск|шаховск|тверск|городск|морск|сухов|толст|золот|свят|степн|лесн|дворн|больш|чужд?|глух|сух|ух|кос|слеп|лих|прост|крут|худ|молод)ого$/u;

/** Nominative by accusative where a vowel comes and goes or changes; the last part of the word decides. */
const FLEETING: Readonly<Record<string, string>> = {
  орла: 'орёл',
  льва: 'лев',
  козла: 'козёл',
  осла: 'осёл',
  котла: 'котёл',
  дятла: 'дятел',
  хохла: 'хохол',
  павла: 'павел',
  петра: 'пётр',
  щегла: 'щегол',
  кремня: 'кремень',
  корня: 'корень',
  ремня: 'ремень',
  гребня: 'гребень',
  ковра: 'ковёр',
  бобра: 'бобёр',
  зайца: 'заяц',
  перца: 'перец',
};

/**
 * Nouns of posts that may follow a comma or a dash as a second post in the same case. After a comma only these are
 * turned: «отдела закупок, правового обеспечения» is one department.
 */
const POST_NOUN =
  /^(?:начальник|заместител|директор|руководител|министр|председател|секретар|советник|помощник|консультант|специалист|инспектор|уполномоченн|заведующ|управляющ|глав)/iu;

/**
 * A post in the nominative. Only the head of each noun phrase and its adjectives are turned; what depends on it stays.
 * Example: «первого заместителя председателя комитета» → «первый заместитель председателя комитета».
 */
export function nominativePost(post: string): string {
  const parts = post.split(/(\s[–—-]\s|,\s+)/u);
  return parts
    .map((part, i) => {
      const separator = i === 0 ? '' : (parts[i - 1] ?? '');
      if (i % 2 === 1) return part;
      return !separator.startsWith(',') || POST_NOUN.test(part) ? nominativePhrase(part) : part;
    })
    .join('');
}

/**
 * A person's name in the nominative; the order of its parts stays.
 * @param name «Глевицкую Е.И.», «Е.И. Глевицкую», «Соловья Дмитрия Олеговича»
 */
export function nominativeName(name: string): NominativeName {
  const words = name.trim().split(/\s+/u);
  const patronymicAt = words.findIndex((word) => /(?:вну|чну|ича)$/u.test(word));
  const patronymic = words[patronymicAt];
  const told: Gender | null = patronymic === undefined ? null : patronymic.endsWith('ну') ? 'f' : 'm';
  let gender = told;
  let certain = true;
  const turned = words.map((word, i) => {
    if (word.includes('.') || /^(?:оглы|кызы|углы|гызы)$/u.test(word)) return word;
    if (i === patronymicAt) return told === 'f' ? word.replace(/у$/u, 'а') : word.replace(/а$/u, '');
    if (i === patronymicAt - 1) return givenName(word, told);
    // «Рашида Али оглы»: a father's name before the particle does not change.
    if (/^(?:оглы|кызы|углы|гызы)$/u.test(words[i + 1] ?? '')) return word;
    if (i > 0 && /^(?:оглы|кызы|углы|гызы)$/u.test(words.at(-1) ?? '')) return givenName(word, told);
    const found = surname(word, told);
    gender ??= found.gender;
    certain &&= found.certain;
    return found.word;
  });
  return { name: turned.join(' '), gender, certain };
}

/** Adjectives and the first noun; from the next word on everything depends on that noun. */
function nominativePhrase(phrase: string): string {
  if (/^(?:и\.\s?о\.|врио|вр\.?\s?и\.?\s?о\.|и\.\s?п\.)/iu.test(phrase)) return phrase;
  const tokens = phrase.split(/(\s+)/u);
  const turned: string[] = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const token = tokens[i] ?? '';
    if (isAdjective(token)) {
      turned.push(adjective(token), tokens[i + 1] ?? '');
      if (continuesPhrase(tokens[i + 2])) continue;
      return turned.join('') + tokens.slice(i + 2).join('');
    }
    if (/^(?:временно|постоянно)$/iu.test(token)) {
      turned.push(token, tokens[i + 1] ?? '');
      continue;
    }
    const noun = token.split('-').map(postNoun).join('-');
    return turned.join('') + [noun, ...tokens.slice(i + 1)].join('');
  }
  return turned.join('');
}

/** After an adjective: another, or the noun it belongs to. «заведующего отделом», «уполномоченного по …» have none. */
function continuesPhrase(next: string | undefined): boolean {
  return next !== undefined && (isAdjective(next) || /(?:[аяую])$/u.test(next));
}

function isAdjective(word: string): boolean {
  return /\p{L}{2,}(?:ого|его|ую|юю)$/u.test(word) && !/^(?:кого|того|всего)$/u.test(word);
}

function adjective(word: string): string {
  if (word.endsWith('ую')) return word.replace(/ую$/u, 'ая');
  if (word.endsWith('юю')) return word.replace(/юю$/u, 'яя');
  if (word.endsWith('его')) return word.replace(/его$/u, 'ий');
  if (STRESSED_ENDING.test(word.toLowerCase())) return word.replace(/ого$/u, 'ой');
  return word.replace(/ого$/u, /[гкх]ого$/u.test(word) ? 'ий' : 'ый');
}

/** A noun of a post, or of a body: «комиссию» → «комиссия»; inanimate masculine and neuter nouns do not change. */
function postNoun(word: string): string {
  const lower = word.toLowerCase();
  if (/[ую]$/u.test(lower)) return word.slice(0, -1) + (lower.endsWith('у') ? 'а' : 'я');
  if (/[^аеёиоуыэюяй]ца$/u.test(lower)) return word.replace(/ь?ца$/u, 'ец');
  if (lower.endsWith('йца')) return word.replace(/йца$/u, 'ец');
  if (/[^аеёиоуыэюя]а$/u.test(lower)) return word.slice(0, -1);
  if (lower.endsWith('ья')) return word.replace(/ья$/u, 'ей');
  if (/[аеёиоуыэюя]я$/u.test(lower)) return word.replace(/я$/u, 'й');
  return word.replace(/я$/u, 'ь');
}

function surname(word: string, gender: Gender | null): Word {
  const parts = word.split('-').map((part) => surnamePart(part, gender));
  return {
    word: parts.map((part) => part.word).join('-'),
    gender: parts.findLast((part) => part.gender !== null)?.gender ?? null,
    certain: parts.every((part) => part.certain),
  };
}

/** Rules from the most telling ending to the least. */
function surnamePart(word: string, told: Gender | null): Word {
  const w = word.toLowerCase();
  const is = (text: string, gender: Gender | null, certain = true): Word => ({
    word: text,
    gender: told ?? gender,
    certain,
  });
  // Indeclinable: Черных, Шевченко, Живаго, Дурново, Ремарке.
  if (/(?:[ыи]х|ко|[ая]го|ово|хно|[еэиы])$/u.test(w) && !/[^аяе]его$/u.test(w)) return is(word, null);
  if (w.endsWith('ую')) return is(word.replace(/ую$/u, 'ая'), 'f');
  if (w.endsWith('юю')) return is(word.replace(/юю$/u, 'яя'), 'f');
  if (/(?:[её]ву|ову|ину|ыну)$/u.test(w)) return is(word.replace(/у$/u, 'а'), 'f');
  if (w.endsWith('у')) return is(word.replace(/у$/u, 'а'), null, w.length > 3);
  if (w.endsWith('ю')) return is(word.replace(/ю$/u, 'я'), null);
  if (w.endsWith('его')) return is(word.replace(/его$/u, 'ий'), 'm');
  if (w.endsWith('ого')) return adjectiveSurname(word);
  if (w.endsWith('о')) return is(word, null);
  const fleeting = fleetingOf(word);
  if (fleeting !== null) return is(fleeting, 'm');
  if (/[ая]$/u.test(w) && told === 'f') return is(word, 'f');
  if (/(?:[её]ва|ова|ина|ына)$/u.test(w)) return is(word.replace(/а$/u, ''), 'm');
  if (/[бвгджзклмнпрстфхчшщьц]ца$/u.test(w)) return is(word.replace(/ь?ца$/u, 'ец'), 'm', !/[лн]ца$/u.test(w));
  if (w.endsWith('йца')) return is(word.replace(/йца$/u, 'ец'), 'm');
  if (/[^аеёиоуыэюя]а$/u.test(w)) return is(word.replace(/а$/u, ''), 'm', !endsInDoubtfulCluster(w));
  if (w.endsWith('а')) return is(word, null, false);
  if (w.endsWith('ья')) return is(word.replace(/ья$/u, 'ей'), 'm');
  if (/[аеёиоуыэю]я$/u.test(w)) return is(word.replace(/я$/u, 'й'), 'm');
  if (w.endsWith('я')) return is(word.replace(/я$/u, 'ь'), 'm', !/[^аеёиоуыэюяй]ня$/u.test(w));
  // A man's name in a consonant would have changed.
  return is(word, 'f');
}

/** «Берегового» → Береговой, «Северного» → Северный, «Невского» → Невский; only -ский, -цкий and -овой are sure. */
function adjectiveSurname(word: string): Word {
  const w = word.toLowerCase();
  const ending = SURNAME_IN_OJ.test(w) || w.endsWith('ового') ? 'ой' : /[гкх]ого$/u.test(w) ? 'ий' : 'ый';
  const certain = /(?:[сц]кого|ового)$/u.test(w) && !SURNAME_IN_OJ.test(w);
  return { word: word.replace(/ого$/u, ending), gender: 'm', certain };
}

/** «Щербака» is plain; in «Волка», «Панка» a vowel may or may not have dropped out before the last consonant. */
function endsInDoubtfulCluster(w: string): boolean {
  return /[бвгджзклмнпрстфхчшщьй][клрн]а$/u.test(w) && !/(?:ск|рн|рл)а$/u.test(w);
}

function fleetingOf(word: string): string | null {
  const found = FLEETING[word.toLowerCase()];
  if (found === undefined) return null;
  return /^\p{Lu}/u.test(word) ? found.charAt(0).toUpperCase() + found.slice(1) : found;
}

/** Given names are a closed circle: the ending and the gender of the patronymic decide. */
function givenName(word: string, gender: Gender | null): string {
  const w = word.toLowerCase();
  if (w.endsWith('у')) return word.replace(/у$/u, 'а');
  if (w.endsWith('ю')) return word.replace(/ю$/u, 'я');
  if (gender === 'f') return word;
  const fleeting = fleetingOf(word);
  if (fleeting !== null) return fleeting;
  if (w.endsWith('а')) return word.replace(/а$/u, '');
  if (/[аеёиоуыэюя]я$/u.test(w)) return word.replace(/я$/u, 'й');
  return word.replace(/я$/u, 'ь');
}
