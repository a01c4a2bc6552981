/** How late an item is: counted in working days, so that holidays never make anybody late. */
import type { LocalDate } from './local-date.js';
import { workingDaysBetween, type WorkingCalendar } from './working-calendar.js';

/** Working days after the working due date up to and including `day`; 0 on the due date and before it. */
export function workingDaysLate(workingDue: LocalDate, day: LocalDate, calendar: WorkingCalendar): number {
  return day <= workingDue ? 0 : workingDaysBetween(workingDue, day, calendar);
}
