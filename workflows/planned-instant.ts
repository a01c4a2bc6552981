/** What is carried out within a minute of its instant is dated by the plan, so that two rehearsals read alike. */
import type { Instant } from '#domain/body-time';

const SAME_MOMENT_MS = 60_000;

export function datedByPlan(planned: Instant, now: Instant): Instant {
  return Math.max(planned, now - SAME_MOMENT_MS);
}
