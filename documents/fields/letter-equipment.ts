/** Letter that sends the list of equipment, with its estimated cost, to the external party. */
import { ADDRESSEE_ROWS, addressee } from './addressee.js';
import { type CatalogueRows, catalogueOf, fromRegister, optional, typed } from './catalogue-rows.js';
import * as common from './common.js';
import { ENCLOSURE_ROWS, enclosure } from './enclosure.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { EQUIPMENT_ROWS, listOfEquipment } from './list-of-equipment.js';
import { listSubject } from './measure-words.js';
import { planWords } from './plan-words.js';
import { dateValue, textValue } from './typed-values.js';

export function gatherLetterOfEquipment(facts: DocumentFacts): GatheredFields {
  const plan = planWords(facts.order);
  const subject = listSubject(facts, 'letter-equipment', plan, textValue(facts.values, 'предмет'));
  const data = common.together(
    common.properties(facts),
    common.letterHead(facts),
    common.citation(facts, plan),
    common.signatory(facts),
    common.executor(facts),
    addressee(facts),
    enclosure(facts),
    listOfEquipment(facts, subject, true),
    { ответДо: dateValue(facts.values, 'ответДо') },
  );
  return { data, catalogue: CATALOGUE, title: `О перечне ${subject?.core ?? ''}`.trimEnd() };
}

const ROWS: CatalogueRows = {
  'перечень.чего.род': typed('чего перечень'),
  'итоги.позиций': fromRegister('число позиций'),
  'итоги.слово': fromRegister('слово «позиции» при числе'),
  'итоги.позицийСловом': fromRegister('слово «позиции» при числе'),
  комплектов: optional.typed('на сколько комплектов рассчитан перечень'),
  график: optional.fromOrder('график внешней стороны'),
  ответДо: optional.typed('до какого дня ждём ответа'),
};

const CATALOGUE = catalogueOf(
  common.PROPERTY_ROWS,
  common.LETTER_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  common.EXECUTOR_ROWS,
  ADDRESSEE_ROWS,
  ENCLOSURE_ROWS,
  EQUIPMENT_ROWS,
  ROWS,
);
