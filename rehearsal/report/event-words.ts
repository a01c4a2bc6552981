/** One event of the timeline as one line of Russian. Pure. An act that has no words here is printed by its code: nothing is hidden. */
import { declineName } from '#domain/declension';
import { DOCUMENT_KIND_ROWS, isDocumentKind } from '#domain/document-kind';
import { dotted, type LocalDate } from '#domain/local-date';
import { shortName, type Official } from '#domain/official';
import { counted, workingDays } from '#domain/plural';
import type { TimelineEvent } from '../timeline.js';

/** Names of people in the cases that sentences need; the people of the rehearsal are known by their short names. */
export interface Names {
  /** «Соколовой М.А.»; a name that the directory does not hold stays as it is. */
  dative(name: string): string;
}

export function namesOf(people: readonly Official[]): Names {
  const known = new Map(people.map((person) => [shortName(person), person]));
  return {
    dative(name) {
      const person = known.get(name);
      return person === undefined ? name : declineName(person, 'dative', 'short');
    },
  };
}

type Words = (event: TimelineEvent, names: Names) => string;

const WORDS: Readonly<Record<string, Words>> = {
  import: ({ facts }) =>
    ['распоряжение прочитано', itemsFound(facts['items']), problemsFound(facts['problems'])].filter(Boolean).join(', '),
  officials: () => 'справочник должностных лиц загружен',
  launch: ({ facts }) => ['дорожная карта запущена', itemsFound(facts['items'])].filter(Boolean).join(', '),
  reminder: ({ facts }) => `напоминание за ${workingDays(-numberOf(facts['offset']), 'acc')} до срока`,
  dueToday: () => 'сегодня срок исполнения',
  overdue: ({ facts }) => `просрочка: ${workingDays(numberOf(facts['offset']), 'nom')} после срока`,
  dateRequest: ({ facts }) => `запрос даты исполнения № ${numberOf(facts['offset'])}`,
  planMore: () => 'план напоминаний продолжен',
  draft: draftWords,
  remindApprover: (event) => `напоминание согласующему: ${versionOf(event)}`,
  handOver: (event) => `документ передан: ${versionOf(event)}`,
  upload: (event) => `загружен правленый проект: ${versionOf(event)}`,
  issue: (event) => `выдано поручение: ${nounOf(event)}`,
  approve: (event) => `согласовано: ${versionOf(event)}`,
  return: (event) => `возвращено с замечаниями: ${versionOf(event)}`,
  register: (event) => `зарегистрировано: ${nounOf(event)}${registration(event)}`,
  cancel: (event) => `отменено: ${nounOf(event)}`,
  report: () => 'отчёт сдан',
  interimReport: () => 'сдан промежуточный отчёт',
  returnReport: () => 'отчёт возвращён',
  offControl: () => 'снято с контроля',
  nameDeadline: ({ facts }) => `названа дата: ${dateWords(facts['to'])}`,
  moveDeadline: ({ facts }) =>
    facts['from'] == null
      ? `срок перенесён на ${dateWords(facts['to'])}`
      : `срок перенесён с ${dateWords(facts['from'])} на ${dateWords(facts['to'])}`,
  reassign: () => 'сменён ответственный исполнитель',
  done: () => 'дорожная карта исполнена',
  mailRepeat: () => 'письмо могло уйти дважды (повтор после сбоя)',
  mail: ({ who, facts }, names) => `письмо ${names.dative(who ?? '')}: «${String(facts['subject'] ?? '')}»`,
};

/** «письмо Соколовой М.А.: «ЦОС-2024: пункт 1 …»», «Глевицкая Е.И.: согласовано: распоряжение, версия 2». */
export function eventWords(event: TimelineEvent, names: Names): string {
  const words = Object.hasOwn(WORDS, event.what) ? WORDS[event.what] : undefined;
  const said = words === undefined ? event.what : words(event, names);
  return event.what === 'mail' || event.who === null ? said : `${said} (${event.who})`;
}

/** The item's own wake begins a draft; the document then tells each version it has made. */
function draftWords(event: TimelineEvent): string {
  const { facts } = event;
  if (typeof facts['version'] !== 'number') {
    const title = facts['title'];
    return typeof title === 'string' ? title.slice(0, 1).toLowerCase() + title.slice(1) : 'подготовка проекта';
  }
  const gaps = numberOf(facts['gaps']);
  const missing =
    gaps === 0 ? '' : `, ${counted(gaps, 'поле не заполнено', 'поля не заполнены', 'полей не заполнено')}`;
  return facts['version'] === 1
    ? `подготовлен проект: ${nounOf(event)}${missing}`
    : `новая версия проекта: ${versionOf(event)}${missing}`;
}

function nounOf({ document, facts }: TimelineEvent): string {
  const kind = document?.split('/').at(-1) ?? '';
  if (isDocumentKind(kind)) return DOCUMENT_KIND_ROWS[kind].noun;
  return typeof facts['noun'] === 'string' ? facts['noun'] : 'документ';
}

function versionOf(event: TimelineEvent): string {
  const version = event.facts['version'];
  return typeof version === 'number' ? `${nounOf(event)}, версия ${version}` : nounOf(event);
}

function registration({ facts }: TimelineEvent): string {
  const { date, number } = facts;
  const on = date == null ? '' : ` ${dateWords(date)}`;
  return number == null ? on : `${on} № ${String(number)}`;
}

function itemsFound(items: unknown): string {
  return typeof items === 'number' ? counted(items, 'пункт', 'пункта', 'пунктов') : '';
}

function problemsFound(problems: unknown): string {
  return typeof problems === 'number' && problems > 0 ? counted(problems, 'замечание', 'замечания', 'замечаний') : '';
}

function numberOf(fact: unknown): number {
  return typeof fact === 'number' ? fact : 0;
}

function dateWords(fact: unknown): string {
  return typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(fact) ? dotted(fact as LocalDate) : String(fact);
}
