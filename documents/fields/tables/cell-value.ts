/**
 * A cell of a file → what a person would have typed, then through the same checks. A long number that Excel has rounded is
 * refused, never completed. Pure.
 */
import { dotted } from '#domain/local-date';
import type { SheetCell } from '#domain/sheet';
import type { Column } from '../register-columns/column.js';
import { READERS, Unfit } from '../value-readers.js';

export interface ReadCell {
  /** As `parseValues` takes it. */
  readonly typed: string | number;
  /** As it stands in the document's values: kopecks, an ISO day. */
  readonly value: unknown;
}

/** @throws Unfit */
export function readCell(cell: SheetCell, { type }: Column): ReadCell {
  const typed = typedOf(cell, type);
  try {
    return { typed, value: READERS[type](typed) };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const isShort = type === 'inn' && cell.kind === 'number' && /^\d{9}$|^\d{11}$/u.test(String(cell.value));
    const cure = isShort ? `Excel отбросил ноль в начале: ${AS_TEXT}` : (error.cure ?? CURES[type]);
    throw new Unfit(error.problem, cure);
  }
}

function typedOf(cell: SheetCell, type: Column['type']): string | number {
  switch (cell.kind) {
    case 'text':
      if (/^\s*\d[.,]\d+[eEеЕ]\+\d+\s*$/u.test(cell.text)) throw rounded(cell.text.trim());
      return cell.text;
    case 'boolean':
      throw new Unfit(`стоит ${cell.value ? 'ИСТИНА' : 'ЛОЖЬ'}`, CURES[type]);
    case 'error':
      throw new Unfit(`ошибка формулы ${cell.shown}`, 'исправьте формулу или впишите значение');
    case 'formula':
      throw new Unfit('формула не вычислена', 'откройте файл в Excel и сохраните его заново');
    case 'number':
      return typedNumber(cell, type);
  }
}

function typedNumber({ value, digits, day }: SheetCell & { kind: 'number' }, type: Column['type']): string | number {
  if (type === 'date') {
    if (day !== null) return day;
    throw new Unfit(`«${digits}» – число, а не дата`, 'задайте столбцу формат «Дата» или впишите день как 25.08.2024');
  }
  if (day !== null)
    throw new Unfit(`в ячейке дата ${dotted(day)}`, type === 'int' || type === 'money' ? CURES[type] : AS_TEXT);
  if (type === 'number19' || Math.abs(value) >= 1e15) throw rounded(digits);
  // A formula leaves 2331960.0000000005 where Excel shows 2331960.
  const plain = Number(value.toPrecision(15));
  if (type === 'int' || type === 'money') return plain;
  if (!Number.isInteger(plain)) throw new Unfit(`«${digits}» – дробное число, а не текст`, AS_TEXT);
  return String(plain);
}

function rounded(digits: string): Unfit {
  return new Unfit(`«${digits}» – номер записан числом, Excel хранит от него не больше 15 цифр`, AS_TEXT);
}

const AS_TEXT = 'задайте столбцу формат «Текстовый» и впишите значение заново';

const CURES: Readonly<Record<Column['type'], string>> = {
  text: 'впишите текст',
  int: 'впишите целое число цифрами',
  date: 'впишите день как 25.08.2024',
  money: 'впишите рубли цифрами, как 746 230,00',
  inn: 'впишите ИНН: 10 или 12 цифр',
  ogrn: 'впишите ОГРН: 13 или 15 цифр',
  number19: 'впишите все 19 цифр, столбцу задайте формат «Текстовый»',
};
