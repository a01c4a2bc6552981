/** Fields of what is told about an item's day: reminders, delay, a date asked for, named or moved. */
import { capitalFirst } from '#domain/typography';
import { dotted, type LocalDate } from '#domain/local-date';
import { plural, workingDays } from '#domain/plural';
import { weekday } from '#domain/russian-date';
import { documentLine, whatIsMissing, whereItIs, whoHolds } from '../document-words.js';
import type {
  DateNamedMatter,
  DeadlineMovedMatter,
  DueTodayMatter,
  Matter,
  NameDateMatter,
  OverdueMatter,
  PersonBrief,
  ReminderMatter,
} from '../matter.js';
import { byGender, dayAndWeekday, dottedOrNull, nextWorkingDay, unstopped } from '../wording.js';
import { personFields } from './common.js';
import { actInInstrumental } from './edition.js';

/** From this many working days before the due day a reminder names blanks; from the next, who holds each document. */
const GAPS_FROM = 5;
const HOLDERS_FROM = 3;

export function reminderFields(matter: ReminderMatter): object {
  const days = Math.abs(matter.offset);
  const left = `${plural(days, 'остался', 'осталось', 'осталось')} ${workingDays(days, 'nom')}`;
  const due = matter.item.workingDue;
  const show = { gaps: days <= GAPS_FROM, holder: days <= HOLDERS_FROM };
  return {
    осталось: left,
    осталосьСБольшой: capitalFirst(left),
    через: days === 1 ? 'остался 1 рабочий день' : `через ${workingDays(days, 'acc')}`,
    последнийДень: days === 1,
    срокКогда: days === 1 && due !== null ? nextWorkingDay(due, matter.today) : null,
    документы: matter.documents.map((document) => documentLine(document, show)),
  };
}

export function dueTodayFields(matter: DueTodayMatter): object {
  return { неХватает: missing(matter) };
}

export function overdueFields(matter: OverdueMatter, recipient: PersonBrief): object {
  const { people, item } = matter;
  const holders = matter.documents.map(whoHolds).filter((text) => text !== null);
  return {
    дней: workingDays(matter.offset, 'acc'),
    неХватает: missing(matter),
    чтоСОтчётом: reportInWords(item.status),
    последнееНапоминание: dottedOrNull(matter.lastReminder),
    ответственныйЕму: toThem(people.responsible),
    уКого: holders.join('; '),
    ждётВас: waitsForReader(matter, recipient),
    чтоМешает: [...unfinished(matter), reportInWords(item.status)].join('; '),
  };
}

export function nameDateFields({ requests }: NameDateMatter): object {
  return {
    запросы: requests.map(dotted).join(', '),
    словоЗапрос: requests.length === 1 ? 'Запрос' : 'Запросы',
  };
}

export function dateNamedFields({ date, basis, item }: DateNamedMatter): object {
  return {
    дата: dayAndWeekday(date),
    датаЦифрами: dotted(date),
    основание: unstopped(basis),
    сдвинута: item.workingDue === null || item.workingDue === date ? null : dayOff(date),
  };
}

export function deadlineMovedFields({ from, to, by, reason, byOrder }: DeadlineMovedMatter): object {
  return {
    распоряжением: byOrder === null ? null : actInInstrumental(byOrder),
    кто: personFields(by),
    было: dottedOrNull(from),
    стало: dayAndWeekday(to),
    сталоДата: dotted(to),
    причина: unstopped(reason),
  };
}

function toThem(person: PersonBrief): string | null {
  return byGender(person, null, 'ему', 'ей');
}

function missing(matter: Matter): string {
  const report = matter.item.status === 'returned' ? 'исправленного отчёта об исполнении' : 'отчёта об исполнении';
  return [report, ...matter.documents.map(whatIsMissing).filter((text) => text !== null)].join('; ');
}

function unfinished(matter: Matter): readonly string[] {
  return matter.documents.filter((document) => whatIsMissing(document) !== null).map(whereItIs);
}

function reportInWords(status: Matter['item']['status']): string {
  if (status === 'reported') return 'отчёт у контролёра';
  return status === 'returned' ? 'отчёт возвращён' : 'отчёта нет';
}

/** «вашей подписи с 19.08.2024»: the delay is at the reader's own step. */
function waitsForReader(matter: Matter, recipient: PersonBrief): string | null {
  const held = matter.documents.find(
    ({ holder, state }) => holder?.id === recipient.id && (state === 'toSign' || state === 'onApproval'),
  );
  if (held === undefined) return null;
  const what = held.state === 'toSign' ? 'вашей подписи' : 'вашего решения';
  return held.since === null ? what : `${what} с ${dotted(held.since)}`;
}

function dayOff(date: LocalDate): string {
  const name = weekday(date, 'nom');
  return name === 'суббота' || name === 'воскресенье' ? name : 'нерабочий день';
}
