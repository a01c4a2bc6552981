/** Letter that sends the list of organisations to the external party. */
import { genderOfNoun, participle } from '#domain/declension';
import { ADDRESSEE_ROWS, addressee } from './addressee.js';
import { type CatalogueRows, catalogueOf, optional } from './catalogue-rows.js';
import * as common from './common.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { ENCLOSURE_ROWS, enclosure } from './enclosure.js';
import { listOfOrganisations, ORGANISATION_ROWS, ORGANISATION_SUMMARY_ROWS } from './list-of-organisations.js';
import { listSubject } from './measure-words.js';
import { capitalFirst } from './phrases.js';
import { planWords } from './plan-words.js';
import { dateValue, textValue } from './typed-values.js';

export function gatherLetterOfOrganisations(facts: DocumentFacts): GatheredFields {
  const plan = planWords(facts.order);
  const subject = listSubject(facts, 'letter-organisations', plan, textValue(facts.values, 'предмет'));
  const data = common.together(
    common.properties(facts),
    common.letterHead(facts),
    common.citation(facts, plan),
    common.signatory(facts),
    common.executor(facts),
    addressee(facts),
    enclosure(facts),
    listOfOrganisations(facts, subject),
    {
      орган: { кратко: { род: common.shortBodyGenitive(facts.order.issuer) } },
      утверждение: approval(facts),
      ответДо: dateValue(facts.values, 'ответДо'),
    },
  );
  return { data, catalogue: CATALOGUE, title: `О направлении перечня ${subject?.core ?? ''}`.trimEnd() };
}

/** The act that approves the same list: registered already, promised, or not asked for by the measure. */
function approval({ item, siblings, order }: DocumentFacts): Record<string, unknown> | undefined {
  const sibling = siblings.find(({ kind }) => kind === 'order-organisations');
  const asked =
    sibling !== undefined || item.results.some(({ documentKind }) => documentKind === 'order-organisations');
  if (!asked) return undefined;
  return {
    вид: { им: capitalFirst(order.kind) },
    направлено: participle(genderOfNoun(order.kind), 'направлен'),
    позже: sibling?.registration == null,
    дата: sibling?.registration?.date,
    номер: sibling?.registration?.number,
  };
}

const ROWS: CatalogueRows = {
  'орган.кратко.род': optional.fromOrder('краткое наименование органа'),
  утверждение: optional.fromProcess('акт об утверждении перечня'),
  'утверждение.позже': optional.fromProcess('акт об утверждении ещё не зарегистрирован'),
  'утверждение.дата': optional.fromProcess('дата акта об утверждении перечня'),
  'утверждение.номер': optional.fromProcess('номер акта об утверждении перечня'),
  'утверждение.вид.им': optional.fromOrder('вид акта об утверждении перечня'),
  'утверждение.направлено': optional.fromOrder('слово «направлено»'),
  ответДо: optional.typed('до какого дня ждём замечаний'),
};

const CATALOGUE = catalogueOf(
  common.PROPERTY_ROWS,
  common.LETTER_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  common.EXECUTOR_ROWS,
  ADDRESSEE_ROWS,
  ENCLOSURE_ROWS,
  ORGANISATION_ROWS,
  ORGANISATION_SUMMARY_ROWS,
  ROWS,
);
