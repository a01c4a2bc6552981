/** Findings in the dates that stood at launch: too little time for the documents, several at once, days off. Pure. */
import { DOCUMENT_KIND_ROWS, type DocumentKind } from '#domain/document-kind';
import { DRAFT_WORKING_DAYS_BEFORE } from '#domain/document-plan';
import { dueDay } from '#domain/due-day';
import { dotted, type LocalDate } from '#domain/local-date';
import { counted, workingDays } from '#domain/plural';
import { routeNormDays } from '#domain/route-norms';
import { withWeekday } from '#domain/russian-date';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '#domain/working-calendar';
import type { PersonCard } from '#client';
import type { ItemCourse } from '../report/course.js';
import { namesOf, type Names } from '../report/event-words.js';
import { grouped } from '../report/load.js';
import type { Rehearsal } from '../summary.js';
import type { Finding } from './finding.js';
import { itemsPhrase, itemsSubject } from './items-phrase.js';

/** Reports that meet on one day are spread so many working days apart. */
const SPREAD_DAYS = 2;

interface Dated {
  readonly course: ItemCourse;
  readonly workingDue: LocalDate;
}

export function dateFindings(
  { from, people }: Rehearsal,
  courses: readonly ItemCourse[],
  calendar: WorkingCalendar,
): readonly Finding[] {
  const dated = courses
    .flatMap((course): Dated[] => {
      const { workingDue } = course.dues[0];
      return workingDue === null ? [] : [{ course, workingDue }];
    })
    .sort((a, b) => (a.workingDue < b.workingDue ? -1 : a.workingDue > b.workingDue ? 1 : 0));
  const byDay = [...grouped(dated, ({ workingDue }) => workingDue)];
  const names = namesOf(people);
  return [
    ...dated.flatMap((item) => notEnoughTime(item, from, calendar)),
    ...byDay.flatMap(([day, items]) => collision(day, items, from, calendar, names)),
    ...daysOff(dated, calendar),
  ];
}

/** The day comes sooner than the norms of the documents' routes allow, counted from when they can be drafted. */
function notEnoughTime(
  { course, workingDue }: Dated,
  launch: LocalDate,
  calendar: WorkingCalendar,
): readonly Finding[] {
  const subject = itemsSubject([course.item.no]);
  const left = workingDaysBetween(launch, workingDue, calendar);
  if (left < 0) {
    const what = `рабочий срок ${dotted(workingDue)} прошёл ещё до запуска`;
    const suggestion = 'Перенести срок или назвать исполненное до запуска, чтобы не начинать с просрочки.';
    return [{ kind: 'notEnoughTime', subject, what, suggestion }];
  }
  const longest = documentKinds(course).sort((a, b) => missing(b) - missing(a))[0];
  if (longest === undefined || missing(longest) <= 0) return [];
  return [
    {
      kind: 'notEnoughTime',
      subject,
      what:
        `до срока (${withWeekday(workingDue)}) остаётся ${workingDays(left, 'nom')}, а маршрут документа ` +
        `(${DOCUMENT_KIND_ROWS[longest].noun}) по нормам занимает ${workingDays(routeNormDays(longest), 'acc')}`,
      suggestion:
        `Не хватает ${workingDays(missing(longest), 'gen')}: начать подготовку до запуска ` +
        'или сократить согласование и подписание до одного дня.',
    },
  ];

  function missing(kind: DocumentKind): number {
    const drafted = addWorkingDays(workingDue, -DRAFT_WORKING_DAYS_BEFORE, calendar);
    const starts = DOCUMENT_KIND_ROWS[kind].drafted === 'beforeDue' && drafted > launch ? drafted : launch;
    return routeNormDays(kind) - workingDaysBetween(starts, workingDue, calendar);
  }
}

/** Routed documents that the item calls for, whether they were drafted in the rehearsal or not. */
function documentKinds({ item }: ItemCourse): DocumentKind[] {
  const kinds = [...item.results.map(({ documentKind }) => documentKind), ...item.documents.map(({ kind }) => kind)];
  return [...new Set(kinds)].filter((kind): kind is DocumentKind => kind !== null && DOCUMENT_KIND_ROWS[kind].routed);
}

/** Several items of one responsible official, or several reports for one controller, on one day. */
function collision(
  day: LocalDate,
  items: readonly Dated[],
  launch: LocalDate,
  calendar: WorkingCalendar,
  names: Names,
): readonly Finding[] {
  const courses = items.map(({ course }) => course);
  const sharing = meeting(courses, ({ item }) => item.responsible);
  const checking = meeting(courses, ({ item }) => item.controller);
  if (sharing.length === 0 && checking.length === 0) return [];
  const parts = [
    ...sharing.map(([person, own]) => `${itemsPhrase(numbers(own))} у одного исполнителя (${person}${drafts(own)})`),
    ...checking.map(
      ([person, own]) =>
        `${names.dative(person)} проверять ${counted(own.length, 'отчёт', 'отчёта', 'отчётов')} в один день`,
    ),
  ];
  const met = courses.filter((course) => [...sharing, ...checking].some(([, own]) => own.includes(course)));
  return [
    {
      kind: 'collision',
      subject: dotted(day),
      what: sharing.length === 0 ? `${itemsPhrase(numbers(met))}; ${parts.join('; ')}` : parts.join('; '),
      suggestion: spread(day, met, launch, calendar),
    },
  ];
}

function meeting(
  courses: readonly ItemCourse[],
  personOf: (course: ItemCourse) => PersonCard | null,
): readonly (readonly [string, readonly ItemCourse[]])[] {
  return [...grouped(courses, (course) => personOf(course)?.name ?? null)].flatMap(([person, own]) =>
    person === null || own.length < 2 ? [] : [[person, own] as const],
  );
}

/** The last reports are gathered earlier, each before the other, as far as there is time for it after launch. */
function spread(day: LocalDate, courses: readonly ItemCourse[], launch: LocalDate, calendar: WorkingCalendar): string {
  const moved = courses.slice(1).map((course, i) => {
    const earlier = addWorkingDays(day, -SPREAD_DAYS * (courses.length - 1 - i), calendar);
    return { no: course.item.no, earlier };
  });
  const norms = courses.flatMap(documentKinds).map(routeNormDays);
  const soonest = addWorkingDays(launch, Math.max(1, ...norms), calendar);
  if (moved.length > 3 || moved.some(({ earlier }) => earlier < soonest)) {
    return 'Подготовить проекты сразу при запуске и сократить согласование до одного дня; порядок отчётов назначить заранее.';
  }
  return `Собрать раньше отчёт ${moved.map(({ no, earlier }) => `по пункту ${no} – к ${dotted(earlier)}`).join(', ')}.`;
}

function drafts(courses: readonly ItemCourse[]): string {
  const count = courses.flatMap(documentKinds).length;
  return count === 0 ? '' : `, ${counted(count, 'документ', 'документа', 'документов')}`;
}

function daysOff(dated: readonly Dated[], calendar: WorkingCalendar): readonly Finding[] {
  const off = dated.flatMap(({ course, workingDue }) => {
    const { due } = course.launchDue;
    return due === null || due === workingDue || calendar.dayOff(due) === null ? [] : [{ course, due, workingDue }];
  });
  return [...grouped(off, ({ due, workingDue }) => `${due} ${workingDue}`).values()].flatMap((items) => {
    const [first] = items;
    if (first === undefined) return [];
    const move = first.workingDue < first.due ? 'backward' : 'forward';
    const { explanation } = dueDay(first.due, calendar, { name: null, move });
    return [
      {
        kind: 'dayOff' as const,
        subject: itemsSubject(numbers(items.map(({ course }) => course))),
        what: explanation ?? `${dotted(first.due)} – нерабочий день; рабочий срок ${withWeekday(first.workingDue)}.`,
        suggestion: 'Уже учтено: письма, проекты и просрочка считаются от рабочего срока.',
      },
    ];
  });
}

function numbers(courses: readonly ItemCourse[]): readonly string[] {
  return courses.map(({ item }) => item.no);
}
