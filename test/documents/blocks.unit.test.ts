import { describe, expect, it } from '@jest/globals';
import { blocksOf, textOf } from './read-one.js';

const words = (text: string, look: object = {}): object => ({
  type: 'words',
  text,
  bold: false,
  italic: false,
  highlighted: false,
  ...look,
});

describe('blocks', () => {
  it('keep the look of words and collapse the spaces of the template', () => {
    const { blocks } = blocksOf('<p>\n  Слово <b>жирное <i>и курсив</i></b>\n  конец.  </p>', {});
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        align: 'justify',
        indent: true,
        small: false,
        gap: null,
        runs: [
          words('Слово '),
          words('жирное ', { bold: true }),
          words('и курсив', { bold: true, italic: true }),
          words(' конец.'),
        ],
      },
    ]);
  });

  it('have no spaces at a line break or at their ends', () => {
    expect(textOf('<h> ПЕРЕЧЕНЬ <br/> оборудования </h>', {})).toEqual(['ПЕРЕЧЕНЬ/оборудования']);
  });

  it('bind a number to its sign and a day to its month over the borders of runs', () => {
    expect(textOf('<p>от {{d}} августа № <b>{{n}}</b></p>', { d: 5, n: '3509-р' })).toEqual([
      'от 5\u00a0августа №\u00a03509\u2011р',
    ]);
  });

  it('bind short words in titles and cells, but not in justified text', () => {
    expect(textOf('<title>О мерах и сроках</title><p>О мерах и сроках</p>', {})).toEqual([
      'О\u00a0мерах и\u00a0сроках',
      'О мерах и сроках',
    ]);
  });

  it('gather a corner head with the registration, reference and addressees that follow it', () => {
    const { blocks } = blocksOf(
      '<head position="corner"><line b="yes">КОМИТЕТ</line></head><reg date="28.12.2023" number="19-1"/>' +
        '<addr><line>Иванову</line></addr><addr><line>Петрову</line></addr><title align="left">О плане</title>',
      {},
    );
    expect(blocks).toMatchObject([
      {
        type: 'corner',
        head: [{ bold: true, small: false, runs: [{ text: 'КОМИТЕТ' }] }],
        registration: { date: [{ text: '28.12.2023' }], number: [{ text: '19\u20111' }] },
        reference: null,
        addressees: [[{ runs: [{ text: 'Иванову' }] }], [{ runs: [{ text: 'Петрову' }] }]],
      },
      { type: 'title', align: 'left' },
    ]);
  });

  it('put the executor last, wherever the template has it', () => {
    const { blocks } = blocksOf('<exec><line>Соколова</line></exec><p>текст</p>', {});
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'executor']);
  });

  it('turn every other tag into its part with its attributes', () => {
    const { blocks } = blocksOf(
      '<kind>ПРИКАЗ</kind><ref number="1" date="02.02.2024"/><greet>Уважаемый</greet><p align="center">а</p>' +
        '<clause level="2" gap="2">б</clause><attach label="Приложения:">в</attach>' +
        '<sign intro="С уважением," post="Председатель" name="А.А.Иванов" date="02.02.2024"/>' +
        '<block gap="3"><line size="small">г</line></block>',
      {},
    );
    expect(blocks).toMatchObject([
      { type: 'kind' },
      { type: 'reference', number: [{ text: '1' }] },
      { type: 'greeting' },
      { type: 'paragraph', align: 'center', indent: false },
      { type: 'clause', level: 1, gap: 2 },
      { type: 'attachments', label: [{ text: 'Приложения:' }] },
      { type: 'signature', intro: [{ text: 'С\u00a0уважением,' }], date: [{ text: '02.02.2024' }], gap: null },
      { type: 'group', gap: 3, blocks: [{ type: 'line', line: { small: true } }] },
    ]);
  });

  it('of a table keep spans, alignment, bold rows and the heading', () => {
    const { blocks } = blocksOf(
      '<table widths="60 60 60" size="10" header-rows="1"><tr><th colspan="2">а</th><th>б</th></tr>' +
        '<tr b="{{x}}"><td align="right">1</td><td>2</td><td></td></tr></table>',
      { x: true },
    );
    expect(blocks).toMatchObject([
      {
        widths: [60, 60, 60],
        size: 10,
        headerRows: 1,
        rows: [
          { bold: false, cells: [{ colspan: 2, header: true, align: 'center' }, { header: true }] },
          { bold: true, cells: [{ align: 'right' }, { align: 'left' }, { runs: [] }] },
        ],
      },
    ]);
  });

  it('of a table whose rows do not fit its columns with these data are refused with the line', () => {
    const text = '<table widths="90 90">\n<tr><td>а</td>{{#if x}}<td>б</td>{{/if}}</tr></table>';
    expect(() => blocksOf(text, {})).toThrow(
      'Таблица не складывается: orders/a.hbs, строка 3: в строке таблицы ячеек на 1 ст., а столбцов 2.',
    );
    expect(() => blocksOf(text, { x: 1 })).not.toThrow();
  });
});
