/** A rehearsal counted month by month: dates, drafts, mails to everybody, what is late and what is done. Pure. */
import { addDays, addMonths, type LocalDate } from '#domain/local-date';
import { isFirstDraft, monthsBetween, type Rehearsal } from '../summary.js';
import { isOverdueOn, type ItemCourse } from './course.js';
import { loadsOf } from './load.js';

export interface MonthFigures {
  /** `YYYY-MM` */
  readonly month: string;
  /** Items whose date falls here, as it stood at launch, was named or was moved. */
  readonly dues: readonly { readonly no: string; readonly how: 'launch' | 'named' | 'moved' }[];
  /** First versions of routed documents. */
  readonly drafts: number;
  readonly mails: number;
  /** Numbers of the items taken off control. */
  readonly offControl: readonly string[];
  /** On control and late on the month's last day, or on the last day of the rehearsal. */
  readonly overdue: number;
}

export interface MonthTable {
  readonly months: readonly MonthFigures[];
  /** Who got most first; `mails` stands in the order of the months. */
  readonly people: readonly { readonly name: string; readonly mails: readonly number[] }[];
}

export function monthTableOf({ timeline, from, to }: Rehearsal, courses: readonly ItemCourse[]): MonthTable {
  const keys = monthsBetween(from, to);
  const months = keys.map((month): MonthFigures => {
    const events = timeline.filter(({ at }) => at.startsWith(month));
    const last = earlier(lastDayOf(month), to);
    return {
      month,
      dues: courses.flatMap(({ item, dues }) =>
        dues
          .filter(({ workingDue }) => workingDue?.startsWith(month) === true)
          .map(({ how }) => ({ no: item.no, how })),
      ),
      drafts: events.filter(isFirstDraft).length,
      mails: events.filter(({ what }) => what === 'mail').length,
      offControl: courses.filter(({ closedOn }) => closedOn?.startsWith(month) === true).map(({ item }) => item.no),
      overdue: courses.filter((course) => isOverdueOn(course, last)).length,
    };
  });
  const people = loadsOf(timeline).map(({ name, byMonth }) => ({
    name,
    mails: keys.map((month) => byMonth.get(month) ?? 0),
  }));
  return { months, people };
}

function lastDayOf(month: string): LocalDate {
  return addDays(addMonths(`${month}-01` as LocalDate, 1), -1);
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
