/** Control card of a point: basis, state, deadline, people, results, moves, reminders, what happened. Made by the program. */
import { dotted, type LocalDate, weekdayOf, yearOf } from '#domain/local-date';
import { shortName } from '#domain/official';
import { weekday, withWeekday } from '#domain/russian-date';
import { type CatalogueRows, catalogueOf, fromDirectory, fromOrder, fromProcess, optional } from './catalogue-rows.js';
import * as common from './common.js';
import { declinePhrase } from '#domain/declension';
import { dueInForce, movedWords } from './deadline-words.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { oneSpaced, smallFirst } from './phrases.js';
import { planWords } from './plan-words.js';

export function gatherControlCard(facts: DocumentFacts): GatheredFields {
  const { item, order, people, process, roadmap, today } = facts;
  const plan = planWords(order);
  const control = process?.control;
  const controller = people.controller ?? common.controllerOf(facts);
  const cited = common.citation(facts, plan);
  const data = common.together(common.properties(facts), cited, {
    акт: { вид: { твор: undefined, им: order.kind } },
    карта: {
      полностью: undefined,
      утверждённого: undefined,
      кратко: { род: plan.shortGenitive },
      код: roadmap.code,
    },
    пункт: { мероприятие: oneSpaced(item.title), срок: dueWords(facts) },
    сегодня: today,
    состояние: control?.state,
    ответственный: responsible(facts),
    соисполнители: people.coExecutors.length === 0 ? 'нет' : people.coExecutors.map(shortName).join(', '),
    контролёр: { фамилияИО: controller === null ? undefined : shortName(controller) },
    результаты: (control?.results ?? item.results.map(({ text }) => ({ result: text, state: 'не начат' }))).map(
      ({ result, state }) => `«${oneSpaced(result)}»: ${state}`,
    ),
    переносы: moves(facts),
    напоминания: control === undefined || control.remindedOn.length === 0 ? undefined : days(control.remindedOn),
    ход: (control?.history ?? []).map(({ on, text }) => `${dotted(on)} ${text}`),
    снято: control?.removedOn ?? undefined,
  });
  return { data, catalogue: CATALOGUE, title: `Карточка контроля № ${roadmap.code}/${item.no}` };
}

/** «рабочий 23.08.2024, пятница; в распоряжении «25 августа 2024 года» (воскресенье)» */
function dueWords(facts: DocumentFacts): string {
  const { deadline, deadlineText } = facts.item;
  const cell = oneSpaced(deadlineText).replace(/[;,.]+$/u, '');
  const working = dueInForce(facts);
  if (working === null) return cell === '' ? 'не назван' : `не назван: «${cell}»`;
  if (cell === '') return `рабочий ${withWeekday(working)}`;
  const printed = `в ${declinePhrase(facts.order.kind, 'prepositional')} «${cell}»`;
  const { due } = deadline;
  const off = due === null || due === deadline.workingDue ? '' : ` (${offDay(due)})`;
  return `рабочий ${withWeekday(working)}; ${printed}${off}`;
}

function offDay(day: LocalDate): string {
  return weekdayOf(day) >= 6 ? weekday(day, 'nom') : 'нерабочий день';
}

function responsible({ people, process }: DocumentFacts): string | undefined {
  const { responsible: person } = people;
  if (person === null) return undefined;
  const called = process?.control?.calledInOrder ?? null;
  return `${shortName(person)}, ${smallFirst(oneSpaced(person.post))}${called === null ? '' : ` («${oneSpaced(called)}»)`}`;
}

function moves({ process }: DocumentFacts): string {
  const asked = process?.control?.requestedMove ?? null;
  const done = movedWords(process?.moves ?? []) ?? 'не было';
  return asked === null ? done : `${done}; запрошен ${dotted(asked.on)} на ${dotted(asked.to)}`;
}

/** «09.08, 16.08, 20.08.2024»: the year stands once, at its last day. */
function days(all: readonly LocalDate[]): string {
  return all
    .map((day, at) => {
      const next = all[at + 1];
      return next !== undefined && yearOf(next) === yearOf(day) ? dotted(day).slice(0, 5) : dotted(day);
    })
    .join(', ');
}

const ROWS: CatalogueRows = {
  'орган.полное.род': fromOrder('наименование органа'),
  'акт.вид.им': fromOrder('вид исполняемого акта'),
  'акт.дата': fromOrder('дата исполняемого акта'),
  'акт.номер': fromOrder('номер исполняемого акта'),
  'карта.кратко.род': fromOrder('краткое наименование дорожной карты'),
  'карта.код': fromProcess('код дорожной карты'),
  'пункт.номер': fromOrder('номер пункта'),
  'пункт.мероприятие': fromOrder('мероприятие'),
  'пункт.срок': fromProcess('срок'),
  сегодня: fromProcess('дата карточки'),
  состояние: fromProcess('состояние пункта'),
  ответственный: fromDirectory('ответственный исполнитель'),
  соисполнители: fromDirectory('соисполнители'),
  'контролёр.фамилияИО': fromDirectory('контролёр'),
  результаты: optional.fromOrder('результаты'),
  'результаты[]': fromProcess('результат и его состояние'),
  переносы: fromProcess('переносы срока'),
  напоминания: optional.fromProcess('когда напоминали'),
  ход: optional.fromProcess('ход исполнения'),
  'ход[]': optional.fromProcess('событие'),
  снято: optional.fromProcess('когда снято с контроля'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, ROWS);
