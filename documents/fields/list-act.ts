/** Act that approves a list: all but the list itself and what is said of it. Pure. */
import type { DocumentKind } from '#domain/document-kind';
import { APPROVAL_STAMP_ROWS, approvalStamp } from './approval-stamp.js';
import { type CatalogueRows, catalogueOf, optional } from './catalogue-rows.js';
import * as common from './common.js';
import { CONTROL_ROWS, controlPoint } from './control-point.js';
import { COPY_ROWS, copyPoint } from './copy-point.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { listSubject, type ListSubject } from './measure-words.js';
import { planWords } from './plan-words.js';
import { textValue } from './typed-values.js';

interface ListAct {
  readonly kind: DocumentKind;
  /** The list, and whatever only this act says. */
  fields(facts: DocumentFacts, subject: ListSubject | null): Record<string, unknown>;
  readonly rows: readonly CatalogueRows[];
}

export function listAct({ kind, fields, rows }: ListAct): (facts: DocumentFacts) => GatheredFields {
  const catalogue = catalogueOf(...FRAME_ROWS, ...rows);
  return (facts) => {
    const plan = planWords(facts.order);
    const subject = listSubject(facts, kind, plan, textValue(facts.values, 'предмет'));
    const data = common.together(
      common.properties(facts),
      common.actHead(facts),
      common.citation(facts, plan),
      common.signatory(facts),
      controlPoint(facts),
      copyPoint(facts),
      approvalStamp('перечень'),
      fields(facts, subject),
      { перечень: { оборот: subject?.clause ?? false } },
    );
    return { data, catalogue, title: `Об утверждении перечня ${subject?.scoped ?? ''}`.trimEnd() };
  };
}

const FRAME_ROWS: readonly CatalogueRows[] = [
  common.PROPERTY_ROWS,
  common.ACT_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  CONTROL_ROWS,
  COPY_ROWS,
  APPROVAL_STAMP_ROWS,
  {
    'акт.вид.дат': optional.fromOrder('вид акта'),
    'перечень.оборот': optional.fromOrder('наименование перечня кончается оборотом'),
  },
];
