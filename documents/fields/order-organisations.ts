/** Act that approves the list of organisations. */
import { type CatalogueRows, catalogueOf, optional } from './catalogue-rows.js';
import * as common from './common.js';
import { CONTROL_ROWS, controlPoint } from './control-point.js';
import { COPY_ROWS, copyPoint } from './copy-point.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { APPROVAL_STAMP_ROWS, approvalStamp } from './approval-stamp.js';
import { listOfOrganisations, ORGANISATION_ROWS } from './list-of-organisations.js';
import { listSubject } from './measure-words.js';
import { planWords } from './plan-words.js';
import { textValue } from './typed-values.js';

export function gatherActOfOrganisations(facts: DocumentFacts): GatheredFields {
  const plan = planWords(facts.order);
  const subject = listSubject(facts, 'order-organisations', plan, textValue(facts.values, 'предмет'));
  const data = common.together(
    common.properties(facts),
    common.actHead(facts),
    common.citation(facts, plan),
    common.signatory(facts),
    controlPoint(facts),
    copyPoint(facts),
    approvalStamp('перечень'),
    listOfOrganisations(facts, subject),
    { перечень: { оборот: subject?.clause ?? false }, рекомендация: textValue(facts.values, 'рекомендация') },
  );
  return { data, catalogue: CATALOGUE, title: `Об утверждении перечня ${subject?.scoped ?? ''}`.trimEnd() };
}

const ROWS: CatalogueRows = {
  'акт.вид.дат': optional.fromOrder('вид акта'),
  'перечень.оборот': optional.fromOrder('наименование перечня кончается оборотом'),
  рекомендация: optional.typed('пункт с рекомендацией'),
};

const CATALOGUE = catalogueOf(
  common.PROPERTY_ROWS,
  common.ACT_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  CONTROL_ROWS,
  COPY_ROWS,
  APPROVAL_STAMP_ROWS,
  ORGANISATION_ROWS,
  ROWS,
);
