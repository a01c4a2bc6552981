/** The point that sends a copy of the act to the external party; there is none when nobody outside is named. Pure. */
import { capitalFirst } from '#domain/typography';
import { declineName } from '#domain/declension';
import { workingDaysInWords } from '#domain/number-words';
import { externalParty, unitDative } from './body-words.js';
import { type CatalogueRows, fromDirectory, optional } from './catalogue-rows.js';
import { authorOf } from './common.js';
import type { DocumentFacts } from './facts.js';
import { wholeValue } from './typed-values.js';

const DEFAULT_WORKING_DAYS = 3;

export function copyPoint(facts: DocumentFacts): Record<string, unknown> {
  const party = externalParty(facts);
  if (party === null) return {};
  const author = authorOf(facts);
  const unit = unitDative(author) ?? (author === null ? null : declineName(author, 'dative', 'short'));
  return {
    копия: {
      кому: unit === null ? undefined : capitalFirst(unit),
      срок: workingDaysInWords(wholeValue(facts.values, 'срокНаправления') ?? DEFAULT_WORKING_DAYS),
      куда: party.into,
    },
  };
}

export const COPY_ROWS: CatalogueRows = {
  копия: optional.fromOrder('кому направляется копия'),
  'копия.кому': fromDirectory('кто направляет копию'),
  'копия.срок': optional.typed('в течение скольких рабочих дней'),
  'копия.куда': optional.fromOrder('куда направляется копия'),
};
