/**
 * A noun phrase in the cases: the head noun and the words that agree with it change, its genitive dependents do not.
 * «первый заместитель председателя комитета» → «первого заместителя председателя комитета». Pure. What is in quotation
 * marks and what has no recognisable head stays as it stands: a phrase left in the nominative is corrected by a person
 * at a glance, a spoilt one is not.
 */
import { adjectiveAgreement, declineAdjective } from './adjective.js';
import type { Agreement, GrammaticalCase } from './grammar.js';
import { findHead, fits, lastPart, startsWithPerson, tokensOf, type Head, type PhraseKind } from './head.js';
import { FIXED_PREFIXES, PAPERS } from './lexicon.js';
import { agreementOf, declineNoun, isAbbreviation } from './noun.js';

export type { PhraseKind } from './head.js';

/** @param phrase in the nominative; spaces are kept as they are */
export function declineNounPhrase(phrase: string, grammaticalCase: GrammaticalCase, kind: PhraseKind): string {
  if (grammaticalCase === 'nominative') return phrase;
  if (isInCapitals(phrase)) return declineNounPhrase(phrase.toLowerCase(), grammaticalCase, kind).toUpperCase();
  const quoted = kind === 'paper' ? quotedCommonNoun(phrase) : null;
  if (quoted !== null && isPaper(quoted)) return `«${declineNounPhrase(quoted, grammaticalCase, kind)}»`;
  return splitOutsideQuotes(phrase)
    .map((part, at) => {
      const second = at > 0 && !startsWithPerson(part);
      return second ? part : declinePart(part, grammaticalCase, kind);
    })
    .join('');
}

/** What a verb agrees with, or null when there is no head to tell; two heads joined by «и» are plural. */
export function agreementOfPhrase(phrase: string): Agreement | null {
  const words = quotedCommonNoun(phrase) ?? phrase;
  const tokens = tokensOf(isInCapitals(words) ? words.toLowerCase() : words);
  const head = findHead(tokens, 'body');
  if (head === null) return null;
  return /^\s+и\s/u.test(tokens.slice(head.length).join('')) ? 'pl' : head.agreement;
}

/** «дорожная карта» in quotation marks and small letters is a thing, not a name; null for all else. */
function quotedCommonNoun(phrase: string): string | null {
  return /^«(\p{Ll}[^«»]*)»$/u.exec(phrase.trim())?.[1] ?? null;
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
  const end = endOfHead(tokens, head);
  const declined = tokens
    .slice(0, end)
    .map((token, at) => declineToken(token, at === head.length - 1 && !head.adjectival, head, grammaticalCase));
  // The comma behind the head belongs to what follows it.
  const mark = /[,;:]+$/u.exec(declined.at(-1) ?? '')?.[0] ?? '';
  if (mark !== '') declined.push((declined.pop() ?? '').slice(0, -mark.length));
  const rest = mark + tokens.slice(end).join('');
  return declined.join('') + declineRest(rest, head, grammaticalCase, kind);
}

/** Adjectives behind the noun agree with it too: «врач-педиатр городской участковый», «инспектор старший отдела». */
function endOfHead(tokens: readonly string[], head: Head): number {
  let end = head.length;
  if (head.adjectival || /[,;:.]$/u.test(tokens[end - 1] ?? '')) return end;
  for (let at = head.length + 1; at < tokens.length; at += 2) {
    const word = (tokens[at] ?? '').replace(/[,;:]+$/u, '');
    if (!isPostpositive(word, head.agreement)) break;
    // «-ой» may be the genitive of what follows: «врач городской больницы».
    const next = tokens[at + 2] ?? '';
    if (word.endsWith('ой') && /^\p{L}/u.test(next) && !isAgreeing(next, head.agreement)) break;
    end = at + 1;
    if (word !== tokens[at]) break;
  }
  return end;
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
      if (opened) return declineBracket(piece, head, grammaticalCase, kind);
      if (depth > 0 || quoted > 0) return piece;
      if (at === 0) return kind === 'post' ? declineLateAdjectives(piece, head, grammaticalCase) : piece;
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

/** «-ий» alone may be the genitive of many: «направлений», «технологий». */
function isPostpositive(word: string, agreement: Agreement): boolean {
  const genitive = /ий$/iu.test(word) && !/(?:[шщ]|[сц]к|(?:сред|внутрен|внеш)н)ий$/iu.test(word);
  return !genitive && !/^\d/u.test(word) && adjectiveAgreement(word) === agreement;
}

/** «оператор связи старший»: behind a genitive a nominative still belongs to the head; «Нижний Новгород» is a name. */
function declineLateAdjectives(piece: string, head: Head, grammaticalCase: GrammaticalCase): string {
  if (head.adjectival || (head.agreement !== 'm' && head.agreement !== 'f')) return piece;
  return piece.replaceAll(/(?<=\s)[а-яё-]+(?:ый|ий|ая|яя)(?=\s|$)/gu, (word) =>
    isPostpositive(word, head.agreement) ? declineAdjective(word, head.agreement, head.animate, grammaticalCase) : word,
  );
}

/** «Комплекс мер (дорожная карта)», «машинист (кочегар)», «медицинская сестра палатная (постовая)». */
function declineBracket(piece: string, head: Head, grammaticalCase: GrammaticalCase, kind: PhraseKind): string {
  if (isPaper(piece)) return declinePart(piece, grammaticalCase, 'paper');
  if (kind !== 'post') return piece;
  if (startsWithPerson(piece)) return declinePart(piece, grammaticalCase, kind);
  if (isAgreeing(piece, head.agreement)) {
    return declineAdjective(piece, head.agreement, head.animate, grammaticalCase);
  }
  const isTrade = /^[а-яё]{4,}[бвгджзклмнпрстфчшщ]$/u.test(piece) && !/(?:[ое]в|[иы]х)$/u.test(piece);
  return isTrade && head.agreement === 'm' ? declineNoun(piece, 'm', true, grammaticalCase) : piece;
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
