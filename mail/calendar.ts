/**
 * Deadlines as calendar files: an all-day event on the working due date, one UID for each item and person.
 * PUBLISH, not REQUEST: nobody is invited, so no program answers «принято» to a box that nobody reads.
 */
import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Instant } from '#domain/body-time';
import { addDays, partsOf, type LocalDate } from '#domain/local-date';
import type { NamedMailbox } from './mailbox.js';

export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly on: LocalDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string | null;
}

/** One attachment; a method holds for the whole file, so events that appear and events that go need two. */
export interface CalendarFile {
  readonly name: string;
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly stamp: Instant;
  readonly events: readonly CalendarEvent[];
}

/** Stable for ever: a later file with the same UID and a higher sequence replaces the event. */
export function calendarUid(roadmapCode: string, itemNo: string, personId: string): string {
  const key = createHash('sha256').update(`${roadmapCode}\n${itemNo}\n${personId}`).digest('hex').slice(0, 32);
  return `${key}@vekha`;
}

/** The file's text, CRLF; the same input gives the same bytes, in any time zone of the machine. */
export function calendarText(file: CalendarFile, organizer: NamedMailbox): string {
  const cancelled = file.method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Vekha', product: 'Vekha', language: 'RU' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const event of file.events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(file.stamp),
      start: utcMidnight(event.on),
      end: utcMidnight(addDays(event.on, 1)), // DTEND is exclusive
      allDay: true,
      summary: event.summary,
      description: event.description,
      organizer: { name: organizer.name === '' ? organizer.address : organizer.name, email: organizer.address },
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      ...(event.url === null ? {} : { url: event.url }),
    });
  }
  return calendar.toString();
}

function utcMidnight(date: LocalDate): Date {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day));
}
