/**
 * Which document drafts a named result: read from the words of the measure and of the result, never from an item's number.
 * A result whose wording fits no template is prepared by hand (null); nothing is drafted on a guess.
 */
import type { DocumentKind } from './document-kind.js';
import type { ResultKind } from './order.js';

/** Working days before the due day when registers and forms are drafted. */
export const DRAFT_WORKING_DAYS_BEFORE = 10;

interface Rule {
  readonly kind: DocumentKind;
  readonly result: ResultKind;
  /** All must be found in the measure and the result taken together, ё read as е. */
  readonly words: readonly RegExp[];
}

const RULES: readonly Rule[] = [
  {
    kind: 'order-appointment',
    result: 'order',
    words: [/(утвержден|назначен|определен)\S*\s+(\S+\s+){0,2}(должностн\S+ лиц|ответственн)/u],
  },
  { kind: 'letter-organisations', result: 'letter', words: [/переч(н|ень)/u, /(организаци|учреждени|школ)/u] },
  { kind: 'order-organisations', result: 'order', words: [/переч(н|ень)/u, /(организаци|учреждени|школ)/u] },
  { kind: 'letter-equipment', result: 'letter', words: [/переч(н|ень)/u, /оборудовани/u] },
  { kind: 'order-equipment', result: 'order', words: [/переч(н|ень)/u, /оборудовани/u] },
  { kind: 'register-notices', result: 'register', words: [/извещени/u] },
  { kind: 'register-acceptance', result: 'register', words: [/(приемк|принят)/u] },
  { kind: 'form-monitoring', result: 'form', words: [/мониторинг/u] },
];

/**
 * @param measure title of the item, as printed
 * @param result one named result, as printed
 * @returns the kind that drafts it, or null when a person prepares it by hand
 */
export function documentKindFor(measure: string, result: { kind: ResultKind; text: string }): DocumentKind | null {
  // What the list is of stands in the measure first: «перечень оборудования …» names no organisations.
  const subject = plain(measure);
  const both = `${subject} ${plain(result.text)}`;
  const fits = RULES.filter((rule) => rule.result === result.kind && rule.words.every((word) => word.test(both)));
  if (fits.length <= 1) return fits[0]?.kind ?? null;
  const bySubject = fits.filter((rule) => rule.words.every((word) => word.test(subject)));
  return bySubject.length === 1 ? (bySubject[0]?.kind ?? null) : null;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
