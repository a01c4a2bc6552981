/** What is still on control and late when the rehearsal ends, by the people who answer for it. Pure. */
import { workingDaysLate } from '#domain/lateness';
import { dotted } from '#domain/local-date';
import { workingDays } from '#domain/plural';
import { DEFAULT_LADDER } from '#domain/reminder';
import type { WorkingCalendar } from '#domain/working-calendar';
import { isOverdueOn, type ItemCourse } from '../report/course.js';
import { grouped } from '../report/load.js';
import type { Rehearsal } from '../summary.js';
import type { Finding } from './finding.js';
import { itemsPhrase, itemsSubject } from './items-phrase.js';

/** One finding for each responsible official. */
export function overdueFindings(
  { to }: Rehearsal,
  courses: readonly ItemCourse[],
  calendar: WorkingCalendar,
): readonly Finding[] {
  const late = courses.filter((course) => isOverdueOn(course, to));
  return [...grouped(late, ({ item }) => item.responsible?.name ?? '')].map(([person, own]) => {
    const [longest] = own
      .map(({ item }) => ({ no: item.no, days: workingDaysLate(item.workingDue ?? to, to, calendar) }))
      .sort((a, b) => b.days - a.days);
    const answers = person === '' ? '' : `отвечает ${person}; `;
    return {
      kind: 'overdue' as const,
      subject: itemsSubject(own.map(({ item }) => item.no)),
      what:
        `${answers}к ${dotted(to)} не снято с контроля, дольше всех просрочен ` +
        `${itemsPhrase([longest?.no ?? ''])} – на ${workingDays(longest?.days ?? 0, 'acc')}`,
      suggestion:
        'Назначить замещающего и условиться, кто звонит: руководитель узнаёт о просрочке ' +
        `с ${DEFAULT_LADDER.headFrom}-го рабочего дня.`,
    };
  });
}
