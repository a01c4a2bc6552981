/**
 * What is worth mending before launch: seen in the order's own dates and in the load of a rehearsal. Pure; no effects.
 * A date that only the rehearsal's officials have named or moved is never found fault with: it is not the order's.
 */
import type { WorkingCalendar } from '#domain/working-calendar';
import { dateFindings } from './findings/dates.js';
import { FINDING_KINDS, type Finding } from './findings/finding.js';
import { loadFindings } from './findings/load.js';
import { missingDateFindings } from './findings/missing-dates.js';
import { overdueFindings } from './findings/overdue.js';
import { coursesOf } from './report/course.js';
import type { Rehearsal } from './summary.js';

export type { Finding, FindingKind } from './findings/finding.js';

/** All findings, the gravest kind first; those of one kind by date, item or weight. */
export function findingsOf(rehearsal: Rehearsal, calendar: WorkingCalendar): readonly Finding[] {
  const courses = coursesOf(rehearsal);
  const found = [
    ...dateFindings(rehearsal, courses, calendar),
    ...missingDateFindings(rehearsal, courses),
    ...loadFindings(rehearsal, courses),
    ...overdueFindings(rehearsal, courses, calendar),
  ];
  return FINDING_KINDS.flatMap((kind) => found.filter((finding) => finding.kind === kind));
}
