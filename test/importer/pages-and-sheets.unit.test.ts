import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readOrder } from '#importer';

const HEAD_LINES = [
  'КОМИТЕТ ПО ТРУДУ',
  'РАСПОРЯЖЕНИЕ',
  '12.03.2024 № 15-р',
  'Об утверждении плана мероприятий',
  '1. Утвердить план мероприятий.',
  'УТВЕРЖДЁН',
  'распоряжением комитета по труду от 12.03.2024 № 15-р',
  'План мероприятий по труду',
];
const HEADER = ['№', 'Мероприятие', 'Исполнитель', 'Результат', 'Срок'];
const FIRST = ['1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', 'до 15 мая 2024 г.'];
const SECOND = ['2.', 'Составлена опись', 'Архив', 'Опись', 'июнь 2024 г.'];
const ROWS = [
  ['1', 'Проведена сверка', ['Отдел учёта'], ['Акт сверки'], 'до 15 мая 2024 г.'],
  ['2', 'Составлена опись', ['Архив'], ['Опись'], 'июнь 2024 г.'],
];

async function read(bytes: Uint8Array) {
  const reading = await readOrder(bytes, { fileName: 'a' });
  return {
    order: reading.order,
    told: reading.problems.map(({ message }) => message).join(' '),
    rows: reading.items.map(({ no, title, responsible, results, deadline }) => [
      no.value,
      title.value,
      responsible.map(({ value }) => value),
      results.map(({ text }) => text.value),
      deadline.value,
    ]),
  };
}

const cells = (row: readonly string[], name = 'td') =>
  `<tr>${row.map((each) => `<${name}>${each}</${name}>`).join('')}</tr>`;
const TABLE = `<table><thead>${cells(HEADER, 'th')}</thead><tbody>${cells(FIRST)}${cells(SECOND)}</tbody></table>`;
const HEAD = HEAD_LINES.map((line) => `<p>${line}</p>`).join('\n');

function page(body: string, head = '<meta charset="utf-8">'): string {
  return `<!DOCTYPE html><html><head><title>Акт</title>${head}</head><body>${body}</body></html>`;
}

describe('a web page', () => {
  it('gives its act and its plan without scripts, styles and what is hidden', async () => {
    const noise = '<script>document.write("Срок")</script><style>p { color: red }</style><p hidden>тайна</p>';
    const { order, rows } = await read(strToU8(page(noise + HEAD + TABLE)));
    expect([order.number.value, order.issuer.value]).toEqual(['15-р', 'Комитет по труду']);
    expect(rows).toEqual(ROWS);
  });

  it('keeps cells that reach over rows and columns in place', async () => {
    const merged =
      `<tr><td>1.</td><td>Проведена сверка</td><td rowspan="2">Отдел учёта</td><td>Акт сверки</td><td rowspan=2>май 2024 г.</td></tr>` +
      `<tr><td>2.</td><td>Составлена опись</td><td>Опись</td></tr><tr><td colspan="5">II. Архив</td></tr>` +
      cells(['3.', 'Сдача дел', 'Архив', 'Акт', 'июнь 2024 г.']);
    const { rows } = await read(strToU8(page(`${HEAD}<table>${cells(HEADER)}${merged}</table>`)));
    expect(rows.map((row) => [row[0], row[2], row[4]])).toEqual([
      ['1', ['Отдел учёта'], 'май 2024 г.'],
      ['2', ['Отдел учёта'], 'май 2024 г.'],
      ['3', ['Архив'], 'июнь 2024 г.'],
    ]);
  });

  it('in a frame of tables reads as without it', async () => {
    const framed = `<table><tr><td>Меню</td><td>${HEAD}${TABLE}</td></tr></table>`;
    expect((await read(strToU8(page(framed)))).rows).toEqual(ROWS);
  });

  it('a small table in a cell becomes its text and is told', async () => {
    const inner = '<table><tr><td>сверки</td><td>описи</td></tr></table>';
    const { rows, told } = await read(
      strToU8(
        page(
          `${HEAD}<table>${cells(HEADER)}${cells(['1.', 'Сверка', 'Отдел', `Акты ${inner}`, 'май 2024 г.'])}</table>`,
        ),
      ),
    );
    expect(rows[0]?.[3]).toEqual([expect.stringContaining('сверки описи')]);
    expect(told).toContain('вложенная таблица');
  });

  it('in the encoding that it names, and in another one that it names wrongly', async () => {
    const named = page(HEAD + TABLE, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">');
    expect((await read(win1251(named))).rows).toEqual(ROWS);
    expect((await read(strToU8(named))).rows).toEqual(ROWS);
  });

  it('raised digits, numbered lists and entities read as they are seen', async () => {
    const list = HEAD.replace('<p>1. Утвердить план мероприятий.</p>', '<ol><li>Утвердить план&nbsp;мероприятий.</ol>');
    const table = TABLE.replace('Архив</td>', 'Архив<sup>1</sup></td>');
    const { order, rows } = await read(strToU8(page(list + table)));
    expect(order.points.map(({ value }) => value)).toEqual(['1. Утвердить план мероприятий.']);
    expect(rows).toEqual(ROWS);
  });
});

describe('CSV', () => {
  it('with the act in the lines above its table', async () => {
    const lines = [...HEAD_LINES.map((line) => [line, '', '', '', '']), HEADER, FIRST, SECOND];
    const csv = lines.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n');
    expect((await read(win1251(csv))).rows).toEqual(ROWS);
  });

  it('commas and semicolons of running text make no table of it', async () => {
    const text = [
      ...HEAD_LINES,
      'отделы: учёта, закупок, архива;',
      'отделы: труда, права, связи;',
      '',
      ...[HEADER, FIRST, SECOND].map((row) => row.join('\t')),
    ];
    expect((await read(strToU8(text.join('\n')))).rows).toEqual(ROWS);
  });
});

describe('a workbook', () => {
  const lines: readonly Row[] = [...HEAD_LINES.map((line): Row => ({ A: line })), {}];

  it('with the act above its table, days as days, cells merged over rows', async () => {
    const rows: readonly Row[] = [
      ...lines,
      Object.fromEntries(HEADER.map((cell, at) => ['ABCDE'.charAt(at), cell])),
      { A: 1, B: 'Проведена сверка', C: 'Отдел учёта', D: 'Акт сверки', E: { day: 45427 } },
      { A: 2, B: 'Составлена опись', C: 'Архив', D: 'Опись' },
    ];
    const read1 = await read(workbook([{ name: 'План', rows, merged: ['E11:E12'] }]));
    expect(read1.rows).toEqual([
      ['1', 'Проведена сверка', ['Отдел учёта'], ['Акт сверки'], '15.05.2024'],
      ['2', 'Составлена опись', ['Архив'], ['Опись'], '15.05.2024'],
    ]);
  });

  it('each sheet is a table, a hidden one is left out and told', async () => {
    const plan: readonly Row[] = [HEADER, FIRST].map((row) =>
      Object.fromEntries(row.map((cell, at) => ['ABCDE'.charAt(at), cell])),
    );
    const secret: readonly Row[] = [HEADER, SECOND].map((row) =>
      Object.fromEntries(row.map((cell, at) => ['ABCDE'.charAt(at), cell])),
    );
    const { rows, told } = await read(
      workbook([
        { name: 'Акт', rows: lines },
        { name: 'План', rows: plan },
        { name: 'Черновик', rows: secret, hidden: true },
      ]),
    );
    expect(rows).toEqual(ROWS.slice(0, 1));
    expect(told).toContain('скрытые листы');
  });

  it('with macros is refused', async () => {
    const bytes = workbook([{ name: 'План', rows: lines }], { 'xl/vbaProject.bin': strToU8('x') });
    await expect(readOrder(bytes, { fileName: 'a.xlsx' })).rejects.toMatchObject({ code: 'input.forbidden_content' });
  });
});

type Row = Readonly<Record<string, string | number | { readonly day: number }>>;

interface TestSheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

function workbook(sheets: readonly TestSheet[], parts: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (inner: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const named = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"${hidden === true ? ' state="hidden"' : ''}/>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': rels(rel('r', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': rels(
      sheets.map((_, at) => rel(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        rel('st', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ rows, merged = [] }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        strToU8(
          `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData>` +
            `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
        ),
      ]),
    ),
    ...parts,
  });
}

function rowXml(row: Row, at: number): string {
  const drawn = Object.entries(row).map(([column, cell]) => {
    const place = `r="${column}${at + 1}"`;
    if (typeof cell === 'string') return `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
    return typeof cell === 'number' ? `<c ${place}><v>${cell}</v></c>` : `<c ${place} s="1"><v>${cell.day}</v></c>`;
  });
  return `<row r="${at + 1}">${drawn.join('')}</row>`;
}

function win1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (char) => bytes.get(char) ?? 0x3f);
}
