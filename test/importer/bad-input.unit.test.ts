import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { VekhaError, type ErrorCode } from '#domain/errors';
import { readOrder } from '#importer';
import { documentXml, HEAD, HEADER, p, tbl, tr, wordFile } from './word-file.js';

const HOSTILE = new URL('../fixtures/hostile/', import.meta.url);
const SAMPLE = new URL('../fixtures/orders/order-3509-r.docx', import.meta.url);
const SAMPLE_TEXT = new URL('../fixtures/orders/order-3509-r.txt', import.meta.url);

const TABLE = tbl(HEADER, tr('1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', '15 мая 2024 г.'));

async function refusal(bytes: Uint8Array): Promise<VekhaError> {
  const answer = await readOrder(bytes, { fileName: 'a.docx' }).catch((error: unknown) => error);
  if (!(answer instanceof VekhaError))
    throw new Error('the file was read, or something else was thrown', { cause: answer });
  return answer;
}

function text(...lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.join('\n'), 'utf8');
}

describe('a file that cannot be an order is refused in one Russian sentence', () => {
  const cases: readonly (readonly [string, ErrorCode, () => Uint8Array])[] = [
    ['0 bytes', 'input.empty', () => readFileSync(new URL('empty.txt', HOSTILE))],
    ['only spaces', 'input.empty', () => text('  ', '\t', '')],
    ['half of a Word file', 'input.damaged', () => readFileSync(new URL('cut-short.docx', HOSTILE))],
    ['an order that approves nothing', 'order.no_table', () => readFileSync(new URL('no-table.txt', HOSTILE))],
    ['text under the name of a Word file', 'order.no_table', () => readFileSync(new URL('text-renamed.docx', HOSTILE))],
    ['a letter', 'input.not_an_order', () => text('Уважаемые коллеги!', 'Направляем вам сведения.')],
    ['a broken PDF', 'input.damaged', () => text('%PDF-1.7', 'stream')],
    ['an RTF', 'input.needs_office', () => text('{\\rtf1 \\ansi}')],
    ['a web page without a plan', 'order.no_table', () => text('<!DOCTYPE html>', '<p>РАСПОРЯЖЕНИЕ</p>')],
    ['an old .doc', 'input.needs_office', () => compound('WordDocument')],
    ['an old .xls', 'input.needs_office', () => compound('Workbook')],
    ['a file of another old program', 'input.not_an_order', () => compound('PowerPoint Document')],
    ['a picture named as a document', 'input.not_an_order', () => Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['text with NUL bytes', 'input.not_an_order', () => text('РАСПОРЯЖЕНИЕ\0\0 12.03.2024 № 5')],
    [
      'a web page in one file',
      'input.not_an_order',
      () =>
        text(
          'From: <Saved by Word>',
          'MIME-Version: 1.0',
          'Content-Type: multipart/related;',
          ' boundary="x"',
          '',
          '--x',
        ),
    ],
    ['an XML file', 'input.not_an_order', () => text('<?xml version="1.0"?>', '<data><a/></data>')],
    ['a document of Word 2003', 'input.needs_office', () => text('<?xml version="1.0"?>', WORD_2003)],
    [
      'a Word file with a password',
      'input.forbidden_content',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['bytes that are no text', 'input.not_an_order', () => Uint8Array.from({ length: 500 }, (_, i) => i % 256)],
    ['a broken workbook', 'table.unreadable', () => zipSync({ 'xl/workbook.xml': strToU8('<a/>') })],
    ['a binary workbook', 'input.needs_office', () => zipSync({ 'xl/workbook.bin': strToU8('a') })],
    ['a presentation', 'input.not_an_order', () => zipSync({ 'ppt/presentation.xml': strToU8('<a/>') })],
    [
      'an OpenDocument',
      'input.needs_office',
      () => zipSync({ mimetype: strToU8('a'), 'content.xml': strToU8('<a/>') }),
    ],
    ['an archive', 'input.not_an_order', () => zipSync({ 'a.txt': strToU8('а') })],
    ['more than 20 MB', 'input.too_large', () => new Uint8Array(20 * 1024 * 1024 + 1).fill(65)],
    [
      'a table without deadlines',
      'order.no_deadline_column',
      () => wordFile(HEAD + tbl(tr('№', 'Мероприятие', 'Ответственный'), tr('1', 'Сверка', 'Отдел'))),
    ],
    ['a table of other things', 'order.no_table', () => wordFile(HEAD + tbl(tr('ФИО', 'Телефон'), tr('Орлов', '1')))],
    ['a header without rows', 'order.no_table', () => wordFile(HEAD + tbl(HEADER))],
    [
      'a day that does not exist',
      'date.unreadable',
      () => wordFile(HEAD.replace('12.03.2024 № 15-р', '31.02.2024 № 15-р') + TABLE),
    ],
    ['an act without any date', 'date.unreadable', () => wordFile(HEAD.replaceAll('12.03.2024', '') + TABLE)],
  ];
  it('and a web page in one file is told how to become a document', async () => {
    const { message } = await refusal(
      text('MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="x"', '', 'a'),
    );
    expect(message).toContain('(.mht)');
  });

  it.each(cases)('%s: %s', async (_, code, bytes) => {
    const error = await refusal(bytes());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^\p{Lu}[^\n]*\p{Ll}[^\n]*\.$/u);
    expect(error.message).not.toMatch(/пожалуйста|успешно|!/iu);
  });

  it('says so when text is named as a Word file', async () => {
    const error = await refusal(readFileSync(new URL('text-renamed.docx', HOSTILE)));
    expect(error.message).toMatch(/Word, но внутри обычный текст/u);
  });

  it('names the day that does not exist', async () => {
    const bytes = wordFile(HEAD.replace('12.03.2024 № 15-р', '31.02.2024 № 15-р') + TABLE);
    expect((await refusal(bytes)).message).toContain('31.02.2024');
  });
});

describe('a Word file with forbidden content is refused', () => {
  it('with a DOCTYPE in the text', async () => {
    const xml = documentXml(HEAD + TABLE).replace('<w:document', '<!DOCTYPE w [<!ENTITY a "b">]><w:document');
    expect((await refusal(wordFile('', { 'word/document.xml': strToU8(xml) }))).code).toBe('input.forbidden_content');
  });

  it('with a DOCTYPE in a part that is never read', async () => {
    const bytes = wordFile(HEAD + TABLE, { 'customXml/item1.xml': strToU8('<?xml version="1.0"?>\n<!DOCTYPE a><a/>') });
    expect((await refusal(bytes)).code).toBe('input.forbidden_content');
  });

  it('with macros', async () => {
    expect((await refusal(wordFile(HEAD + TABLE, { 'word/vbaProject.bin': strToU8('x') }))).code).toBe(
      'input.forbidden_content',
    );
  });

  it('with the type of a document that may hold macros', async () => {
    const types =
      '<Types xmlns="a"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect((await refusal(wordFile(HEAD + TABLE, { '[Content_Types].xml': strToU8(types) }))).code).toBe(
      'input.forbidden_content',
    );
  });

  it('with a password on the archive', async () => {
    const bytes = wordFile(HEAD + TABLE);
    const directory = Buffer.from(bytes).indexOf('504b0102', 0, 'hex');
    bytes[directory + 8] = 1;
    expect((await refusal(bytes)).code).toBe('input.forbidden_content');
  });
});

describe('a damaged Word file is refused', () => {
  it.each([
    ['an unclosed element', HEAD + TABLE.slice(0, -8)],
    ['an entity that nobody declared', `${HEAD}${p('&a;')}${TABLE}`],
    ['elements nested without end', '<w:p>'.repeat(5_000)],
  ])('%s', async (_, body) => {
    expect((await refusal(wordFile(body))).code).toBe('input.damaged');
  });

  it('a byte changed inside a part, by its checksum', async () => {
    const bytes = zipSync({ ...parts(HEAD + TABLE) }, { level: 0 });
    const at = Buffer.from(bytes).indexOf('15 мая');
    bytes[at] = 0x32;
    expect((await refusal(bytes)).code).toBe('input.damaged');
  });
});

describe('an archive that swells is stopped early', () => {
  it('at 200 MB unpacked, whatever its directory claims', async () => {
    const bomb = swelling(210);
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect((await refusal(bomb)).code).toBe('input.too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('at 2,000 parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`word/a${i}.xml`, new Uint8Array(0)]));
    expect((await refusal(wordFile(HEAD + TABLE, many))).code).toBe('input.too_large');
  });
});

describe('no bytes make it throw anything but a VekhaError', () => {
  const attempt = async (bytes: Uint8Array) => {
    const answer = await readOrder(bytes, { fileName: 'a' }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(answer === null || answer instanceof VekhaError ? null : answer).toBeNull();
  };

  it('random bytes and random Cyrillic with tabs', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), attempt), { numRuns: 150 });
    const word = fc.constantFrom(
      ...[
        'РАСПОРЯЖЕНИЕ',
        '12.03.2024 № 5',
        '№',
        'Мероприятие',
        'Срок',
        '\t',
        '\t\t',
        '\n',
        '\n\n',
        '1.',
        '«',
        '(',
        ')',
        '*',
      ],
      ...[
        'Об утверждении',
        'УТВЕРЖДЁН',
        'Контроль возложить на',
        'Орлова И.И.',
        'И.И. Орлов',
        ';',
        ',',
        '-',
        '**',
        'I. ',
        ' ',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), (words) => attempt(Buffer.from(words.join(' ')))),
      { numRuns: 400 },
    );
  });

  it('the sample with bytes changed, cut out or cut off', async () => {
    const sample = readFileSync(SAMPLE);
    const sampleText = readFileSync(SAMPLE_TEXT);
    const damage = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(40), end: fc.option(fc.nat()) });
    const damaged = (
      bytes: Uint8Array,
      { at, byte, cut, end }: { at: number; byte: number; cut: number; end: number | null },
    ) => {
      const from = at % bytes.length;
      const copy = Buffer.concat([bytes.subarray(0, from), Buffer.from([byte]), bytes.subarray(from + cut)]);
      return end === null ? copy : copy.subarray(0, end % copy.length);
    };
    await fc.assert(
      fc.asyncProperty(damage, (d) => attempt(damaged(sample, d))),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(damage, (d) => attempt(damaged(sampleText, d))),
      { numRuns: 150 },
    );
  });

  it('the words of the sample in any order', async () => {
    const lines = readFileSync(SAMPLE_TEXT, 'utf8').split('\n');
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines), (some) => attempt(Buffer.from(some.join('\n')))),
      { numRuns: 100 },
    );
  });
});

describe('hostile text is read or refused in no long time', () => {
  it.each([' ', '(', '«', '*', '-', '1.', 'а, ', '_', '\u00AD', 'А.', '"', '; ', 'Акт, ', 'Орлов И.И., '])(
    'cells, headings and points full of %j',
    async (unit) => {
      const long = unit.repeat(18_000 / unit.length);
      const letters = Array.from({ length: 100 }, () => 'Слова, которых достаточно, чтобы это был текст. '.repeat(20));
      const head = [
        'РАСПОРЯЖЕНИЕ',
        '12.03.2024 № 5-р',
        `Об утверждении ${long}х`,
        '',
        `1. Контроль возложить на ${long}х`,
      ];
      const row = ['1.', 'Сверка', 'Отдел', 'Акт', 'до 1 мая'].map((cell) => `${cell} ${long}х`).join('\t');
      const started = performance.now();
      const bytes = text(...head, ...letters, '', '№\tМероприятие\tОтветственный\tРезультат\tСрок', row);
      await readOrder(bytes, { fileName: 'a.txt' });
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it('a paragraph of more than 20,000 characters is too large', async () => {
    expect((await refusal(wordFile(HEAD + TABLE + p('а'.repeat(20_001))))).code).toBe('input.too_large');
  });

  it('more than 50,000 paragraphs and rows are too large', async () => {
    expect((await refusal(text('РАСПОРЯЖЕНИЕ', ...Array.from({ length: 50_001 }, () => 'слово')))).code).toBe(
      'input.too_large',
    );
  });

  it('thousands of cells in a row, rows in a table, lines in a point, headers', async () => {
    const header = '№\tМероприятие\tОтветственный\tРезультат\tСрок';
    const head = ['РАСПОРЯЖЕНИЕ', '12.03.2024 № 5-р', 'Об утверждении плана', '', '1. Утвердить план:'];
    const started = performance.now();
    for (const lines of [
      [...head, header, `1.${'\tа'.repeat(100_000)}`],
      [...head, header, ...Array.from({ length: 20_000 }, (_, i) => `${i}\tа\tб\tв\tг`)],
      [...head, ...Array.from({ length: 40_000 }, () => 'и так далее'), '', header, '1\tа\tб\tв\tг'],
      [...head, ...Array.from({ length: 20_000 }, () => `${header}\n\n`), header, '1\tа\tб\tв\tг'],
    ]) {
      await readOrder(text(...lines), { fileName: 'a.txt' });
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

const WORD_2003 = '<?mso-application progid="Word.Document"?><w:wordDocument/>';

/** The beginning of a file of Office 97 with the name of its main stream. */
function compound(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);
}

function parts(body: string): Record<string, Uint8Array> {
  return { 'word/document.xml': strToU8(documentXml(body)) };
}

/** A Word file whose one picture unpacks to so many megabytes of nothing. */
function swelling(megabytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const part = new ZipDeflate('word/media/image1.bmp', { level: 1 });
  zip.add(part);
  const megabyte = new Uint8Array(1024 * 1024);
  for (let i = 1; i <= megabytes; i += 1) part.push(megabyte, i === megabytes);
  zip.end();
  return Buffer.concat(chunks);
}
