/**
 * Words that no rule needs to understand: the name of an event, of a schedule, of a cited act. Pure.
 * They may hold numbers and the date of a citation («соглашением от 14 февраля 2024 года № 073»). A date that no citation
 * explains, a quantity of time or a blank stops them: it could be the deadline.
 */
import { day } from './day-rules.js';
import type { Parser, Way } from './parser.js';
import type { Token, Tokens } from './tokenize.js';
import { monthOf, roundNumber, smallNumber, termAdjective, unitOf } from './words.js';

/** At least one word; every place where they may end, the longest first. */
export const freeWords: Parser<null> = (tokens, at) => runs(tokens, at, () => true);

/** The same without any number. */
export const plainWords: Parser<null> = (tokens, at) =>
  runs(tokens, at, ({ type }) => type === 'word' || type === 'dash' || type === 'mark');

function runs(tokens: Tokens, at: number, fits: (token: Token) => boolean): readonly Way<null>[] {
  const ways: Way<null>[] = [];
  let worded = false;
  for (let here = at; ;) {
    const next = afterOne(tokens, here);
    if (next === null || !tokens.list.slice(here, next).every(fits)) return ways;
    const last = tokens.list[next - 1];
    worded ||= last?.type === 'word';
    if (worded && last?.type !== 'mark' && last?.type !== 'dash') ways.unshift({ value: null, next });
    here = next;
  }
}

/** Index after one free word, number or citation; null when it may not be passed over. */
function afterOne(tokens: Tokens, at: number): number | null {
  const here = tokens.list[at];
  const before = tokens.list[at - 1];
  const after = tokens.list[at + 1];
  switch (here?.type) {
    case 'word':
      if (here.word === 'от') return day(tokens, at + 1)[0]?.next ?? at + 1;
      return isQuantified(here.word, before) || isUnexplainedMonth(here.word, before) ? null : at + 1;
    case 'number':
      return startsQuantity(after, tokens.list[at + 2]) ? null : at + 1;
    case 'date':
      return namesClause(before) ? at + 1 : null;
    case 'other':
      return /^[\d./]+$/u.test(here.mark) ? at + 1 : null;
    case 'roman':
    case 'dash':
    case 'mark':
      return at + 1;
    case 'time':
    case 'blank':
    case undefined:
      return null;
  }
}

/** «трех рабочих дней», «в течение месяца», «через неделю»: a term hides among the words. */
function isQuantified(word: string, before: Token | undefined): boolean {
  if (termAdjective(word) !== null) return true;
  if (unitOf(word) === null && !/^(рабоч|календарн)(их|ий|его|ых|ый|ого)$/u.test(word)) return false;
  if (before?.type === 'number') return before.digits < 4;
  if (before?.type !== 'word') return false;
  const counts = smallNumber(before.word) ?? roundNumber(before.word);
  return (
    counts !== null || /^(течени[еи]|через|спустя|позднее|позже|рабочих|рабочего|календарных|более)$/u.test(before.word)
  );
}

/** «по итогам марта», «план на декабрь»: the month belongs to the paper; anywhere else it may be the deadline. */
function isUnexplainedMonth(word: string, before: Token | undefined): boolean {
  if (monthOf(word) === null) return false;
  return !(before?.type === 'word' && /^(итог|результат|отчет|план|график|за$|на$)/u.test(before.word));
}

function startsQuantity(after: Token | undefined, second: Token | undefined): boolean {
  const word = after?.type === 'dash' ? second : after;
  if (word?.type !== 'word') return false;
  return (
    monthOf(word.word) !== null ||
    termAdjective(word.word) !== null ||
    /^(рабоч|календарн|раза?$|числ)/u.test(word.word) ||
    (unitOf(word.word) !== null && !word.word.startsWith('год'))
  );
}

function namesClause(before: Token | undefined): boolean {
  if (before?.type === 'mark') return before.mark === '№';
  return before?.type === 'word' && /^(п|пп|пункт|подпункт|раздел|стать|част|приложени)/u.test(before.word);
}
