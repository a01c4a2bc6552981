/** Rows 33–35: totals, sums in words, registered numbers. Recomputed from what is printed. */
import { moneyInWords } from '#domain/number-words';
import { type Check, plain } from './check.js';
import type { ReadRow, ReadTable } from './read-document.js';
import { columnsOf, dataRows, headingOf, isTotal, tables } from './tables.js';

export const NUMBERS: readonly Check[] = [
  {
    row: 33,
    says: 'a total is the sum of its rows and counts them right',
    find: (sample) => tables(sample).flatMap((table) => totals(table)),
  },
  {
    row: 34,
    says: 'a sum in words says what its figures say',
    find: ({ text }) =>
      [...plain(text).matchAll(/(\d[\d ]*) \([^)]+\) рубл\p{L}+ (\d\d) копе\p{L}+/gu)]
        .filter(([said, roubles = '', kopecks = '']) => {
          const amount = Number(roubles.replaceAll(' ', '')) * 100 + Number(kopecks);
          return plain(moneyInWords(amount)) !== said;
        })
        .map(([said]) => said),
  },
  {
    row: 35,
    says: 'an ИНН has its check digits, a number of a notice or of a contract its nineteen',
    find: (sample) =>
      tables(sample).flatMap((table) =>
        dataRows(table).flatMap((row) =>
          row.cells.flatMap(({ text }, at) => misspelt(headingOf(table, columnsOf(row)[at] ?? 0), text)),
        ),
      ),
  },
];

function totals(table: ReadTable): string[] {
  const rows = dataRows(table);
  const total = table.rows.find((row) => isTotal(row));
  if (total === undefined) return [];
  const begins = columnsOf(total);
  const counted = /^Итого: (\d+)/u.exec(plain(total.cells[0]?.text ?? ''))?.[1];
  return [
    ...(counted === undefined || Number(counted) === rows.length
      ? []
      : [`${counted} rows are counted, there are ${rows.length}`]),
    ...total.cells.flatMap(({ text }, at) => {
      const column = begins[at] ?? 0;
      const heading = headingOf(table, column);
      const said = figure(text);
      if (at === 0 || said === null || /%|[Сс]редн|Перенос|Изменение/u.test(heading)) return [];
      const sum = rows.reduce((all, row) => all + (figure(cellAt(row, column)) ?? 0), 0);
      return Math.abs(sum - said) < 0.005 ? [] : [`${heading}: ${text} is printed, the rows make ${sum}`];
    }),
  ];
}

function cellAt(row: ReadRow, column: number): string {
  return row.cells[columnsOf(row).indexOf(column)]?.text ?? '';
}

function figure(text: string): number | null {
  const leading = /^[+−-]?\d[\d\u00a0]*(?:,\d+)?/u.exec(text)?.[0];
  return leading === undefined ? null : Number(leading.replaceAll('\u00a0', '').replace(',', '.').replace('−', '-'));
}

function misspelt(heading: string, text: string): string[] {
  const long = /извещения|Контракт/u.test(heading) ? (/\d{11,}/u.exec(text)?.[0] ?? '') : null;
  const inn = heading.includes('ИНН') ? (/(?<!\d)\d{10}(?:\d\d)?(?!\d)/u.exec(text)?.[0] ?? '') : null;
  return [
    ...(long === null || long.length === 19 || text.startsWith('[') ? [] : [`«${text}» has no nineteen digits`]),
    ...(inn === null || checksOut(inn) ? [] : [`«${text}» has no right ИНН`]),
  ];
}

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Weights of an ИНН: the last ten for ten digits, eleven and twelve from their own ends. */
function checksOut(inn: string): boolean {
  const digits = [...inn].map(Number);
  const check = (at: number): boolean => {
    const weights = WEIGHTS.slice(WEIGHTS.length - at);
    return (weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11) % 10 === digits[at];
  };
  return inn.length === 10 ? check(9) : inn.length === 12 && check(10) && check(11);
}
