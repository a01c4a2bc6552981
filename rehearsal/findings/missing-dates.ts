/** Items for which the order names no day: who was asked how often, and whether an answer came. Pure. */
import { dotted } from '#domain/local-date';
import { counted } from '#domain/plural';
import type { ItemCourse } from '../report/course.js';
import { namesOf } from '../report/event-words.js';
import { itemsOf, kindsOf, loadsOf } from '../report/load.js';
import type { Rehearsal } from '../summary.js';
import type { Finding } from './finding.js';
import { itemsSubject, listed } from './items-phrase.js';

export function missingDateFindings(
  { timeline, people }: Rehearsal,
  courses: readonly ItemCourse[],
): readonly Finding[] {
  const names = namesOf(people);
  return courses
    .filter(({ dues }) => dues[0].workingDue === null)
    .map((course) => {
      const mails = timeline.filter(
        (event) => kindsOf(event).includes('name-date') && itemsOf(event).includes(course.item.no),
      );
      const asked = loadsOf(mails).map(
        ({ name, mails: own }) => `${names.dative(name)} – ${counted(own.length, 'письмо', 'письма', 'писем')}`,
      );
      return findingOf(course, asked);
    });
}

function findingOf(course: ItemCourse, asked: readonly string[]): Finding {
  const { item, events, dues } = course;
  const subject = itemsSubject([item.no]);
  const cell = item.deadlineText === '' ? 'срок не указан' : `срок «${item.deadlineText}», даты нет`;
  const requests = events.filter(({ what }) => what === 'dateRequest').length;
  if (requests === 0) {
    return {
      kind: 'noDate',
      subject,
      what: `${cell}; напоминаний и просрочки по пункту не будет`,
      suggestion: 'Если к пункту нужно напоминать, назначить дату до запуска.',
    };
  }
  const heard = asked.length === 0 ? '' : `: ${listed(asked)}`;
  const told = `${cell}; ${counted(requests, 'запрос', 'запроса', 'запросов')}${heard}`;
  const named = dues.find(({ workingDue }) => workingDue !== null);
  return {
    kind: 'noDate',
    subject,
    what:
      named === undefined
        ? `${told}; дата так и не названа`
        : `${told}; дата ${dotted(named.workingDue ?? named.since)} названа ${dotted(named.since)}`,
    suggestion:
      named === undefined
        ? 'Узнать дату до запуска или условиться, кто позвонит: с четвёртого запроса письмо получает и руководитель.'
        : 'Если дата уже известна, назвать её до запуска: запросов не будет, а проекты начнут готовиться раньше.',
  };
}
