/** Letter that sends the list of organisations to the external party. */
import { capitalFirst } from '#domain/typography';
import { genderOfNoun, participle } from '#domain/declension';
import { optional } from './catalogue-rows.js';
import { shortBodyGenitive } from './common.js';
import type { DocumentFacts } from './facts.js';
import { listLetter } from './list-letter.js';
import { listOfOrganisations, ORGANISATION_ROWS, ORGANISATION_SUMMARY_ROWS } from './list-of-organisations.js';

export const gatherLetterOfOrganisations = listLetter({
  kind: 'letter-organisations',
  title: 'О направлении перечня',
  fields: (facts, subject) => ({
    ...listOfOrganisations(facts, subject),
    орган: { кратко: { род: shortBodyGenitive(facts.order.issuer) } },
    утверждение: approval(facts),
  }),
  rows: [
    ORGANISATION_ROWS,
    ORGANISATION_SUMMARY_ROWS,
    {
      'орган.кратко.род': optional.fromOrder('краткое наименование органа'),
      утверждение: optional.fromProcess('акт об утверждении перечня'),
      'утверждение.позже': optional.fromProcess('акт об утверждении ещё не зарегистрирован'),
      'утверждение.дата': optional.fromProcess('дата акта об утверждении перечня'),
      'утверждение.номер': optional.fromProcess('номер акта об утверждении перечня'),
      'утверждение.вид.им': optional.fromOrder('вид акта об утверждении перечня'),
      'утверждение.направлено': optional.fromOrder('слово «направлено»'),
      ответДо: optional.typed('до какого дня ждём замечаний'),
    },
  ],
});

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
