/**
 * By which rules a body counts its deadlines: instructions differ, and an explanation names the one that was used. Pure data.
 * Sources of the two sets: the model instruction of a federal agency and the instruction of Sverdlovsk region.
 */

/** Where a last day that is a day off moves; `none`: it stays. */
export type MoveRule = 'backward' | 'forward' | 'none';

/** Words that stand for a term, as the grammar writes them. */
export const URGENT_WORDS = ['весьма срочно', 'срочно', 'незамедлительно', 'оперативно'] as const;

export type UrgentWord = (typeof URGENT_WORDS)[number];

export interface RuleTerm {
  readonly n: number;
  readonly unit: 'day' | 'workday' | 'month';
}

export interface DeadlineRules {
  /** The body or the set, as explanations quote it; null: nobody has set anything. */
  readonly name: string | null;
  readonly move: MoveRule;
  /** Whether «до 28 мая» includes 28 May; «не позднее» and «по» always do. */
  readonly upToIncluded: boolean;
  /** Null: the body's instruction does not give the word a number of days. */
  readonly urgent: Readonly<Record<UrgentWord, RuleTerm | null>>;
  /** For an empty cell; null: it stays without a deadline. */
  readonly defaultTerm: RuleTerm | null;
  /** How «10 дней» counts when neither working nor calendar days are said. */
  readonly plainDays: 'calendar' | 'working';
  readonly countFrom: 'signing' | 'registration';
  /** Day of the month after the period for «ежемесячно», «ежеквартально» without a day; null: a person names it. */
  readonly dayAfterPeriod: number | null;
  /** Yearly report on what is done «постоянно»; null: none is due. */
  readonly permanentReport: { readonly day: number; readonly month: number } | null;
}

const days = (n: number): RuleTerm => ({ n, unit: 'day' });
const workdays = (n: number): RuleTerm => ({ n, unit: 'workday' });

/** In force while a body has set nothing. */
export const DEFAULT_RULES: DeadlineRules = {
  name: null,
  move: 'backward',
  upToIncluded: true,
  urgent: { 'весьма срочно': null, срочно: days(3), незамедлительно: days(3), оперативно: days(10) },
  defaultTerm: null,
  plainDays: 'calendar',
  countFrom: 'signing',
  dayAfterPeriod: 10,
  permanentReport: null,
};

/** Ready sets by the names that a settings file uses. */
export const RULE_SETS: Readonly<Record<string, DeadlineRules>> = {
  'федеральный орган': {
    ...DEFAULT_RULES,
    name: 'федеральный орган',
    defaultTerm: { n: 1, unit: 'month' },
    dayAfterPeriod: null,
  },
  'Свердловская область': {
    ...DEFAULT_RULES,
    name: 'Свердловская область',
    urgent: {
      'весьма срочно': workdays(1),
      срочно: workdays(3),
      незамедлительно: workdays(3),
      оперативно: workdays(10),
    },
    plainDays: 'working',
    countFrom: 'registration',
    permanentReport: { day: 20, month: 1 },
  },
};

/** «(правило: …; настройка органа «…»)» */
export function namedRule(rule: string, { name }: Pick<DeadlineRules, 'name'>): string {
  return `(правило: ${rule}${name === null ? '' : `; настройка органа «${name}»`})`;
}
