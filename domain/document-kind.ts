/** Kinds of documents, as rows: what they are called, whether they are routed and numbered, which result they fulfil. */
import type { ResultKind } from './order.js';

export const DOCUMENT_KINDS = [
  'order-appointment',
  'letter-organisations',
  'order-organisations',
  'letter-equipment',
  'order-equipment',
  'register-notices',
  'register-acceptance',
  'form-monitoring',
  'notice-assignment',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentKindRow {
  /** «распоряжение»: the noun used in mails and on pages. */
  readonly noun: string;
  readonly gender: 'm' | 'f' | 'n';
  /** Folder and name of the template. */
  readonly template: string;
  readonly fulfils: ResultKind | null;
  /** Approved by a person; false: made by the program, nobody approves. */
  readonly routed: boolean;
  /** Gets a number and a date at registration; an unnumbered routed document is filed when approved. */
  readonly numbered: boolean;
  /** When the draft is made: at launch, `n` working days before the working due date, or when a date is named. */
  readonly drafted: 'launch' | { readonly workingDaysBefore: number };
}
