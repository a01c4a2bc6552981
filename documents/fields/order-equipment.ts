/** Act that approves the list of equipment; without prices, so that a price is not frozen in an act. */
import { optional } from './catalogue-rows.js';
import { listAct } from './list-act.js';
import { EQUIPMENT_ROWS, listOfEquipment } from './list-of-equipment.js';

export const gatherActOfEquipment = listAct({
  kind: 'order-equipment',
  fields: (facts, subject) => listOfEquipment(facts, subject, false),
  rows: [EQUIPMENT_ROWS, { 'график.пробел': optional.fromProcess('реквизитов графика ещё нет') }],
});
