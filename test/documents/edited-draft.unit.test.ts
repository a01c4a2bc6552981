/** A draft that was edited in Word and comes back: what it may be, what it still lacks, and how it is registered. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareTexts, documentText, lint, readEditedDraft, registerDraft } from '#documents';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import { draft, type Draft } from './fields/draft.js';
import { factsOf, reading, register } from './fields/facts-of.js';

const MAIN = 'word/document.xml';
let made: Draft;

beforeAll(async () => {
  const order = await reading('3509-r');
  const rows = (await register('organisations')).slice(0, 3);
  made = await draft('order-organisations', factsOf(order, '2'), { организации: rows });
});

describe('a draft that a clerk has edited', () => {
  it('becomes a version with the gaps that are still in it', async () => {
    const { gaps, sha256 } = readEditedDraft(made.bytes, made);
    expect(gaps).toEqual(made.gaps);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    const withGap = { ...made, gaps: [...made.gaps, { ...gap, label: 'чего в нём уже нет' }] };
    expect(readEditedDraft(made.bytes, withGap).gaps).toEqual(made.gaps);
  });

  it('made of an older version is refused: what is filled by now would be blank again', async () => {
    const order = await reading('3509-r');
    const blank = await draft('order-appointment', factsOf(order, '1'), {});
    const required = blank.gaps.filter((missing) => missing.source !== 'регистрация');
    expect(required.length).toBeGreaterThan(0);
    expect(readEditedDraft(blank.bytes, blank).gaps).toEqual(blank.gaps);
    const filled = { ...blank, gaps: blank.gaps.filter((missing) => !required.includes(missing)) };
    expect(() => readEditedDraft(blank.bytes, filled)).toThrow(
      expect.objectContaining({
        code: 'draft.unfit',
        message: expect.stringContaining(`снова пусто то, что уже заполнено: «${required[0]?.label ?? ''}»`),
      }),
    );
    const cut = change(blank.bytes, MAIN, (xml) =>
      xml.replace(/(<w:r><w:rPr><w:highlight[^>]*\/><\/w:rPr><w:t[^>]*>)\[(.)/u, '$1[</w:t></w:r><w:proofErr/>$1$2'),
    );
    expect(() => readEditedDraft(cut, filled)).toThrow(expect.objectContaining({ code: 'draft.unfit' }));
    const plainWords = change(blank.bytes, MAIN, (xml) => xml.replaceAll('<w:highlight w:val="yellow"/>', ''));
    expect(readEditedDraft(plainWords, filled).gaps).toEqual(filled.gaps);
  });

  it.each(DOCUMENT_KINDS)('keeps every blank of its own version: %s', async (kind) => {
    const blank = await draft(kind, factsOf(await reading('3509-r'), '2'), {});
    expect(readEditedDraft(blank.bytes, blank).gaps).toEqual(blank.gaps);
  });

  it('is registered with every word of the clerk: the date and the number come into each of their places', async () => {
    const edited = change(made.bytes, MAIN, (xml) => xml.replace('Утвердить', 'Согласовать и утвердить'));
    readEditedDraft(edited, made);
    const registered = registerDraft(
      { ...made, bytes: edited },
      { number: '14-р', date: parseLocalDate('2024-01-12') },
    );
    const text = plain(documentText(registered.bytes));
    expect(text).toContain('Согласовать и утвердить');
    expect(text).toContain('12.01.2024\t№ 14-р');
    expect(text).toContain('от 12.01.2024 № 14-р');
    expect(text).not.toMatch(/_{3}|14-р-р/u);
    expect(compareTexts(edited, registered.bytes)).toHaveLength(2);
    expect(lint(registered.bytes)).toEqual([]);
  });

  it('is found fit when LibreOffice has kept the titles of the places alone', async () => {
    const saved = change(made.bytes, MAIN, (xml) => xml.replaceAll(/<w:tag [^>]*\/><w:lock [^>]*\/>/gu, ''));
    readEditedDraft(saved, made);
    const { bytes } = registerDraft({ ...made, bytes: saved }, { number: '14-р', date: parseLocalDate('2024-01-12') });
    expect(plain(documentText(bytes))).toContain('12.01.2024\t№ 14-р');
  });

  it('registered twice is the same file', () => {
    const registration = { number: '14-р', date: parseLocalDate('2024-01-12') };
    const once = registerDraft(made, registration);
    expect(registerDraft(once, registration)).toEqual(once);
  });

  it('keeps signs of XML in a number as words', async () => {
    const { bytes } = registerDraft(made, { number: '1<&>"р', date: parseLocalDate('2024-01-12') });
    expect(lint(bytes)).toEqual([]);
    expect(documentText(bytes)).toContain('1<&>"р');
  });
});

describe('a file is refused', () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array, string, RegExp]>([
    ['that is empty', () => new Uint8Array(), 'input.empty', /пуст/u],
    [
      'that is plain text',
      () => strToU8('слова'),
      'input.forbidden_content',
      /^Это не документ Word: нужен файл \.docx\.$/u,
    ],
    ['that is a PDF', () => strToU8('%PDF-1.7'), 'input.forbidden_content', /^Это PDF, а не документ Word/u],
    ['that is a scan', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'input.forbidden_content', /^Это картинка/u],
    [
      'that is an old .doc',
      () => compound(''),
      'input.forbidden_content',
      /старого формата .* сохраните как \.docx\.$/u,
    ],
    [
      'under a password',
      () => compound('EncryptedPackage'),
      'input.forbidden_content',
      /защищён паролем: снимите защиту/u,
    ],
    ['that is RTF', () => strToU8('{\\rtf1'), 'input.forbidden_content', /^Это файл RTF/u],
    ['that is a web page', () => strToU8('<html>'), 'input.forbidden_content', /^Это веб-страница/u],
    [
      'that is an OpenDocument',
      () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'input.forbidden_content',
      /OpenDocument \(\.odt\)/u,
    ],
    ['that is some other archive', () => zipSync({ 'a.txt': strToU8('a') }), 'draft.unfit', /не документ Word/u],
    [
      'with an object inside',
      (bytes) => add(bytes, 'word/embeddings/a.bin', 'x'),
      'input.forbidden_content',
      /вложенные объекты/u,
    ],
    [
      'that hides where it points',
      (bytes) =>
        change(bytes, 'word/_rels/document.xml.rels', (xml) =>
          xml.replace(
            '</Relationships>',
            `${ELSEWHERE.replace('a.dotm', '>/hyperlink').replace('"External"', '"&#69;xternal"')}</Relationships>`,
          ),
        ),
      'input.forbidden_content',
      /ссылается на файл вне себя/u,
    ],
    [
      'that points to a template elsewhere',
      (bytes) =>
        change(bytes, 'word/_rels/document.xml.rels', (xml) =>
          xml.replace('</Relationships>', `${ELSEWHERE}</Relationships>`),
        ),
      'input.forbidden_content',
      /ссылается на файл вне себя/u,
    ],
    ['that is cut', (bytes) => bytes.slice(0, bytes.length / 2), 'input.damaged', /повреждён/u],
    ['with macros', (bytes) => add(bytes, 'word/vbaProject.bin', 'x'), 'input.forbidden_content', /макросы/u],
    [
      'with a DOCTYPE',
      (bytes) => change(bytes, MAIN, (xml) => xml.replace('?>', '?><!DOCTYPE x>')),
      'input.forbidden_content',
      /DOCTYPE/u,
    ],
    [
      'that is a spreadsheet',
      () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
      'input.forbidden_content',
      /^Это книга Excel/u,
    ],
    [
      'with revisions left in it',
      (bytes) =>
        change(bytes, MAIN, (xml) =>
          xml.replace('<w:r>', '<w:ins w:id="1" w:author="x"><w:r>').replace('</w:r>', '</w:r></w:ins>'),
        ),
      'draft.unfit',
      /исправления/u,
    ],
    [
      'with comments left in it',
      (bytes) => add(bytes, 'word/comments.xml', '<w:comments><w:comment w:id="1"/></w:comments>'),
      'draft.unfit',
      /примечания/u,
    ],
    [
      'without the places of date and number',
      (bytes) => change(bytes, MAIN, (xml) => xml.replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gu, '<w:sdtPr></w:sdtPr>')),
      'draft.unfit',
      /нет мест для даты и номера/u,
    ],
    [
      'with the trace of a template',
      (bytes) => change(bytes, MAIN, (xml) => xml.replace('Утвердить', '{{глагол}}')),
      'draft.unfit',
      /след шаблона/u,
    ],
  ])('%s', (_what, spoil, code, words) => {
    const bytes = spoil(made.bytes);
    const refusal = { code, message: expect.stringMatching(words) as unknown };
    expect(() => readEditedDraft(bytes, made)).toThrow(expect.objectContaining(refusal));
  });
});

const ELSEWHERE =
  '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"' +
  ' Target="http://example.test/a.dotm" TargetMode="External"/>';

function compound(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);
}

const gap = { path: 'а', label: 'а', source: 'клерк', required: true, line: 1, template: 'order-organisations' };

function change(bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = edit(before);
  if (after === before) throw new Error('nothing was changed');
  return zipSync({ ...parts, [part]: strToU8(after) });
}

function add(bytes: Uint8Array, part: string, content: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [part]: strToU8(content) });
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
}
