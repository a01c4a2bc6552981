/** Deadlines without a day: somebody's schedule or event, work without an end, an empty cell. Pure. */
import { day, inclusive, led, upTo } from './day-rules.js';
import { endOfPeriod } from './period-rules.js';
import { freeWords, plainWords } from './free-words.js';
import type { Bound, Meaning } from './meaning.js';
import { either, many, map, mark, matching, optional, sequence, token, words, type Parser } from './parser.js';
import { leastOften } from './repeat-rules.js';

/** What a deadline goes by: «по графику», «по мере …», «по согласованию». */
const BASIS =
  /^(график|план|расписани|согласовани|запрос|требовани|решени|мере$|факт|результат|итог|поручени|заявк|необходимост|окончани|завершени|истечени|отдельн|срокам$|приглашени|указани|готовност|поступлени|обращени|представлени|дорожн|календарн|соглашени|договор|контракт|согласованн|утвержденн|установленн)\p{L}*$/u;

const SET =
  /^(установлен|определен|предусмотрен|указан|утвержден|согласован|назначен|оговорен|обозначен|определя|устанавлива)\p{L}*$/u;

/** Names of events in the genitive, after «до», and in the dative, after «к». */
const EVENT_GENITIVE = /(ния|тия|ции|сдачи|начала|ввода|выхода|запуска|старта|приемки|поставки|пуска)$/u;
const EVENT_DATIVE = /(нию|тию|началу|вводу|запуску|старту|пуску)$/u;

/** «до конца реализации проекта»; the end of a year or a quarter is a day of its own. */
const NO_PERIOD = /^(?!(?:год|квартал|месяц|полугоди|недел|сут|дн|декад))\p{L}+$/u;

/** «, но не позднее 1 июля 2024 года»: the one day that a schedule or an event may have beside it */
export const limit: Parser<Meaning> = map(
  sequence(
    either<unknown>(sequence(mark(',', '('), optional(words('но', 'однако', 'и'))), words('но')),
    upTo,
    either<Bound>(day, endOfPeriod),
    optional(inclusive),
    optional(mark(')')),
  ),
  ([, lead, at, included]): Meaning => ({ type: 'limit', at: included === null ? led(lead, at) : at }),
);

/** «, но не реже одного раза в квартал» */
const atLeast: Parser<Meaning> = map(
  sequence(optional(mark(',', '(')), optional(words('но')), leastOften, optional(mark(')'))),
  ([, , every]): Meaning => ({ type: 'repeat', every, day: null, from: null, to: null }),
);

const since = words('с момента', 'со дня', 'с даты');

const dependence: Parser<unknown> = either<unknown>(
  sequence(
    either(
      words('согласно', 'в соответствии с', 'в соответствии со', 'на основании', 'исходя из', 'при', 'после'),
      words('в рамках', 'в день', 'в дни', 'одновременно с', 'вместе с'),
      since,
    ),
    freeWords,
  ),
  sequence(words('по'), matching(BASIS), optional(freeWords)),
  sequence(optional(words('в')), matching(/^срок(и|ом|а)?$/u), optional(mark(',')), matching(SET), optional(freeWords)),
  sequence(words('в'), matching(SET), matching(/^(срок|сроки|порядке)$/u), optional(freeWords)),
  sequence(words('до'), matching(EVENT_GENITIVE), optional(freeWords)),
  sequence(words('до конца'), matching(NO_PERIOD), optional(plainWords)),
  sequence(words('в порядке и'), matching(/^сроки?$/u), optional(mark(',')), matching(SET), optional(freeWords)),
  sequence(words('к'), matching(EVENT_DATIVE), optional(freeWords)),
);

/** «с даты подписания соглашения по 31 декабря 2024 года»: the last day needs no comma */
const sinceUntil: Parser<Meaning> = map(
  sequence(since, freeWords, words('по', 'до'), either<Bound>(day, endOfPeriod)),
  ([, , lead, at]): Meaning => ({ type: 'limit', at: led(lead, at) }),
);

export const externalMeaning: Parser<Meaning> = either(
  map(sequence(dependence, either(limit, atLeast)), ([, limited]) => limited),
  sinceUntil,
  map(dependence, (): Meaning => ({ type: 'external' })),
);

const during = words('в течение', 'в течении', 'втечение', 'на протяжении');

const SPELL = matching(/^(период|периода|срок|срока|время|времени|год|года|сезон|сезона|действия|реализации)$/u);
const spellQualities = many(matching(/^(всего|весь|\p{L}+(ого|его|ый|ий))$/u));

const longYear = token((here) => (here.type === 'number' && here.digits === 4 ? here.n : null));

/** «2024/2025 учебный год»: when a school year ends the order does not say */
const schoolYear: Parser<unknown> = sequence(
  optional(
    either<unknown>(
      token((here) => (here.type === 'other' && /^20\d{2}\/(20)?\d{2}$/u.test(here.mark) ? here.mark : null)),
      sequence(longYear, mark('–'), longYear),
    ),
  ),
  matching(/^учебн(ый|ого|ом)$/u),
  matching(/^год(а|у)?$/u),
);

/** «в течение учебного года», «весь период реализации», «в период проведения работ» */
const allAlong: Parser<unknown> = either<unknown>(
  sequence(optional(either(during, words('в'))), schoolYear),
  sequence(during, spellQualities, SPELL, optional(plainWords)),
  sequence(words('весь', 'все'), spellQualities, SPELL, optional(plainWords)),
  sequence(words('в период', 'в ходе', 'в процессе'), plainWords),
);

const always = words(
  ...['постоянно', 'на постоянной основе', 'в постоянном режиме', 'непрерывно', 'бессрочно', 'круглогодично'],
  ...['регулярно', 'на регулярной основе', 'систематически'],
);

/** «с 1 марта 2024 года»: where it begins; it has no end all the same */
const beginning = sequence(optional(words('начиная')), words('с', 'со'), day);

/** «постоянно, до 31 декабря 2025 года» */
const alwaysUntil: Parser<Meaning> = map(
  sequence(
    always,
    optional(mark(',', '(')),
    optional(words('но')),
    upTo,
    either<Bound>(day, endOfPeriod),
    optional(mark(')')),
  ),
  ([, , , lead, at]): Meaning => ({ type: 'date', at: led(lead, at) }),
);

const endless: Parser<Meaning> = either<Meaning>(
  map(
    sequence(
      always,
      optional(sequence(optional(mark(',', '(')), either<unknown>(allAlong, beginning), optional(mark(')')))),
    ),
    ([, bounds]): Meaning => ({ type: 'continuous', permanent: bounds === null }),
  ),
  map(either<unknown>(sequence(beginning, optional(mark(',', '–')), always), allAlong), (): Meaning => ({
    type: 'continuous',
    permanent: false,
  })),
);

export const continuousMeaning: Parser<Meaning> = either(alwaysUntil, endless);

export const noneMeaning: Parser<Meaning> = map(
  either<unknown>(
    many(either<unknown>(mark('–'), words('х'))),
    sequence(words('б'), mark('/'), words('с')),
    words('нет', 'не установлен', 'не установлены', 'не определен', 'не определены', 'не указан', 'без срока'),
  ),
  (): Meaning => ({ type: 'none' }),
);
