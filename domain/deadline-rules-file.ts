/**
 * Reads a body's own rules for deadlines, `сроки.json`: a ready set, and what differs from it. Everything that is wrong is
 * told at once, with its line and a cure; a file with a fault gives no rules. Pure; the file is read elsewhere.
 */
import {
  DEFAULT_RULES,
  RULE_SETS,
  URGENT_WORDS,
  type DeadlineRules,
  type RuleTerm,
  type UrgentWord,
} from './deadline-rules.js';
import { dayOfYear } from './day-in-file.js';
import { isRecord, JsonSource, type JsonFault } from './json-source.js';
import { dateOf, type LocalDate } from './local-date.js';
import { cureOf } from './nearest.js';
import { monthName } from './russian-date.js';

/** In the body's own folder. */
export const RULES_FILE = 'сроки.json';

export interface BodyRules {
  readonly rules: DeadlineRules;
  /** The ready set that was named; null: none. */
  readonly set: string | null;
  readonly regionalDaysOff: readonly LocalDate[];
}

/** What a key may say, and how a person would put it right. */
interface Key {
  readonly expected: string;
  /** Undefined: the value is none of these. */
  readonly read: (value: unknown) => Partial<DeadlineRules> | undefined;
}

const NONE = 'нет';

const KEYS: Readonly<Record<string, Key>> = {
  орган: {
    expected: 'название органа в кавычках',
    read: (value) => (typeof value === 'string' && value.trim() !== '' ? { name: value.trim() } : undefined),
  },
  перенос: choice({
    назад: { move: 'backward' },
    вперёд: { move: 'forward' },
    нет: { move: 'none' },
  }),
  до: choice({ включительно: { upToIncluded: true }, 'не включая': { upToIncluded: false } }),
  'дни без уточнения': choice({ календарные: { plainDays: 'calendar' }, рабочие: { plainDays: 'working' } }),
  'счёт от': choice({ подписания: { countFrom: 'signing' }, регистрации: { countFrom: 'registration' } }),
  'срок не назван': {
    expected: '"нет" или срок вида "1 месяц"',
    read: (value) => {
      if (value === NONE) return { defaultTerm: null };
      const term = termOf(value);
      return term === null ? undefined : { defaultTerm: term };
    },
  },
  'день после периода': {
    expected: 'число от 1 до 28 без кавычек или "нет"',
    read: (value) => {
      if (value === NONE) return { dayAfterPeriod: null };
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 28
        ? { dayAfterPeriod: Number(value) }
        : undefined;
    },
  },
  постоянно: {
    expected: '"нет" или день отчёта вида "20 января"',
    read: (value) => {
      if (value === NONE) return { permanentReport: null };
      const found = reportDay(value);
      return found === null ? undefined : { permanentReport: found };
    },
  },
};

const SET = 'набор';
const REGIONAL = 'региональные выходные';
export const RULE_KEYS: readonly string[] = [SET, ...Object.keys(KEYS), ...URGENT_WORDS, REGIONAL];

/** @returns null when the file has a fault */
export function readRulesFile(text: string, report: (fault: JsonFault) => void): BodyRules | null {
  const faults: JsonFault[] = [];
  const source = new JsonSource(text, (fault) => void faults.push(fault), '{"набор": "федеральный орган"}');
  const file = source.object ?? {};
  const set = setOf(file[SET], source);
  let rules = set === null ? { ...DEFAULT_RULES, name: RULES_FILE } : (RULE_SETS[set] ?? DEFAULT_RULES);
  for (const [key, value] of Object.entries(file)) {
    const at = source.offset(key);
    if (key === SET || key === REGIONAL) continue;
    const read = KEYS[key]?.read(value) ?? urgentOf(key, value, rules);
    if (read !== undefined) rules = { ...rules, ...read };
    else if (!RULE_KEYS.includes(key)) source.fault(at, `ключа «${key}» нет`, cureOf(key, RULE_KEYS));
    else source.fault(at, `«${key}» – ${KEYS[key]?.expected ?? URGENT_EXPECTED}, а стоит ${JSON.stringify(value)}`);
  }
  const regionalDaysOff = regionalOf(file[REGIONAL], source);
  faults.forEach(report);
  return faults.length > 0 ? null : { rules, set, regionalDaysOff };
}

function setOf(value: unknown, source: JsonSource): string | null {
  if (value === undefined) return null;
  const known = Object.keys(RULE_SETS);
  if (typeof value === 'string' && known.includes(value)) return value;
  const cure = typeof value === 'string' ? cureOf(value, known) : `есть ${known.join(', ')}`;
  source.fault(source.offset(SET), `набора ${JSON.stringify(value)} нет`, cure);
  return null;
}

const URGENT_EXPECTED = '"нет" или срок вида "3 дня", "3 рабочих дня"';

function urgentOf(key: string, value: unknown, rules: DeadlineRules): Partial<DeadlineRules> | undefined {
  const word = URGENT_WORDS.find((each): each is UrgentWord => each === key);
  if (word === undefined) return undefined;
  const term = value === NONE ? null : termOf(value);
  if (term === null && value !== NONE) return undefined;
  return { urgent: { ...rules.urgent, [word]: term } };
}

const TERM = /^(\d{1,3}) (?:(?:(рабоч)(?:ий|их)|календарн(?:ый|ых)) )?(дн(?:ей|я)|день|месяц(?:а|ев)?)$/u;

/** «3 дня», «10 рабочих дней», «1 месяц» */
function termOf(value: unknown): RuleTerm | null {
  const found = typeof value === 'string' ? TERM.exec(value.trim().toLowerCase()) : null;
  const n = Number(found?.[1] ?? 0);
  if (found === null || n < 1) return null;
  const [, , working, unit = ''] = found;
  if (unit.startsWith('месяц')) return working === undefined ? { n, unit: 'month' } : null;
  return { n, unit: working === undefined ? 'day' : 'workday' };
}

/** «20 января» */
function reportDay(value: unknown): { day: number; month: number } | null {
  const found = typeof value === 'string' ? /^(\d{1,2}) (\p{L}+)$/u.exec(value.trim().toLowerCase()) : null;
  const month = Array.from({ length: 12 }, (_, i) => i + 1).find((each) => monthName(each, 'gen') === found?.[2]);
  const day = Number(found?.[1] ?? 0);
  return month === undefined || dateOf(2023, month, day) === null ? null : { day, month };
}

/** `{"2026": ["21.04", "30.08"]}` */
function regionalOf(value: unknown, source: JsonSource): readonly LocalDate[] {
  if (value === undefined) return [];
  const at = source.offset(REGIONAL);
  if (!isRecord(value)) {
    source.fault(at, `«${REGIONAL}» – объект вида {"2026": ["21.04"]}`);
    return [];
  }
  return Object.entries(value).flatMap(([year, days]) => {
    const here = source.offset(year, at);
    if (!/^20\d\d$/u.test(year) || !Array.isArray(days)) {
      source.fault(here, `в «${REGIONAL}» – год и список дней: {"2026": ["21.04"]}`);
      return [];
    }
    return days.flatMap((day: unknown) => {
      const found = dayOfYear(day, Number(year));
      if (found === null)
        source.fault(
          source.offset(String(day), here),
          `дня ${JSON.stringify(day)} в ${year} году нет`,
          'день пишется «21.04»',
        );
      return found ?? [];
    });
  });
}

function choice(values: Readonly<Record<string, Partial<DeadlineRules>>>): Key {
  return {
    expected: `одно из: ${Object.keys(values).join(', ')}`,
    read: (value) => (typeof value === 'string' && Object.hasOwn(values, value) ? values[value] : undefined),
  };
}
