/** Terms: a quantity of time and the event from which it runs («в течение трех рабочих дней со дня регистрации»). Pure. */
import { URGENT_WORDS, type UrgentWord } from '../deadline-rules.js';
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
  /** «месяца», «суток» without a number, which is one. */
  readonly single: boolean;
  /** Days of which nobody has said whether they are working or calendar ones. */
  readonly plain: boolean;
}

const ORDER = 'order';
const THIS_ORDER =
  '(настоящего|данного|этого) (распоряжения|приказа|постановления|указа|протокола|документа|акта|поручения|решения)';
const ORDER_SIGNED = new RegExp(
  `^(подписания|издания|принятия|утверждения)( и (подписания|регистрации))? ${THIS_ORDER}$`,
  'u',
);
const ORDER_REGISTERED = new RegExp(`^регистрации ${THIS_ORDER}$`, 'u');

const workingOrCalendar = matching(/^(рабоч|календарн)(ий|ая|ее|ие|его|ей|их|ую|ых|ый|ого)$/u);
const adjectives = many(
  either(
    workingOrCalendar,
    map(sequence(mark('('), workingOrCalendar, mark(')')), ([, word]) => word),
  ),
);
const unitWord = token((here) => (here.type === 'word' ? unitOf(here.word) : null));

/** «трех рабочих дней», «10 (десяти) календарных дней» */
const numbered: Parser<Quantity> = mapIf(
  sequence(cardinal, adjectives, unitWord, adjectives),
  ([n, before, unit, after]) => quantityOf(n, unit, [...before, ...after]),
);

/** «месяца», «рабочего дня», «суток»: one without a number; in the plural the number has been lost. */
function single(form: RegExp): Parser<Quantity> {
  return mapIf(
    sequence(
      adjectives,
      token((here) => (here.type === 'word' && form.test(here.word) ? unitOf(here.word) : null)),
    ),
    ([kinds, unit]) => quantityOf(null, unit, kinds),
  );
}

const singleGenitive = single(/^(дня|суток|недели|месяца|полугода|года)$/u);
const singleAccusative = single(/^(день|сутки|неделю|месяц|полгода|год)$/u);

/** «10-дневный срок», «трехдневный срок», «месячный срок» */
const adjectival: Parser<Quantity> = mapIf(
  sequence(
    optional(map(sequence(cardinal, optional(mark('–'))), ([n]) => n)),
    token((here) => (here.type === 'word' ? termAdjective(here.word) : null)),
    matching(/^срок(а)?$/u),
  ),
  ([n, adjective]) => {
    const plain = adjective.unit === 'day';
    if (n === null) return { ...adjective, single: false, plain };
    return adjective.n === 1 ? { n, unit: adjective.unit, single: false, plain } : null;
  },
);

const comma = optional(mark(','));

const during = words('в течение', 'в течении', 'втечение', 'в пределах');

const through = either<unknown>(
  words('через'),
  sequence(words('не позднее', 'не позже'), optional(sequence(comma, words('чем'))), words('через')),
  sequence(words('не более чем'), words('через', 'за')),
);

/** Words before a quantity that has its number. */
const within = either<unknown>(
  during,
  through,
  words(
    'в срок',
    'в срок до',
    'в срок не более',
    'в срок не более чем',
    'в срок не позднее',
    'не более',
    'не более чем',
  ),
  sequence(words('не позднее', 'не позже'), optional(sequence(comma, words('чем'))), optional(words('в течение'))),
  sequence(words('в срок'), comma, matching(/^не$/u), matching(/^превышающ(ий|его)$/u)),
);

/** «не позднее следующего рабочего дня», «на следующий день» */
const nextDay: Parser<Quantity> = map(
  sequence(
    optional(words('не позднее', 'не позже', 'на', 'до конца', 'в течение', 'в')),
    matching(/^следующ(его|ий)$/u),
    optional(workingOrCalendar),
    matching(/^(день|дня)$/u),
  ),
  ([, , kind]): Quantity => ({
    n: 1,
    unit: kind?.startsWith('рабоч') === true ? 'workday' : 'day',
    single: true,
    plain: false,
  }),
);

const quantity: Parser<Quantity> = once(
  either(
    map(sequence(within, numbered), ([, value]) => value),
    // «2 года» alone could be what is left of a date
    mapIf(numbered, (value) => (value.unit === 'year' ? null : value)),
    map(sequence(during, singleGenitive), ([, value]) => value),
    map(sequence(through, singleAccusative), ([, value]) => value),
    map(
      sequence(optional(either<unknown>(words('в', 'не позднее чем в', 'не более чем в'), within)), adjectival),
      ([, value]) => value,
    ),
    nextDay,
  ),
);

const sinceMarker = sequence(
  optional(mark(',')),
  optional(words('считая', 'начиная', 'следующих', 'следующего')),
  words(
    'со дня',
    'с дня',
    'с момента',
    'с даты',
    'от даты',
    'от дня',
    'после дня',
    'после даты',
    'после',
    'за днем',
    'по',
    'с',
  ),
);

/** The event in the words of the phrase; a date is an event whose day is known, but it is the order's words that count. */
const event: Parser<string> = verbatim(either<unknown>(freeWords, day));

const since: Parser<string> = map(sequence(sinceMarker, event), ([, named]) => eventOf(named));

/** «в течение 5 рабочих дней», «не позднее чем через 10 дней со дня заключения контракта» */
const after: Parser<Meaning> = mapIf(
  sequence(quantity, optional(since), optional(limit)),
  ([{ n, unit, single: one, plain }, named, limited]) => {
    // «в течение года» is the whole year, «в течение года со дня …» is a term of one
    if (unit === 'year' && one && named === null) return null;
    if (limited === null) return termOf({ n, unit, event: named ?? ORDER }, plain);
    return named === null || named === ORDER ? null : limited;
  },
);

/** «не позднее рабочего дня, следующего за днём подписания соглашения» */
const dayFollowing: Parser<Meaning> = mapIf(
  sequence(
    optional(words('не позднее', 'не позже', 'в', 'на')),
    optional(workingOrCalendar),
    matching(/^(день|дня)$/u),
    comma,
    matching(/^следующ(его|ий)$/u),
    words('за днем', 'за датой'),
    event,
  ),
  ([, kind, , , , , named]) =>
    termOf({ n: 1, unit: kind?.startsWith('рабоч') === true ? 'workday' : 'day', event: eventOf(named) }),
);

/** «не позднее чем за 5 рабочих дней до начала учебного года» */
const before: Parser<Meaning> = mapIf(
  sequence(
    optional(sequence(words('не позднее', 'не позже', 'не менее'), comma, optional(words('чем')))),
    words('за'),
    either(numbered, singleAccusative),
    words('до'),
    event,
  ),
  ([, , { n, unit, plain }, , named]) => termOf({ n, unit, event: named, before: true }, plain),
);

const urgency: Parser<Meaning> = map(sequence(words(...URGENT_WORDS), optional(since)), ([word, named]): Meaning => ({
  type: 'urgent',
  word: word as UrgentWord,
  event: named ?? ORDER,
}));

export const termMeaning: Parser<Meaning> = either(before, dayFollowing, after, urgency);

function termOf(term: Term, plainDays = false): Meaning | null {
  return term.n < 1 ? null : { type: 'term', term, plainDays };
}

function quantityOf(n: number | null, unit: ReturnType<typeof unitOf>, kinds: readonly string[]): Quantity | null {
  const working = kinds.some((word) => word.startsWith('рабоч'));
  const one = n === null;
  const count = n ?? 1;
  if (unit === 'day') return { n: count, unit: working ? 'workday' : 'day', single: one, plain: kinds.length === 0 };
  if (unit === null || unit === 'workday' || working) return null;
  // «1 квартала», «2 полугодия» are parts of a year, not lengths of time.
  if (unit === 'quarter' || unit === 'half') return null;
  if (unit === 'halfYear') return one ? { n: 6, unit: 'month', single: one, plain: false } : null;
  return { n: count, unit, single: one, plain: false };
}

function eventOf(named: string): string {
  return ORDER_SIGNED.test(plainWordsOf(named)) ? ORDER : named;
}

/** «регистрации настоящего приказа»: the order itself where the body counts from registration */
export function namesRegistration(event: string): boolean {
  return ORDER_REGISTERED.test(plainWordsOf(event));
}

function plainWordsOf(named: string): string {
  return named
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„]/gu, '');
}
