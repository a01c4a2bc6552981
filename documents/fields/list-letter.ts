/** Letter that sends a list to the external party: all but the list itself and what is said of it. Pure. */
import type { DocumentKind } from '#domain/document-kind';
import { type CatalogueRows, catalogueOf } from './catalogue-rows.js';
import * as common from './common.js';
import { ENCLOSURE_ROWS, enclosure } from './enclosure.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { LETTER_FRAME_ROWS, letterFrame } from './letter-frame.js';
import { listSubject, type ListSubject } from './measure-words.js';
import { planWords } from './plan-words.js';
import { dateValue, textValue } from './typed-values.js';

interface ListLetter {
  readonly kind: DocumentKind;
  /** What the letter is called, up to the subject of the list: «О направлении перечня». */
  readonly title: string;
  /** The list, and whatever only this letter says. */
  fields(facts: DocumentFacts, subject: ListSubject | null): Record<string, unknown>;
  readonly rows: readonly CatalogueRows[];
}

export function listLetter({ kind, title, fields, rows }: ListLetter): (facts: DocumentFacts) => GatheredFields {
  const catalogue = catalogueOf(...FRAME_ROWS, ...rows);
  return (facts) => {
    const plan = planWords(facts.order);
    const subject = listSubject(facts, kind, plan, textValue(facts.values, 'предмет'));
    const data = common.together(letterFrame(facts, plan), enclosure(facts), fields(facts, subject), {
      ответДо: dateValue(facts.values, 'ответДо'),
    });
    return { data, catalogue, title: `${title} ${subject?.core ?? ''}`.trimEnd() };
  };
}

const FRAME_ROWS: readonly CatalogueRows[] = [...LETTER_FRAME_ROWS, ENCLOSURE_ROWS];
