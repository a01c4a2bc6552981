/** Fields that most documents share: the body, the act being executed, the plan, the point, registration, people. Pure. */
import { isRecord } from '#domain/json-source';
import { declineBody, declinePhrase } from '#domain/declension';
import { oneSpaced, smallFirst } from './phrases.js';
import type { Official } from '#domain/official';
import { headLines, letterLines, shortBody } from './body-words.js';
import { type CatalogueRows, fromDirectory, fromOrder, optional, untilRegistration } from './catalogue-rows.js';
import type { DocumentFacts, OrderFacts } from './facts.js';
import { asInOrder, fromOrder as personOfOrder, fullName, isSame, type Person, signer } from './person-words.js';
import { type PlanWords, planWords } from './plan-words.js';
import { linesValue, textValue } from './typed-values.js';

type Data = Record<string, unknown>;

/** What every document cites: «пункта 2 Комплекса мер …, утверждённого распоряжением комитета … от … № …». */
export function citation(facts: DocumentFacts, plan: PlanWords = planWords(facts.order)): Data {
  const { order, item } = facts;
  return {
    орган: { полное: { род: declineBody(smallBody(order.issuer), 'genitive') } },
    акт: { вид: { твор: declinePhrase(order.kind, 'instrumental') }, дата: order.date, номер: order.number },
    карта: { полностью: { род: plan.genitive }, утверждённого: plan.approvedGenitive },
    пункт: { номер: item.no },
  };
}

export const CITATION_ROWS: CatalogueRows = {
  'орган.полное.род': fromOrder('наименование органа'),
  'акт.вид.твор': fromOrder('вид исполняемого акта'),
  'акт.дата': fromOrder('дата исполняемого акта'),
  'акт.номер': fromOrder('номер исполняемого акта'),
  'карта.полностью.род': fromOrder('наименование дорожной карты'),
  'карта.утверждённого': fromOrder('слово «утверждённого» в роде наименования карты'),
  'пункт.номер': fromOrder('номер пункта'),
};

/** Name of the body and of the plan for the properties of the file. */
export function properties(facts: DocumentFacts): Data {
  return { орган: { полное: { им: oneSpaced(facts.order.issuer) } } };
}

export const PROPERTY_ROWS: CatalogueRows = { 'орган.полное.им': fromOrder('наименование органа') };

/** Letterhead, kind and registration line of an act. */
export function actHead({ order }: DocumentFacts): Data {
  return {
    орган: { бланк: headLines(order) },
    акт: {
      вид: {
        род: declinePhrase(order.kind, 'genitive'),
        дат: declinePhrase(order.kind, 'dative'),
        прописными: order.kind.toUpperCase(),
      },
      повеление: command(order),
    },
    регистрация: { окончание: /\p{N}(-\p{L}+)$/u.exec(order.number)?.[1] },
  };
}

export const ACT_HEAD_ROWS: CatalogueRows = {
  'орган.бланк': fromOrder('строки бланка'),
  'орган.бланк[].строка': fromOrder('строка бланка'),
  'орган.бланк[].имяОргана': optional.fromOrder('строка с наименованием органа'),
  'акт.вид.род': fromOrder('вид акта'),
  'акт.вид.прописными': fromOrder('вид акта'),
  'акт.повеление': optional.fromOrder('слово «приказываю» или «постановляю»'),
  'регистрация.дата': untilRegistration('дата регистрации', 'date'),
  'регистрация.номер': untilRegistration('регистрационный номер', 'number'),
  'регистрация.окончание': optional.fromOrder('окончание номера'),
};

/** Letterhead and registration of a letter. */
export function letterHead({ order, values }: DocumentFacts): Data {
  return {
    орган: { бланкПисьма: letterLines(order), реквизиты: linesValue(values, 'реквизиты') },
  };
}

export const LETTER_HEAD_ROWS: CatalogueRows = {
  'орган.бланкПисьма': fromOrder('строки бланка'),
  'орган.бланкПисьма[].строка': fromOrder('строка бланка'),
  'орган.бланкПисьма[].имяОргана': optional.fromOrder('строка с наименованием органа'),
  'орган.реквизиты': optional.typed('адрес и реквизиты органа'),
  'орган.реквизиты[]': optional.typed('строка реквизитов органа'),
  'регистрация.дата': untilRegistration('дата регистрации', 'date'),
  'регистрация.номер': untilRegistration('регистрационный номер', 'number'),
};

export function signatory(facts: DocumentFacts): Data {
  const person = signatoryOf(facts);
  const certificate = facts.process?.signature;
  return {
    подписант: person === null ? undefined : signer(person),
    эп:
      certificate === undefined
        ? undefined
        : { сертификат: certificate.number, владелец: certificate.owner, с: certificate.from, по: certificate.to },
  };
}

export const SIGNATORY_ROWS: CatalogueRows = {
  'подписант.должность': fromOrder('должность подписывающего'),
  'подписант.ИОФамилия': fromOrder('фамилия подписывающего'),
  эп: optional.fromProcess('электронная подпись'),
  'эп.сертификат': optional.fromProcess('номер сертификата'),
  'эп.владелец': optional.fromProcess('владелец сертификата'),
  'эп.с': optional.fromProcess('начало действия сертификата'),
  'эп.по': optional.fromProcess('конец действия сертификата'),
};

/** Who signed the order; the directory's person when another holds the post by now. */
export function signatoryOf({ order, people }: DocumentFacts): Person | null {
  const { signatory: known } = people;
  if (known === null) return personOfOrder(order.signatory);
  return isSame(order.signatory, known) ? asInOrder(known, order) : known;
}

export function controllerOf({ order, people }: DocumentFacts): Person | null {
  const { controller: known } = people;
  if (known === null) return order.controller === null ? null : personOfOrder(order.controller);
  return asInOrder(known, order);
}

/** Who prepares the paper: the responsible official, or the first co-executor of the body when an outsider answers. */
export function authorOf({ people }: DocumentFacts): Official | null {
  const { responsible, coExecutors } = people;
  return [responsible, ...coExecutors].find((person) => person?.external === false) ?? null;
}

export function executor(facts: DocumentFacts): Data {
  const author = authorOf(facts);
  return {
    исполнитель: {
      полностью: author === null ? undefined : fullName(author),
      телефон: textValue(facts.values, 'исполнитель.телефон') ?? author?.phone ?? undefined,
    },
  };
}

export const EXECUTOR_ROWS: CatalogueRows = {
  'исполнитель.полностью': fromDirectory('исполнитель: фамилия, имя, отчество'),
  'исполнитель.телефон': optional.fromDirectory('контактный телефон'),
  'регистрация.номер': untilRegistration('регистрационный номер', 'number'),
};

/** Merges the parts of one document: nested objects are joined, the later value wins. */
export function together(...parts: readonly Data[]): Data {
  const whole: Data = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) {
      const known = whole[name];
      whole[name] = isRecord(known) && isRecord(value) ? together(known, value) : value;
    }
  }
  return whole;
}

/** «комитет … от …»: inside a sentence the name of the body begins small, as the order itself writes it. */
export function smallBody(issuer: string): string {
  return smallFirst(oneSpaced(issuer));
}

export function shortBodyGenitive(issuer: string): string {
  return declineBody(shortBody(issuer), 'genitive');
}

/**
 * «… образования ПРИКАЗЫВАЮ:» – the acts drafted from an order command as it does, or not at all. In the third person
 * («администрация … ПОСТАНОВЛЯЕТ») the body is named.
 */
function command({ preamble, issuer }: OrderFacts): string | undefined {
  const said = /(?:^|\s)((?:\p{L}\s){6,}\p{L}|\p{L}+)\s*:?\s*$/u.exec(preamble ?? '')?.[1];
  const verb = said?.replaceAll(/\s/gu, '') ?? '';
  if (said === undefined || !COMMAND.test(verb)) return undefined;
  const printed = said.replaceAll(/\s/gu, '\u00A0');
  return /ет(?:ся)?$/iu.test(verb) ? `${smallBody(issuer)} ${printed}` : printed;
}

const COMMAND = /^(?:приказыва|постановля|распоряжа|обязыва)(?:ю|ет|юсь|ем|ется)$/iu;
