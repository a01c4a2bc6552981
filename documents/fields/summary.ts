/**
 * Summary of a roadmap: counters, one row a point, what falls due soon, who compiled it. When the last point is off control it
 * becomes the final report.
 */
import { dotted, type LocalDate, weekdayOf } from '#domain/local-date';
import { workingDays } from '#domain/plural';
import { shortName } from '#domain/official';
import { shortWeekday } from '#domain/russian-date';
import { addWorkingDays, type WorkingCalendar } from '#domain/working-calendar';
import { type CatalogueRows, catalogueOf, fromDirectory, fromOrder, fromProcess, optional } from './catalogue-rows.js';
import * as common from './common.js';
import { verbForCount } from './counted-things.js';
import { fromTo, lateOf } from './deadline-words.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { FINAL_ROWS, finalSummary, pointsOf } from './final-summary.js';
import { oneSpaced } from './phrases.js';
import { planWords } from './plan-words.js';
import type { SummaryItem, SummaryState } from './process-facts.js';
import { textValue } from './typed-values.js';

const AHEAD_WORKING_DAYS = 10;

type When = Pick<DocumentFacts, 'today' | 'calendar'>;

export function gatherSummary(facts: DocumentFacts): GatheredFields {
  const { order, process, today, calendar, values } = facts;
  const items = process?.roadmap?.items ?? [];
  const author = common.authorOf(facts);
  const plan = planWords(order);
  const final = finalSummary(facts);
  const data = common.together(common.properties(facts), common.citation(facts, plan), {
    акт: { вид: { им: order.kind } },
    карта: { утверждённого: undefined },
    пункт: undefined,
    наДату: today,
    счёт: items.length === 0 ? undefined : counters(items, calendar),
    пункты: items.map((item) => rowOf(item, facts)),
    итог: final ?? undefined,
    ближайшие: final !== null || items.length === 0 ? undefined : dueSoon(items, facts),
    составил: textValue(values, 'составил') ?? (author === null ? undefined : shortName(author)),
  });
  const noun = final === null ? 'Сводка' : 'Справка';
  return { data, catalogue: CATALOGUE, title: `${noun} об исполнении ${plan.shortGenitive} на ${dotted(today)}` };
}

function counters(items: readonly SummaryItem[], calendar: WorkingCalendar): Record<string, unknown> {
  const count = (state: SummaryState): number => items.filter((item) => item.state === state).length;
  const removed = count('removed');
  const late = items.filter((item) => item.state === 'removed' && lateOf(item, null, calendar) > 0).length;
  const live = items.length - count('excluded');
  const planned = count('planned');
  return {
    всего: items.length,
    снято: removed,
    вСрок: removed - late,
    сОпозданием: late,
    просрочено: count('overdue'),
    ждутРешения: count('deciding'),
    вРаботе: count('working'),
    запланировано: planned,
    запланированоСлово: verbForCount(planned, 'm', PLANNED),
    ждутДаты: count('waitsForDate'),
    исключено: count('excluded'),
    доля: live === 0 ? undefined : (removed / live) * 100,
  };
}

const PLANNED = { m: 'Запланирован', f: '', n: 'Запланировано', pl: 'Запланировано' };

function rowOf(item: SummaryItem, when: When): Record<string, unknown> {
  return {
    номер: item.no,
    мероприятие: oneSpaced(item.title),
    ответственный: item.responsible.length === 0 ? undefined : item.responsible.join('; '),
    срок: dueWords(item),
    состояние: stateWords(item, when),
    исполнено: item.doneOn ?? undefined,
    документы: item.documents.length === 0 ? undefined : item.documents.join('; '),
    переносы: movesOf(item),
    примечание: item.note ?? undefined,
    просрочен: item.state === 'overdue',
  };
}

/** «23.08.2024 (25.08.2024, вс)», «12.08.2024 (по графику Центра)» */
function dueWords({ workingDue, printedDue, dueNote }: SummaryItem): string {
  if (workingDue === null) return dueNote ?? 'не назван';
  if (dueNote !== null) return `${dotted(workingDue)} (${dueNote})`;
  if (printedDue === null || printedDue === workingDue) return dotted(workingDue);
  return `${dotted(workingDue)} (${dotted(printedDue)}${weekdayOf(printedDue) >= 6 ? `, ${shortWeekday(printedDue)}` : ''})`;
}

const STATES: Readonly<Record<SummaryState, string>> = {
  removed: 'Снято с контроля',
  overdue: 'Просрочено',
  deciding: 'Ждёт решения',
  working: 'В работе',
  planned: 'Запланировано',
  waitsForDate: 'Ждёт даты',
  excluded: 'Исключено',
};

function stateWords(item: SummaryItem, { today, calendar }: When): string {
  if (item.stateText !== null) return item.stateText;
  const late = lateOf(item, today, calendar);
  if (item.state === 'overdue') return late === 0 ? STATES.overdue : `Просрочено на ${workingDays(late, 'acc')}`;
  if (item.state !== 'removed' || item.workingDue === null) return STATES[item.state];
  if (late > 0) return `Снято с контроля, с опозданием на ${workingDays(late, 'acc')}`;
  return item.moves.length === 0 ? 'Снято с контроля, в срок' : 'Снято с контроля, в срок с учётом переноса';
}

function movesOf({ moves, requestedTo }: SummaryItem): string | undefined {
  const said = [...moves.map(fromTo), ...(requestedTo === null ? [] : [`запрошен на ${dotted(requestedTo)}`])];
  return said.length === 0 ? undefined : said.join('; ');
}

/** «(по 03.09.2024) наступает срок пунктов 5 и 6: 23.08.2024» */
function dueSoon(items: readonly SummaryItem[], { today, calendar }: When): string {
  const until = addWorkingDays(today, AHEAD_WORKING_DAYS, calendar);
  const head = `В ближайшие ${workingDays(AHEAD_WORKING_DAYS, 'acc')} (по ${dotted(until)})`;
  const open = items.filter(({ state }) => state !== 'removed' && state !== 'excluded');
  const days = new Map<LocalDate, string[]>();
  for (const { no, workingDue } of open) {
    if (workingDue !== null && workingDue >= today && workingDue <= until)
      days.set(workingDue, [...(days.get(workingDue) ?? []), no]);
  }
  if (days.size === 0) return `${head} сроки не наступают.`;
  const said = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, nos]) => `${pointsOf(nos)}: ${dotted(day)}`);
  return `${head} наступает срок ${said.join('; ')}.`;
}

const ROWS: CatalogueRows = {
  'орган.полное.род': fromOrder('наименование органа'),
  'акт.вид.им': fromOrder('вид исполняемого акта'),
  'акт.вид.твор': fromOrder('вид исполняемого акта'),
  'акт.дата': fromOrder('дата исполняемого акта'),
  'акт.номер': fromOrder('номер исполняемого акта'),
  'карта.полностью.род': fromOrder('наименование дорожной карты'),
  наДату: fromProcess('на какую дату'),
  счёт: optional.fromProcess('итоги по пунктам'),
  'счёт.всего': fromProcess('всего пунктов'),
  'счёт.снято': fromProcess('снято с контроля'),
  'счёт.вСрок': fromProcess('снято в срок'),
  'счёт.сОпозданием': fromProcess('снято с опозданием'),
  'счёт.просрочено': fromProcess('просрочено'),
  'счёт.ждутРешения': fromProcess('ждут решения'),
  'счёт.вРаботе': fromProcess('в работе'),
  'счёт.запланировано': fromProcess('запланировано'),
  'счёт.запланированоСлово': fromProcess('слово «запланировано» при числе'),
  'счёт.ждутДаты': fromProcess('ждут даты'),
  'счёт.исключено': fromProcess('исключено'),
  'счёт.доля': optional.fromProcess('доля исполнения, %'),
  пункты: fromProcess('пункты дорожной карты'),
  'пункты[].номер': fromOrder('номер пункта'),
  'пункты[].мероприятие': fromOrder('мероприятие'),
  'пункты[].ответственный': fromDirectory('ответственный'),
  'пункты[].срок': fromProcess('рабочий срок'),
  'пункты[].состояние': fromProcess('состояние пункта'),
  'пункты[].исполнено': optional.fromProcess('когда исполнено'),
  'пункты[].документы': optional.fromProcess('документы пункта'),
  'пункты[].переносы': optional.fromProcess('переносы срока'),
  'пункты[].примечание': optional.fromProcess('примечание'),
  'пункты[].просрочен': optional.fromProcess('пункт просрочен'),
  ближайшие: optional.fromProcess('ближайшие сроки'),
  составил: fromDirectory('кто составил сводку'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, ROWS, FINAL_ROWS);
