import { describe, expect, it } from '@jest/globals';
import { readTemplates } from '../../documents/load-templates.js';
import { renderBlocks, renderDocument } from '../../documents/render.js';

const inSection = (text: string): string => `<document><section>\n${text}\n</section></document>`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function made(text: string, data: unknown): { message: string; facts: unknown; ms: number } {
  const set = readTemplates([{ id: 'a', file: 'orders/a.hbs', text: inSection(text) }], []);
  const from = performance.now();
  try {
    renderBlocks(set, 'a', data, new Map());
  } catch (error) {
    const { message, code, facts } = error as { message: string; code: string; facts: unknown };
    expect(code).toBe('document.output_limit');
    return { message, facts, ms: performance.now() - from };
  }
  return { message: '', facts: null, ms: performance.now() - from };
}

describe('the budget of a document', () => {
  it('ends lists within lists at the innermost of them, with line and column, long before it could hold anything up', () => {
    const text = '{{#each a}}\n  {{#each ../a}}\n    {{#each ../../a}}{{/each}}{{/each}}{{/each}}<p>x</p>';
    const { message, facts, ms } = made(text, { a: numbers(5000) });
    expect(message).toBe(
      'Документ не построен: orders/a.hbs, строка 4, столбец 5, внутри 2 других списков: больше 1\u00a0500\u00a0000 шагов. ' +
        'Проверьте вложенные {{#each}} в шаблоне и длину списков в данных.',
    );
    expect(facts).toMatchObject({ file: 'orders/a.hbs', line: 4, column: 5 });
    expect(ms).toBeLessThan(10_000);
  });

  it.each([
    ['text', '<p>{{#each a}}{{#each ../a}}{{../../слово}}{{/each}}{{/each}}</p>', 'знаков текста'],
    ['paragraphs', '{{#each a}}{{#each ../a}}<p>{{this}}</p>{{/each}}{{/each}}', 'абзацев, строк и ячеек'],
    ['blanks', '<p>{{#each a}}{{#each ../a}}{{нет.поляСОченьДлиннымНазванием}}{{/each}}{{/each}}</p>', 'знаков текста'],
  ])('counts %s', (_, text, what) => {
    const { message, ms } = made(text, { a: numbers(2000), слово: 'слово '.repeat(200) });
    expect(message).toContain(what);
    expect(ms).toBeLessThan(10_000);
  });

  it('counts what is cleaned away too', () => {
    expect(
      made('<p>{{#each a}}{{../пусто}}{{/each}}</p>', { a: numbers(100), пусто: '\u0000'.repeat(100_000) }).message,
    ) //
      .toContain('знаков текста');
  });

  it('lets a register of 10,000 rows through, in time that grows with the rows and not with their square', async () => {
    const table =
      '<table widths="20 50 50 30 30" header-rows="1">{{#each a}}<tr><td>{{@номер}}</td><td>{{н}}</td><td>{{н}}</td>' +
      '<td>{{деньги с}}</td><td>{{дата д}}</td></tr>{{/each}}</table>';
    const set = readTemplates([{ id: 'a', file: 'orders/a.hbs', text: inSection(table) }], []);
    const row = { н: 'Муниципальное бюджетное учреждение «Школа № 1»', с: 100, д: '2024-01-01' };
    const options = { profile: 'gost-2016', fields: new Map() } as const;
    const time = async (rows: number): Promise<number> => {
      const from = performance.now();
      await renderDocument(set, 'a', { a: numbers(rows).map(() => row) }, options);
      return performance.now() - from;
    };
    await time(500); // the engine warms up
    const thousand = await time(1_000);
    expect(await time(10_000)).toBeLessThan(Math.max(40 * thousand, 3_000));
  });

  it('joins a paragraph of 250,000 pieces and a section of 60,000 paragraphs without copying what is joined already', async () => {
    expect(made('<p>{{#each a}}{{#each ../a}}x {{/each}}{{/each}}</p>', { a: numbers(500) }).ms).toBeLessThan(4_000);
    const set = readTemplates(
      [{ id: 'a', file: 'orders/a.hbs', text: inSection('{{#each a}}{{#each ../a}}<p>x</p>{{/each}}{{/each}}') }],
      [],
    );
    const from = performance.now();
    await renderDocument(set, 'a', { a: numbers(245) }, { profile: 'gost-2016', fields: new Map() });
    expect(performance.now() - from).toBeLessThan(6_000);
  });
});
