/** Findings in the mail: people who get too much in a month or in a day. Pure. */
import { dayNumber, dotted, weekdayOf, type LocalDate } from '#domain/local-date';
import { shortName } from '#domain/official';
import { counted } from '#domain/plural';
import { monthName } from '#domain/russian-date';
import { dayOfEvent, type ItemCourse } from '../report/course.js';
import { namesOf } from '../report/event-words.js';
import {
  itemsOf,
  kindsOf,
  loadsOf,
  MANY_A_MONTH,
  MOST_A_DAY,
  TOO_MANY_A_MONTH,
  type PersonLoad,
} from '../report/load.js';
import type { Rehearsal } from '../summary.js';
import type { Finding } from './finding.js';
import { itemsPhrase, sentence } from './items-phrase.js';

export function loadFindings(rehearsal: Rehearsal, courses: readonly ItemCourse[]): readonly Finding[] {
  const loads = loadsOf(rehearsal.timeline);
  return loads.flatMap((load) => [...monthly(load, loads, rehearsal, courses), ...daily(load)]);
}

function monthly(
  load: PersonLoad,
  loads: readonly PersonLoad[],
  rehearsal: Rehearsal,
  courses: readonly ItemCourse[],
): readonly Finding[] {
  const heavy = [...load.byMonth].filter(([, mails]) => mails >= MANY_A_MONTH);
  const [peak] = [...heavy].sort(([, a], [, b]) => b - a);
  if (peak === undefined) return [];
  const own = courses.filter(({ item }) => item.responsible?.name === load.name);
  const other = heavy.length - 1;
  const what = [
    `${inMonth(peak[0])} ${counted(peak[1], 'письмо', 'письма', 'писем')}`,
    ...(other === 0 ? [] : [`${MANY_A_MONTH} и больше ещё в ${counted(other, 'месяце', 'месяцах', 'месяцах')}`]),
    ...(own.length === 0
      ? []
      : [`отвечает за ${counted(own.length, 'пункт', 'пункта', 'пунктов')} из ${courses.length}`]),
  ].join('; ');
  return [
    {
      kind: peak[1] >= TOO_MANY_A_MONTH ? 'overload' : 'manyMails',
      subject: load.name,
      what,
      suggestion: relief(load, own, peak[0], loads, rehearsal, courses),
    },
  ];
}

/** Mails that tell of what somebody else has not done; none of them asks its reader to act that very day. */
const ROUTINE = new Set(['overdue', 'name-date', 'weekly-digest']);

/** Whoever holds several items can hand one over; who only watches can be written to once a week. */
function relief(
  load: PersonLoad,
  own: readonly ItemCourse[],
  month: string,
  loads: readonly PersonLoad[],
  { people }: Rehearsal,
  courses: readonly ItemCourse[],
): string {
  const about = new Set(own.map(({ item }) => item.no));
  const routine = load.mails.filter((mail) => kindsOf(mail).every((kind) => ROUTINE.has(kind)));
  const foreign = routine.filter((mail) => !itemsOf(mail).some((no) => about.has(no)));
  const weeks = new Set(foreign.map((mail) => weekOf(dayOfEvent(mail)))).size;
  if (foreign.length * 2 > load.mails.length && weeks * 2 <= foreign.length) {
    return (
      'Собирать сообщения о чужих просрочках и запросах даты в сводку по понедельникам: ' +
      `за период ${counted(weeks, 'письмо', 'письма', 'писем')} вместо ${foreign.length}.`
    );
  }
  if (own.length === 0) return 'Передать часть согласований и приёмки отчётов замещающему.';
  if (own.length === 1) {
    return routine.length * 2 > load.mails.length
      ? 'Сдать отчёт до срока: больше половины писем – о просрочке.'
      : 'Напоминать реже: оставить меньше дней, в которые приходят напоминания.';
  }
  const lighter = lightest(load, loads, courses, people);
  const [busiest] = own
    .map(({ item }) => ({ no: item.no, mails: aboutItem(load, item.no, month) }))
    .sort((a, b) => b.mails - a.mails);
  if (lighter === undefined || busiest === undefined) {
    return 'Назначить на часть пунктов второго исполнителя или замещающего.';
  }
  return sentence(
    `Передать часть пунктов, например ${itemsPhrase([busiest.no])}, другому исполнителю: ` +
      `меньше всех писем приходит ${namesOf(people).dative(lighter)}`,
  );
}

/** Another responsible official of the body who gets fewer mails than this one: the one with the fewest. */
function lightest(
  load: PersonLoad,
  loads: readonly PersonLoad[],
  courses: readonly ItemCourse[],
  people: Rehearsal['people'],
): string | undefined {
  const outside = new Set(people.filter(({ external }) => external).map(shortName));
  return courses
    .flatMap(({ item }) => item.responsible?.name ?? [])
    .filter((name) => name !== load.name && !outside.has(name))
    .map((name) => ({ name, mails: loads.find((other) => other.name === name)?.mails.length ?? 0 }))
    .filter(({ mails }) => mails < load.mails.length)
    .sort((a, b) => a.mails - b.mails)[0]?.name;
}

function aboutItem({ mails }: PersonLoad, no: string, month: string): number {
  return mails.filter((mail) => mail.at.startsWith(month) && itemsOf(mail).includes(no)).length;
}

function daily({ name, byDay }: PersonLoad): readonly Finding[] {
  const busy = [...byDay].filter(([, mails]) => mails > MOST_A_DAY).sort(([, a], [, b]) => b - a);
  const [worst] = busy;
  if (worst === undefined) return [];
  const rest = busy.length - 1;
  const more = rest === 0 ? '' : `; больше ${MOST_A_DAY} ещё в ${counted(rest, 'день', 'дня', 'дней')}`;
  return [
    {
      kind: 'busyDay',
      subject: name,
      what: `${dotted(worst[0] as LocalDate)} за один день ${counted(worst[1], 'письмо', 'письма', 'писем')}${more}`,
      suggestion:
        'Развести отправку проектов на согласование по дням: срочные письма уходят сразу и в утреннее не собираются.',
    },
  ];
}

/** «в ноябре 2024 года» */
function inMonth(month: string): string {
  return `в ${monthName(Number(month.slice(5, 7)), 'prep')} ${month.slice(0, 4)} года`;
}

/** Weeks begin on Monday. */
function weekOf(day: LocalDate): number {
  return dayNumber(day) - weekdayOf(day);
}
