/** Act that approves the list of organisations. */
import { optional } from './catalogue-rows.js';
import { listAct } from './list-act.js';
import { listOfOrganisations, ORGANISATION_ROWS } from './list-of-organisations.js';
import { textValue } from './typed-values.js';

export const gatherActOfOrganisations = listAct({
  kind: 'order-organisations',
  fields: (facts, subject) => ({
    ...listOfOrganisations(facts, subject),
    рекомендация: textValue(facts.values, 'рекомендация'),
  }),
  rows: [ORGANISATION_ROWS, { рекомендация: optional.typed('пункт с рекомендацией') }],
});
