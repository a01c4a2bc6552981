/** Act that amends the order: old words of the plan replaced by new ones, one change or several. */
import { declineBody, declinePhrase } from '#domain/declension';
import { inWords } from '#domain/russian-date';
import { type CatalogueRows, catalogueOf, fromOrder, optional, typed } from './catalogue-rows.js';
import * as common from './common.js';
import { CONTROL_ROWS, controlPoint } from './control-point.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { oneSpaced } from './phrases.js';
import { planWords } from './plan-words.js';
import { dateValue, rowsValue, textValue, type TypedRow } from './typed-values.js';

export function gatherAmendment(facts: DocumentFacts): GatheredFields {
  const { order, values } = facts;
  const plan = planWords(order);
  const changes = (rowsValue(values, 'изменения') ?? [{}]).map((row) => change(row, facts));
  const several = changes.length > 1;
  const data = common.together(
    common.properties(facts),
    common.actHead(facts),
    common.signatory(facts),
    controlPoint(facts),
    {
      орган: { полное: { род: declineBody(common.smallBody(order.issuer), 'genitive') } },
      акт: {
        вид: { вин: declinePhrase(order.kind, 'accusative') },
        дата: order.date,
        номер: order.number,
        название: oneSpaced(order.title),
      },
      карта: { кратко: { род: plan.shortGenitive, вин: declinePhrase(plan.short, 'accusative') } },
      причина: textValue(values, 'причина'),
      изменения: changes,
      изменение: several ? undefined : changes[0],
      несколько: several,
    },
  );
  const word = several ? 'изменений' : 'изменения';
  return { data, catalogue: CATALOGUE, title: `О внесении ${word} в ${order.kind} № ${order.number}` };
}

/** Without typed rows: the deadline of this point. The order's own words lose only the punctuation after them. */
function change(row: TypedRow, facts: DocumentFacts): Record<string, unknown> {
  const { item, values } = facts;
  const point = textValue(row, 'пункт') ?? item.no;
  const column = textValue(row, 'графа') ?? 'Срок';
  const isDeadline = point === item.no && column === 'Срок';
  const newDay = dateValue(values, 'новоеЗначение');
  return {
    пункт: point,
    графа: column,
    было: textValue(row, 'было') ?? (isDeadline ? unpunctuated(item.deadlineText) : undefined),
    стало: textValue(row, 'стало') ?? (isDeadline && newDay !== undefined ? inWords(newDay) : undefined),
  };
}

function unpunctuated(text: string): string | undefined {
  const bare = oneSpaced(text).replace(/[;,.]+$/u, '');
  return bare === '' ? undefined : bare;
}

const ROWS: CatalogueRows = {
  'орган.полное.род': fromOrder('наименование органа'),
  'акт.вид.вин': fromOrder('вид изменяемого акта'),
  'акт.вид.дат': optional.fromOrder('вид акта'),
  'акт.дата': fromOrder('дата изменяемого акта'),
  'акт.номер': fromOrder('номер изменяемого акта'),
  'акт.название': fromOrder('название изменяемого акта'),
  'карта.кратко.род': fromOrder('краткое наименование дорожной карты'),
  'карта.кратко.вин': fromOrder('краткое наименование дорожной карты'),
  причина: typed('в связи с чем вносится изменение'),
  изменения: fromOrder('изменения'),
  'изменения[].пункт': fromOrder('изменяемый пункт'),
  'изменения[].графа': fromOrder('изменяемая графа'),
  'изменения[].было': fromOrder('прежние слова'),
  'изменения[].стало': typed('новые слова'),
  'изменение.пункт': fromOrder('изменяемый пункт'),
  'изменение.графа': fromOrder('изменяемая графа'),
  'изменение.было': fromOrder('прежние слова'),
  'изменение.стало': typed('новые слова'),
  несколько: optional.typed('изменений несколько'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, common.ACT_HEAD_ROWS, common.SIGNATORY_ROWS, CONTROL_ROWS, ROWS);
