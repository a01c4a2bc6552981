/**
 * A noun phrase in the cases: the head noun and the words that agree with it change, its genitive dependents do not.
 * «первый заместитель председателя комитета» → «первого заместителя председателя комитета». Pure. What is in quotation
 * marks and what has no recognisable head stays as it stands: a phrase left in the nominative is corrected by a person
 * at a glance, a spoilt one is not.
 */
import { adjectiveAgreement, declineAdjective } from './adjective.js';
import type { Agreement, GrammaticalCase } from './grammar.js';
import { FIXED_PREFIXES, MASCULINE_IN_A, PAPERS } from './lexicon.js';
import { agreementOf, declineNoun, isAbbreviation, isPerson } from './noun.js';

/** A post is always a person; a body may be one («региональный координатор»); a paper is a plan or an act. */
export type PhraseKind = 'post' | 'body' | 'paper';

interface Head {
  /** How many tokens of the text, from the first, belong to the head phrase. */
  readonly length: number;
  readonly agreement: Agreement;
  readonly animate: boolean;
  /** The head itself is an adjective or participle: «заведующая отделом». */
  readonly adjectival: boolean;
  readonly noun: string;
}

/** @param phrase in the nominative; spaces are kept as they are */
export function declineNounPhrase(phrase: string, grammaticalCase: GrammaticalCase, kind: PhraseKind): string {
  if (grammaticalCase === 'nominative') return phrase;
  if (isInCapitals(phrase)) return declineNounPhrase(phrase.toLowerCase(), grammaticalCase, kind).toUpperCase();
  return splitOutsideQuotes(phrase)
    .map((part, at) => {
      const second = at > 0 && !startsWithPerson(part);
      return second ? part : declinePart(part, grammaticalCase, kind);
    })
    .join('');
}

/** What a verb agrees with, or null when there is no head to tell; two heads joined by «и» are plural. */
export function agreementOfPhrase(phrase: string): Agreement | null {
  const tokens = tokensOf(isInCapitals(phrase) ? phrase.toLowerCase() : phrase);
  const head = findHead(tokens, 'body');
  if (head === null) return null;
  return /^\s+и\s/u.test(tokens.slice(head.length).join('')) ? 'pl' : head.agreement;
}

/** A heading in capitals, not an abbreviation: it has a long word or the name of an act. */
function isInCapitals(phrase: string): boolean {
  if (/\p{Ll}/u.test(phrase)) return false;
  return (phrase.match(/\p{Lu}+/gu) ?? []).some((word) => word.length >= 7 || PAPERS.has(word.toLowerCase()));
}

function declinePart(part: string, grammaticalCase: GrammaticalCase, kind: PhraseKind): string {
  const tokens = tokensOf(part);
  const head = findHead(tokens, kind);
  if (head === null) return part;
  const declined = tokens
    .slice(0, head.length)
    .map((token, at) => declineToken(token, at === head.length - 1 && !head.adjectival, head, grammaticalCase));
  // The comma behind the head belongs to what follows it.
  const mark = /[,;:]+$/u.exec(declined.at(-1) ?? '')?.[0] ?? '';
  if (mark !== '') declined.push((declined.pop() ?? '').slice(0, -mark.length));
  const rest = mark + tokens.slice(head.length).join('');
  return declined.join('') + declineRest(rest, head, grammaticalCase, kind);
}

function declineToken(token: string, isNoun: boolean, head: Head, grammaticalCase: GrammaticalCase): string {
  const [, word = '', tail = ''] = /^(.*?)([,;:.]*)$/su.exec(token) ?? [];
  if (isNoun) return declineHyphenated(word, head, grammaticalCase) + tail;
  if (adjectiveAgreement(lastPart(word)) !== head.agreement) return token;
  const fixed = word.slice(0, word.length - lastPart(word).length);
  return fixed + declineAdjective(lastPart(word), head.agreement, head.animate, grammaticalCase) + tail;
}

/** «специалиста-эксперта», «статс-секретаря», «плана-графика», «сестры-хозяйки»: each part that can change does. */
function declineHyphenated(word: string, head: Head, grammaticalCase: GrammaticalCase): string {
  const parts = word.split('-');
  return parts
    .map((part, at) => {
      if (at === parts.length - 1) {
        const agreement = fits(part.toLowerCase(), head.agreement) ? head.agreement : agreementOf(part);
        return declineNoun(part, agreement, head.animate, grammaticalCase);
      }
      const fixed = FIXED_PREFIXES.has(part.toLowerCase()) || /[ое]$/u.test(part) || isAbbreviation(part);
      return fixed ? part : declineNoun(part, agreementOf(part), head.animate, grammaticalCase);
    })
    .join('-');
}

/** What follows the head: agreeing participles after a comma, a second name in brackets, further heads. */
function declineRest(rest: string, head: Head, grammaticalCase: GrammaticalCase, kind: PhraseKind): string {
  let depth = 0;
  let quoted = 0;
  return rest
    .split(/([()«»„“"]|,\s+|\s+и\s+)/u)
    .map((piece, at, pieces) => {
      const before = pieces[at - 1] ?? '';
      if (at % 2 === 1) {
        if (piece === '(') depth += 1;
        if (piece === ')') depth -= 1;
        if (piece === '«' || piece === '„') quoted += 1;
        if (piece === '»' || piece === '“') quoted -= 1;
        return piece;
      }
      const opened = before === '(' || (before === '«' && pieces[at - 3] === '(' && pieces[at - 2] === '');
      if (opened) return isPaper(piece) ? declinePart(piece, grammaticalCase, 'paper') : piece;
      if (depth > 0 || quoted > 0) return piece;
      return declineAfter(
        before,
        piece,
        pieces
          .slice(0, at - 1)
          .join('')
          .trim() === '',
        head,
        grammaticalCase,
        kind,
      );
    })
    .join('');
}

function declineAfter(
  before: string,
  piece: string,
  directly: boolean,
  head: Head,
  grammaticalCase: GrammaticalCase,
  kind: PhraseKind,
): string {
  const separator = before.trim();
  if (separator !== ',' && separator !== 'и') return piece;
  const first = /^[\p{L}-]+/u.exec(piece)?.[0] ?? '';
  if (separator === ',' && isAgreeing(first, head.agreement) && /^\S+\s/u.test(piece) && !startsWithPerson(piece)) {
    return declineAdjective(first, head.agreement, head.animate, grammaticalCase) + piece.slice(first.length);
  }
  if (kind === 'post' && startsWithPerson(piece)) return declinePart(piece, grammaticalCase, kind);
  if (separator === 'и' && directly) return declinePart(piece, grammaticalCase, kind);
  return piece;
}

/** In the nominative beyond doubt: «-ой» would be a genitive («…, цифровой трансформации»). */
function isAgreeing(word: string, agreement: Agreement): boolean {
  return !word.endsWith('ой') && adjectiveAgreement(word) === agreement;
}

function isPaper(text: string): boolean {
  const head = findHead(tokensOf(text), 'paper');
  return head !== null && PAPERS.has(head.noun.toLowerCase());
}

function startsWithPerson(text: string): boolean {
  const head = findHead(tokensOf(text), 'post');
  return head !== null && (head.adjectival ? GOVERNING.test(head.noun) : isPerson(lastPart(head.noun)));
}

/** Walks over the agreeing words to the noun. */
function findHead(tokens: readonly string[], kind: PhraseKind): Head | null {
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
function fits(noun: string, agreement: Agreement): boolean {
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

/** Divides at spaced dashes that stand outside quotation marks and brackets; the dashes are parts of their own. */
function splitOutsideQuotes(phrase: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const piece of phrase.split(/([«»„“()]|\s[-–—]\s)/u)) {
    if (/^[«„(]$/u.test(piece)) depth += 1;
    if (/^[»“)]$/u.test(piece)) depth -= 1;
    if (/^\s[-–—]\s$/u.test(piece) && depth <= 0) parts.push(piece, '');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${piece}`;
  }
  return parts;
}

function tokensOf(text: string): readonly string[] {
  return text.split(/(\s+)/u).filter((token) => token !== '');
}

function lastPart(word: string): string {
  return /^\d+-/u.test(word) ? word : (word.split('-').at(-1) ?? word);
}

const GOVERNING = /^(?:заведующ|управляющ|командующ|исполняющ|заведывающ|уполномоченн|ответственн)/iu;
const PREPOSITIONS = /^(?:по|за|на|в|во|при|о|об|от|для|из|с|со|к|ко|до|над|под)$/iu;
