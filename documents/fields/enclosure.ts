/** «Приложение: на 8 л. в 1 экз.» – sheets are counted when the letter is printed; until then a line to write on. Pure. */
import { type CatalogueRows, untilRegistration } from './catalogue-rows.js';
import type { DocumentFacts } from './facts.js';
import { wholeValue } from './typed-values.js';

export function enclosure({ values, sheets }: DocumentFacts): Record<string, unknown> {
  return { приложение: { листов: wholeValue(values, 'приложение.листов') ?? sheets } };
}

export const ENCLOSURE_ROWS: CatalogueRows = {
  'приложение.листов': untilRegistration('листов приложения', 'number'),
};
