/** Columns of equipment and what it costs, under the names that templates use. Pure. */
import { type Column, ROW_NUMBER } from './column.js';

export const EQUIPMENT: readonly Column[] = [
  ROW_NUMBER,
  {
    name: 'наименование',
    label: 'наименование',
    type: 'text',
    also: ['наименование оборудования', 'оборудование', 'название', 'наименование товара', 'позиция'],
  },
  {
    name: 'характеристики',
    label: 'краткие характеристики',
    type: 'text',
    optional: true,
    also: ['технические характеристики', 'основные характеристики', 'краткие технические характеристики', 'описание'],
  },
  {
    name: 'единица',
    label: 'единица измерения',
    type: 'text',
    also: ['ед. изм.', 'ед. измерения', 'единицы измерения'],
  },
  { name: 'количество', label: 'количество', type: 'int', also: ['кол-во', 'число', 'количество единиц'] },
  {
    name: 'цена',
    label: 'цена, руб.',
    type: 'money',
    also: ['цена за единицу', 'цена единицы', 'цена за ед.', 'цена за 1 ед.', 'цена за единицу с НДС'],
  },
];
