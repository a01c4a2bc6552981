import { describe, expect, it } from '@jest/globals';
import { renderDocument, loadTemplates, documentText } from '#documents';
import { blocksOf, textOf } from './read-one.js';
import { FIELDS, orderData, TEMPLATES } from './sample.js';

const p = (text: string): string => `<p>${text}</p>`;

describe('a field', () => {
  it('prints texts as one clean line and numbers with a comma', () => {
    expect(textOf(p('{{a}} / {{b}} / {{c.d}}'), { a: ' две \n строки ', b: 0.5, c: { d: 0 } })).toEqual([
      'две строки / 0,5 / 0',
    ]);
  });

  it('is never looked up on a prototype', () => {
    const data = Object.create({ a: 'чужое' }) as object;
    class Official {
      readonly name = 'Голубев';
    }
    const { gaps } = blocksOf(p('{{a}}{{b.name}}{{c.length}}{{d.toString}}'), {
      b: new Official(),
      c: 'текст',
      d: {},
      ...data,
    });
    expect(gaps.map(({ path }) => path)).toEqual(['a', 'b.name', 'c.length', 'd.toString']);
  });

  it('stays text when its value looks like a template, a tag or an entity', () => {
    const value = '</p><clause>{{x}} &amp; <b>';
    expect(textOf(p('{{a}}'), { a: value })).toEqual([value]);
  });

  it('ends a sentence in one full stop', () => {
    expect(textOf(p('возложить на {{a}}.') + p('{{b}}.') + p('{{a}}...'), { a: 'Голубева И.А.', b: 'него' })).toEqual([
      'возложить на Голубева\u00a0И.А.',
      'него.',
      'Голубева\u00a0И.А....',
    ]);
  });

  it('of the wrong kind is refused, all such fields in one sentence', () => {
    const text = p('{{a}}') + p('{{деньги b}}') + '{{#each c}}<p>а</p>{{/each}}' + p('{{деньги d}}');
    const refused = (): unknown => blocksOf(text, { a: { b: 1 }, b: 'сто', c: 'не список', d: 10.5 });
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'document.data_invalid',
        message:
          'Данные не подходят к шаблону: поле «a» печатается как {{a}}, но это не текст и не число (orders/a.hbs, строка 2); ' +
          'поле «b»: функция «деньги» ждёт число (orders/a.hbs, строка 2); поле «c» – не список (orders/a.hbs, строка 2); ' +
          'поле «d»: функция «деньги» ждёт целое число (orders/a.hbs, строка 2).',
      }),
    );
  });
});

describe('a missing field', () => {
  it('is listed once with label, source, line and template, however often it is used, and rendering goes on', async () => {
    const set = await loadTemplates(TEMPLATES);
    const data = { ...orderData(2), регистрация: {}, исполнитель: { имя: 'Соколова', телефон: '  ' }, контролёр: null };
    const { gaps, bytes } = await renderDocument(set, 'order-all', data, { profile: 'gost-2016', fields: FIELDS });
    const registration = { source: 'регистрация', required: false, line: 6, template: 'order-all' };
    expect(gaps).toEqual([
      { path: 'регистрация.дата', label: 'дата регистрации', ...registration },
      { path: 'регистрация.номер', label: 'регистрационный номер', ...registration },
      ...['должность', 'имя'].map((label) => ({
        ...{ path: `контролёр.${label}`, label, source: 'вводит исполнитель', required: true },
        ...{ line: 1, template: 'контроль' },
      })),
      {
        ...{ path: 'исполнитель.телефон', label: 'контактный телефон', source: 'справочник', required: true },
        ...{ line: 17, template: 'order-all' },
      },
    ]);
    const text = documentText(bytes);
    expect(text).toContain('_____________\t№\u00a0________-р');
    expect(text).toContain('возложить на [должность] [имя].');
    expect(text).toContain('[контактный телефон]');
  });

  it('shows as a highlighted label, or as a plain line for the date and number of registration', () => {
    const fields = FIELDS;
    const { blocks } = blocksOf(p('{{исполнитель.телефон}}') + p('{{регистрация.дата}}'), {}, { fields });
    const plain = { type: 'words', bold: false, italic: false };
    expect(blocks.map((block) => ('runs' in block ? block.runs : []))).toEqual([
      [{ ...plain, text: '[контактный телефон]', highlighted: true }],
      [{ ...plain, text: '_____________', highlighted: false, registers: 'date' }],
    ]);
  });

  it('of another paper’s date or number is a line that this document’s registration does not fill in', () => {
    const entry = { label: 'номер письма', source: 'регистрация', required: false, blank: 'number' } as const;
    const { blocks } = blocksOf(p('{{письмо.номер}}'), {}, { fields: new Map([['письмо.номер', entry]]) });
    expect(blocks.map((block) => ('runs' in block ? block.runs : []))).toEqual([
      [{ type: 'words', bold: false, italic: false, text: '________', highlighted: false }],
    ]);
  });

  it('of a row is named with its row, and labelled by the column', () => {
    const { gaps } = blocksOf(
      '{{#each организации}}<p>{{инн}}</p>{{/each}}',
      { организации: [{ инн: '1' }, {}] },
      { fields: FIELDS },
    );
    expect(gaps).toEqual([expect.objectContaining({ path: 'организации[1].инн', label: 'ИНН', source: 'реестр' })]);
  });

  it('that is a list shows where its rows would stand', () => {
    const table = '<table widths="90 90">{{#each строки}}<tr><td>{{a}}</td><td>{{b}}</td></tr>{{/each}}</table>';
    const { blocks, gaps } = blocksOf(`${table}<stamp>{{#each линии}}<line>{{this}}</line>{{/each}}</stamp>`, {});
    expect(gaps.map(({ path }) => path)).toEqual(['строки', 'линии']);
    expect(blocks[0]).toMatchObject({ rows: [{ cells: [{ colspan: 2, runs: [{ text: '[строки]' }] }] }] });
    expect(blocks[1]).toMatchObject({ lines: [{ runs: [{ text: '[линии]', highlighted: true }] }] });
  });

  it('is no gap where the template asks, gives another word or has an {{else}}', () => {
    const text =
      p('{{#if a}}да{{else}}нет{{/if}}') +
      p('{{#unless a}}нет{{/unless}}') +
      p('{{или a b "–"}}') +
      p('{{количество a}}') +
      p('{{#if (и (не a) (равно c "m"))}}он{{/if}}') +
      '{{#each a}}<p>строка</p>{{else}}<p>пусто</p>{{/each}}{{#with a}}<p>есть</p>{{else}}<p>нету</p>{{/with}}';
    const { gaps } = blocksOf(text, { c: 'm' });
    expect(gaps).toEqual([]);
    expect(textOf(text, { c: 'm' })).toEqual(['нет', 'нет', '–', '0', 'он', 'пусто', 'нету']);
  });

  it('of the file’s properties leaves no blank, because nobody would see it', () => {
    expect(blocksOf('<p>а</p>', {}).gaps).toEqual([]);
  });
});

describe('scopes', () => {
  it('of lists, names and partials reach outwards with ../ and by name', () => {
    const text =
      '{{#each отделы as |отдел номер|}}{{#each люди}}<p>{{@номер}} {{this}} {{../имя}} {{отдел.имя}} {{номер}} {{../../орган}} {{@last}}</p>{{/each}}{{/each}}';
    const data = { орган: 'комитет', отделы: [{ имя: 'сектор', люди: ['Иванов', 'Петров'] }] };
    expect(() => textOf(text, data)).toThrow('@last');
    expect(textOf(text.replace(' {{@last}}', '{{#if @last}}.{{/if}}'), data)).toEqual([
      '1 Иванов сектор сектор 0 комитет',
      '2 Петров сектор сектор 0 комитет.',
    ]);
  });

  it('of partials are the place itself, another start, or the place with names added', () => {
    const partials = { лицо: '<p>{{имя}} {{кто.имя}}</p>' };
    const data = { имя: 'а', кто: { имя: 'б' }, другой: { имя: 'в' }, начало: { имя: 'г', кто: { имя: 'д' } } };
    expect(textOf('{{> лицо}}{{> лицо начало}}{{> лицо кто=другой}}', data, partials)).toEqual(['а б', 'г д', 'а в']);
  });
});

describe('helpers', () => {
  it('print numbers, sums, dates and nouns in Russian', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{{склонение n "организация" "организации" "организаций"}}', 'организации'],
      ['{{дата d}}', '25.08.2024'],
      ['{{датаСловами d}}', '25 августа 2024 года'],
      ['{{дата t}}', 'до 1 мая'],
      ['{{датаСловами u}}', '1 марта 2024 года'],
      ['{{число k}}', '4 042 064 000'],
      ['{{число n 1}}', '52,0'],
      ['{{деньги k}}', '40 420 640,00'],
      ['{{прописью n}}', 'пятьдесят два'],
      ['{{прописью n "жен" "род"}}', 'пятидесяти двух'],
      ['{{деньгиПрописью k}}', '40 420 640 (сорок миллионов четыреста двадцать тысяч шестьсот сорок) рублей 00 копеек'],
      ['{{#if (больше n 51)}}да{{/if}}', 'да'],
    ];
    const data = { n: 52, d: '2024-08-25', t: 'до 1 мая', u: '01.03.2024', k: 4_042_064_000 };
    const printed = textOf(cases.map(([text]) => p(text)).join(''), data).map((text) => text.replaceAll('\u00a0', ' '));
    expect(printed).toEqual(cases.map(([, wanted]) => wanted));
  });

  it.each([
    ['{{дата x}}', '2024-02-30', /поле «x»: функция «дата» не принимает значение: «2024-02-30» – такого дня нет/u],
    ['{{датаСловами x}}', '31.04.2024', /такого дня нет: укажите день как 25\.08\.2024 или 2024-08-25 \(/u],
    ['{{дата x}}', '2024-03-01T00:00:00Z', /не дата/u],
    ['{{число x}}', 1e21, /ждёт число, которое пишут цифрами/u],
    ['{{число x 2}}', -1e21, /ждёт число, которое пишут цифрами/u],
    ['{{число x}}', 1e-7, /ждёт число, которое пишут цифрами/u],
    ['{{x}}', 1e21, /не текст и не число/u],
  ])('%s refuses %j and says why', (text, x, sentence) => {
    expect(() => blocksOf(p(text), { x })).toThrow(
      expect.objectContaining({ code: 'document.data_invalid', message: expect.stringMatching(sentence) }),
    );
  });
});

describe('the limits of a document', () => {
  it('stop text over five megabytes', () => {
    const data = { строки: Array.from({ length: 600 }, () => 'а'.repeat(10_000)) };
    const render = (): unknown => blocksOf('{{#each строки}}<p>{{this}}</p>{{/each}}', data);
    expect(render).toThrow(expect.objectContaining({ code: 'document.output_limit' }));
  });

  it('stop nested lists that print nothing', () => {
    const data = { a: Array.from({ length: 400 }, () => 1) };
    const each = (depth: number): string =>
      depth === 0 ? '' : `{{#each ${'../'.repeat(4 - depth)}a}}${each(depth - 1)}{{/each}}`;
    const started = performance.now();
    expect(() => blocksOf(`<p>а</p>${each(4)}`, data)).toThrow(
      expect.objectContaining({ code: 'document.output_limit' }),
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
