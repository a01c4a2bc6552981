/** What the words of a deadline mean before the order's date is known: the tree that the grammar builds. Pure types. */
import type { UrgentWord } from '../deadline-rules.js';
import type { Weekday } from '../local-date.js';
import type { Term } from './reading.js';

/** A year as written: 2024, 24 (two digits), «текущего года», «следующего года», or not at all. */
export type YearWord = number | 'current' | 'next' | 'none';

export interface DayPoint {
  readonly type: 'day';
  readonly day: number;
  /** Null in «1 и 15 марта»: the month stands with a later day. */
  readonly month: number | 'current' | null;
  readonly year: YearWord;
  /** «15.03.2024», not «15 марта». */
  readonly inDigits?: true;
  /** Named beside the date; must agree with it. */
  readonly weekday?: Weekday;
  /** «до» stands before it and no «включительно» after: whether it is in the term is a rule of the body. */
  readonly upTo?: boolean;
  /** An hour named beside the date, as written. */
  readonly time?: string;
}

export interface Period {
  readonly type: 'month' | 'quarter' | 'half' | 'year' | 'decade';
  /** Number of the month, quarter, half-year or ten days; 1 for a year; `current`: the one of the order's date. */
  readonly index: number | 'current';
  /** Month of a `decade`. */
  readonly month?: number;
  readonly year: YearWord;
}

export type Bound = DayPoint | Period;

export interface Frequency {
  readonly unit: 'day' | 'week' | 'month';
  readonly every: number;
}

/** Which day of each period. */
export type RepeatDay =
  | {
      readonly type: 'dayOfMonth';
      readonly day: number;
      readonly place: 'after' | 'within' | 'last' | 'unsaid';
      readonly upTo?: true;
    }
  | { readonly type: 'dayOfYear'; readonly days: readonly Bound[] }
  | { readonly type: 'weekday'; readonly weekday: Weekday };

export type Meaning =
  | { readonly type: 'date'; readonly at: Bound }
  | { readonly type: 'range'; readonly from: Bound; readonly to: Bound }
  | { readonly type: 'several'; readonly days: readonly Bound[] }
  | {
      readonly type: 'repeat';
      readonly every: Frequency;
      readonly day: RepeatDay | null;
      /** Only periods within these bounds. */
      readonly from: Bound | null;
      readonly to: Bound | null;
    }
  /** Counted from the date named: «до 25 августа 2024 года, далее ежегодно». */
  | { readonly type: 'step'; readonly first: Bound; readonly every: Frequency }
  /** `plainDays`: neither working nor calendar days are said. */
  | { readonly type: 'term'; readonly term: Term; readonly plainDays: boolean }
  /** «срочно»: how many days it means is a rule of the body. */
  | { readonly type: 'urgent'; readonly word: UrgentWord; readonly event: string }
  /** A date that stands as a limit beside a schedule or an event. */
  | { readonly type: 'limit'; readonly at: Bound }
  | { readonly type: 'external' }
  /** `permanent`: «постоянно», not the length of something. */
  | { readonly type: 'continuous'; readonly permanent: boolean }
  | { readonly type: 'none' };
