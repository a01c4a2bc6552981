/** `rows` and `fill --rows`: real workbooks written by LibreOffice, our own, and CSV as Excel saves it. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readZip } from '#archive';
import { tableDoors } from '#bin/table-doors';
import { jsonOf, run } from './world.js';

const FILES = 'test/fixtures/tables';

describe('rows check', () => {
  it('reads a workbook with a title, a numbering row, a formula, a hidden row, a total and a signature', async () => {
    const heard = await run(['rows', 'check', `${FILES}/notices.xlsx`, '--kind', 'извещения', '--json']);
    expect(heard.code).toBe(0);
    const { rows, notes, sheet } = jsonOf(heard) as { rows: Record<string, unknown>[]; notes: string[]; sheet: string };
    expect(sheet).toBe('Извещения');
    expect(rows.map((row) => [row['№'], row['инн'], row['номер'], row['размещено'], row['нмцк']])).toEqual([
      [1, '4799000200', '0145300020124000014', '2024-01-31', 2331960],
      [2, '4799000218', '0145300020424000021', '05.02.2024', 1554640],
      [3, '4799000225', '0145300020724000024', '2024-02-08', 1554640],
    ]);
    expect(notes).toEqual([
      'Не взяты графы: K «Ответственный».',
      'Строка 9 пропущена, в ней не строка таблицы: «Начальник отдела И.А. Голубев».',
      'Скрытые строки тоже взяты: 7.',
    ]);
  });

  it('names every fault at once with its row, letter, heading and cure', async () => {
    const heard = await run(['rows', 'check', `${FILES}/notices-faulty.xlsx`, '--kind', 'register-notices', '--json']);
    expect(heard.code).toBe(3);
    const { faults } = jsonOf(heard) as { faults: { row: number; column: string; problem: string; cure: string }[] };
    expect(faults.map(({ row, column, problem }) => `${String(row)}${column}: ${problem}`)).toEqual([
      '2C: «4799000201» – не ИНН',
      '2E: «1.45300020124E+017» – номер записан числом, Excel хранит от него не больше 15 цифр',
      '2F: «31.02.2024» – такого дня нет',
      '2H: «много» – не сумма в рублях',
      '2I: «45313» – число, а не дата',
      '4H: ошибка формулы #ДЕЛ/0!',
      '5H: итог 5\u00a0000,00, а сумма строк 1\u00a0000,00',
      '4E: «0145300020424000021» уже стоит в строке 3',
    ]);
    expect(faults.every(({ cure }) => cure !== '')).toBe(true);
    const shown = await run(['rows', 'check', `${FILES}/notices-faulty.xlsx`, '--kind', 'извещения']);
    expect(shown.out).toMatch(/^Строка +Столбец +Что не так +Как исправить/u);
  });

  it.each([
    ['notices.ods', /OpenDocument/u],
    ['notices.xls', /старого формата/u],
  ])('refuses %s with one sentence', async (file, sentence) => {
    const heard = await run(['rows', 'check', `${FILES}/${file}`, '--kind', 'извещения']);
    expect(heard).toMatchObject({ code: 3, said: expect.stringMatching(sentence) });
  });

  it.each([';', ',', '\t'])('reads CSV divided by «%s», whatever its name says', async (divider) => {
    const lines = ['Наименование,Ед. изм.,Кол-во,"Цена, руб."', 'Ноутбук,шт.,2,"68 400,00"'];
    const text =
      divider === ',' ? lines.join('\r\n') : lines.join('\r\n').replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gu, divider);
    const heard = await run(['rows', 'check', 'a.xlsx', '--kind', 'оборудование', '--json'], {
      files: { 'a.xlsx': `\uFEFF${text}` },
    });
    expect(jsonOf(heard)).toMatchObject({
      ok: true,
      rows: [{ наименование: 'Ноутбук', единица: 'шт.', количество: '2', цена: '68 400,00' }],
    });
  });

  it('names all the missing columns at once', async () => {
    const heard = await run(['rows', 'check', 'a.csv', '--kind', 'организации', '--json'], {
      files: { 'a.csv': 'ИНН организации;ОГРН;Прочее\n4799001074;1024700000001;x' },
    });
    const { faults } = jsonOf(heard) as { faults: { heading: string; problem: string }[] };
    expect(faults.map(({ heading, problem }) => `${heading}: ${problem}`)).toEqual([
      'муниципальное образование: графы нет в таблице',
      'наименование по уставу: графы нет в таблице',
      'адрес: графы нет в таблице',
      'ОГРН: «1024700000001» – не ОГРН',
    ]);
  });
});

describe('rows export', () => {
  it.each([
    ['организации', 'организации', 'organisations'],
    ['оборудование', 'оборудование', 'equipment'],
    ['извещения', 'извещения', 'notices'],
    ['приёмка', 'приёмка', 'acceptance'],
    ['мониторинг', 'строки', 'monitoring-2'],
  ])('and reading again give the same rows: %s, workbook and CSV', async (kind, question, file) => {
    const rows = JSON.parse(await readFile(`test/fixtures/registers/${file}.json`, 'utf8')) as Record<
      string,
      unknown
    >[];
    const data = { 'd.json': JSON.stringify({ [question]: rows }) };
    for (const out of ['t.xlsx', 't.csv']) {
      const made = await run(['rows', 'export', '--kind', kind, '--data', 'd.json', '--out', out], { files: data });
      expect(made.code).toBe(0);
      const bytes = made.files.get(out) ?? new Uint8Array();
      const again = await run(['rows', 'check', 'x', '--kind', kind, '--json'], {
        doors: { readFile: () => Promise.resolve(bytes) },
      });
      const read = jsonOf(again) as { faults: unknown[]; rows: Record<string, unknown>[] };
      expect(read.faults).toEqual([]);
      expect(await valuesOf(kind, question, read.rows)).toEqual(await valuesOf(kind, question, rows));
    }
  });

  it('writes a text that begins like a formula as a text, in both forms', async () => {
    const book = await run(['rows', 'export', 'ЦОС-2024/1/order-appointment', '--out', 'a.xlsx']);
    expect(book.code).toBe(2); // an act of appointment has no table
    const rows = ['=1+1', '+7', '-1', '@x'].map((наименование) => ({ наименование }));
    const files = { 'd.json': JSON.stringify({ оборудование: rows }) };
    const make = async (out: string) =>
      (await run(['rows', 'export', '--kind', 'оборудование', '--data', 'd.json', '--out', out], { files })).files.get(
        out,
      ) ?? new Uint8Array();
    const sheet = readZip(await make('a.xlsx'))
      .unpack(() => true)
      .get('xl/worksheets/sheet1.xml');
    expect(new TextDecoder().decode(sheet)).not.toMatch(/<f[ >]/u);
    expect(new TextDecoder().decode(await make('a.csv'))).toMatch(/;'=1\+1;[^]*;'\+7;[^]*;'-1;[^]*;'@x;/u);
  });
});

describe('rows form', () => {
  it.each(['организации', 'оборудование', 'извещения', 'приёмка', 'мониторинг'])(
    'has every column and no row: %s',
    async (kind) => {
      const made = await run(['rows', 'form', '--kind', kind, '--out', 'f.xlsx']);
      const bytes = made.files.get('f.xlsx') ?? new Uint8Array();
      const again = await run(['rows', 'check', 'x', '--kind', kind, '--json'], {
        doors: { readFile: () => Promise.resolve(bytes) },
      });
      expect(jsonOf(again)).toMatchObject({
        faults: [{ problem: 'под названиями граф нет ни одной строки' }],
        notes: [],
      });
    },
  );
});

/** Kopecks and ISO days, as a document holds them. */
async function valuesOf(kind: string, question: string, rows: unknown): Promise<unknown> {
  const files = { 'd.json': JSON.stringify({ [question]: rows }) };
  const made = await run(['rows', 'export', '--kind', kind, '--data', 'd.json', '--out', 't.csv'], { files });
  return new TextDecoder().decode(made.files.get('t.csv'));
}

describe('fill --rows', () => {
  const fill = ['fill', 'ЦОС-2024/1/order-appointment', '--by', 'Ким А.Б.', '--rows'];
  const asNotices = {
    ...tableDoors(),
    questionOf: () => 'извещения',
    read: (_: string, bytes: Uint8Array, sheet: string | null) => tableDoors().read('извещения', bytes, sheet),
  };

  it('stores nothing when a single row is wrong', async () => {
    const heard = await run([...fill, `${FILES}/notices-faulty.xlsx`], {
      doors: { tables: () => Promise.resolve(asNotices) },
    });
    expect(heard).toMatchObject({ code: 3, acts: [], open: 0, out: expect.stringMatching(/^Проект не изменён\./u) });
  });

  it('fills the table of the document', async () => {
    const heard = await run([...fill, `${FILES}/notices.xlsx`], {
      doors: { tables: () => Promise.resolve(asNotices) },
    });
    expect(heard.code).toBe(0);
    expect(heard.acts).toMatchObject([
      { act: 'fill', given: { values: { извещения: [{ '№': 1 }, { '№': 2 }, { '№': 3 }] } } },
    ]);
  });

  it('is refused for a document that has no table', async () => {
    expect(await run([...fill, `${FILES}/notices.xlsx`])).toMatchObject({ code: 2, acts: [] });
  });
});
