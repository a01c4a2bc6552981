/** The shape of a finding, and its kinds, the gravest first. Pure data. */
export const FINDING_KINDS = [
  'notEnoughTime',
  'overload',
  'collision',
  'overdue',
  'noDate',
  'manyMails',
  'busyDay',
  'dayOff',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Whom or what it is about: «Соколова М.А.», «29.12.2023», «Пункты 5 и 6». */
  readonly subject: string;
  /** What will happen, in Russian, after the subject and a colon. */
  readonly what: string;
  /** What to do about it: Russian sentences. */
  readonly suggestion: string;
}
