/** Letter that sends the list of equipment, with its estimated cost, to the external party. */
import { fromRegister, optional, typed } from './catalogue-rows.js';
import { listLetter } from './list-letter.js';
import { EQUIPMENT_ROWS, listOfEquipment } from './list-of-equipment.js';

export const gatherLetterOfEquipment = listLetter({
  kind: 'letter-equipment',
  title: 'О перечне',
  fields: (facts, subject) => listOfEquipment(facts, subject, true),
  rows: [
    EQUIPMENT_ROWS,
    {
      'перечень.чего.род': typed('чего перечень'),
      'итоги.позиций': fromRegister('число позиций'),
      'итоги.слово': fromRegister('слово «позиции» при числе'),
      'итоги.позицийСловом': fromRegister('слово «позиции» при числе'),
      комплектов: optional.typed('на сколько комплектов рассчитан перечень'),
      график: optional.fromOrder('график внешней стороны'),
      ответДо: optional.typed('до какого дня ждём ответа'),
    },
  ],
});
