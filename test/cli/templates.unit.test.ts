/** `templates` and `render`: real templates, the real thread (from dist/), files in memory. */
import { describe, expect, it } from '@jest/globals';
import { documentText } from '#documents';
import { jsonOf, run } from './world.js';

const TEMPLATE =
  '<document><section>\n<kind>ПРИКАЗ</kind>\n<p>{{работник.имя}} с {{дата отпуск.с}}</p>\n' +
  '{{#each дни}}<p>{{число часов}}</p>{{/each}}\n</section></document>';
const DATA = { 'работник.имя': 'Соколова М.А.', отпуск: { с: '2024-03-01' }, дни: [{ часов: 4 }] };
const files = { 'приказ.hbs': TEMPLATE, 'данные.json': JSON.stringify(DATA) };
const preview = ['templates', 'preview', 'приказ.hbs', '--out', 'приказ.docx'];

describe('templates check', () => {
  it('shows the line of every fault with a caret under it and says what to do', async () => {
    const heard = await run(['templates', 'check', 'a.hbs'], {
      files: { 'a.hbs': '<document><section>\n\t<p>{{дат x}}</p>\n<abzac/>\n</section></document>' },
    });
    expect(heard.code).toBe(3);
    expect(heard.out).toBe(
      [
        'a.hbs:2:5: нет функции «дат»: поле не может иметь аргументов',
        '2 |  <p>{{дат x}}</p>',
        '  |     ^',
        '    Что сделать: возможно, «дата».',
        '',
        'a.hbs:3:1: неизвестный тег <abzac>',
        '3 | <abzac/>',
        '  | ^',
        '    Что сделать: есть document, section, appendix, block, head, kind, reg, ref, addr, stamp, title,',
        '    h, greet, p, clause, attach, sign, exec, line, table, tr, th, td, b, i, br.',
        '',
        'Ошибок: 2, в файле a.hbs.',
      ].join('\n'),
    );
  });

  it('shows the part of a long line that has the fault', async () => {
    const long = `<p>${'слово '.repeat(60)}{{{x}}} ${'слово '.repeat(60)}</p>`;
    const { out } = await run(['templates', 'check', 'a.hbs'], {
      columns: 60,
      files: { 'a.hbs': `<document><section>\n${long}\n</section></document>` },
    });
    const [, line = '', caret = ''] = out
      .split('\n')
      .filter((each) => each.includes(' | ') || each.startsWith('a.hbs'));
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line.slice(caret.indexOf('^'), caret.indexOf('^') + 3)).toBe('{{{');
  });

  it('answers 0 for ours, and JSON with place, message and cure', async () => {
    expect(await run(['templates', 'check'])).toMatchObject({ code: 0 });
    const heard = await run(['templates', 'check', 'a.hbs', '--json'], {
      files: { 'a.hbs': '<document><section><p>{{{x}}}</p></section></document>' },
    });
    expect(heard.code).toBe(3);
    expect(jsonOf(heard)).toMatchObject({
      ok: false,
      files: ['a.hbs'],
      faults: [{ file: 'a.hbs', line: 1, column: 23, cure: null, source: expect.stringContaining('{{{x}}}') }],
    });
  });
});

describe('templates preview', () => {
  it('writes the document and answers 0 when nothing is missing', async () => {
    const heard = await run([...preview, '--data', 'данные.json'], { files });
    expect(heard).toMatchObject({ code: 0, out: 'ПРИКАЗ: записан приказ.docx\nВсе поля заполнены.' });
    expect(documentText(heard.files.get('приказ.docx') ?? new Uint8Array())).toBe(
      'ПРИКАЗ\nСоколова\u00a0М.А. с\u00a001.03.2024\n4'.replace('с\u00a0', 'с '),
    );
  });

  it('lists what is missing with label, source and line, writes the draft, and answers 3 for required fields', async () => {
    const heard = await run([...preview, '--json'], { files });
    expect(heard.code).toBe(3);
    expect(jsonOf(heard)).toMatchObject({
      ok: false,
      out: 'приказ.docx',
      gaps: [
        {
          path: 'работник.имя',
          label: 'имя',
          source: 'вводит исполнитель',
          required: true,
          line: 3,
          template: 'приказ',
        },
        { path: 'отпуск.с', line: 3 },
        { path: 'дни', line: 4 },
      ],
    });
    expect(documentText(heard.files.get('приказ.docx') ?? new Uint8Array())).toContain('[имя]');
    const { out } = await run(preview, { files });
    expect(out).toContain('Не заполнено: 3\u00a0поля, в документе они выделены.');
  });

  it('tells all wrong types at once with their paths, and writes nothing', async () => {
    const wrong = { 'работник.имя': { a: 1 }, отпуск: { с: 5 }, дни: [{ часов: 1 }, { часов: 'х' }], лишнее: 1 };
    const heard = await run([...preview, '--data', 'д.json'], { files: { ...files, 'д.json': JSON.stringify(wrong) } });
    expect(heard.code).toBe(3);
    expect(heard.said).toMatch(/«работник\.имя».*строка 3.*«отпуск\.с».*«дни\[1\]\.часов».*строка 4/su);
    expect(heard.files.size).toBe(0);
  });

  it('names what the template never asks for', async () => {
    const { out } = await run([...preview, '--data', 'д.json'], {
      files: { ...files, 'д.json': JSON.stringify({ ...DATA, 'работник.имья': 'х' }) },
    });
    expect(out).toContain('Лишние имена в данных, шаблон о них не спрашивает: работник.имья.');
  });

  it.each([
    ['data that is not JSON', ['--data', 'д.json'], '{"a": 1,}', /Файл д\.json – не JSON \(строка 1, столбец 9\)/u],
    ['data that is a list', ['--data', 'д.json'], '[]', /нужен объект JSON/u],
    ['a file of another kind', ['--out', 'приказ.doc'], '{}', /имя файла кончается на \.docx, \.pdf или \.png/u],
  ])('refuses %s', async (_, argv, json, said) => {
    const heard = await run([...preview, ...argv], { files: { ...files, 'д.json': json } });
    expect(heard).toMatchObject({ code: 2, said: expect.stringMatching(said) });
  });

  it('shows the faults of a template and writes nothing', async () => {
    const heard = await run(preview, { files: { 'приказ.hbs': '<document>' } });
    expect(heard).toMatchObject({ code: 3, out: expect.stringContaining('приказ.hbs:1:1:') });
    expect(heard.files.size).toBe(0);
  });

  it('gives the same bytes for the same data', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => run([...preview, '--data', 'данные.json'], { files })));
    expect(one?.files.get('приказ.docx')).toEqual(two?.files.get('приказ.docx'));
  });
});

describe('render', () => {
  it('makes a kind of ours from data of standard input, its fields named as the catalogue names them', async () => {
    const argv = ['render', '--kind', 'order-appointment', '--data', '-', '--out', 'р.docx', '--json'];
    const heard = await run(argv, { files: { '-': '{"регистрация.номер": "14-р"}' } });
    expect(heard.code).toBe(3);
    const { gaps } = jsonOf(heard) as { gaps: { path: string; label: string; source: string }[] };
    expect(gaps).toContainEqual(
      expect.objectContaining({ path: 'орган.бланк', label: 'строки бланка', source: 'приказ' }),
    );
    expect(gaps.map(({ path }) => path)).not.toContain('регистрация.номер');
  });

  it('names the nearest kind when there is none of that name', async () => {
    expect(await run(['render', '--kind', 'order-apointment', '--out', 'р.docx'])).toMatchObject({
      code: 2,
      said: 'Вида «order-apointment» нет: возможно, «order-appointment».',
    });
  });
});

describe('templates fields', () => {
  it('lists the fields of a kind in reading order', async () => {
    const { fields } = jsonOf(await run(['templates', 'fields', 'order-appointment', '--json'])) as {
      fields: { path: string; label: string; use: string }[];
    };
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.every(({ label, use }) => label !== '' || use !== 'print')).toBe(true);
  });
});
