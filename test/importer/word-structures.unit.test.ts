import { describe, expect, it } from '@jest/globals';
import { readOrder } from '#importer';
import { HEAD, HEADER, p, r, tbl, tc, tr, wordFile } from './word-file.js';

const ROW = tr('1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', '15 мая 2024 г.');
const ITEM = ['1', 'Проведена сверка', ['Отдел учёта'], ['Акт сверки'], '15 мая 2024 г.'];

async function read(body: string) {
  const reading = await readOrder(wordFile(body), { fileName: 'a.docx' });
  return {
    ...reading,
    rows: reading.items.map(({ no, title, responsible, results, deadline }) => [
      no.value,
      title.value,
      responsible.map(({ value }) => value),
      results.map(({ text }) => text.value),
      deadline.value,
    ]),
    told: reading.problems.map(({ message }) => message).join(' '),
  };
}

describe('where Word may put the text of an act', () => {
  const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
  const alternate = (inner: string) =>
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    `<mc:Choice Requires="wps">${box(inner)}</mc:Choice><mc:Fallback><w:pict>${box(inner)}</w:pict></mc:Fallback>` +
    '</mc:AlternateContent></w:r></w:p>';

  it('a text box with its fallback is read once', async () => {
    const head = HEAD.replace(p('УТВЕРЖДЁН'), alternate(p('УТВЕРЖДЁН')));
    const { order, blocks } = await read(head + tbl(HEADER, ROW));
    const stamps = blocks.filter((block) => block.kind === 'paragraph' && block.text === 'УТВЕРЖДЁН');
    expect(stamps).toHaveLength(1);
    expect(order.planTitle?.value).toBe('План мероприятий по труду');
  });

  it('a text box of an old file is read', async () => {
    const head = HEAD.replace(p('РАСПОРЯЖЕНИЕ'), `<w:p><w:r><w:pict>${box(p('РАСПОРЯЖЕНИЕ'))}</w:pict></w:r></w:p>`);
    expect((await read(head + tbl(HEADER, ROW))).order.kind.value).toBe('распоряжение');
  });

  it('content controls round paragraphs, tables, rows, cells and words', async () => {
    const control = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const words = tc(`<w:p>${control(r('Проведена сверка'))}</w:p>`);
    const row = `<w:tr>${tc(p('1.'))}${words}${control(tc(p('Отдел учёта')))}${tc(p('Акт сверки'))}${tc(p('15 мая 2024 г.'))}</w:tr>`;
    const head = HEAD.replace(p('РАСПОРЯЖЕНИЕ'), control(p('РАСПОРЯЖЕНИЕ')));
    expect((await read(head + control(tbl(HEADER, control(row))))).rows).toEqual([ITEM]);
  });

  it('line breaks and tabs within a paragraph', async () => {
    const cell = tc('<w:p><w:r><w:t>Отдел учёта;</w:t><w:br/><w:t>Архив</w:t><w:tab/></w:r></w:p>');
    const { rows } = await read(HEAD + tbl(HEADER, tr('1.', 'Сверка', cell, 'Акт', 'май 2024 г.')));
    expect(rows[0]?.[2]).toEqual(['Отдел учёта', 'Архив']);
  });
});

describe('tables', () => {
  it('a header that Word repeats on each page is no measure', async () => {
    const repeated = HEADER.replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>');
    const second = tr('2.', 'Составлена опись', 'Архив', 'Опись', 'июнь 2024 г.');
    expect((await read(HEAD + tbl(repeated, ROW, repeated, second))).rows.map(([no]) => no)).toEqual(['1', '2']);
  });

  it.each([
    ['gridSpan', (text: string) => tc(p(text), '<w:gridSpan w:val="2"/>')],
    ['hMerge of old files', (text: string) => tc(p(text), '<w:hMerge w:val="restart"/>') + tc(p(''), '<w:hMerge/>')],
  ])('cells merged over columns by %s keep the columns to their right in place', async (_, merged) => {
    const row = `<w:tr>${tc(p('1.'))}${merged('Проведена сверка')}${tc(p('Акт сверки'))}${tc(p('15 мая 2024 г.'))}</w:tr>`;
    const { rows } = await read(HEAD + tbl(HEADER, row));
    expect([rows[0]?.[1], rows[0]?.[3], rows[0]?.[4]]).toEqual(['Проведена сверка', ['Акт сверки'], '15 мая 2024 г.']);
  });

  it('a cell merged over rows and columns counts in each row it covers', async () => {
    const over = (value: string, text: string) => tc(p(text), `<w:gridSpan w:val="2"/><w:vMerge${value}/>`);
    const row = (no: string, title: string, cell: string) =>
      `<w:tr>${tc(p(no))}${tc(p(title))}${cell}${tc(p('май 2024 г.'))}</w:tr>`;
    const first = row('1.', 'Сверка', over(' w:val="restart"', 'Отдел учёта'));
    const { rows } = await read(HEAD + tbl(HEADER, first, row('2.', 'Опись', over('', ''))));
    expect(rows.map((each) => [each[2], each[4]])).toEqual([
      [['Отдел учёта'], 'май 2024 г.'],
      [['Отдел учёта'], 'май 2024 г.'],
    ]);
  });

  it('a plan that stands in the only cell of another table is read as if the frame were not there', async () => {
    const { rows, told } = await read(HEAD + tbl(`<w:tr>${tc(p('План') + tbl(HEADER, ROW) + p(''))}</w:tr>`));
    expect(rows).toEqual([ITEM]);
    expect(told).not.toContain('вложенная');
  });

  it('a hidden row is left out and told', async () => {
    const hidden = tr('2.', 'Тайная', 'Отдел', 'Акт', 'май').replace('<w:tr>', '<w:tr><w:trPr><w:hidden/></w:trPr>');
    const { rows, told } = await read(HEAD + tbl(HEADER, ROW, hidden));
    expect(rows).toEqual([ITEM]);
    expect(told).toContain('скрытый текст');
  });
});
