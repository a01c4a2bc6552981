/** The list of equipment, with prices in the letter and without them in the act: rows, sums, the schedule behind it. Pure. */
import { plural } from '#domain/plural';
import { type CatalogueRows, fromRegister, optional, typed } from './catalogue-rows.js';
import type { DocumentFacts } from './facts.js';
import { own, type ListSubject } from './measure-words.js';
import { actValue, rowsValue, sortedRows, textValue, totalOf, type TypedRow, wholeValue } from './typed-values.js';

export function listOfEquipment(
  facts: DocumentFacts,
  subject: ListSubject | null,
  pricesByDefault: boolean,
): Record<string, unknown> {
  const { values } = facts;
  const rows = sortedRows(rowsValue(values, 'оборудование') ?? [], () => 0).map(withSum);
  const prices = (textValue(values, 'цены') ?? (pricesByDefault ? 'да' : 'нет')) === 'да';
  const sets = wholeValue(values, 'комплектов');
  return {
    перечень:
      subject === null ? undefined : { чего: { род: subject.core, целиком: subject.whole, полностью: subject.scoped } },
    оборудование: rows,
    таблица: { цены: prices },
    итоги:
      rows.length === 0
        ? undefined
        : {
            позиций: rows.length,
            слово: plural(rows.length, 'позицию', 'позиции', 'позиций'),
            позицийСловом: plural(rows.length, 'позиция', 'позиции', 'позиций'),
            сумма: totalOf(rows, 'сумма'),
          },
    комплектов: sets,
    график: schedule(facts),
  };
}

function withSum(row: TypedRow): TypedRow {
  const [count, price] = [wholeValue(row, 'количество'), wholeValue(row, 'цена')];
  const sum = count === undefined || price === undefined ? undefined : count * price;
  return sum === undefined || !Number.isSafeInteger(sum) ? row : { ...row, сумма: sum };
}

/** Whose schedule sets the date, from the words of the deadline: «Согласно отдельному графику Центра …». */
function schedule(facts: DocumentFacts): Record<string, unknown> | undefined {
  const { item, values } = facts;
  const found = /график(?:а|у|ом|е)?(?:\s+(\p{L}.*?))?[\s.;,]*$/iu.exec(item.deadlineText);
  if (found === null) return undefined;
  const { номер, дата } = actValue(values, 'график') ?? {};
  return {
    чей: found[1] === undefined ? undefined : own(found[1], facts),
    номер,
    дата,
    пробел: номер === undefined,
  };
}

export const EQUIPMENT_ROWS: CatalogueRows = {
  'перечень.чего.полностью': typed('чего перечень'),
  'перечень.чего.целиком': typed('чего перечень'),
  оборудование: fromRegister('перечень оборудования'),
  'оборудование[].наименование': fromRegister('наименование'),
  'оборудование[].характеристики': optional.fromRegister('краткие характеристики'),
  'оборудование[].единица': fromRegister('единица измерения'),
  'оборудование[].количество': fromRegister('количество'),
  'оборудование[].цена': fromRegister('цена'),
  'оборудование[].сумма': fromRegister('сумма'),
  'таблица.цены': optional.typed('перечень с ценами'),
  'итоги.сумма': fromRegister('сумма перечня'),
  'график.чей': optional.fromOrder('чей график'),
  'график.номер': optional.typed('реквизиты графика: номер письма'),
  'график.дата': optional.typed('реквизиты графика: дата письма'),
};
