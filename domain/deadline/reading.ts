/** What a deadline cell was read as. Plain JSON: it is stored, shown and sent as it is. */
import type { LocalDate } from '../local-date.js';

export type DeadlineKind = 'date' | 'range' | 'recurring' | 'term' | 'external' | 'continuous' | 'none' | 'unclear';

export type TermUnit = 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';

export interface Term {
  readonly n: number;
  readonly unit: TermUnit;
  /** `order` when the term runs from the order itself, else the words that name the event. */
  readonly event: string;
  /** «за N дней до …» */
  readonly before?: true;
}

export interface DeadlineReading {
  /** The cell as it stands. */
  readonly phrase: string;
  readonly kind: DeadlineKind;
  /** Last day named by the order, inclusive; null when no day is named. */
  readonly due: LocalDate | null;
  /** `due` moved off non-working days. */
  readonly workingDue: LocalDate | null;
  readonly from?: LocalDate;
  readonly term?: Term;
  readonly occurrences?: readonly LocalDate[];
  /** Russian, for a person: where the date comes from. */
  readonly explanation: string;
}
