/** Approval sheet: who decided what and when on the way of one document, who stood in for whom, which remarks were answered. */
import { capitalFirst } from '#domain/typography';
import { declineName, declinePhrase } from '#domain/declension';
import { shortName, type Official } from '#domain/official';
import { dotted } from '#domain/local-date';
import { type CatalogueRows, catalogueOf, fromOrder, fromProcess, optional } from './catalogue-rows.js';
import * as common from './common.js';
import { paperWords } from './deadline-words.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { oneSpaced } from './phrases.js';
import { planWords } from './plan-words.js';
import type { LocalMoment, RouteFacts, RouteStepState } from './process-facts.js';

export function gatherApprovalSheet(facts: DocumentFacts): GatheredFields {
  const route = facts.process?.route;
  const data = common.together(common.properties(facts), {
    карта: { кратко: { род: planWords(facts.order).shortGenitive } },
    пункт: { номер: facts.item.no },
    документ: route === undefined ? {} : documentWords(route),
    шаги: (route?.steps ?? []).map(({ person, insteadOf, state, at, note }) => ({
      должность: capitalFirst(oneSpaced(person.post)),
      лицо: `${shortName(person)}${insteadOf === null ? '' : ` за ${accusativeName(insteadOf)}`}`,
      решение: DECISIONS[state],
      когда: at === null ? undefined : `${IN_PROGRESS.has(state) ? 'с ' : ''}${moment(at)}`,
      замечания: note ?? undefined,
    })),
    замещения: (route?.substitutions ?? []).map(
      ({ deputy, insteadOf, from, to, basis }) =>
        `${shortName(deputy)} за ${accusativeName(insteadOf)} с ${dotted(from)} по ${dotted(to)}${
          basis === null ? '' : `, основание – ${paperWords(basis)}`
        }.`,
    ),
    возвраты: (route?.returned ?? []).map(({ version, versionOn, on, remarks }) => ({
      версия: version,
      отДаты: versionOn,
      дата: on,
      строки: remarks.map((remark) => ({
        замечание: remark.text,
        кто: `${shortName(remark.by)}, ${dotted(remark.on)}`,
        ответ: remark.answer ?? undefined,
      })),
    })),
  });
  return { data, catalogue: CATALOGUE, title: `Лист согласования (пункт ${facts.item.no})` };
}

function documentWords({ document }: RouteFacts): Record<string, unknown> {
  const { noun, title, version, on, sha256 } = document;
  return {
    вид: declinePhrase(noun, 'genitive'),
    название: oneSpaced(title),
    версия: version,
    дата: on,
    сумма: sha256.length > 24 ? `${sha256.slice(0, 12)}…${sha256.slice(-8)}` : sha256,
  };
}

function accusativeName(person: Official): string {
  return declineName(person, 'accusative', 'short');
}

function moment({ day, time }: LocalMoment): string {
  return `${dotted(day)} ${time}`;
}

const DECISIONS: Readonly<Record<RouteStepState, string>> = {
  prepared: 'Подготовлено',
  approved: 'Согласовано',
  returned: 'Возвращено',
  signed: 'Подписано',
  registered: 'Зарегистрировано',
  sent: 'Отправлено',
  approving: 'На согласовании',
  signing: 'На подписи',
  registering: 'На регистрации',
  waiting: 'Ожидает',
  notNeeded: 'Не требуется',
};

/** Since when the paper lies there, not when it was decided. */
const IN_PROGRESS: ReadonlySet<RouteStepState> = new Set(['approving', 'signing', 'registering']);

const ROWS: CatalogueRows = {
  'карта.кратко.род': fromOrder('краткое наименование дорожной карты'),
  'пункт.номер': fromOrder('номер пункта'),
  'документ.вид': fromProcess('вид согласуемого документа'),
  'документ.название': fromProcess('название согласуемого документа'),
  'документ.версия': fromProcess('номер версии'),
  'документ.дата': fromProcess('дата версии'),
  'документ.сумма': fromProcess('контрольная сумма версии'),
  шаги: fromProcess('шаги согласования'),
  'шаги[].должность': fromProcess('должность согласующего'),
  'шаги[].лицо': fromProcess('фамилия согласующего'),
  'шаги[].решение': fromProcess('решение согласующего'),
  'шаги[].когда': optional.fromProcess('когда решено'),
  'шаги[].замечания': optional.fromProcess('есть ли замечания'),
  замещения: optional.fromProcess('замещения'),
  'замещения[]': optional.fromProcess('замещение'),
  возвраты: optional.fromProcess('возвращённые версии'),
  'возвраты[].версия': fromProcess('номер возвращённой версии'),
  'возвраты[].отДаты': fromProcess('дата возвращённой версии'),
  'возвраты[].дата': fromProcess('когда версия возвращена'),
  'возвраты[].строки': fromProcess('замечания'),
  'возвраты[].строки[].замечание': fromProcess('замечание'),
  'возвраты[].строки[].кто': fromProcess('кто и когда сделал замечание'),
  'возвраты[].строки[].ответ': fromProcess('ответ исполнителя на замечание'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, ROWS);
