/** Periods marked by the colour of a cell, and shading that marks nothing. */
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readOrder, sourceText } from '#importer';
import { measures, readWord, told } from './acts.js';
import { p, tbl, tc, tr } from './word-file.js';

const HEADER = ['№', 'Мероприятие', 'Исполнитель', 'I кв. 2025', 'II кв. 2025', 'III кв. 2025', 'IV кв. 2025'];

/** One character a cell of the periods: «.» has no colour; «g», «b» and «w» are green, blue and white; «+» is a mark. */
const COLOURS: Readonly<Record<string, string>> = { g: '00B050', b: '8DB3E2', w: 'FFFFFF', G: '00B050' };

const cell = (text: string, key: string) =>
  tc(p(text), COLOURS[key] === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${COLOURS[key]}"/>`);

/** @param rows colours of the periods, after «/» the colour of the row's other cells */
async function readRows(...rows: readonly string[]) {
  const body = rows.map((row, i) => {
    const [periods = '', other = '.'] = row.split('/');
    const named = [String(i + 1), `Высажены деревья на участке ${i + 1}`, 'Отдел парков'].map((text) =>
      cell(text, other),
    );
    return tr(...named, ...[...periods].map((key) => cell(/[+G]/u.test(key) ? '+' : key === '-' ? '–' : '', key)));
  });
  const header = tr(...HEADER.map((text) => cell(text, 'g')));
  return readWord(tbl(header, ...body));
}

const deadlines = async (...rows: readonly string[]) =>
  measures(await readRows(...rows)).map(({ deadline }) => deadline);

describe('a period marked by the colour of its cell', () => {
  it('is the deadline, told to be checked, with the header as its source', async () => {
    const reading = await readRows('.g..', '..g.', 'gw..');
    expect(measures(reading).map(({ deadline }) => deadline)).toEqual([
      'II квартал 2025 года',
      'III квартал 2025 года',
      'I квартал 2025 года',
    ]);
    const { sources } = reading.items[0]?.deadline ?? {};
    expect(sources?.map((source) => sourceText(reading.blocks, source))).toEqual(['II кв. 2025']);
    expect(told(reading).filter((line) => line.includes('только цветом ячейки'))).toHaveLength(3);
  });

  it('makes one stretch with its neighbours', async () => {
    expect(await deadlines('gg..', '..gg')).toEqual(['I–II кварталы 2025 года', 'III–IV кварталы 2025 года']);
  });

  it('counts only where no cell of the row has a mark; another coloured period is told', async () => {
    const reading = await readRows('+.g.', '.G..');
    expect(measures(reading).map(({ deadline }) => deadline)).toEqual(['I квартал 2025 года', 'II квартал 2025 года']);
    expect(told(reading).filter((line) => line.includes('закрашены и другие периоды'))).toHaveLength(1);
  });

  it('is told apart from the shading of its row', async () => {
    expect(await deadlines('bgbb/b', '..g.', '....', 'bbbg/b')).toEqual([
      'II квартал 2025 года',
      'III квартал 2025 года',
      '',
      'IV квартал 2025 года',
    ]);
  });

  it.each([
    ['every second row', ['gggg/g', '..../.', 'gggg/g']],
    ['periods of a row, all of them', ['gggg', '....']],
    ['part of a row whose other cells have the colour too', ['gg../g', '....']],
    ['a column', ['g...', 'g...', 'g...']],
    ['every second column', ['g.g.', 'g.g.']],
    ['a column in two colours', ['g...', 'b...']],
    ['a column and a row', ['g...', 'gggg/g']],
    ['the only row', ['.g..']],
    ['cells of one row in two colours', ['gb..', '....']],
    ['white', ['w...', '.w..']],
    ['a cell with a dash', ['-...', '....']],
  ])('is never read from shading: %s', async (_what, rows) => {
    const reading = await readRows(...rows);
    expect(measures(reading).map(({ deadline }) => deadline)).toEqual(rows.map(() => ''));
    expect(told(reading).filter((line) => line.includes('нет однозначных отметок'))).toHaveLength(rows.length);
  });

  it.each(['bgcolor="#00B050"', 'style="width:2cm; background: #00b050"', 'style="background-color:rgb(0, 176, 80)"'])(
    'is read from a page: <td %s>',
    async (colour) => {
      const row = (texts: readonly string[], at: number) =>
        `<tr bgcolor="silver">${texts.map((text, i) => `<td ${i === at ? colour : 'style="background:white"'}>${text}</td>`).join('')}</tr>`;
      const act = ['ПРИКАЗ', '14.01.2025 № 7-о', 'Об утверждении плана', '1. Утвердить план.', 'Директор И.И. Орлов'];
      const page = `<html><meta charset="utf-8"><body>${act.map((line) => `<p>${line}</p>`).join('')}<table>${row(HEADER, -1)}${row(
        ['1', 'Высажены деревья', 'Отдел парков', '', '', '', ''],
        4,
      )}${row(['2', 'Политы деревья', 'Отдел парков', '', '', '', ''], 5)}</table></body></html>`;
      const reading = await readOrder(new TextEncoder().encode(page), { fileName: 'план.html' });
      expect(measures(reading).map(({ deadline }) => deadline)).toEqual([
        'II квартал 2025 года',
        'III квартал 2025 года',
      ]);
    },
  );

  it('is read from a workbook, whether its cell has a colour of its own or of the theme', async () => {
    const text = (value: string, style = 0) => `<c t="inlineStr" s="${style}"><is><t>${value}</t></is></c>`;
    const act = ['ПРИКАЗ', '14.01.2025 № 7-о', 'Об утверждении плана', '1. Утвердить план.', 'Директор И.И. Орлов'];
    const rows = [
      ...act.map((line) => text(line)),
      '',
      HEADER.map((name) => text(name, 1)).join(''),
      ['1', 'Высажены деревья', 'Отдел парков'].map((each) => text(each)).join('') + '<c s="3"/><c s="1"/><c/><c/>',
      ['2', 'Политы деревья', 'Отдел парков'].map((each) => text(each)).join('') + '<c/><c/><c s="2"/><c s="4"/>',
    ].map((inner) => `<row>${inner}</row>`);
    const reading = await readOrder(workbookOf(rows.join('')), { fileName: 'план.xlsx' });
    expect(measures(reading).map(({ deadline }) => deadline)).toEqual([
      'II квартал 2025 года',
      'III квартал 2025 года',
    ]);
  });
});

/** Styles: 0 none, 1 green, 2 a colour of the theme, 3 white, 4 the paper of the theme. */
function workbookOf(rows: string): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (...inner: readonly (readonly [string, string])[]) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner
        .map(([type, target]) => `<Relationship Id="${type}" Type="${kinds}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  const colours = ['rgb="FF00B050"', 'theme="4" tint="0.4"', 'rgb="FFFFFFFF"', 'theme="0"'].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor ${colour}/><bgColor indexed="64"/></patternFill></fill>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${kinds}"><sheets><sheet name="План" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': strToU8(
      `<styleSheet ${main}><fills><fill><patternFill patternType="none"/></fill>${colours.join('')}</fills><cellXfs>${[
        0, 1, 2, 3, 4,
      ]
        .map((fill) => `<xf fillId="${fill}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
  });
}
