/** Notice of assignment: what, until when, what must exist in the end, who controls, what was prepared. Nobody approves it. */
import { declinePhrase } from '#domain/declension';
import type { DocumentKind } from '#domain/document-kind';
import { documentKindFor } from '#domain/document-plan';
import { shortName, type Official } from '#domain/official';
import { dotted, weekdayOf } from '#domain/local-date';
import { plural } from '#domain/plural';
import { weekday, withWeekday } from '#domain/russian-date';
import { type CatalogueRows, catalogueOf, fromDirectory, fromOrder, fromProcess, optional } from './catalogue-rows.js';
import * as common from './common.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { addressLines, postAndName, signer } from './person-words.js';
import { planWords } from './plan-words.js';
import { oneSpaced } from './phrases.js';

export function gatherNotice(facts: DocumentFacts): GatheredFields {
  const { order, item, people, roadmap, today } = facts;
  const { responsible } = people;
  const controller = people.controller ?? common.controllerOf(facts);
  const data = common.together(common.properties(facts), common.citation(facts, planWords(order)), {
    сегодня: today,
    карта: { код: roadmap.code },
    акт: { вид: { пред: declinePhrase(order.kind, 'prepositional') } },
    ответственный: { строки: responsible === null ? undefined : addressLines(responsible, null) },
    пункт: { мероприятие: oneSpaced(item.title), рабочийСрок: workingDue(facts), срок: printedDeadline(facts) },
    результаты: item.results.map(({ text }) => oneSpaced(text)),
    соисполнители: coExecutors(people.coExecutors),
    контролёр: {
      полностью: controller === null ? undefined : postAndName(controller),
      ...(controller === null ? {} : signer(controller)),
    },
    проекты: drafts(facts),
    напоминания: reminders(facts.ladder),
  });
  return { data, catalogue: CATALOGUE, title: `Уведомление о поручении (пункт ${item.no})` };
}

/** «23.08.2024, пятница»; without a day, what the cell says. */
function workingDue({ item: { deadline, deadlineText } }: DocumentFacts): string {
  if (deadline.workingDue !== null) return withWeekday(deadline.workingDue);
  const said = deadlineText.trim() === '' ? 'не назван' : `не назван: «${oneSpaced(deadlineText)}»`;
  return deadline.kind === 'external' ? `${said}. Дата запрашивается еженедельно.` : said;
}

/** The cell verbatim, and why the working date is another; undefined when there is no day to compare. */
function printedDeadline({ item: { deadline, deadlineText } }: DocumentFacts): string | undefined {
  const { due, workingDue } = deadline;
  if (workingDue === null) return undefined;
  const cell =
    deadlineText.trim() === ''
      ? 'не указан'
      : `«${oneSpaced(deadlineText).replace(/(?:[;,]|(?<!\p{L})\.|(?<=\p{L}{2})\.)+$/u, '')}»`;
  if (due === null || due === workingDue) return `${cell}.`;
  const off = weekdayOf(due) >= 6 ? weekday(due, 'nom') : 'нерабочий день';
  return `${cell}. ${dotted(due)} – ${off}, срок перенесён на ${workingDue < due ? 'предыдущий' : 'следующий'} рабочий день.`;
}

function coExecutors(people: readonly Official[]): string {
  return people.length === 0 ? 'нет' : people.map(shortName).join(', ');
}

const DRAFTS: Readonly<Partial<Record<DocumentKind, string>>> = {
  'order-appointment': 'проект распорядительного акта о должностном лице',
  'letter-organisations': 'проект письма с перечнем организаций',
  'order-organisations': 'проект распорядительного акта об утверждении перечня организаций',
  'letter-equipment': 'проект письма о перечне оборудования (готовится, когда названа дата)',
  'order-equipment':
    'проект распорядительного акта об утверждении перечня оборудования (готовится, когда названа дата)',
  'register-notices': 'проект реестра извещений (заполняется по мере размещения)',
  'register-acceptance': 'проект реестра документов о приёмке (заполняется по мере приёмки)',
  'form-monitoring': 'проект формы мониторинга (готовится к сроку)',
};

function drafts({ item }: DocumentFacts): string {
  const kinds = item.results.map((result) => result.documentKind ?? documentKindFor(item.title, result));
  const known = [...new Set(kinds)].flatMap((kind) => (kind === null ? [] : (DRAFTS[kind] ?? [])));
  return known.length === 0 ? 'документ готовит исполнитель' : known.join('; ');
}

/** «за 10, 5, 3 и 1 рабочий день до срока и в день срока»: the noun agrees with the last number. */
function reminders({ before, onDueDay = true }: DocumentFacts['ladder']): string | undefined {
  const days = [...new Set(before)].filter((n) => n > 0).sort((a, b) => b - a);
  const last = days.at(-1);
  if (last === undefined) return onDueDay ? 'в день срока' : undefined;
  const rest = days.slice(0, -1).join(', ');
  const noun = plural(last, 'рабочий день', 'рабочих дня', 'рабочих дней');
  return `за ${rest === '' ? '' : `${rest} и `}${String(last)} ${noun} до срока${onDueDay ? ' и в день срока' : ''}`;
}

const ROWS: CatalogueRows = {
  сегодня: fromProcess('дата уведомления'),
  'акт.вид.пред': optional.fromOrder('вид акта'),
  'карта.код': fromProcess('код дорожной карты'),
  'ответственный.строки': fromDirectory('ответственный исполнитель'),
  'ответственный.строки[]': fromDirectory('ответственный исполнитель'),
  'пункт.мероприятие': fromOrder('мероприятие'),
  'пункт.рабочийСрок': fromProcess('рабочий срок'),
  'пункт.срок': optional.fromOrder('срок в распоряжении'),
  результаты: optional.fromOrder('результаты'),
  'результаты[]': fromOrder('результат'),
  соисполнители: fromDirectory('соисполнители'),
  'контролёр.полностью': fromDirectory('контролёр'),
  'контролёр.должность': fromDirectory('должность контролёра'),
  'контролёр.ИОФамилия': fromDirectory('фамилия контролёра'),
  проекты: fromProcess('что подготовлено'),
  напоминания: optional.fromProcess('когда напомним'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, common.CITATION_ROWS, ROWS);
