/**
 * What the summary says when the last point is off control: a report to whoever signed the order, signed by the controller,
 * with the table as its appendix. Pure.
 */
import type { WorkingCalendar } from '#domain/working-calendar';
import { declinePhrase, genderOfNoun } from '#domain/declension';
import type { LocalDate } from '#domain/local-date';
import { tenths } from '#domain/number-words';
import { counted, workingDays } from '#domain/plural';
import {
  type CatalogueRows,
  fromDirectory,
  fromOrder,
  fromProcess,
  optional,
  untilRegistration,
} from './catalogue-rows.js';
import * as common from './common.js';
import { lateOf } from './deadline-words.js';
import type { DocumentFacts } from './facts.js';
import { addressLines, signer } from './person-words.js';
import { planWords } from './plan-words.js';
import type { SummaryItem } from './process-facts.js';
import { textValue } from './typed-values.js';

/** @returns null while a point is still on control */
export function finalSummary(facts: DocumentFacts): Record<string, unknown> | null {
  const { order, process, people, values } = facts;
  const items = process?.roadmap?.items ?? [];
  const removed = items.filter(({ state }) => state === 'removed');
  const done = lastDay(removed);
  if (done === null || items.some(({ state }) => state !== 'removed' && state !== 'excluded')) return null;
  const plan = planWords(order);
  const gender = genderOfNoun(plan.short.split(' ')[0] ?? '');
  const reports = people.controller ?? common.controllerOf(facts);
  const hears = common.signatoryOf(facts);
  return {
    карта: plan.short,
    утверждённый: APPROVED[gender],
    исполнен: DONE[gender],
    день: done,
    снято: takenOff(removed, items.length, facts.calendar),
    опоздания: delays(removed, facts.calendar),
    переносы: moved(removed),
    вывод: textValue(values, 'вывод'),
    акт: { вин: declinePhrase(order.kind, 'accusative') },
    кому: hears === null ? undefined : addressLines(hears, null),
    контролёр: reports === null ? undefined : signer(reports),
  };
}

const APPROVED = { m: 'утверждённый', f: 'утверждённая', n: 'утверждённое', pl: 'утверждённые' } as const;
const DONE = { m: 'исполнен', f: 'исполнена', n: 'исполнено', pl: 'исполнены' } as const;

function lastDay(items: readonly SummaryItem[]): LocalDate | null {
  const days = items.flatMap(({ doneOn }) => (doneOn === null ? [] : [doneOn])).sort();
  return days.at(-1) ?? null;
}

/** «сняты 7 пунктов из 7 (100,0 %): в срок – 3, в срок с учётом переноса – 2, с опозданием – 2» */
function takenOff(removed: readonly SummaryItem[], all: number, calendar: WorkingCalendar): string {
  const late = removed.filter((item) => lateOf(item, null, calendar) > 0).length;
  const moved = removed.filter((item) => lateOf(item, null, calendar) === 0 && item.moves.length > 0).length;
  const share = tenths((removed.length / all) * 100);
  const ways = [
    ['в срок', removed.length - late - moved],
    ['в срок с учётом переноса', moved],
    ['с опозданием', late],
  ] as const;
  const said = ways.filter(([, count]) => count > 0).map(([way, count]) => `${way} – ${count}`);
  const verb = removed.length % 10 === 1 && removed.length % 100 !== 11 ? 'снят' : 'сняты';
  return `${verb} ${counted(removed.length, 'пункт', 'пункта', 'пунктов')} из ${all} (${share} %): ${said.join(', ')}`;
}

/** «исполнены: пункт 2 – на 4 рабочих дня; пункт 3 – на 7 рабочих дней» */
function delays(removed: readonly SummaryItem[], calendar: WorkingCalendar): string | undefined {
  const late = removed.filter((item) => lateOf(item, null, calendar) > 0);
  if (late.length === 0) return undefined;
  const said = late
    .map((item) => `пункт ${item.no} – на ${workingDays(lateOf(item, null, calendar), 'acc')}`)
    .join('; ');
  return late.length === 1 ? `исполнен ${said}` : `исполнены: ${said}`;
}

function moved(removed: readonly SummaryItem[]): string | undefined {
  const nos = removed.filter(({ moves }) => moves.length > 0).map(({ no }) => no);
  return nos.length === 0 ? undefined : pointsOf(nos);
}

/** «пункта 5», «пунктов 5 и 6» */
export function pointsOf(nos: readonly string[]): string {
  if (nos.length === 1) return `пункта ${nos[0] ?? ''}`;
  return `пунктов ${nos.slice(0, -1).join(', ')} и ${nos.at(-1) ?? ''}`;
}

export const FINAL_ROWS: CatalogueRows = {
  итог: optional.fromProcess('итог дорожной карты'),
  'итог.карта': fromOrder('краткое наименование дорожной карты'),
  'итог.утверждённый': fromOrder('слово «утверждённый» в роде наименования карты'),
  'итог.исполнен': fromOrder('слово «исполнен» в роде наименования карты'),
  'итог.день': fromProcess('когда исполнен последний пункт'),
  'итог.снято': fromProcess('сколько пунктов снято с контроля'),
  'итог.опоздания': optional.fromProcess('пункты, исполненные с опозданием'),
  'итог.переносы': optional.fromProcess('пункты, срок которых переносился'),
  'итог.вывод': optional.typed('что сделано по дорожной карте'),
  'итог.акт.вин': fromOrder('вид исполняемого акта'),
  'итог.кому': fromDirectory('кому докладывают'),
  'итог.кому[]': fromDirectory('кому докладывают'),
  'итог.контролёр.должность': fromDirectory('должность контролёра'),
  'итог.контролёр.ИОФамилия': fromDirectory('фамилия контролёра'),
  'итог.регистрация.дата': untilRegistration('дата справки', 'date'),
  'итог.регистрация.номер': untilRegistration('номер справки', 'number'),
};
