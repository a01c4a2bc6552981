/** Act that approves the list of equipment; without prices, so that a price is not frozen in an act. */
import { type CatalogueRows, catalogueOf, optional } from './catalogue-rows.js';
import { APPROVAL_STAMP_ROWS, approvalStamp } from './approval-stamp.js';
import * as common from './common.js';
import { CONTROL_ROWS, controlPoint } from './control-point.js';
import { COPY_ROWS, copyPoint } from './copy-point.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { EQUIPMENT_ROWS, listOfEquipment } from './list-of-equipment.js';
import { listSubject } from './measure-words.js';
import { planWords } from './plan-words.js';
import { textValue } from './typed-values.js';

export function gatherActOfEquipment(facts: DocumentFacts): GatheredFields {
  const plan = planWords(facts.order);
  const subject = listSubject(facts, 'order-equipment', plan, textValue(facts.values, 'предмет'));
  const data = common.together(
    common.properties(facts),
    common.actHead(facts),
    common.citation(facts, plan),
    common.signatory(facts),
    controlPoint(facts),
    copyPoint(facts),
    approvalStamp('перечень'),
    listOfEquipment(facts, subject, false),
    { перечень: { оборот: subject?.clause ?? false } },
  );
  return { data, catalogue: CATALOGUE, title: `Об утверждении перечня ${subject?.scoped ?? ''}`.trimEnd() };
}

const ROWS: CatalogueRows = {
  'акт.вид.дат': optional.fromOrder('вид акта'),
  'перечень.оборот': optional.fromOrder('наименование перечня кончается оборотом'),
  'график.пробел': optional.fromProcess('реквизитов графика ещё нет'),
};

const CATALOGUE = catalogueOf(
  common.PROPERTY_ROWS,
  common.ACT_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  CONTROL_ROWS,
  COPY_ROWS,
  APPROVAL_STAMP_ROWS,
  EQUIPMENT_ROWS,
  ROWS,
);
