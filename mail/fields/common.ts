/** Fields that every text may use: the item, its people, its day, what comes next. Names are the clerk's words. */
import { dotted, weekdayOf, type LocalDate } from '#domain/local-date';
import { shortName } from '#domain/official';
import type { OrderKind } from '#domain/order';
import { workingDays } from '#domain/plural';
import { weekday } from '#domain/russian-date';
import { lowerMeasure } from '#domain/typography';
import type { ItemBrief, Matter, NextStep, PersonBrief, RoadmapBrief } from '../matter.js';
import { dayAndWeekday, dottedOrNull, genderOf, heldBy, nameIn, ordinal, shortened, unstopped } from '../wording.js';
import { draftOf, isReady } from '../document-words.js';

const SHORT_MEASURE = 70;

const ORDER_PREPOSITIONAL: Readonly<Record<OrderKind, string>> = {
  распоряжение: 'распоряжении',
  постановление: 'постановлении',
  приказ: 'приказе',
  указ: 'указе',
  протокол: 'протоколе',
};

const ORDER_DATIVE: Readonly<Record<OrderKind, string>> = {
  распоряжение: 'распоряжению',
  постановление: 'постановлению',
  приказ: 'приказу',
  указ: 'указу',
  протокол: 'протоколу',
};

export function commonFields(matter: Matter, recipient: PersonBrief): object {
  const { item, people, roadmap } = matter;
  const measure = unstopped(item.title);
  return {
    код: roadmap.code,
    номер: item.no,
    мера: measure,
    мераСтрочная: lowerMeasure(measure),
    мераСокращённо: shortened(measure, SHORT_MEASURE),
    мераКратко: lowerMeasure(shortened(measure, SHORT_MEASURE)),
    распоряжение: orderCited(roadmap),
    распоряженииВ: `${ORDER_PREPOSITIONAL[roadmap.orderKind]} ${orderRequisites(roadmap)}`,
    актВ: ORDER_PREPOSITIONAL[roadmap.orderKind],
    ячейкаСрока: unstopped(item.deadlineText),
    откудаСрок: whereDueComesFrom(item, roadmap),
    рабочийСрок: dayAndWeekday(item.workingDue),
    рабочийСрокДата: dottedOrNull(item.workingDue),
    ждётДаты: item.workingDue === null && item.deadlineKind === 'external',
    ответственный: shortName(people.responsible),
    соисполнители: people.coExecutors.length === 0 ? 'нет' : people.coExecutors.map(shortName).join(', '),
    контролёр: shortName(people.controller),
    руководитель: shortName(people.head),
    ктоНазначаетДату: people.dateOwner === null ? null : shortName(people.dateOwner),
    запросимУ: people.dateOwner === null ? null : nameIn(people.dateOwner, 'genitive'),
    результаты: item.results.map((result) => `«${unstopped(result)}»`).join('; '),
    словоРезультат: item.results.length === 1 ? 'Результат' : 'Результаты',
    подготовлено: matter.documents
      .filter((document) => !isReady(document))
      .map(draftOf)
      .join('; '),
    отчётСдан: item.status === 'reported',
    отчётВозвращён: item.status === 'returned',
    сегодня: dotted(matter.today),
    ...nextFields(matter, recipient),
  };
}

/** «распоряжение от 26.12.2023 № 3509-р» */
export function orderCited(roadmap: RoadmapBrief): string {
  return `${roadmap.orderKind} ${orderRequisites(roadmap)}`;
}

export function orderInPrepositional(roadmap: RoadmapBrief): string {
  return `${ORDER_PREPOSITIONAL[roadmap.orderKind]} ${orderRequisites(roadmap)}`;
}

export function orderInDative(roadmap: RoadmapBrief): string {
  return `${ORDER_DATIVE[roadmap.orderKind]} ${orderRequisites(roadmap)}`;
}

/** A person as texts speak of one: the name and the gender that the verb agrees with. */
export function personFields(person: PersonBrief): object {
  return {
    фио: shortName(person),
    род: genderOf(person),
    дательный: nameIn(person, 'dative'),
    уКого: heldBy(person),
  };
}

function orderRequisites(roadmap: RoadmapBrief): string {
  return `от ${dotted(roadmap.orderDate)} № ${roadmap.orderNumber}`;
}

function whereDueComesFrom(item: ItemBrief, roadmap: RoadmapBrief): string {
  const act = ORDER_PREPOSITIONAL[roadmap.orderKind];
  const cell = unstopped(item.deadlineText);
  const printed = cell === '' ? `в ${act} не указан.` : `в ${act} «${cell}».`;
  if (item.workingDue === null || item.due === null) return printed;
  if (item.deadlineKind !== 'date' && item.explanation !== '') return `${printed} ${unstopped(item.explanation)}.`;
  return item.due === item.workingDue ? printed : `${printed} ${moved(item.due, item.workingDue)}`;
}

function moved(due: LocalDate, workingDue: LocalDate): string {
  const name = weekday(due, 'nom');
  const what = weekdayOf(due) >= 6 ? `Это ${name}` : `Это нерабочий день, ${name}`;
  return `${what}, поэтому срок перенесён на ${workingDue < due ? 'предыдущий' : 'следующий'} рабочий день.`;
}

function nextFields(matter: Matter, recipient: PersonBrief): object {
  const { people } = matter;
  const on = (what: NextStep['what']): NextStep | null => matter.next.find((step) => step.what === what) ?? null;
  const controllerHears = on('controllerHears');
  const headHears = on('headHears');
  return {
    напоминание: reminderFields(on('reminder')),
    просрочка: dottedOrNull(on('overdue')?.on ?? null),
    запрос: dottedOrNull(on('request')?.on ?? null),
    просрочкаС: dottedOrNull((controllerHears ?? on('overdue'))?.on ?? null),
    узнаетПервый: people.controller.id === recipient.id ? null : shortName(people.controller),
    контролёрУзнает: people.controller.id === recipient.id ? dottedOrNull(controllerHears?.on ?? null) : null,
    узнают: whoHears(matter, recipient),
    руководительУзнает:
      headHears === null || people.head.id === recipient.id
        ? null
        : { дата: dotted(headHears.on), который: ordinal(headHears.offset ?? 0) },
  };
}

function reminderFields(step: NextStep | null): object | null {
  if (step === null) return null;
  return { дата: dotted(step.on), дней: workingDays(Math.abs(step.offset ?? 0), 'acc') };
}

/** «26.08.2024 о просрочке узнает Глевицкая Е.И., 30.08.2024 – Голубев И.А.»; null when there is nobody but the reader. */
function whoHears({ next, people }: Matter, recipient: PersonBrief): string | null {
  const told = new Set([recipient.id]);
  const parts: string[] = [];
  for (const step of next) {
    if (step.what !== 'controllerHears' && step.what !== 'headHears') continue;
    const person = step.what === 'headHears' ? people.head : people.controller;
    if (told.has(person.id)) continue;
    told.add(person.id);
    const verb = parts.length === 0 ? 'о просрочке узнает' : '–';
    parts.push(`${dotted(step.on)} ${verb} ${shortName(person)}`);
  }
  return parts.length === 0 ? null : parts.join(', ');
}
