/**
 * A deadline: what the cell says, what it means, the last day, the working day, and why. Pure.
 * Nothing is guessed: what the grammar (`deadline/grammar`) does not read to the end is `unclear` and a person decides.
 */
import { isFault } from './deadline/calendar-days.js';
import { parseDeadline } from './deadline/grammar.js';
import type { DeadlineReading } from './deadline/reading.js';
import { resolve } from './deadline/resolve.js';
import type { Token } from './deadline/tokenize.js';
import { DEFAULT_RULES, type DeadlineRules } from './deadline-rules.js';
import type { LocalDate } from './local-date.js';
import type { WorkingCalendar } from './working-calendar.js';

export type { DeadlineKind, DeadlineReading, Term } from './deadline/reading.js';

export interface DeadlineOptions {
  /** Date of the order: terms run from it, a day without a year is the nearest after it. */
  readonly orderDate: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Last day on which an occurrence of a repeated deadline may fall; none: no limit. */
  readonly horizon?: LocalDate;
  /** By which the body counts; none: those in force while a body has set nothing. */
  readonly rules?: DeadlineRules;
}

/**
 * Reads a deadline cell; never throws, whatever the cell holds.
 * «25 августа 2024 года;» → kind `date`, due 2024-08-25 (a Sunday), workingDue 2024-08-23.
 */
export function readDeadline(phrase: string, options: DeadlineOptions): DeadlineReading {
  const { orderDate, calendar, horizon = null, rules = DEFAULT_RULES } = options;
  const parsed = parseDeadline(phrase);
  if (!parsed.understood) return unclear(phrase, whyNot(parsed.tokens, parsed.rest));
  const resolved = resolve(parsed.meaning, { orderDate, calendar, horizon, rules });
  return isFault(resolved) ? unclear(phrase, resolved.fault) : { phrase, ...resolved };
}

/**
 * Whether a person must settle the deadline before launch: it is unclear, or repeats on days that nobody has named.
 * An external one is settled while it runs, a term after an event when the event happens.
 */
export function needsPerson({ kind, due }: Pick<DeadlineReading, 'kind' | 'due'>): boolean {
  return kind === 'unclear' || (kind === 'recurring' && due === null);
}

function unclear(phrase: string, why: string): DeadlineReading {
  return {
    phrase,
    kind: 'unclear',
    due: null,
    workingDue: null,
    explanation: `Срок не понят: ${why}. Дату укажет человек.`,
  };
}

interface Suspicion {
  readonly fits: (token: Token, next: Token | undefined) => boolean;
  readonly why: string;
}

const VAGUE = /^(конец|конце|начал\p{L}*|середин\p{L}*|примерно|ориентировочно|около|скор\p{L}*|кратчайш\p{L}*)$/u;
const SEASON = /^(весн|лет(о|ом)$|осен|зим)\p{L}*$/u;

/** What usually stands in the way, most telling first. */
const SUSPICIONS: readonly Suspicion[] = [
  { fits: ({ type }) => type === 'blank', why: 'в нём оставлено незаполненное место' },
  {
    fits: (token) => token.type === 'word' && /^(х|n|y|z|xx|хх|гггг)$/u.test(token.word),
    why: 'дата обозначена условно',
  },
  {
    fits: (token) => token.type === 'word' && /^(или|либо)$/u.test(token.word),
    why: 'названы варианты, а не один срок',
  },
  { fits: (token) => token.type === 'word' && VAGUE.test(token.word), why: 'день назван приблизительно' },
  { fits: (token) => token.type === 'word' && SEASON.test(token.word), why: 'названо время года, а не день' },
];

const LONGEST_QUOTE = 80;

function whyNot(tokens: readonly Token[], rest: string): string {
  const found = SUSPICIONS.find(({ fits }) => tokens.some((token, index) => fits(token, tokens[index + 1])));
  if (rest === '') return found?.why ?? 'он слишком длинный';
  const clean = rest.replace(/^[\s,;:]+/u, '') || rest;
  const quoted = clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean;
  return found === undefined ? `не разобрано «${quoted}»` : `${found.why} («${quoted}»)`;
}
