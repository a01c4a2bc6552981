/**
 * Sheets → a workbook with typed cells. The same sheets give the same bytes. Texts stand as inline strings: no text becomes
 * a formula, whatever it begins with, and the format «Текстовый» keeps it so when somebody edits the cell. Pure.
 */
import { zip, zipEntry } from '#archive';
import { parseLocalDate } from '#domain/local-date';
import { columnLetters, type CellFormat, type SheetToWrite } from '#domain/sheet';
import { roublesOf } from './roubles.js';
import { serialOfDay } from './serial-day.js';
import { attributeText, cellText } from './xml-text.js';

/** @param sheets at least one; names of up to 31 characters, all different */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  const numbers = sheets.map((_, at) => at + 1);
  return zip([
    zipEntry('[Content_Types].xml', contentTypes(numbers)),
    zipEntry('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    zipEntry('xl/workbook.xml', workbook(sheets)),
    zipEntry(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...numbers.map((n) => ['worksheet', `worksheets/sheet${String(n)}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    zipEntry('xl/styles.xml', STYLES),
    ...sheets.map((sheet, at) => zipEntry(`xl/worksheets/sheet${String(at + 1)}.xml`, worksheet(sheet))),
  ]);
}

/** Numbers of `cellXfs` in `STYLES`. */
const STYLE: Readonly<Record<CellFormat, number>> = { text: 1, whole: 2, money: 3, date: 4 };
const HEADING_STYLE = 5;

function worksheet({ columns, rows }: SheetToWrite): string {
  const widths = columns.map(
    ({ width, format }, at) =>
      `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" style="${String(STYLE[format])}" customWidth="1"/>`,
  );
  const heading = columns.map(({ title }, at) => inline(at + 1, 1, title, HEADING_STYLE));
  const body = rows.map((row, at) => {
    const number = at + 2;
    const cells = columns.map(({ format }, i) => cell(i + 1, number, row[i] ?? null, format));
    return `<row r="${String(number)}">${cells.join('')}</row>`;
  });
  const last = `${columnLetters(columns.length)}${String(rows.length + 1)}`;
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${heading.join('')}</row>${body.join('')}</sheetData>` +
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

function cell(column: number, row: number, value: string | number | null, format: CellFormat): string {
  if (value === null) return '';
  if (typeof value === 'number')
    return numeric(column, row, format === 'money' ? roublesOf(value) : String(value), format);
  if (format === 'date') return numeric(column, row, String(serialOfDay(parseLocalDate(value))), format);
  return inline(column, row, value, STYLE.text);
}

function numeric(column: number, row: number, digits: string, format: CellFormat): string {
  return `<c r="${columnLetters(column)}${String(row)}" s="${String(STYLE[format])}"><v>${digits}</v></c>`;
}

function inline(column: number, row: number, text: string, style: number): string {
  return (
    `<c r="${columnLetters(column)}${String(row)}" s="${String(style)}" t="inlineStr">` +
    `<is><t xml:space="preserve">${cellText(text)}</t></is></c>`
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Built-in formats: 49 is «@», 1 «0», 4 «#,##0.00»; a day has one of ours, as the built-in one follows the reader's country. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  [1, 4, 164]
    .map(
      (id) =>
        `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    )
    .join('') +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function workbook(sheets: readonly SheetToWrite[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${attributeText(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(numbers: readonly number[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('workbook', 'sheet.main') +
    override('styles', 'styles') +
    numbers.map((n) => override(`worksheets/sheet${String(n)}`, 'worksheet')).join('') +
    '</Types>'
  );
}
