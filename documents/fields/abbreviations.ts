/**
 * Abbreviations of measures spelt out from the order's own text by their initials: «внедрение ЦОС» → «внедрение цифровой
 * образовательной среды», because the order says «для внедрения цифровой образовательной среды». Never from a table; what
 * the order does not spell stays as it is, and so does everything inside «».
 */
import { declinePhrase, type GrammaticalCase } from '#domain/declension';

interface Spelling {
  readonly words: string;
  /** The word before it, small letters; empty at the start or after punctuation. */
  readonly governor: string;
  /** Begins a quotation: then it is a name in the nominative. */
  readonly quoted: boolean;
}

/** Shorter ones fit too many pairs of words by accident. */
const ABBREVIATION = /(?<![\p{L}\p{N}«-])\p{Lu}{3,6}(?![\p{L}\p{N}-])/gu;
/** Linking words carry no initial. */
const LINKS = new Set(['и', 'в', 'на', 'по', 'с', 'для', 'к', 'о', 'об', 'у']);
const STEM = 5;

/** @param sources texts of the order: heading, plan's name, points, measures */
export function spellOut(text: string, sources: readonly string[]): string {
  const quoted = quotations(text);
  return text.replace(ABBREVIATION, (found, offset: number) => {
    if (quoted.some(([from, to]) => offset > from && offset < to)) return found;
    return spelling(found, lastWord(text.slice(0, offset)), sources) ?? found;
  });
}

function spelling(abbreviation: string, governor: string, sources: readonly string[]): string | null {
  const found = sources.flatMap((source) => spellings(abbreviation, source));
  // «внедрение ЦОС» and «внедрения цифровой …»: one governing word asks for one case.
  const alike = found.find((each) => governor.length >= STEM && stem(each.governor) === stem(governor));
  if (alike !== undefined) return smallFirst(alike.words);
  const asked = caseAfter(governor);
  if (asked === null) return null;
  const name = found.find(({ quoted }) => quoted);
  if (name !== undefined) return declinePhrase(smallFirst(name.words), asked);
  // Two nouns ask for the same genitive: «развитию системы …» spells «внедрение СДМП».
  const genitive = asked === 'genitive' ? found.find((each) => governsGenitive(each.governor)) : undefined;
  return genitive === undefined ? null : smallFirst(genitive.words);
}

/** An adjective before the phrase agrees with it and says nothing. */
function governsGenitive(word: string): boolean {
  return (
    word !== '' &&
    caseAfter(word) === 'genitive' &&
    !/(?:[оыи]й|[ая]я|[ое]е|[оеыи]го|[ыи]х|[оеы]му|[ыи]ми?)$/u.test(word)
  );
}

/**
 * What a word asks of the noun behind it: a preposition its own case, a predicate the nominative, a noun the genitive; null
 * after a conjunction, which asks nothing.
 */
function caseAfter(governor: string): GrammaticalCase | null {
  if (/^(?:и|или|а|но)$/u.test(governor)) return null;
  const preposition = PREPOSITIONS.find(([words]) => words.includes(governor));
  if (preposition !== undefined) return preposition[1];
  return governor === '' || /(?:[её]н|ан|ят|ыт)[аоы]?$/u.test(governor) ? 'nominative' : 'genitive';
}

const PREPOSITIONS: readonly (readonly [readonly string[], GrammaticalCase])[] = [
  [['к', 'ко', 'по', 'согласно', 'благодаря'], 'dative'],
  [['за', 'через', 'про'], 'accusative'],
  [['с', 'со', 'над', 'под', 'перед'], 'instrumental'],
  [['в', 'во', 'на', 'о', 'об', 'при'], 'prepositional'],
];

/** Runs of words, nothing but spaces between them, whose initials give the abbreviation. */
function spellings(abbreviation: string, source: string): readonly Spelling[] {
  const words = [...source.matchAll(/\p{L}[\p{L}-]*/gu)];
  return words.flatMap((word, start) => {
    const end = endOfRun(abbreviation, source, words, start);
    if (end === null) return [];
    const text = source.slice(word.index, end);
    if (text.includes(abbreviation)) return [];
    const before = source.slice(0, word.index);
    const linked = /[\p{L}\d]\s+$/u.test(before);
    return [{ words: text, governor: linked ? lastWord(before) : '', quoted: before.endsWith('«') }];
  });
}

function endOfRun(
  abbreviation: string,
  source: string,
  words: readonly RegExpExecArray[],
  start: number,
): number | null {
  let left = abbreviation.toLowerCase();
  let previousEnd: number | null = null;
  for (const word of words.slice(start)) {
    if (previousEnd !== null && !/^\s+$/u.test(source.slice(previousEnd, word.index))) return null;
    previousEnd = word.index + word[0].length;
    const lower = word[0].toLowerCase();
    if (lower.startsWith(left.charAt(0))) left = left.slice(1);
    else if (left.length === abbreviation.length || !LINKS.has(lower)) return null;
    if (left === '') return previousEnd;
  }
  return null;
}

function quotations(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[«»]/gu)) {
    if (sign === '«') open.push(index);
    else {
      const from = open.pop();
      if (from !== undefined) found.push([from, index]);
    }
  }
  return found;
}

function lastWord(text: string): string {
  return /(\p{L}[\p{L}-]*)\s*$/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function stem(word: string): string {
  return word.slice(0, Math.max(STEM, word.length - 2));
}

function smallFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
