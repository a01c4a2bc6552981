/**
 * Files that are made to hurt, against the real process that reads them. Built here: none lies in the repository. That nothing
 * of them stays on disk is the boundaries' to hold: the room may not import `node:fs`.
 */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { VekhaError } from '#domain/errors';
import { createOrderReader, type OrderReaderOptions } from '#importer';
import { documentXml, HEAD, HEADER, p, tbl, tc, tr, wordFile } from './word-file.js';

const ENTRY = new URL('../../dist/importer/apart/reading-process.js', import.meta.url).pathname;
const ROW = tr('1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', '15 мая 2024 г.');
const GOOD = wordFile(HEAD + tbl(HEADER, ROW));

const withoutOffice: OrderReaderOptions['convert'] = () =>
  Promise.reject(new VekhaError('printing.missing', 'Программа LibreOffice не найдена.'));

function reader(options: Partial<OrderReaderOptions> = {}) {
  return createOrderReader({ entry: ENTRY, convert: withoutOffice, ...options });
}

async function refusal(bytes: Uint8Array, read = reader()): Promise<VekhaError> {
  const answer: unknown = await read(bytes, { fileName: 'распоряжение.docx' }).catch((error: unknown) => error);
  if (!(answer instanceof VekhaError))
    throw new Error('the file was read, or something else was thrown', { cause: answer });
  return answer;
}

describe('a file that is made to hurt its reader', () => {
  const cases: readonly (readonly [what: string, code: string, () => Uint8Array])[] = [
    [
      'an archive that swells to 300 MB',
      'input.too_large',
      () => withPart('word/media/a.bmp', new Uint8Array(300 << 20)),
    ],
    ['an archive of 5,000 parts', 'input.too_large', manyParts],
    ['entities that grow a billion times', 'input.forbidden_content', laughs],
    [
      '30 MB of text without a plan',
      'order.no_table',
      () => wordFile(HEAD + p('Слово и дело. '.repeat(1_200)).repeat(1_200)),
    ],
    ['a paragraph of 30 MB', 'input.too_large', () => wordFile(HEAD + p('дело '.repeat(3_500_000)))],
    ['tables within tables without end', 'input.damaged', () => wordFile(HEAD + '<w:tbl><w:tr><w:tc>'.repeat(100_000))],
    [
      'tables of a page within each other',
      'input.damaged',
      () => strToU8('<html><body>' + '<table><tr><td>'.repeat(3_000)),
    ],
    ['100,000 rows', 'input.too_large', () => wordFile(HEAD + tbl(HEADER, ROW.repeat(100_000)))],
    ['100,000 lines of text', 'input.too_large', () => strToU8('РАСПОРЯЖЕНИЕ\n' + 'слово\n'.repeat(100_000))],
    ['macros', 'input.forbidden_content', () => withPart('word/vbaProject.bin', strToU8('Sub AutoOpen()'))],
    ['a picture under the name of a document', 'input.not_an_order', () => Buffer.from('89504e470d0a1a0a', 'hex')],
    ['NUL bytes', 'input.not_an_order', () => strToU8('РАСПОРЯЖЕНИЕ\0'.repeat(1_000))],
    ['a PDF whose page swells to 1 GB', 'input.too_large', swellingPdf],
    ['a document for LibreOffice where there is none', 'input.needs_office', () => strToU8('{\\rtf1\\ansi}')],
  ];

  it.each(cases)('%s: %s, in one sentence', async (_, code, bytes) => {
    const started = performance.now();
    const error = await refusal(bytes());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^\p{Lu}[^\n]*\.$/u);
    expect(error.message).not.toMatch(/!|at \w+ \(/u);
    expect(performance.now() - started).toBeLessThan(31_000);
  });
});

describe('the process that reads', () => {
  it('gives what reading here would give, and the next file after a refusal', async () => {
    const read = reader();
    await refusal(strToU8('ничего'), read);
    const reading = await read(GOOD, { fileName: 'a.docx' });
    expect(reading.items.map(({ title }) => title.value)).toEqual(['Проведена сверка']);
    expect(reading.blocks.length).toBeGreaterThan(5);
  });

  it('is ended when its time is over', async () => {
    const error = await refusal(GOOD, reader({ timeMs: 20 }));
    expect([error.code, error.message]).toEqual(['input.time_limit', expect.stringContaining('0,02 с')]);
  });

  it('is ended when it takes more memory than it may', async () => {
    const error = await refusal(wordFile(HEAD + tbl(HEADER, ROW.repeat(40_000))), reader({ memoryMb: 100 }));
    expect([error.code, error.message]).toEqual(['input.too_large', expect.stringContaining('100 МБ')]);
  });

  it('reads what LibreOffice has made of a file, and says so', async () => {
    const asked: unknown[] = [];
    const convert: OrderReaderOptions['convert'] = (_, conversion) => {
      asked.push(conversion);
      return Promise.resolve(GOOD);
    };
    const reading = await reader({ convert })(strToU8('{\\rtf1\\ansi}'), { fileName: 'a.rtf' });
    expect(asked).toEqual([{ from: 'rtf', to: 'docx' }]);
    expect(reading.problems[0]?.message).toContain('LibreOffice');
  });

  it('does not hide why LibreOffice could not read a file', async () => {
    const convert: OrderReaderOptions['convert'] = () =>
      Promise.reject(new VekhaError('input.damaged', 'Не прочитан.'));
    expect((await refusal(strToU8('{\\rtf1\\ansi}'), reader({ convert }))).code).toBe('input.damaged');
  });
});

function withPart(name: string, content: Uint8Array): Uint8Array {
  return zipSync(
    { 'word/document.xml': strToU8(documentXml(HEAD + tbl(HEADER, tr(tc(p('1')))))), [name]: content },
    { level: 1 },
  );
}

function manyParts(): Uint8Array {
  const parts = Array.from({ length: 5_000 }, (_, at) => [`word/a${at}.xml`, new Uint8Array()] as const);
  return zipSync({ 'word/document.xml': strToU8(documentXml(HEAD)), ...Object.fromEntries(parts) });
}

function laughs(): Uint8Array {
  const levels = Array.from({ length: 10 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`);
  const doctype = `<!DOCTYPE w [<!ENTITY a0 "ха">${levels.join('')}]>`;
  const xml = documentXml(HEAD + p('&a10;')).replace('<w:document', `${doctype}<w:document`);
  return wordFile('', { 'word/document.xml': strToU8(xml) });
}

/** Its one page is a stream of a thousand million spaces. */
function swellingPdf(): Uint8Array {
  const inner = deflateSync(Buffer.alloc(1 << 30, ' '), { level: 1 });
  const head =
    '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n';
  const page = '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>\nendobj\n';
  const start = `4 0 obj\n<</Filter/FlateDecode/Length ${inner.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head + page + start),
    inner,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n'),
  ]);
}
