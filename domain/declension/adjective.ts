/**
 * Adjectives, participles and ordinals: recognised by the ending of the nominative and declined with their noun.
 * Pure; the word may be reflexive («обучающийся») or figures with an ending («1-й»).
 */
import { pick, type Agreement, type GrammaticalCase, type ObliqueForms } from './grammar.js';

/** What the word agrees with if it is an adjective in the nominative, else null. */
export function adjectiveAgreement(word: string): Agreement | null {
  const lower = word.toLowerCase().replace(/(?<=[йяе])ся$/u, '');
  const ordinal = /^\d+-(й|я|е)$/u.exec(lower)?.[1];
  if (ordinal !== undefined) return ordinal === 'й' ? 'm' : ordinal === 'я' ? 'f' : 'n';
  if (!/^[а-яё-]{3,}$/u.test(lower)) return null;
  if (/^трет(?:ий|ья|ье|ьи)$/u.test(lower)) return THIRD[lower] ?? null;
  if (lower.endsWith('ый')) return 'm';
  if (lower.endsWith('ий')) return /(?:[кгхжшщч]|[^и]н)ий$/u.test(lower) && !lower.endsWith('гений') ? 'm' : null;
  if (lower.endsWith('ой')) return NOUN_OY.test(lower) ? null : 'm';
  if (/[ая]я$/u.test(lower)) return /^(?:стая|свая|хозяя)$/u.test(lower) ? null : 'f';
  if (/[ое]е$/u.test(lower)) return 'n';
  if (lower.endsWith('ые')) return 'pl';
  // «методические», «прочие», «внутренние» – but «учреждение», «мероприятие», «наличие» are nouns.
  if (/(?:[кгхжшщ]|[^аеиоуыюя]н)ие$/u.test(lower)) return 'pl';
  return /(?:рабоч|проч|бывш|работающ)ие$/u.test(lower) ? 'pl' : null;
}

/** The form of an adjective that agrees with its noun. */
export function declineAdjective(
  word: string,
  agreement: Agreement,
  animate: boolean,
  grammaticalCase: GrammaticalCase,
): string {
  if (grammaticalCase === 'nominative') return word;
  const reflexive = /(?<=[йяе])ся$/iu.exec(word)?.[0] ?? '';
  const base = reflexive === '' ? word : word.slice(0, -2);
  return pick(formsOf(base, agreement, animate), grammaticalCase, base) + reflexive;
}

function formsOf(word: string, agreement: Agreement, animate: boolean): ObliqueForms {
  if (/^\d/u.test(word)) return ordinalForms(word, agreement, animate);
  const lower = word.toLowerCase();
  if (lower.startsWith('трет')) return thirdForms(word, agreement, animate);
  const stem = word.slice(0, -2);
  const last = stem.slice(-1).toLowerCase();
  const after = /[кгхжшщч]/u.test(last);
  const sibilant = /[жшщч]/u.test(last) && !/(?:больш|чуж)(?:ая|ое)$/u.test(lower);
  const soft = /(?:ий|яя|ее|ие)$/u.test(lower) && !/[кгхжшщч]/u.test(last);
  const o = soft || (sibilant && !lower.endsWith('ой')) ? 'е' : 'о';
  const y = soft || after ? 'и' : 'ы';
  switch (agreement) {
    case 'f':
      return [`${stem}${o}й`, `${stem}${o}й`, `${stem}${soft ? 'юю' : 'ую'}`, `${stem}${o}й`, `${stem}${o}й`];
    case 'pl':
      return [`${stem}${y}х`, `${stem}${y}м`, animate ? `${stem}${y}х` : word, `${stem}${y}ми`, `${stem}${y}х`];
    case 'm':
    case 'n': {
      const genitive = `${stem}${o}го`;
      const accusative = agreement === 'm' && animate ? genitive : word;
      return [genitive, `${stem}${o}му`, accusative, `${stem}${y}м`, `${stem}${o}м`];
    }
  }
}

/** «третий» has a soft sign in all the other forms. */
function thirdForms(word: string, agreement: Agreement, animate: boolean): ObliqueForms {
  const stem = `${word.slice(0, 4)}ь`;
  if (agreement === 'f') return [`${stem}ей`, `${stem}ей`, `${stem}ю`, `${stem}ей`, `${stem}ей`];
  if (agreement === 'pl') return [`${stem}их`, `${stem}им`, animate ? `${stem}их` : word, `${stem}ими`, `${stem}их`];
  const accusative = agreement === 'm' && animate ? `${stem}его` : word;
  return [`${stem}его`, `${stem}ему`, accusative, `${stem}им`, `${stem}ем`];
}

/** «1-й заместитель» → «1-го заместителя». */
function ordinalForms(word: string, agreement: Agreement, animate: boolean): ObliqueForms {
  const figures = word.slice(0, word.lastIndexOf('-') + 1);
  if (agreement === 'f') return [`${figures}й`, `${figures}й`, `${figures}ю`, `${figures}й`, `${figures}й`];
  const accusative = agreement === 'm' && animate ? `${figures}го` : word;
  return [`${figures}го`, `${figures}му`, accusative, `${figures}м`, `${figures}м`];
}

const THIRD: Readonly<Record<string, Agreement>> = { третий: 'm', третья: 'f', третье: 'n', третьи: 'pl' };
/** Nouns that end like «краевой». */
const NOUN_OY =
  /^(?:.*строй|герой|слой|покой|постой|устой|застой|(?:при|от|раз|с|у|ков|го|на|про|пере)?бой|изгой|левкой|запой|удой|надой)$/u;
