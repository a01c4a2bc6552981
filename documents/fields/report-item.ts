/** Report on a point: done when, by what confirmed, what was done; an interim one says when it is expected. */
import type { WorkingCalendar } from '#domain/working-calendar';
import { dotted, type LocalDate } from '#domain/local-date';
import {
  type CatalogueRows,
  catalogueOf,
  fromDirectory,
  fromOrder,
  fromProcess,
  optional,
  typed,
} from './catalogue-rows.js';
import * as common from './common.js';
import { SHORT_CITATION_ROWS, shortCitation } from './compiled.js';
import { dueInForce, lateBy, lateWords, movedWords } from './deadline-words.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { signer } from './person-words.js';
import { oneSpaced } from './phrases.js';
import type { Confirmation } from './process-facts.js';
import { dateValue, textValue } from './typed-values.js';

export function gatherReport(facts: DocumentFacts): GatheredFields {
  const { item, people, process, roadmap, today, values } = facts;
  const report = process?.report;
  const doneOn = dateValue(values, 'исполнено') ?? report?.doneOn ?? undefined;
  const interim = textValue(values, 'вид') === 'промежуточная' || (report !== undefined && doneOn === undefined);
  const author = common.authorOf(facts);
  const controller = people.controller ?? common.controllerOf(facts);
  const decision = report?.decision ?? null;
  const data = common.together(common.properties(facts), shortCitation(facts), {
    карта: { код: roadmap.code },
    пункт: { мероприятие: oneSpaced(item.title) },
    сегодня: report?.on ?? today,
    промежуточная: interim,
    исполнено: doneOn === undefined ? undefined : doneWords(doneOn, dueInForce(facts), facts.calendar),
    ожидается: dateValue(values, 'ожидается'),
    переносы: movedWords(process?.moves ?? []) ?? undefined,
    результаты: (report?.confirmations ?? unconfirmed(facts)).map(confirmed),
    сделано: textValue(values, 'сделано')?.replace(/\.+$/u, ''),
    автор: author === null ? undefined : signer(author),
    контролёр: { ИОФамилия: controller === null ? undefined : signer(controller).ИОФамилия },
    решение:
      decision === null
        ? undefined
        : {
            текст: decision.accepted
              ? 'Снять с контроля.'
              : `Вернуть.${decision.reason === null ? '' : ` Причина: ${decision.reason}`}`,
            дата: decision.on,
          },
  });
  const head = interim ? 'Промежуточная справка о ходе исполнения' : 'Справка об исполнении';
  return { data, catalogue: CATALOGUE, title: `${head} пункта ${item.no}` };
}

/** «28.02.2024 при сроке 29.02.2024», «12.01.2024 при сроке 29.12.2023, с опозданием на 4 рабочих дня» */
function doneWords(done: LocalDate, due: LocalDate | null, calendar: WorkingCalendar): string {
  if (due === null) return dotted(done);
  const late = lateBy(due, done, calendar);
  return `${dotted(done)} при сроке ${dotted(due)}${late === 0 ? '' : `, ${lateWords(late)}`}`;
}

/** Each result of the order stands in the table, whether it is there or not. */
function unconfirmed({ item }: DocumentFacts): readonly Confirmation[] {
  return item.results.map(({ text }) => ({ result: text, by: null, paper: null, waived: null }));
}

function confirmed({ result, by, paper, waived }: Confirmation): Record<string, unknown> {
  return {
    результат: oneSpaced(result),
    чем: waived === null ? (by ?? undefined) : `не требуется. Причина: ${waived}`,
    когда:
      paper === null
        ? waived === null
          ? undefined
          : '–'
        : `${dotted(paper.date)}${paper.number === null ? '' : ` № ${paper.number}`}`,
  };
}

const ROWS: CatalogueRows = {
  'карта.код': fromProcess('код дорожной карты'),
  'пункт.мероприятие': fromOrder('мероприятие'),
  сегодня: fromProcess('дата справки'),
  промежуточная: optional.typed('справка промежуточная'),
  исполнено: fromProcess('когда исполнен пункт'),
  ожидается: typed('ожидаемая дата исполнения'),
  переносы: optional.fromProcess('переносы срока'),
  результаты: fromProcess('чем подтверждены результаты'),
  'результаты[].результат': fromOrder('результат по распоряжению'),
  'результаты[].чем': fromProcess('чем подтверждён результат'),
  'результаты[].когда': fromProcess('дата и номер подтверждения'),
  сделано: typed('что сделано'),
  'автор.должность': fromDirectory('должность исполнителя'),
  'автор.ИОФамилия': fromDirectory('фамилия исполнителя'),
  'контролёр.ИОФамилия': fromDirectory('фамилия контролёра'),
  решение: optional.fromProcess('решение контролёра'),
  'решение.текст': optional.fromProcess('решение контролёра'),
  'решение.дата': optional.fromProcess('дата решения контролёра'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, SHORT_CITATION_ROWS, ROWS);
