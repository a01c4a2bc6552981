import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { templatesDir } from '#bin/package-root';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import {
  checkTemplates,
  documentText,
  loadAllTemplates,
  loadTemplates,
  openKind,
  openTemplateFile,
  renderDocument,
} from '#documents';
import { letterheadFile } from './letterhead-file.js';

let own: string;
beforeEach(async () => {
  own = await mkdtemp(join(tmpdir(), 'vekha-own-'));
});
afterEach(() => rm(own, { recursive: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(own, name)), { recursive: true });
    await writeFile(join(own, name), text);
  }
}

const load = () => loadAllTemplates({ builtIn: templatesDir(), own });
const inSection = (text: string): string => `<document><section>\n${text}\n</section></document>`;
const CARD = '{"noun": "приказ", "gender": "m"}';

/** Faults as «file:line:column: message», the folder left out. */
async function told(): Promise<readonly string[]> {
  const { faults } = await load();
  return faults.map(
    ({ file, line, column, message }) => `${file.replace(`${own}/`, '')}:${line}:${column}: ${message}`,
  );
}

async function textOf(kind: string, data: unknown): Promise<string> {
  const { set } = await load();
  const { bytes } = await renderDocument(set, kind, data, { profile: 'gost-2016', fields: new Map() });
  return documentText(bytes);
}

describe('templates of ours that are at fault', () => {
  it('are refused beside a folder that holds nothing to blame', async () => {
    const builtIn = join(own, 'ours');
    await put({ 'ours/orders/a.hbs': inSection('<p>{{a}'), 'theirs/a.json': CARD });
    for (const folder of ['letters', 'registers', 'forms', 'notices', 'reports', 'partials'])
      await mkdir(join(builtIn, folder));
    const loading = loadAllTemplates({ builtIn, own: join(own, 'theirs') });
    await expect(loading).rejects.toMatchObject({ code: 'template.invalid' });
  });
});

describe('a folder of own templates', () => {
  it('replaces a template and a part of ours by name, wherever in the folder the file lies', async () => {
    await put({
      'приказы/order-appointment.hbs': inSection('<p>Свой текст {{> контроль}}</p>'),
      'partials/контроль.hbs': '{{! своя часть }}контроль свой',
    });
    // The part is used by other templates of ours, where it must be a point.
    expect((await told()).join('\n')).toMatch(
      /partials\/контроль\.hbs:1:\d+: текст «контроль свой» не может стоять прямо/u,
    );
    await put({
      'приказы/order-appointment.hbs': inSection('<p>Свой текст</p>{{> контроль}}'),
      'partials/контроль.hbs': '<p>контроль свой</p>',
    });
    expect(await told()).toEqual([]);
    expect(await textOf('order-appointment', {})).toBe('Свой текст\nконтроль свой');
    expect(await textOf('order-equipment', {})).toContain('контроль свой');
  });

  it('asks whether a file is misspelt when its name is almost that of a kind of ours', async () => {
    await put({ 'order-apointment.hbs': inSection('<p>Отпуск</p>') });
    expect((await load()).faults).toMatchObject([
      {
        message: 'вида «order-apointment» нет',
        cure: 'возможно, «order-appointment»; если это новый вид, положите рядом order-apointment.json: {"noun": "приказ", "gender": "m"}',
      },
    ]);
    await put({ 'order-apointment.json': '{"noun": "приказ", "gender": "m"}' });
    expect(await told()).toEqual([]);
    await put({ 'order.hbs': inSection('<p>Приказ</p>'), 'summary-year.hbs': inSection('<p>Итоги</p>') });
    expect(await told()).toEqual([]);
  });

  it('adds a kind by its template alone; a card beside it says what its fields mean', async () => {
    await put({ 'order-vacation.hbs': inSection('<p>Отпуск с {{отпуск.с}}</p>') });
    expect(await told()).toEqual([]);
    expect(await textOf('order-vacation', {})).toBe('Отпуск с [с]');
    await put({
      'order-vacation.json':
        '{"noun": "приказ", "gender": "m", "fields": {"отпуск.с": {"label": "первый день отпуска", "source": "справочник"}}}',
    });
    const { kinds, faults } = await load();
    expect(faults).toEqual([]);
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...DOCUMENT_KINDS, 'order-vacation']));
    expect(kinds.find(({ kind }) => kind === 'order-vacation')).toMatchObject({
      own: true,
      card: { noun: 'приказ', routed: false },
    });
    const { set, fields } = await openKind({ builtIn: templatesDir(), own }, 'order-vacation');
    const { gaps } = await renderDocument(set, 'order-vacation', {}, { profile: 'gost-2016', fields });
    expect(gaps).toMatchObject([
      { label: 'первый день отпуска', source: 'справочник', template: 'order-vacation', line: 2 },
    ]);
  });

  it('calls a field as ours do when several of them have it, else by its last word that is not a case', async () => {
    await put({
      'order-vacation.hbs': inSection(
        '<p>{{орган.полное.им}} {{лицо.должность.вин}}</p>{{#each строки}}<p>{{название}}</p>{{/each}}',
      ),
    });
    const { set, fields } = await openKind({ builtIn: templatesDir(), own }, 'order-vacation');
    const { gaps } = await renderDocument(set, 'order-vacation', {}, { profile: 'gost-2016', fields });
    expect(gaps.map(({ label }) => label)).toEqual(['наименование органа', 'должность', 'строки']);
  });

  it('leaves a faulty file out with all its faults, and ours stays in use', async () => {
    await put({
      'order-appointment.hbs': inSection('<p>{{{x}}}</p>\n<table widths="10 20"><tr><td>а</td></tr></table>'),
      'letter-equipment.hbs': inSection('<p>Своё письмо</p>'),
      'order-vacation.hbs': inSection('<p>отпуск</b>'),
      'order-vacation.json': CARD,
    });
    expect(await told()).toEqual([
      'order-appointment.hbs:2:4: тройные скобки {{{…}}} и {{&…}} запрещены: пишите {{…}}',
      'order-appointment.hbs:3:1: ширины столбцов дают 30 мм, а ширина текста 180 мм',
      'order-appointment.hbs:3:23: в строке таблицы ячеек на 1 ст., а столбцов 2',
      'order-vacation.hbs:2:10: </b> закрывает <p>, открытый в строке 2',
    ]);
    const ours = await loadTemplates(templatesDir());
    const { set, kinds } = await load();
    expect(set.templates.get('order-appointment')).toEqual(ours.templates.get('order-appointment'));
    expect(kinds.filter((kind) => kind.own).map(({ kind }) => kind)).toEqual(['letter-equipment']);
  });

  it('leaves out a part that breaks a template of ours, and says which', async () => {
    await put({ 'partials/контроль.hbs': '<td>ячейка</td>', 'letter-equipment.hbs': inSection('<p>Своё письмо</p>') });
    expect((await told())[0]).toBe('partials/контроль.hbs:1:1: <td> не может стоять внутри <section>');
    const { kinds, set } = await load();
    expect(kinds.filter((kind) => kind.own)).toHaveLength(1);
    expect(set.partials.get('контроль')?.file).toBe('partials/контроль.hbs');
  });

  it('names a field that nothing would ever fill in a kind of ours, with the nearest one', async () => {
    await put({ 'order-appointment.hbs': inSection('<p>{{орган.полноее.им}}{{#with карта}}{{код}}{{/with}}</p>') });
    const { faults } = await load();
    expect(faults[0]).toMatchObject({
      line: 2,
      column: 6,
      message: 'поля «орган.полноее.им» у вида «order-appointment» нет',
      cure: 'возможно, «орган.полное.им»',
      source: '<p>{{орган.полноее.им}}{{#with карта}}{{код}}{{/with}}</p>',
    });
  });

  it('tells every fault of a card at its line', async () => {
    await put({
      'order-vacation.hbs': inSection('<p>{{отпуск.с}}</p>'),
      'order-vacation.json': [
        '{',
        '  "noun": 5,',
        '  "gender": "муж",',
        '  "rooted": true,',
        '  "numbered": "да",',
        '  "letterhead": "../бланк.docx",',
        '  "fields": {"отпуск.с": {"source": "почта"}}',
        '}',
      ].join('\n'),
    });
    expect(await told()).toEqual([
      'order-vacation.json:2:3: «noun» – это текст',
      'order-vacation.json:3:3: «gender» – одно из: m, f, n',
      'order-vacation.json:4:3: ключа «rooted» нет',
      'order-vacation.json:5:3: «numbered» – это true или false, без кавычек',
      'order-vacation.json:6:3: «letterhead» – имя файла .docx в той же папке, без пути',
      expect.stringMatching(/^order-vacation\.json:7:14: у поля «отпуск\.с» нет названия$/u),
      expect.stringMatching(/^order-vacation\.json:7:\d+: «source» – одно из: приказ, /u),
    ]);
    await put({ 'order-vacation.json': '{\n  "noun": "приказ",\n}' });
    expect((await told())[0]).toBe('order-vacation.json:3:1: это не JSON');
    await put({
      'order-vacation.json': '{"noun": "приказ", "gender": "m", "fields": {"отпуск.по": {"label": "день"}}}',
    });
    expect(await told()).toEqual(['order-vacation.json:1:46: поле «отпуск.по» описано, но в шаблоне его нет']);
  });

  it('puts a kind, ours too, on a letterhead that its card names', async () => {
    const header = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:hdr>';
    await writeFile(join(own, 'бланк.docx'), letterheadFile({ extra: { 'word/header1.xml': header } }));
    await put({
      'order-vacation.hbs': inSection('<p>Отпуск</p>'),
      'order-vacation.json': '{"noun": "приказ", "gender": "m", "letterhead": "бланк.docx"}',
      'letter-equipment.json': '{"letterhead": "бланк.docx"}',
    });
    expect(await told()).toEqual([]);
    expect(await textOf('order-vacation', {})).toMatch(/^КОМИТЕТ ПО ДЕЛАМ\n.*\nПункт бланка\nОтпуск$/u);
    expect(await textOf('letter-equipment', {})).toMatch(/^КОМИТЕТ ПО ДЕЛАМ\n/u);
    expect(await textOf('letter-organisations', {})).not.toContain('КОМИТЕТ ПО ДЕЛАМ');
  });

  it('does not use a template whose letterhead is faulty or missing, and says what is wrong with the letterhead', async () => {
    const body = '<w:p><w:r><w:t>{{орган.полноее.им}} {{дат x}}</w:t></w:r></w:p>';
    await writeFile(join(own, 'бланк.docx'), letterheadFile({ body }));
    await put({
      'order-vacation.hbs': inSection('<p>Отпуск</p>'),
      'order-vacation.json': '{"noun": "приказ", "gender": "m", "letterhead": "нет.docx"}',
      'letter-equipment.json': '{\n"letterhead": "бланк.docx"}',
    });
    expect(await told()).toEqual([
      'letter-equipment.json:2:1: бланк «бланк.docx» не принят',
      'order-vacation.json:1:35: файла «нет.docx» рядом нет',
      'бланк.docx:1:1: абзац 1, {{дат x}}: нет функции «дат»: поле не может иметь аргументов',
    ]);
    expect((await load()).kinds.some((kind) => kind.own)).toBe(false);
    await writeFile(join(own, 'бланк.docx'), letterheadFile({ body: body.replace(' {{дат x}}', '') }));
    expect(await told()).toContain('бланк.docx:1:1: поля «орган.полноее.им» у вида «letter-equipment» нет');
    expect(await textOf('letter-equipment', {})).not.toContain('Пункт бланка');
  });

  it('that is not there, or has a strange name in it, is a fault and no more', async () => {
    await put({ 'приказ №1.hbs': inSection('<p>x</p>'), 'mail/digest.hbs': '{{{', 'x.sample.json': '{}' });
    expect(await told()).toEqual(['приказ №1.hbs:1:1: «приказ №1» не годится в имена видов']);
    const { faults, kinds } = await loadAllTemplates({ builtIn: templatesDir(), own: join(own, 'нет') });
    expect(faults).toMatchObject([{ message: 'такой папки нет', cure: 'проверьте VEKHA_TEMPLATES' }]);
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([...DOCUMENT_KINDS].sort());
  });
});

describe('one file by itself', () => {
  const folders = { builtIn: templatesDir(), own: null };

  it('is checked with our parts and those beside it, and needs no card', async () => {
    await put({ 'a/partials/своя.hbs': '<p>своя {{x}}</p>' });
    const file = join(own, 'a', 'проба.hbs');
    const { faults, template } = await openTemplateFile(folders, file, inSection('{{> своя}}{{> подпись}}'));
    expect(faults).toEqual([]);
    expect(template?.kind).toBe('проба');
    const lost = await openTemplateFile(folders, join(own, 'проба.hbs'), inSection('{{> подпис}}'));
    expect(lost.template).toBeNull();
    expect(lost.faults).toMatchObject([{ line: 2, column: 1, cure: 'возможно, «подпись»' }]);
  });

  it('is refused with everything that is wrong in it', async () => {
    const text = inSection('<abzac>текст</abzac>\n<p algin="left">{{дат x}}</p>\nслова');
    const { faults } = await openTemplateFile(folders, 'проба.hbs', text);
    expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: неизвестный тег <abzac>',
      '3: у <p> нет атрибута «algin»: есть align, gap, indent, size',
      '3: нет функции «дат»: поле не может иметь аргументов',
      '4: текст «слова» не может стоять прямо в <section>',
    ]);
    expect(faults[1]?.cure).toBe('возможно, «align»');
  });
});

describe('our own templates', () => {
  it('have no fault, and all of them are looked at', async () => {
    const { faults, files } = await checkTemplates({ builtIn: templatesDir(), own: null });
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThan(DOCUMENT_KINDS.length);
  });
});
