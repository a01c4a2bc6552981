/** Terms: a quantity of time and the event from which it runs («в течение трех рабочих дней со дня регистрации»). Pure. */
import { day } from './day-rules.js';
import { freeWords } from './free-words.js';
import type { Meaning } from './meaning.js';
import { cardinal } from './number-rules.js';
import { limit } from './open-rules.js';

import {
  either,
  many,
  map,
  mapIf,
  mark,
  matching,
  once,
  optional,
  sequence,
  token,
  verbatim,
  words,
  type Parser,
} from './parser.js';
import type { Term, TermUnit } from './reading.js';
import { termAdjective, unitOf } from './words.js';

interface Quantity {
  readonly n: number;
  readonly unit: TermUnit;
  /** False: «месяца», «суток» without a number, which is one. */
  readonly numbered: boolean;
}

const ORDER = 'order';
const ORDER_SIGNED =
  /^(подписания|издания|принятия|утверждения)( и (подписания|регистрации))? (настоящего|данного|этого) (распоряжения|приказа|постановления|указа|протокола|документа|акта|поручения|решения)$/u;

const workingOrCalendar = matching(/^(рабоч|календарн)(ий|ая|ее|ие|его|ей|их|ую|ых|ый|ого)$/u);
const adjectives = many(
  either(
    workingOrCalendar,
    map(sequence(mark('('), workingOrCalendar, mark(')')), ([, word]) => word),
  ),
);
const unitWord = token((here) => (here.type === 'word' ? unitOf(here.word) : null));

/** «трех рабочих дней», «10 (десяти) календарных дней», «месяца», «суток» */
const counted: Parser<Quantity> = mapIf(
  sequence(optional(cardinal), adjectives, unitWord, adjectives),
  ([n, before, unit, after]) => quantityOf(n, unit, [...before, ...after]),
);

/** «10-дневный срок», «трехдневный срок», «месячный срок» */
const adjectival: Parser<Quantity> = mapIf(
  sequence(
    optional(map(sequence(cardinal, optional(mark('–'))), ([n]) => n)),
    token((here) => (here.type === 'word' ? termAdjective(here.word) : null)),
    matching(/^срок(а)?$/u),
  ),
  ([n, adjective]) => {
    if (n === null) return { ...adjective, numbered: true };
    return adjective.n === 1 ? { n, unit: adjective.unit, numbered: true } : null;
  },
);

const comma = optional(mark(','));

/** Words before the quantity. */
const within = either<unknown>(
  words('в течение', 'в течении', 'втечение', 'в срок', 'в срок до', 'в срок не более', 'не более', 'в пределах'),
  sequence(
    words('не позднее', 'не позже'),
    optional(sequence(comma, words('чем'))),
    optional(words('через', 'в течение')),
  ),
  sequence(words('в срок не позднее', 'в срок не более чем', 'не более чем'), optional(words('через', 'за'))),
  words('через'),
);

const quantity: Parser<Quantity> = once(
  either(
    // «месяц» alone, «до месяца»: a number was lost or never meant
    mapIf(sequence(optional(within), counted), ([lead, value]) =>
      lead !== null || (value.numbered && value.unit !== 'year') ? value : null,
    ),
    map(
      sequence(optional(either<unknown>(words('в', 'не позднее чем в', 'не более чем в'), within)), adjectival),
      ([, value]) => value,
    ),
  ),
);

const sinceMarker = sequence(
  optional(mark(',')),
  optional(words('считая', 'начиная')),
  words('со дня', 'с дня', 'с момента', 'с даты', 'от даты', 'от дня', 'после дня', 'после даты', 'после', 'по', 'с'),
);

/** The event in the words of the phrase; a date is an event whose day is known, but it is the order's words that count. */
const event: Parser<string> = verbatim(either<unknown>(freeWords, day));

const since: Parser<string> = map(sequence(sinceMarker, event), ([, named]) => eventOf(named));

/** «в течение 5 рабочих дней», «не позднее чем через 10 дней со дня заключения контракта» */
const after: Parser<Meaning> = mapIf(
  sequence(quantity, optional(since), optional(limit)),
  ([{ n, unit, numbered }, named, limited]) => {
    // «в течение года» is the whole year, «в течение года со дня …» is a term of one
    if (unit === 'year' && !numbered && named === null) return null;
    if (limited === null) return termOf({ n, unit, event: named ?? ORDER });
    return named === null || named === ORDER ? null : limited;
  },
);

/** «не позднее чем за 5 рабочих дней до начала учебного года» */
const before: Parser<Meaning> = mapIf(
  sequence(
    optional(sequence(words('не позднее', 'не позже', 'не менее'), comma, optional(words('чем')))),
    words('за'),
    counted,
    words('до'),
    event,
  ),
  ([, , { n, unit }, , named]) => termOf({ n, unit, event: named, before: true }),
);

// The rules of the model instruction: 3 and 10 calendar days (docs/domain/deadlines.md).
const URGENCY: ReadonlyMap<string, number> = new Map([
  ['срочно', 3],
  ['незамедлительно', 3],
  ['оперативно', 10],
]);

const urgency: Parser<Meaning> = map(sequence(words(...URGENCY.keys()), optional(since)), ([word, named]): Meaning => ({
  type: 'term',
  term: { n: URGENCY.get(word) ?? 0, unit: 'day', event: named ?? ORDER },
  urgency: word,
}));

export const termMeaning: Parser<Meaning> = either(before, after, urgency);

function termOf(term: Term): Meaning | null {
  return term.n < 1 ? null : { type: 'term', term, urgency: null };
}

function quantityOf(n: number | null, unit: ReturnType<typeof unitOf>, kinds: readonly string[]): Quantity | null {
  const working = kinds.some((word) => word.startsWith('рабоч'));
  const numbered = n !== null;
  const count = n ?? 1;
  if (unit === 'day') return { n: count, unit: working ? 'workday' : 'day', numbered };
  if (unit === null || unit === 'workday' || working) return null;
  // «1 квартала», «2 полугодия» are parts of a year, not lengths of time; «в течение часа» is no deadline.
  if (unit === 'quarter' || unit === 'half') return null;
  if (unit === 'halfYear') return numbered ? null : { n: 6, unit: 'month', numbered };
  if (unit === 'hour' && !numbered) return null;
  return { n: count, unit, numbered };
}

function eventOf(named: string): string {
  const plain = named
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„]/gu, '');
  return ORDER_SIGNED.test(plain) ? ORDER : named;
}
