/** Small turns of phrase that more than one text uses: lists, dates with weekdays, people, items. Pure; grammar is the domain's. */
import type { Instant, Zone } from '#domain/body-time';
import { dayOf, minutesOfDay } from '#domain/body-time';
import { addDays, dotted, type LocalDate } from '#domain/local-date';
import { shortName, type Gender } from '#domain/official';
import { declineName, genderOfPerson, type GrammaticalCase } from '#domain/declension';
import { onWeekday, weekday, withWeekday } from '#domain/russian-date';
import type { PersonBrief } from './matter.js';

/** «1, 2 и 3» */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} и ${parts.at(-1) ?? ''}`;
}

/** «пункт 6», «пункты 3, 6 и 7»: each once, in the order of the plan. */
export function itemsListed(nos: readonly string[], one: string, several: string): string {
  const unique = [...new Set(nos)].sort(byItemNo);
  return `${unique.length === 1 ? one : several} ${listed(unique)}`;
}

/** Items of one plan as above; of several plans «пункт 5 (ТР-2025), пункты 6 и 7 (ЦОС-2024)». */
export function itemsOfPlans(items: readonly PlanItem[], one: string, several: string): string {
  const codes = [...new Set(items.map(({ code }) => code))];
  return codes
    .map((code) => {
      const nos = items.filter((item) => item.code === code).map(({ no }) => no);
      return `${itemsListed(nos, one, several)}${codes.length === 1 ? '' : ` (${code})`}`;
    })
    .join(', ');
}

export interface PlanItem {
  readonly code: string;
  readonly no: string;
}

/** «2» before «10», «1.2» before «1.10»; what is no number goes by the alphabet. */
export function byItemNo(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = compareParts(left[i] ?? '', right[i] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareParts(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** «23.08.2024, пятница», or null. */
export function dayAndWeekday(date: LocalDate | null): string | null {
  return date === null ? null : withWeekday(date);
}

export function dottedOrNull(date: LocalDate | null): string | null {
  return date === null ? null : dotted(date);
}

/** «22.08.2024, четверга»: after «до». */
export function untilDay(date: LocalDate): string {
  return `${dotted(date)}, ${weekday(date, 'gen')}`;
}

/** «завтра, 23.08.2024» or «в понедельник, 26.08.2024»: when the last working day before it is today. */
export function nextWorkingDay(date: LocalDate, today: LocalDate): string {
  if (addDays(today, 1) === date) return `завтра, ${dotted(date)}`;
  return `${onWeekday(date)}, ${dotted(date)}`;
}

/** «20.08.2024 в 11:05» */
export function dayAndTime(at: Instant, zone: Zone): string {
  const minutes = minutesOfDay(at, zone);
  return `${dotted(dayOf(at, zone))} в ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What the verb agrees with; null for a role without a person, and where nothing says it for certain. */
export function genderOf(person: PersonBrief): Gender | null {
  return isRole(person) ? null : genderOfPerson(person);
}

export function byGender<T>(person: PersonBrief, unknown: T, masculine: string, feminine: string): T | string {
  const gender = genderOf(person);
  return gender === null ? unknown : gender === 'f' ? feminine : masculine;
}

/** «Тихонову П.С.», «Региональному координатору»; null where the form would be a guess. */
export function nameIn(person: PersonBrief, nameCase: GrammaticalCase): string | null {
  const form = declineName(person, nameCase, 'short');
  // A role in an oblique case differs from the nominative, or it was not declined; a surname may stay («Шевченко»).
  if (isRole(person)) return form === person.surname ? null : form;
  const known = genderOfPerson(person) !== null || person.forms?.surname?.[nameCase] !== undefined;
  return known ? form : null;
}

/** A stand-in: the name of a role instead of a person's. */
function isRole({ initials, name }: PersonBrief): boolean {
  return initials === '' && name === null;
}

/** «у Голубева И.А.»; «– Ким Т.Б.» where the name cannot be declined. */
export function heldBy(person: PersonBrief): string {
  const name = nameIn(person, 'genitive');
  return name === null ? `– ${shortName(person)}` : `у ${name}`;
}

/** «на пятый рабочий день», «на 25-й рабочий день» without the preposition and the noun. */
export function ordinal(n: number): string {
  return ORDINALS[n] ?? `${n}-й`;
}

const ORDINALS = [
  '',
  'первый',
  'второй',
  'третий',
  'четвёртый',
  'пятый',
  'шестой',
  'седьмой',
  'восьмой',
  'девятый',
  'десятый',
];

/** At most `limit` characters, cut at a word with «…»; a quotation mark that was opened is closed. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1); // one for «…»
  const space = room.lastIndexOf(' ');
  const words = text[room.length] === ' ' ? room : room.slice(0, space > limit / 3 ? space : room.length);
  const cut = words.replace(/[\s,;:–«(-]+$/u, '').replace(/[\ud800-\udbff]$/, '');
  const open = cut.split('«').length > cut.split('»').length;
  return open && cut.length + 2 <= limit ? `${cut}…»` : `${cut}…`;
}

/** Without the full stop that the sentence around it will add; initials and «2024 г.» keep theirs. */
export function unstopped(text: string): string {
  return text.trim().replace(/(?<!\p{Lu}|(?<!\p{L})г)[.;]+$/u, '');
}
