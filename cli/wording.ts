/** Values of the cards in words for people: days, instants, names, kinds. Pure. */
import type { PersonCard } from '#client';
import { dayOf, minutesOfDay, type Zone } from '#domain/body-time';
import type { DeadlineKind } from '#domain/deadline';
import { DEADLINE_LABELS } from '#domain/labels';
import { dotted, type LocalDate } from '#domain/local-date';
import { shortWeekday, withWeekday } from '#domain/russian-date';

/** «23.08.2024, пт» – in tables. */
export function shortDay(date: LocalDate): string {
  return `${dotted(date)}, ${shortWeekday(date)}`;
}

/** «23.08.2024, пятница», or a dash. */
export function fullDay(date: LocalDate | null): string {
  return date === null ? '–' : withWeekday(date);
}

/** The working day, or why there is none. */
export function deadlineWords(kind: DeadlineKind, workingDue: LocalDate | null): string {
  return workingDue === null ? DEADLINE_LABELS[kind].toLowerCase() : shortDay(workingDue);
}

/** «27.12.2023, ср, 09:00». @param iso an instant as the API gives it */
export function moment(iso: string, zone: Zone): string {
  const at = Date.parse(iso);
  const minutes = minutesOfDay(at, zone);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
  return `${shortDay(dayOf(at, zone))}, ${clock}`;
}

/** «Глевицкая Е.И., начальник отдела» */
export function person(card: PersonCard | null): string {
  if (card === null) return '';
  return card.post === '' ? card.name : `${card.name}, ${card.post}`;
}

export function names(cards: readonly PersonCard[]): string {
  return cards.map(({ name }) => name).join(', ');
}

/** Several things in one cell are told apart; one stands as it is. */
export function bulleted(things: readonly string[]): string {
  return things.length === 1 ? (things[0] ?? '') : things.map((thing) => `• ${thing}`).join('\n');
}

/** «5», or with the number of the edition in force where that is another: «5 (6)». */
export function numberWords({ no, printedNo }: { readonly no: string; readonly printedNo: string }): string {
  return printedNo === no ? no : `${no} (${printedNo})`;
}
