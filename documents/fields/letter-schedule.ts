/** Letter that asks the external party for its schedule, or for the day; the first time and again. */
import { declinePhrase } from '#domain/declension';
import { addWorkingDays } from '#domain/working-calendar';
import { externalParty } from './body-words.js';
import { type CatalogueRows, catalogueOf, fromOrder, optional, typed } from './catalogue-rows.js';
import * as common from './common.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { LETTER_FRAME_ROWS, letterFrame } from './letter-frame.js';
import { own } from './measure-words.js';
import { oneSpaced, smallFirst, splitTail } from './phrases.js';
import { dateValue } from './typed-values.js';

const ANSWER_WORKING_DAYS = 10;

export function gatherScheduleRequest(facts: DocumentFacts): GatheredFields {
  const { item, values, process, today } = facts;
  const bySchedule = /график/iu.test(item.deadlineText);
  const again = process?.unanswered;
  const title = `${bySchedule ? 'О направлении графика' : `О сроке исполнения пункта ${item.no}`}${again === undefined ? '' : ' (повторно)'}`;
  const data = common.together(letterFrame(facts), {
    письмо: { заголовок: title },
    срок: {
      чего: doing(facts),
      сказано: saidOfDeadline(facts),
      график: bySchedule,
      утвердить: approvesList(item.title),
    },
    прежнее: again === undefined ? undefined : { дата: again.date, номер: again.number },
    ответДо: dateValue(values, 'ответДо') ?? addWorkingDays(today, ANSWER_WORKING_DAYS, facts.calendar),
  });
  return { data, catalogue: CATALOGUE, title };
}

/** «Сформирован и утвержден перечень оборудования …» → «формирования и утверждения перечня оборудования …» */
function doing({ item, order }: DocumentFacts): string {
  const title = oneSpaced(item.title);
  const [, verbs = '', rest = ''] = /^((?:\p{L}+(?:,\s+|\s+и\s+))*\p{L}+)\s+(.*)$/u.exec(title) ?? [];
  const nouns = verbs.split(/,\s+|\s+и\s+/u).map((verb) => ACTIONS.find(([stem]) => stem.test(verb))?.[1]);
  if (rest === '' || nouns.includes(undefined)) return `исполнения мероприятия «${title}»`;
  const [core] = splitTail(own(rest, { order, item }));
  const listed = nouns.length > 1 ? `${nouns.slice(0, -1).join(', ')} и ${nouns.at(-1) ?? ''}` : (nouns[0] ?? '');
  return `${listed} ${declinePhrase(core, 'genitive')}`;
}

/** Nouns of doing, genitive, for the participles that measures begin with. */
const ACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^сформирован/iu, 'формирования'],
  [/^утвержд[её]н/iu, 'утверждения'],
  [/^согласован/iu, 'согласования'],
  [/^подготовлен/iu, 'подготовки'],
  [/^разработан/iu, 'разработки'],
  [/^определ[её]н/iu, 'определения'],
  [/^назначен/iu, 'назначения'],
  [/^объявлен/iu, 'объявления'],
  [/^закуплен/iu, 'закупки'],
  [/^доставлен/iu, 'доставки'],
  [/^налажен/iu, 'наладки'],
  [/^провед[её]н/iu, 'проведения'],
  [/^представлен/iu, 'представления'],
  [/^направлен/iu, 'направления'],
  [/^заключ[её]н/iu, 'заключения'],
  [/^организован/iu, 'организации'],
  [/^создан/iu, 'создания'],
];

function approvesList(title: string): boolean {
  return /утвержд[её]н\p{L}*\s(?:.*\s)?переч/iu.test(title);
}

/** «определён согласно отдельному графику …»; other words of the cell are quoted. */
function saidOfDeadline(facts: DocumentFacts): string | undefined {
  const cell = oneSpaced(facts.item.deadlineText).replace(/[;,.]+$/u, '');
  if (cell === '') return externalParty(facts) === null ? undefined : 'не указан';
  return /^согласно\s/iu.test(cell) ? `определён ${smallFirst(cell)}` : `указан словами «${cell}»`;
}

const ROWS: CatalogueRows = {
  'письмо.заголовок': optional.fromProcess('заголовок письма'),
  'срок.чего': fromOrder('срок чего не назван'),
  'срок.сказано': fromOrder('что распоряжение говорит о сроке'),
  'срок.график': optional.fromOrder('срок определяет график'),
  'срок.утвердить': optional.fromOrder('мероприятие – утверждение перечня'),
  прежнее: optional.fromProcess('письмо, на которое не ответили'),
  'прежнее.дата': optional.fromProcess('дата прежнего письма'),
  'прежнее.номер': optional.fromProcess('номер прежнего письма'),
  ответДо: typed('до какого дня просим ответить'),
};

const CATALOGUE = catalogueOf(...LETTER_FRAME_ROWS, ROWS);
