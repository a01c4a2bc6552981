import { describe, expect, it } from '@jest/globals';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { loadTemplates, templateFields } from '#documents';
import { TEMPLATES } from './sample.js';

/** The faults of a folder with these files, one line each; an empty list when it is accepted. */
async function faultsOf(files: Record<string, string>): Promise<readonly string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'vekha-templates-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(dir, name, '..'), { recursive: true });
      await writeFile(join(dir, name), text);
    }
    await loadTemplates(dir);
    return [];
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    expect(error.code).toBe('template.invalid');
    return error.message.split('\n').slice(1);
  } finally {
    await rm(dir, { recursive: true });
  }
}

const inSection = (text: string): string => `<document><section>\n${text}\n</section></document>`;
const faultsIn = (text: string, partials: Record<string, string> = {}): Promise<readonly string[]> =>
  faultsOf({
    'orders/a.hbs': inSection(text),
    ...Object.fromEntries(Object.entries(partials).map(([name, part]) => [`partials/${name}.hbs`, part])),
  });

describe('a folder of templates', () => {
  it('is accepted when every tag, attribute, field, helper, block and partial is known', async () => {
    const set = await loadTemplates(TEMPLATES);
    expect([...set.templates.keys()].sort()).toEqual(['letter-all', 'order-all']);
  });

  it('is refused with the faults of all files at once, in the order of files and lines', async () => {
    const faults = await faultsOf({
      'letters/b.hbs': inSection('<p>{{{x}}}</p>\n<abzac>текст</abzac>'),
      'orders/a.hbs': inSection('<p align="middle">текст</p>'),
      'partials/c.hbs': '{{#if x}}',
    });
    expect(faults).toEqual([
      'letters/b.hbs:2:4: тройные скобки {{{…}}} и {{&…}} запрещены: пишите {{…}}',
      'letters/b.hbs:3:1: неизвестный тег <abzac>',
      'orders/a.hbs:2:1: «align="middle"» у <p>: ждёт left, center, right или justify',
      expect.stringMatching(/^partials\/c\.hbs:1:\d+: файл кончился внутри блока/u),
    ]);
  });

  it('holds each name once, whatever the folder', async () => {
    const text = inSection('<p>текст</p>');
    expect(await faultsOf({ 'orders/a.hbs': text, 'letters/a.hbs': text })).toEqual([
      'letters/a.hbs:1:1: шаблон «a» уже есть в другой папке',
    ]);
  });
});

describe('a template is refused for', () => {
  const constructs: readonly (readonly [name: string, text: string, fault: string])[] = [
    ['triple braces', '<p>{{{x}}}</p>', '2:4: тройные скобки'],
    ['an unescaped field', '<p>{{&x}}</p>', '2:4: тройные скобки'],
    ['a block of an unknown name', '{{#foo}}<p>а</p>{{/foo}}', '2:1: нет блока {{#foo}}'],
    ['an unknown helper', '<p>{{upper x}}</p>', '2:4: нет функции «upper»'],
    ['an unknown helper inside another', '<p>{{дата (now x)}}</p>', '2:11: нет функции «now»'],
    [
      'a helper with too few arguments',
      '<p>{{склонение n}}</p>',
      '2:4: функция «склонение» ждёт аргументов: 4, а стоит 1',
    ],
    ['a named argument of a field', '<p>{{дата x как="а"}}</p>', '2:4: именованный аргумент «как=»'],
    ['a computed partial', '{{> (lookup x)}}', '2:1: имя части {{> …}} должно быть написано прямо'],
    ['an unknown partial', '{{> нет-такой}}', '2:1: нет части «нет-такой»'],
    ['a partial with content', '{{#> часть}}<p>а</p>{{/часть}}', '2:1: часть с содержимым'],
    ['an inline partial', '{{#*inline "x"}}<p>а</p>{{/inline}}', '2:1: вложенные части'],
    ['a decorator', '{{* x}}', '2:1: декораторы'],
    ['@root', '<p>{{@root.x}}</p>', '2:6: нет переменной «@root.x»'],
    ['__proto__', '<p>{{x.__proto__.y}}</p>', '2:6: имя «__proto__» в шаблоне запрещено'],
    ['constructor', '{{#if x.constructor}}<p>а</p>{{/if}}', '2:7: имя «constructor»'],
    ['prototype in brackets', '<p>{{x.[prototype]}}</p>', '2:6: имя «prototype»'],
    ['a block closed by another name', '{{#if x}}<p>а</p>{{/each}}', '2:4: блок {{#if}} закрыт как {{/each}}'],
    ['an unclosed expression', '<p>{{x</p>', 'недопустимый знак внутри {{…}}'],
    ['an unknown tag', '<abzac>а</abzac>', '2:1: неизвестный тег <abzac>'],
    ['a tag named like the engine’s own', '<_0>а</_0>', '2:1: имя тега не может начинаться с «_»'],
    ['an unknown attribute', '<p colour="red">а</p>', '2:1: у <p> нет атрибута «colour»: есть align, gap, indent'],
    ['an attribute of Object', '<p toString="а">а</p>', '2:1: у <p> нет атрибута «toString»'],
    ['a missing attribute', '<sign post="а"/>', '2:1: у <sign> нет обязательного атрибута: name'],
    ['a field in a fixed attribute', '<p align="{{x}}">а</p>', '2:1: «align» у <p> пишется прямо'],
    ['a flag that is not a flag', '<p indent="да">а</p>', '2:1: «indent="да"» у <p>: ждёт yes, no или одно поле'],
    ['a number out of its range', '<clause level="5">а</clause>', '2:1: «level="5"» у <clause>: ждёт целое от 1 до 4'],
    ['a field outside the quotes of a tag', '<p {{x}}>а</p>', '2:4: внутри тега {{…}} может стоять только в кавычках'],
    [
      'a partial inside an attribute',
      '<sign post="{{> часть}}" name="а"/>',
      '2:13: часть {{> …}} не может стоять внутри тега',
    ],
    ['a wrong parent', '<td>а</td>', '2:1: <td> не может стоять внутри <section>'],
    ['text outside a part', 'просто текст', '2:1: текст «просто текст» не может стоять прямо в <section>'],
    ['a field outside a part', '{{x}}', '2:1: поле {{x}} не может стоять прямо в <section>'],
    ['content of an empty tag', '<reg date="а" number="б">в</reg>', '2:1: <reg/> пишется без содержимого'],
    ['a tag closed by another', '<p>а</b></p>', '2:5: </b> закрывает <p>, открытый в строке 2'],
    [
      'a tag opened in a block and left open',
      '{{#if x}}<p>а{{/if}}</p>',
      '2:10: тег <p> открыт внутри {{#if}} и не закрыт в нём',
    ],
    [
      'a tag closed in a block and opened outside',
      '<p>{{#if x}}</p>{{/if}}',
      '2:13: </p> закрывает тег, который открыт вне {{#if}}',
    ],
    ['a tag cut by a block', '{{#if x}}<p {{/if}}>а</p>', '2:1: внутри {{#if}} начат тег, который в нём не закончен'],
    ['a lone ampersand', '<p>А & Б</p>', '2:6: знак & пишется как &amp;'],
    ['a lone angle bracket', '<p>А < Б</p>', 'знак < в тексте пишется как &lt;'],
    ['an entity of HTML', '<p>А&nbsp;Б</p>', '2:5: знак & пишется как &amp;'],
    ['a comment of XML', '<!-- а -->', 'комментарий пишется как {{!-- … --}}'],
    ['CDATA', '<p><![CDATA[а]]></p>', 'раздел CDATA в шаблоне запрещён'],
    ['a processing instruction', '<?php x ?>', 'запись <? … ?> в шаблоне запрещена'],
    ['a mark of the engine', '<p>\ue0000\ue001</p>', '2:4: в тексте служебный знак'],
    [
      'widths that do not fill the text',
      '<table widths="10 20"><tr><td>а</td><td>б</td></tr></table>',
      '2:1: ширины столбцов дают 30 мм, а ширина текста 180 мм',
    ],
    ['widths that are not numbers', '<table widths="a b"><tr><td>а</td></tr></table>', '2:1: «widths="a b"» у <table>'],
    [
      'a row short of a cell',
      '<table widths="90 90">\n<tr><td>а</td></tr></table>',
      '3:1: в строке таблицы ячеек на 1 ст., а столбцов 2',
    ],
    [
      'a rowspan past the last row',
      '<table widths="90 90"><tr><td rowspan="2">а</td><td>б</td></tr></table>',
      'rowspan больше, чем осталось строк',
    ],
    [
      'a short row inside a list',
      '<table widths="90 90">{{#each x}}\n<tr><td>а</td></tr>{{/each}}</table>',
      '3:1: в строке таблицы ячеек на 1 ст.',
    ],
  ];

  it.each(constructs)('%s', async (_, text, fault) => {
    expect((await faultsIn(text, { часть: '<p>а</p>' })).join('\n')).toContain(fault);
  });

  it('a partial that includes itself through another', async () => {
    const faults = await faultsIn('{{> а}}', { а: '<p>а</p>{{> б}}', б: '{{> а}}' });
    expect(faults.join('\n')).toContain('часть включает сама себя: а → б → а');
  });

  it('a partial put where its tags may not stand, with the place inside the partial', async () => {
    const faults = await faultsIn('<p>{{> а}}</p>', { а: '<b>а</b>\n<clause>а</clause>' });
    expect(faults).toEqual(['partials/а.hbs:2:1: <clause> не может стоять внутри <p>']);
  });

  it('anything beside one document', async () => {
    expect(await faultsOf({ 'orders/a.hbs': '<section></section>' })).toEqual([
      'orders/a.hbs:1:1: шаблон должен состоять из одного <document>',
    ]);
    expect((await faultsOf({ 'orders/a.hbs': '<document></document>\n<document></document>' })).join()).toContain(
      'orders/a.hbs:2:1: после </document> не должно быть ничего',
    );
  });

  it('the first fault of nesting only: what follows it would be an echo', async () => {
    expect(await faultsIn('<p>а</b>\n<p>б</p>\n</i>')).toHaveLength(1);
  });
});

describe('the fields of a template', () => {
  it('are read from its tree: through lists, scopes, partials, helpers and attributes', async () => {
    const set = await loadTemplates(TEMPLATES);
    const fields = templateFields(set, 'order-all');
    const paths = (use: string): string[] => fields.filter((field) => field.use === use).map(({ path }) => path);
    expect(paths('list')).toEqual(['орган.бланк', 'обязанности', 'организации']);
    expect(paths('condition')).toEqual(['регистрация.номер', 'организации[].отстаёт']);
    expect(paths('print')).toEqual(
      expect.arrayContaining(['орган.бланк[]', 'обязанности[]', 'контролёр.имя', 'организации[].инн', 'подписант.имя']),
    );
    expect(fields.find(({ path }) => path === 'контролёр.имя')).toEqual({
      path: 'контролёр.имя',
      use: 'print',
      line: 1,
      template: 'контроль',
    });
  });

  it('are refused for a kind without a template', async () => {
    const set = await loadTemplates(TEMPLATES);
    expect(() => templateFields(set, 'нет')).toThrow('Нет шаблона «нет».');
  });
});

describe('a hostile template', () => {
  const many = (text: string, times: number): string => text.repeat(times);
  const chain = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`p${i}`, i === 11 ? '<p>x</p>' : many(`{{> p${i + 1}}}`, 4)]),
  );

  it.each<[name: string, text: string, parts: Record<string, string>, first: string]>([
    ['a file too long', many('<p>текст</p>\n', 6000), {}, 'orders/a.hbs:1:1: файл больше 64 тысяч знаков'],
    [
      'blocks nested without end',
      many('{{#if a}}', 2500) + many('{{/if}}', 2500),
      {},
      'orders/a.hbs:2:289: блоки {{#…}} вложены глубже 32 уровней',
    ],
    [
      'brackets nested without end',
      `<p>{{#if ${many('(не ', 5000)}a${many(')', 5000)}}}x{{/if}}</p>`,
      {},
      'orders/a.hbs:2:74: скобки вложены глубже 16 уровней',
    ],
    ['tags nested without end', many('<b>', 4000) + many('</b>', 4000), {}, 'теги и блоки вложены глубже 64 уровней'],
    [
      'a name of a thousand parts',
      `<p>{{${many('a.', 1000)}a}}</p>`,
      {},
      'orders/a.hbs:2:6: имя поля длиннее 12 частей',
    ],
    ['a hundred columns', `<table widths="${many('1 ', 100)}"><tr><td>a</td></tr></table>`, {}, 'столбцов 100'],
    ['partials that double', '{{> p0}}', chain, 'с частями шаблон больше 20000 элементов'],
    ['a fault in every line', many('<x/>\n', 10_000), {}, 'orders/a.hbs:2:1: неизвестный тег <x>'],
  ])('is refused long before it could hold anything up: %s', async (_, text, parts, first) => {
    const from = performance.now();
    expect((await faultsIn(text, parts)).join('\n')).toContain(first);
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});
