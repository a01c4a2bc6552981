/**
 * Memo that asks for a later deadline: what and until when, why, what is done, what the controller thinks, what is decided. To
 * a body above the same content goes as a letter.
 */
import { capitalFirst } from '#domain/typography';
import { dotted } from '#domain/local-date';
import {
  type CatalogueRows,
  catalogueOf,
  fromDirectory,
  fromOrder,
  fromProcess,
  optional,
  typed,
  untilRegistration,
} from './catalogue-rows.js';
import * as common from './common.js';
import { SHORT_CITATION_ROWS, shortCitation } from './compiled.js';
import { dueInForce, movedWords, onWorkingDay } from './deadline-words.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { LETTER_FRAME_ROWS, letterFrame } from './letter-frame.js';
import { addressLines, signer } from './person-words.js';
import { oneSpaced } from './phrases.js';
import { planWords } from './plan-words.js';
import { dateValue, linesValue, textValue } from './typed-values.js';

export function gatherMemo(facts: DocumentFacts): GatheredFields {
  const { item, order, people, process, today, values } = facts;
  const plan = planWords(order);
  const author = common.authorOf(facts);
  const controller = people.controller ?? common.controllerOf(facts);
  const decides = common.signatoryOf(facts);
  const asked = dateValue(values, 'новоеЗначение');
  const moved = asked === undefined ? null : onWorkingDay(asked, facts);
  const { opinion = null, decision = null } = process?.extension ?? {};
  // To a body above the same goes as a letter: whoever names an addressee asks for that.
  const letter = values['адресат'] === undefined ? {} : { ...letterFrame(facts, plan), ходатайство: true };
  const data = common.together(letter, common.properties(facts), shortCitation(facts), {
    орган: { кратко: { род: common.shortBodyGenitive(order.issuer) } },
    карта: { кратко: { род: plan.shortGenitive } },
    пункт: { мероприятие: oneSpaced(item.title) },
    решает: {
      строки: decides === null ? undefined : addressLines(decides, null),
      ИОФамилия: decides === null ? undefined : signer(decides).ИОФамилия,
    },
    подразделение: author?.unit == null ? undefined : capitalFirst(author.unit),
    староеЗначение: dateValue(values, 'староеЗначение') ?? dueInForce(facts) ?? undefined,
    новоеЗначение: moved?.day,
    нерабочий: moved?.why,
    причина: sentence(textValue(values, 'причина')),
    сделано: sentence(textValue(values, 'сделано')),
    сегодня: today,
    переносы: movedWords(process?.moves ?? []) ?? undefined,
    подтверждения: linesValue(values, 'подтверждения'),
    автор: author === null ? undefined : signer(author),
    контролёр: { ИОФамилия: controller === null ? undefined : signer(controller).ИОФамилия },
    мнение: opinion === null ? undefined : { текст: opinion.text, дата: opinion.on },
    решение: decision === null ? undefined : { текст: decided(decision, moved?.day), дата: decision.on },
  });
  return { data, catalogue: CATALOGUE, title: `О переносе срока исполнения пункта ${item.no}` };
}

function decided(
  { granted, reason }: { readonly granted: boolean; readonly reason: string | null },
  day: Parameters<typeof dotted>[0] | undefined,
): string {
  if (!granted) return `Отказать.${reason === null ? '' : ` Причина: ${reason}`}`;
  return day === undefined ? 'Срок перенести.' : `Срок перенести на ${dotted(day)}.`;
}

/** The template puts the full stop. */
function sentence(text: string | undefined): string | undefined {
  return text?.replace(/\.+$/u, '');
}

/** Of a letter, except what a memo says in its own way. */
const LETTER_ROWS: CatalogueRows = {
  ...Object.fromEntries(
    LETTER_FRAME_ROWS.flatMap((rows) => Object.entries(rows)).filter(([path]) => path !== 'карта.полностью.род'),
  ),
  ходатайство: optional.typed('срок назначил вышестоящий орган'),
};

const ROWS: CatalogueRows = {
  'орган.кратко.род': fromOrder('краткое наименование органа'),
  'карта.кратко.род': fromOrder('краткое наименование дорожной карты'),
  'пункт.мероприятие': fromOrder('мероприятие'),
  'решает.строки': fromDirectory('кто решает о сроке'),
  'решает.строки[]': fromDirectory('кто решает о сроке'),
  'решает.ИОФамилия': fromDirectory('кто решает о сроке'),
  подразделение: optional.fromDirectory('подразделение исполнителя'),
  'регистрация.дата': untilRegistration('дата служебной записки', 'date'),
  'регистрация.номер': untilRegistration('номер служебной записки', 'number'),
  староеЗначение: optional.fromProcess('прежний срок'),
  новоеЗначение: typed('новый срок'),
  нерабочий: optional.fromProcess('почему новый срок перенесён'),
  причина: typed('причина переноса'),
  сделано: typed('что сделано'),
  сегодня: fromProcess('дата записки'),
  переносы: optional.fromProcess('прежние переносы'),
  подтверждения: optional.typed('чем подтверждена причина'),
  'подтверждения[]': optional.typed('подтверждение'),
  'автор.должность': fromDirectory('должность исполнителя'),
  'автор.ИОФамилия': fromDirectory('фамилия исполнителя'),
  'контролёр.ИОФамилия': fromDirectory('фамилия контролёра'),
  мнение: optional.fromProcess('мнение контролёра'),
  'мнение.текст': optional.fromProcess('мнение контролёра'),
  'мнение.дата': optional.fromProcess('дата мнения контролёра'),
  решение: optional.fromProcess('решение о переносе'),
  'решение.текст': optional.fromProcess('решение о переносе'),
  'решение.дата': optional.fromProcess('дата решения о переносе'),
};

const CATALOGUE = catalogueOf(LETTER_ROWS, common.PROPERTY_ROWS, SHORT_CITATION_ROWS, ROWS);
