/**
 * The head of a noun phrase: which of its words is the noun, and which agree with it. «исполняющий обязанности
 * директора», «первый заместитель председателя», «чрезвычайный и полномочный посол». Pure.
 */
import { adjectiveAgreement } from './adjective.js';
import type { Agreement } from './grammar.js';
import { MASCULINE_IN_A } from './lexicon.js';
import { agreementOf, isAbbreviation, isPerson } from './noun.js';

/** A post is always a person; a body may be one («региональный координатор»); a paper is a plan or an act. */
export type PhraseKind = 'post' | 'body' | 'paper';

export interface Head {
  /** How many tokens of the text, from the first, belong to the head phrase. */
  readonly length: number;
  readonly agreement: Agreement;
  readonly animate: boolean;
  /** The head itself is an adjective or participle: «заведующая отделом». */
  readonly adjectival: boolean;
  readonly noun: string;
}

/** Walks over the agreeing words to the noun. */
export function findHead(tokens: readonly string[], kind: PhraseKind): Head | null {
  const words = tokens
    .map((token, at) => ({ at, word: token.replace(/[,;:.]+$/u, ''), token }))
    .filter(({ word }) => /\S/u.test(word));
  let agreement: Agreement | null = null;
  for (const [index, { at, word, token }] of words.entries()) {
    const next = words[index + 1]?.word ?? '';
    if (/^(?:врио|врид|ио|и\.\s?о|вр\.?\s?и\.?\s?о)\.?$/iu.test(word) || !/^[\p{L}\p{N}]/u.test(word)) return null;
    if (PREPOSITIONS.test(word)) return null;
    if (agreement !== null && word === 'и') continue;
    const own = adjectiveAgreement(lastPart(word));
    if (own === null && isAdverb(word, next)) continue;
    if (own !== null && (agreement === null || own === agreement)) {
      agreement = own;
      const afterNext = word === token ? (words[index + 2]?.word ?? '') : '';
      if (!isModifier(word, own, next, afterNext)) return headAt(at, word, own, true, kind);
      continue;
    }
    return headAt(at, word, agreement, false, kind);
  }
  return null;
}

function headAt(at: number, noun: string, agreement: Agreement | null, adjectival: boolean, kind: PhraseKind): Head {
  const last = lastPart(noun);
  const animate = kind === 'post' || (kind === 'body' && (isPerson(last) || (adjectival && GOVERNING.test(noun))));
  return { length: at + 1, agreement: agreement ?? agreementOf(last), animate, adjectival, noun };
}

/** Whether an agreeing word leads on to a noun, and is not the head itself («управляющий делами», «уполномоченный по …»). */
function isModifier(word: string, own: Agreement, next: string, afterNext: string): boolean {
  if (next === '' || PREPOSITIONS.test(next) || !/^[\p{L}\p{N}]/u.test(next)) return false;
  if (/^\d/u.test(next) && adjectiveAgreement(next) !== own) return false;
  if (/^исполняющ/iu.test(word) && /^обязанност/iu.test(next)) return false;
  if (GOVERNING.test(word) && /(?:ом|ем|ём|ой|ей|ью|ами|ями)$/u.test(next) && !isPerson(next)) return false;
  if (next === 'и') return adjectiveAgreement(lastPart(afterNext)) === own;
  if (adjectiveAgreement(lastPart(next)) === own || isAdverb(next, afterNext)) return true;
  // «сестра-анестезист»: either part may be the one that agrees.
  return (
    isAbbreviation(next) ||
    next
      .toLowerCase()
      .split('-')
      .some((part) => fits(part, own))
  );
}

/** Whether a noun may be a nominative of this gender. */
export function fits(noun: string, agreement: Agreement): boolean {
  switch (agreement) {
    case 'm':
      return /[бвгджзклмнпрстфхцчшщйь]$/u.test(noun) || MASCULINE_IN_A.has(noun) || agreementOf(noun) === 'm';
    case 'f':
      return /[аяь]$/u.test(noun);
    case 'n':
      return /(?:[оеё]|мя)$/u.test(noun);
    case 'pl':
      return /[ыие]$/u.test(noun) || agreementOf(noun) === 'pl';
  }
}

/** «временно исполняющий», «особо ценный»; «-ой» after «Правительство» is a genitive. */
function isAdverb(word: string, next: string): boolean {
  if (!/^[а-яё]{3,}(?:о|ски)$/iu.test(word) || /(?:ство|дело|право|лицо|место)$/iu.test(word)) return false;
  return !next.endsWith('ой') && ['m', 'f', 'pl'].includes(adjectiveAgreement(lastPart(next)) ?? '');
}

export function startsWithPerson(text: string): boolean {
  const head = findHead(tokensOf(text), 'post');
  return head !== null && (head.adjectival ? GOVERNING.test(head.noun) : head.noun.split('-').some(isPerson));
}

/** Words and the spaces between them. */
export function tokensOf(text: string): readonly string[] {
  return text.split(/(\s+)/u).filter((token) => token !== '');
}

/** The part of a hyphenated word that decides; «1-й» is one word. */
export function lastPart(word: string): string {
  return /^\d+-/u.test(word) ? word : (word.split('-').at(-1) ?? word);
}

const GOVERNING = /^(?:заведующ|управляющ|командующ|исполняющ|заведывающ|уполномоченн|ответственн)/iu;
const PREPOSITIONS = /^(?:по|за|на|в|во|при|о|об|от|для|из|с|со|к|ко|до|над|под)$/iu;
