/** A column of a register: its type and the headings under which people keep it in their own tables. Pure. */
export type ValueType =
  'text' | 'int' | 'date' | 'money' | 'inn' | 'ogrn' | 'number19' | 'person' | 'addressee' | 'lines' | 'act';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly type: Exclude<ValueType, 'person' | 'addressee' | 'lines' | 'act'>;
  /** A register may do without it. */
  readonly optional?: true;
  /** Headings in files beside the name and the label; units, case and ё do not matter. */
  readonly also?: readonly string[];
}

/** A row may carry its number; rows without one are put in order by the program. */
export const ROW_NUMBER: Column = {
  name: '№',
  label: 'номер строки',
  type: 'int',
  optional: true,
  also: ['№ п/п', 'п/п', '№ пп', 'порядковый номер', '№ строки'],
};
