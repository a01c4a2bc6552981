/** Report on discipline: how many deadlines of the period each executor kept, plain and weighed by delay. Made by the program. */
import { disciplineOf, SCALE_DAYS, type DisciplineFigures } from '#domain/discipline';
import { dotted } from '#domain/local-date';
import { type CatalogueRows, catalogueOf, fromOrder, fromProcess, optional } from './catalogue-rows.js';
import * as common from './common.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import type { DisciplineRow } from './process-facts.js';

export function gatherDiscipline(facts: DocumentFacts): GatheredFields {
  const { process, roadmap } = facts;
  const discipline = process?.discipline;
  const scale = discipline?.scaleDays ?? SCALE_DAYS;
  const rows = (discipline?.rows ?? []).map((row) => ({ row, figures: disciplineOf(row.deadlines, scale) }));
  rows.sort((a, b) => (a.figures.kept ?? Infinity) - (b.figures.kept ?? Infinity));
  const all = (discipline?.rows ?? []).flatMap(({ deadlines }) => deadlines);
  const data = common.together(common.properties(facts), {
    карта: { код: roadmap.code },
    период: { с: discipline?.from, по: discipline?.to },
    единица: discipline?.unit,
    строки: rows.map(({ row, figures }) => printed(row.executor, row.assigned, figures)),
    итого: rows.length === 0 ? undefined : printed('Всего', assigned(discipline?.rows ?? []), disciplineOf(all, scale)),
    шаг: Math.round(100 / scale),
  });
  const period = discipline === undefined ? '' : ` с ${dotted(discipline.from)} по ${dotted(discipline.to)}`;
  return { data, catalogue: CATALOGUE, title: `Отчёт об исполнительской дисциплине ${roadmap.code}${period}` };
}

function assigned(rows: readonly DisciplineRow[]): number {
  return rows.reduce((sum, row) => sum + row.assigned, 0);
}

function printed(executor: string, given: number, figures: DisciplineFigures): Record<string, unknown> {
  const { due, inTime, late, undone, averageDelay, movedTimes, movedDays, kept, weighed } = figures;
  return {
    исполнитель: executor,
    поручено: given,
    наступило: due,
    вСрок: inTime,
    сОпозданием: late,
    неИсполнено: undone,
    опоздание: averageDelay ?? undefined,
    переносы: movedTimes === 0 ? undefined : `${String(movedTimes)} / ${String(movedDays)}`,
    естьСроки: due > 0,
    ко: kept ?? undefined,
    кв: weighed ?? undefined,
  };
}

const FIGURES: CatalogueRows = {
  исполнитель: fromProcess('исполнитель'),
  поручено: fromProcess('поручено'),
  наступило: fromProcess('срок наступил'),
  вСрок: fromProcess('в срок'),
  сОпозданием: fromProcess('с опозданием'),
  неИсполнено: fromProcess('не исполнено'),
  опоздание: optional.fromProcess('среднее опоздание'),
  переносы: optional.fromProcess('переносы'),
  естьСроки: optional.fromProcess('сроки наступали'),
  ко: fromProcess('Ко, %'),
  кв: fromProcess('Кв, %'),
};

const under = (path: string): CatalogueRows =>
  Object.fromEntries(Object.entries(FIGURES).map(([name, entry]) => [`${path}.${name}`, entry]));

const ROWS: CatalogueRows = {
  'карта.код': fromOrder('код дорожной карты'),
  'период.с': fromProcess('начало периода'),
  'период.по': fromProcess('конец периода'),
  единица: fromProcess('что считается'),
  строки: fromProcess('показатели исполнителей'),
  ...under('строки[]'),
  итого: optional.fromProcess('итоги'),
  ...under('итого'),
  шаг: fromProcess('на сколько процентов день опоздания уменьшает вес'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, ROWS);
