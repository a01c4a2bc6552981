/**
 * The page that a rehearsal leaves behind: what the year will be like, what to mend before launch, and every event of it.
 * One self-contained file: no scripts, nothing fetched; it is read on a screen, sent by mail and printed. Pure.
 */
import { html, page } from '#pages';
import { workingCalendar, type WorkingCalendar } from '#domain/working-calendar';
import { findingsOf } from './findings.js';
import { coursesOf } from './report/course.js';
import { findingsSection } from './report/findings-section.js';
import { counters, head } from './report/head.js';
import { itemsSection } from './report/items-section.js';
import { monthsSection } from './report/months-section.js';
import { monthTableOf } from './report/months.js';
import { STYLE } from './report/style.js';
import { timelineSection } from './report/timeline-section.js';
import type { Rehearsal } from './summary.js';

/**
 * @param calendar the one the rehearsal lived by
 * @returns a whole HTML page in Russian, its style inside; well-formed as XML too
 */
export function renderReport(rehearsal: Rehearsal, calendar: WorkingCalendar = workingCalendar()): string {
  const courses = coursesOf(rehearsal);
  const table = monthTableOf(rehearsal, courses);
  return page({
    title: `Репетиция: ${rehearsal.code}`,
    style: STYLE,
    body: html`
      ${head(rehearsal)} ${counters(rehearsal, courses, calendar)}
      <div class="stack">
        ${monthsSection(table)} ${findingsSection(findingsOf(rehearsal, calendar))} ${itemsSection(courses, calendar)}
        ${timelineSection(rehearsal)}
      </div>
    `,
  });
}
