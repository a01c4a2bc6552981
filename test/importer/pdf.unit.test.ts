import { describe, expect, it } from '@jest/globals';
import { VekhaError } from '#domain/errors';
import { readOrder } from '#importer';
import { pdfFile, ruledTable, type PdfPageContent } from './pdf-file.js';

const WIDTHS = [30, 150, 110, 110, 90];
const HEADER = ['№', 'Мероприятие', 'Исполнитель', 'Результат', 'Срок'];
const HEAD = [
  'КОМИТЕТ ПО ТРУДУ',
  'РАСПОРЯЖЕНИЕ',
  '12.03.2024 № 15-р',
  'Об утверждении плана мероприятий',
  '1. Утвердить план мероприятий.',
].map((text, at) => ({ text, x: 60, y: 40 + 14 * at }));
const SIGNATURE = [
  { text: 'Председатель комитета', x: 60, y: 150 },
  { text: 'И.И. Орлов', x: 420, y: 150 },
];
const STAMP = ['УТВЕРЖДЁН', 'распоряжением комитета', 'от 12.03.2024 № 15-р'].map((text, at) => ({
  text,
  x: 350,
  y: 190 + 14 * at,
}));

const FIRST = ['1.', 'Проведена сверка\nреестров', 'Отдел учёта', 'Акт сверки', 'до 15 мая\n2024 г.'];
const SECOND = ['2.', 'Составлена опись', 'Архив', 'Опись', 'июнь 2024 г.'];

function page(...rows: readonly (readonly string[])[]): PdfPageContent {
  const { words, strokes } = ruledTable([HEADER, ...rows], WIDTHS, { top: 260 });
  return { words: [...HEAD, ...SIGNATURE, ...STAMP, ...words], strokes };
}

async function read(...pages: readonly PdfPageContent[]) {
  const { items, order, problems } = await readOrder(pdfFile(pages), { fileName: 'a.pdf' });
  return {
    order,
    told: problems.map(({ message }) => message).join(' '),
    rows: items.map(({ no, title, responsible, results, deadline }) => [
      no.value,
      title.value,
      responsible.map(({ value }) => value),
      results.map(({ text }) => text.value),
      deadline.value,
    ]),
  };
}

describe('a PDF with text', () => {
  it('gives its act and, by its ruled lines, the rows of its plan', async () => {
    const { order, rows, told } = await read(page(FIRST, SECOND));
    expect([order.number.value, order.date.value, order.signatory.value.name]).toEqual([
      '15-р',
      '2024-03-12',
      'Орлов И.И.',
    ]);
    expect(rows).toEqual([
      ['1', 'Проведена сверка реестров', ['Отдел учёта'], ['Акт сверки'], 'до 15 мая 2024 г.'],
      ['2', 'Составлена опись', ['Архив'], ['Опись'], 'июнь 2024 г.'],
    ]);
    expect(told).toContain('сверьте таблицу с бумагой');
  });

  it('keeps a party on a line of its own where the line before had room for it', async () => {
    const { rows } = await read(page(['1.', 'Сверка', 'Отдел;\nАрхив', 'Акт', 'май 2024 г.']));
    expect(rows[0]?.[2]).toEqual(['Отдел', 'Архив']);
  });

  it('joins a row cut by the end of a page, and passes over the number of the page', async () => {
    const next = ruledTable([['', 'и описей архива', '', '', ''], SECOND], WIDTHS);
    const number = { text: '2', x: 300, y: 30 };
    const cut = ['1.', 'Проведена сверка реестров', 'Отдел учёта', 'Акт сверки', 'до 15 мая'];
    const { rows } = await read(page(cut), { words: [number, ...next.words], strokes: next.strokes });
    expect(rows.map(([no, title]) => [no, title])).toEqual([
      ['1', 'Проведена сверка реестров и описей архива'],
      ['2', 'Составлена опись'],
    ]);
  });

  it('gives a cell that is merged over rows to each of them', async () => {
    const table = ruledTable([HEADER, FIRST, ['2.', 'Составлена опись', 'Архив', 'Опись', '']], WIDTHS, { top: 260 });
    // The line between the two deadlines is not drawn.
    const [edge] = [260 + 18 + 30];
    const strokes = table.strokes.map(([x, y, x2, y2]) =>
      y === edge && y2 === edge ? ([x, y, 450, y2] as const) : ([x, y, x2, y2] as const),
    );
    const { rows } = await read({ words: [...HEAD, ...SIGNATURE, ...STAMP, ...table.words], strokes });
    expect(rows.map((row) => row[4])).toEqual(['до 15 мая 2024 г.', 'до 15 мая 2024 г.']);
  });

  it('without ruled lines gives its columns by the white space between them', async () => {
    const { words } = ruledTable([HEADER, FIRST, SECOND], WIDTHS, { top: 260 });
    const { rows } = await read({ words: [...HEAD, ...SIGNATURE, ...STAMP, ...words] });
    expect(rows).toEqual([
      ['1', 'Проведена сверка реестров', ['Отдел учёта'], ['Акт сверки'], 'до 15 мая 2024 г.'],
      ['2', 'Составлена опись', ['Архив'], ['Опись'], 'июнь 2024 г.'],
    ]);
  });

  it('without text on any page is refused with advice', async () => {
    const scan = pdfFile([{ words: [], strokes: [[50, 50, 400, 50]] }]);
    const error: unknown = await readOrder(scan, { fileName: 'a.pdf' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VekhaError);
    expect(error).toMatchObject({ code: 'input.not_an_order', message: expect.stringContaining('распознайте') });
  });

  it('names the pages that have no text among others', async () => {
    expect((await read(page(FIRST), { words: [] })).told).toContain('Страница 2 PDF – изображение');
  });
});
