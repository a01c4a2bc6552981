/**
 * What registers and forms share: the day of the data, the basis in short, who compiled and who agreed, the letter that it
 * goes with. Pure.
 */
import { fromDirectory, fromOrder, optional, typed, untilRegistration, type CatalogueRows } from './catalogue-rows.js';
import * as common from './common.js';
import { samePerson } from './control-point.js';
import type { DocumentFacts } from './facts.js';
import { signer } from './person-words.js';
import { planWords } from './plan-words.js';
import { actValue, dateValue } from './typed-values.js';

export function compiled(facts: DocumentFacts): Record<string, unknown> {
  const author = common.authorOf(facts);
  const controller = facts.people.controller;
  const agreed = controller === null || samePerson(author, controller) ? null : controller;
  return common.together(common.properties(facts), shortCitation(facts), {
    наДату: dateOfData(facts),
    составитель: author === null ? undefined : signer(author),
    согласующий: agreed === null ? undefined : signer(agreed),
    письмо: actValue(facts.values, 'письмо'),
  });
}

/** The basis without the full name of the plan. */
export function shortCitation(facts: DocumentFacts): Record<string, unknown> {
  const plan = planWords(facts.order);
  return common.together(common.citation(facts, plan), {
    карта: { полностью: undefined, имя: { род: plan.headGenitive } },
  });
}

/** The day that the data are of; today unless somebody says otherwise. */
export function dateOfData({ values, today }: DocumentFacts): string {
  return dateValue(values, 'наДату') ?? today;
}

export const SHORT_CITATION_ROWS: CatalogueRows = {
  ...Object.fromEntries(Object.entries(common.CITATION_ROWS).filter(([path]) => path !== 'карта.полностью.род')),
  'карта.имя.род': fromOrder('наименование дорожной карты'),
};

export const COMPILED_ROWS: CatalogueRows = {
  ...common.PROPERTY_ROWS,
  ...SHORT_CITATION_ROWS,
  наДату: typed('на какую дату'),
  'составитель.должность': fromDirectory('должность составителя'),
  'составитель.ИОФамилия': fromDirectory('фамилия составителя'),
  согласующий: optional.fromDirectory('с кем согласовано'),
  'согласующий.должность': optional.fromDirectory('должность согласовавшего'),
  'согласующий.ИОФамилия': optional.fromDirectory('фамилия согласовавшего'),
  письмо: optional.typed('сопроводительное письмо'),
  'письмо.дата': untilRegistration('дата сопроводительного письма', 'date'),
  'письмо.номер': untilRegistration('номер сопроводительного письма', 'number'),
};
