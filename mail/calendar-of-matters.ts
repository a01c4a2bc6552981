/** Which matters put a date into the reader's calendar, and which take it out again. */
import type { Instant } from '#domain/body-time';
import type { NoticeKind } from '#domain/notice';
import { shortName } from '#domain/official';
import { calendarUid, type CalendarEvent, type CalendarFile } from './calendar.js';
import { pageLink, subjectOf } from './links.js';
import type { Matter, PersonBrief } from './matter.js';
import { unstopped } from './wording.js';

const SHOWN: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'assignment',
  'reminder',
  'deadline-moved',
  'extension-granted',
  'date-named',
  'reassigned',
]);

/** A controller of hundreds of items wants no calendar full of them: events are for those who do the work. */
export function calendarFilesOf(
  matters: readonly Matter[],
  recipient: PersonBrief,
  stamp: Instant,
  baseUrl: string | null,
): readonly CalendarFile[] {
  const doers = matters.filter(({ role }) => role === 'responsible' || role === 'coExecutor');
  const shown = doers.filter(({ kind }) => SHOWN.has(kind));
  const gone = matters.filter(
    ({ kind, role }) =>
      ((kind === 'off-control' || kind === 'withdrawn') && role !== 'controller') ||
      (kind === 'reassigned' && role === 'formerResponsible'),
  );
  return [fileOf('PUBLISH', shown), fileOf('CANCEL', gone)].filter((file) => file !== null);

  function fileOf(method: CalendarFile['method'], about: readonly Matter[]): CalendarFile | null {
    const events = latestByUid(
      about.map((matter) => eventOf(matter, recipient, baseUrl)).filter((one) => one !== null),
    );
    return events.length === 0 ? null : { name: fileName(method, about), method, stamp, events };
  }
}

function eventOf(matter: Matter, recipient: PersonBrief, baseUrl: string | null): CalendarEvent | null {
  const { item, roadmap, people } = matter;
  if (item.workingDue === null) return null;
  const page = pageLink({ word: '', target: 'пункт' }, subjectOf(matter), baseUrl);
  return {
    uid: calendarUid(roadmap.code, item.keptNo ?? item.no, recipient.id),
    sequence: matter.calendarSequence,
    on: item.workingDue,
    summary: `${roadmap.code}, пункт ${item.no}: срок исполнения`,
    description: `${unstopped(item.title)}. Ответственный ${shortName(people.responsible)}`,
    url: page?.url ?? null,
  };
}

function latestByUid(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const latest = new Map<string, CalendarEvent>();
  for (const event of events) {
    const known = latest.get(event.uid);
    if (known === undefined || known.sequence <= event.sequence) latest.set(event.uid, event);
  }
  return [...latest.values()];
}

function fileName(method: CalendarFile['method'], about: readonly Matter[]): string {
  const nos = new Set(about.map(({ item }) => item.no.replaceAll(/[^\p{L}\p{N}.]+/gu, '-')));
  const [no] = nos;
  const subject = nos.size === 1 && no !== undefined ? `срок-пункт-${no}` : 'сроки';
  return `${subject}${method === 'CANCEL' ? '-отмена' : ''}.ics`;
}
