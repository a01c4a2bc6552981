/** Rows 1, 2, 26 and 36: sheets, sizes of letters, numbers of pages. */
import { type Check, dxa, isLetter, near } from './check.js';
import { paragraphsIn, paragraphsOf, tablesOf, type ReadParagraph, type ReadSheet } from './read-document.js';
import type { Sample } from './sample.js';

export const GEOMETRY: readonly Check[] = [
  {
    row: 1,
    says: 'margins are those of the profile, 30 mm at the left of what is kept long',
    find: (sample) => sample.document.sheets.flatMap((sheet, at) => margins(sheet, sample, at)),
  },
  {
    row: 2,
    says: 'one face; text of 14 points, tables of 12 or 10, the executor and the address of 10',
    find: (sample) => sample.document.sheets.flatMap((sheet) => sizes(sheet)),
  },
  {
    row: 26,
    says: 'an appendix begins on a new page, and a table of five columns or more lies on a landscape sheet',
    find: ({ document, kind }) =>
      document.sheets.flatMap((sheet, at) => [
        ...(at > 0 && !sheet.newPage ? ['the appendix does not begin a page'] : []),
        ...(tablesOf(sheet, true).some(({ grid }) => grid.length >= 5) && !sheet.landscape && kind !== 'approval-sheet'
          ? ['a wide table on a portrait sheet']
          : []),
      ]),
  },
  {
    row: 36,
    says: 'pages are numbered from the second, at the top in the middle, 10 mm from the edge; an appendix goes on',
    find: ({ document }) => document.sheets.flatMap((sheet, at) => pageNumbers(sheet, at)),
  },
];

function margins(sheet: ReadSheet, { kind }: Sample, at: number): string[] {
  const left = isLetter(kind) ? 20 : 30;
  const expected = sheet.landscape
    ? { left: 20, top: 30, right: 20, bottom: 10 }
    : { left, top: 20, right: 10, bottom: 20 };
  const wrong = (['left', 'top', 'right', 'bottom'] as const).filter(
    (side) => !near(sheet.margins[side], dxa(expected[side])),
  );
  const paper = sheet.landscape ? [297, 210] : [210, 297];
  const fits = near(sheet.width, dxa(paper[0] ?? 0)) && near(sheet.height, dxa(paper[1] ?? 0));
  return [
    ...wrong.map((side) => `sheet ${at + 1}: ${side} margin ${sheet.margins[side]}`),
    ...(fits ? [] : [`sheet ${at + 1} is not A4`]),
  ];
}

function sizes(sheet: ReadSheet): string[] {
  const tables = tablesOf(sheet, true).flatMap((table) => {
    const size = table.grid.length >= 9 ? 10 : 12;
    return paragraphsIn(table).flatMap((paragraph) => otherSizes(paragraph, [size]));
  });
  const inTables = new Set(tablesOf(sheet, true).flatMap(paragraphsIn));
  const heads = new Set(
    tablesOf(sheet, false).flatMap(({ grid, ...rest }) => (grid.length === 3 ? paragraphsIn({ grid, ...rest }) : [])),
  );
  const texts = paragraphsOf(sheet)
    .filter((paragraph) => !inTables.has(paragraph))
    .flatMap((paragraph) =>
      otherSizes(
        paragraph,
        paragraph.atFoot || paragraph.text.startsWith('Сформировано ') ? [10] : heads.has(paragraph) ? [14, 10] : [14],
      ),
    );
  return [...tables, ...texts];
}

function otherSizes({ runs, text }: ReadParagraph, allowed: readonly number[]): string[] {
  return runs
    .filter(({ text: words }) => words.trim() !== '')
    .filter(({ size, font }) => !allowed.includes(size) || font !== 'Times New Roman')
    .map(({ size, font }) => `${size} pt ${font} in «${text.slice(0, 30)}»`);
}

function pageNumbers({ headers, margins: edge, firstPageApart }: ReadSheet, at: number): string[] {
  const number = headers.default;
  return [
    ...(firstPageApart === (at === 0) ? [] : [`sheet ${at + 1}: the first page is ${at === 0 ? 'numbered' : 'bare'}`]),
    ...(at > 0 || headers.first?.text === '' ? [] : ['something stands above the first page']),
    ...(number?.align === 'center' ? [] : ['the number is not in the middle']),
    ...(number?.runs.every(({ size }) => size === 12) === true ? [] : ['the number is not of 12 points']),
    ...(near(edge.header, dxa(10)) ? [] : ['the number is not 10 mm from the edge']),
  ];
}
