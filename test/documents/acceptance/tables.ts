/** Rows 29–32: tables within their margins, headings, rows, figures. */
import { type Check, near, plain } from './check.js';
import { wordWidth } from './letter-widths.js';
import { type ReadCell, type ReadRow, type ReadTable, tablesOf } from './read-document.js';
import type { Sample } from './sample.js';

export const TABLES: readonly Check[] = [
  {
    row: 29,
    says: 'a table is as wide as the text, and no word of a heading breaks',
    find: (sample) =>
      sample.document.sheets.flatMap((sheet) =>
        tablesOf(sheet, true).flatMap((table) => {
          const width = sheet.width - sheet.margins.left - sheet.margins.right;
          const sum = table.grid.reduce((a, b) => a + b, 0);
          return [...(near(sum, width) ? [] : [`${sum} wide, the text ${width}`]), ...brokenWords(table)];
        }),
      ),
  },
  {
    row: 30,
    says: 'headings repeat on every page, the whole of them, and no row is cut by a page',
    find: (sample) =>
      tables(sample).flatMap(({ rows, grid }) => [
        ...rows.filter(({ whole }) => !whole).map(() => 'a row may be cut'),
        ...(grid.length > 2 && rows[0]?.header !== true ? ['the heading does not repeat'] : []),
        ...rows
          .filter(
            ({ cells }, at) =>
              cells.some(({ merged }) => merged === 'continue') && rows[at - 1]?.header === true && !rows[at]?.header,
          )
          .map(() => 'only half of the heading repeats'),
      ]),
  },
  {
    row: 31,
    says: 'rows are numbered without gaps and no cell is empty',
    find: (sample) =>
      tables(sample).flatMap((table) => [
        ...table.rows.flatMap(({ cells }, at) =>
          cells
            .filter(({ text, merged }) => text.trim() === '' && merged !== 'continue')
            .map((_, column) => `row ${at + 1}: cell ${column + 1} is empty`),
        ),
        ...misnumbered(table, sample),
      ]),
  },
  {
    row: 32,
    says: 'figures stand at the right, thousands apart by a no-break space, money with two decimals, per cent with one',
    find: (sample) => tables(sample).flatMap((table) => dataRows(table).flatMap((row) => figures(table, row))),
  },
];

export function tables({ document }: Sample): readonly ReadTable[] {
  return document.sheets.flatMap((sheet) => tablesOf(sheet, true));
}

/** Rows under the heading that are not totals. */
export function dataRows(table: ReadTable): readonly ReadRow[] {
  return table.rows.filter((row) => !row.header && !isTotal(row));
}

export function isTotal({ cells }: ReadRow): boolean {
  return /^(?:Итого|Всего|в том числе)/u.test(plain(cells[0]?.text ?? ''));
}

/** The column where each cell of a row begins. */
export function columnsOf({ cells }: ReadRow): readonly number[] {
  return cells.map((_, at) => cells.slice(0, at).reduce((sum, { span }) => sum + span, 0));
}

/** Words above a column, of both levels. */
export function headingOf({ rows }: ReadTable, column: number): string {
  const said = rows
    .filter(({ header }) => header)
    .flatMap((row) => {
      const begins = columnsOf(row);
      return row.cells.filter(({ span }, at) => (begins[at] ?? 0) <= column && column < (begins[at] ?? 0) + span);
    });
  return plain(said.map(({ text }) => text).join(' '));
}

function brokenWords({ rows, grid, sideMargin }: ReadTable): string[] {
  const size = grid.length >= 9 ? 10 : 12;
  const room = ({ width }: ReadCell): number => width / 20 - (2 * sideMargin) / 20;
  return rows
    .filter(({ header }) => header)
    .flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.text.split(/[\s\u00a0]+/u).filter((word) => wordWidth(word, size) > room(cell))),
    )
    .map((word) => `«${word}» does not fit its column`);
}

function misnumbered(table: ReadTable, { kind, facts }: Sample): string[] {
  if (!headingOf(table, 0).startsWith('№')) return [];
  const numbers = dataRows(table).map(({ cells }) => cells[0]?.text ?? '');
  if (numbers[0]?.startsWith('[') === true) return [];
  const expected =
    kind === 'summary'
      ? (facts.process?.roadmap?.items ?? []).map(({ no }) => no)
      : numbers.map((_, at) => String(at + 1));
  return JSON.stringify(numbers) === JSON.stringify(expected)
    ? []
    : [`rows are numbered ${numbers.slice(0, 5).join(', ')}`];
}

const NOT_FIGURES = /^(?:№|ИНН|Дата|Контракт|Документ|Окончание|Исполнено|Переносы)/u;
const FIGURE = /^[+−-]?[\d\u00a0]+(?:,\d+)?$/u;

function figures(table: ReadTable, row: ReadRow): string[] {
  const begins = columnsOf(row);
  return row.cells.flatMap((cell, at) => {
    const heading = headingOf(table, begins[at] ?? 0);
    const text = cell.text;
    if (NOT_FIGURES.test(heading) || heading.includes('извещения') || !FIGURE.test(text)) return [];
    const decimals = heading.includes('руб.') ? 2 : heading.includes('%') ? 1 : null;
    const whole = text.split(',')[0] ?? '';
    return [
      ...(cell.paragraphs.every(({ align }) => align === 'right') ? [] : [`${heading}: «${text}» is not at the right`]),
      ...(/\d{4}/u.test(whole) ? [`${heading}: thousands of «${text}» are not apart`] : []),
      ...(decimals !== null && (text.split(',')[1] ?? '').length !== decimals
        ? [`${heading}: decimals of «${text}»`]
        : []),
    ];
  });
}
