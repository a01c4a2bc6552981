/** Letter that asks for the form of monitoring in force, or for a word that the former one still is. */
import { type CatalogueRows, catalogueOf, fromOrder, optional, typed } from './catalogue-rows.js';
import * as common from './common.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { stageOf } from './form-monitoring.js';
import { LETTER_FRAME_ROWS, letterFrame } from './letter-frame.js';
import { oneSpaced } from './phrases.js';
import { dateValue } from './typed-values.js';

export function gatherFormRequest(facts: DocumentFacts): GatheredFields {
  const stage = stageOf(facts);
  const number = stage === null ? undefined : stage === 2 ? 'II' : 'I';
  const data = common.together(letterFrame(facts), {
    этап: { номер: number, второй: stage === 2 },
    пункт: { доДня: facts.item.deadline.due ?? facts.item.deadline.workingDue ?? undefined },
    форма: { чья: formOwner(facts) },
    ответДо: dateValue(facts.values, 'ответДо'),
  });
  return { data, catalogue: CATALOGUE, title: `О форме мониторинга${number === undefined ? '' : ` (этап ${number})`}` };
}

/** «По форме, определяемой Минпросвещения России …»: the result says whose form it is; its date is added. */
function formOwner({ item }: DocumentFacts): string | undefined {
  for (const { text } of item.results) {
    const found = /по форме,?\s+((?:определяемой|утвержд[её]нной|установленной)\s.+?)[;.]?$/iu.exec(
      oneSpaced(text),
    )?.[1];
    if (found !== undefined) return `по форме, ${inInstrumental(found)}`;
  }
  return undefined;
}

/** The order itself slips into the genitive after «или»: «или Центра» is «или Центром» beside «определяемой». */
function inInstrumental(words: string): string {
  return words.replace(
    /(?<=\sили\s)(\p{Lu}\p{Ll}+(?:нтра|тета|дела|тора))(?=\s|$)/u,
    (genitive) => `${genitive.slice(0, -1)}ом`,
  );
}

const ROWS: CatalogueRows = {
  'этап.номер': optional.fromOrder('номер этапа'),
  'этап.второй': optional.fromOrder('этап второй'),
  'пункт.доДня': fromOrder('срок мониторинга'),
  'форма.чья': optional.fromOrder('чья форма мониторинга'),
  ответДо: typed('до какого дня просим ответить'),
};

const CATALOGUE = catalogueOf(...LETTER_FRAME_ROWS, ROWS);
