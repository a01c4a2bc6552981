import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { documentText, lint, loadTemplates, renderDocument } from '#documents';
import { FIELDS, orderData, TEMPLATES } from './sample.js';

const DOCUMENT = 'word/document.xml';
let sound: Uint8Array;

beforeAll(async () => {
  const set = await loadTemplates(TEMPLATES);
  const options = { profile: 'gost-2016', fields: FIELDS } as const;
  sound = (await renderDocument(set, 'order-all', orderData(), options)).bytes;
});

function withFault(change: (xml: string) => string, name = DOCUMENT): Uint8Array {
  const files = unzipSync(sound);
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [name]: strToU8(after) });
}

const inBody = (xml: string) => (document: string) => document.replace('<w:body>', `<w:body>${xml}`);

describe('lint', () => {
  it('has nothing to say about a sound document', async () => {
    expect(lint(sound)).toEqual([]);
  });

  const faults: readonly (readonly [fault: string, change: (xml: string) => string, finding: string])[] = [
    ['an unescaped ampersand', (x) => x.replace('Утвердить', 'Утвердить & '), 'XML не читается'],
    ['a control character', (x) => x.replace('Утвердить', 'Утвер\u0001дить'), 'запрещённый в XML знак'],
    [
      'a cell without a paragraph at its end',
      inBody('<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>'),
      'ячейка таблицы не кончается абзацем',
    ],
    ['a row without cells', (x) => x.replace('</w:tbl>', '<w:tr/></w:tbl>'), 'строка таблицы без ячеек'],
    ['a table without rows', inBody('<w:tbl><w:tblPr/></w:tbl>'), 'таблица без строк'],
    ['text outside a run', inBody('строка'), 'текст вне w:t в w:body'],
    ['an unknown style', (x) => x.replace('w:pStyle w:val="Body"', 'w:pStyle w:val="Нет"'), 'нет стиля «Нет»'],
    [
      'an unknown numbering',
      (x) => x.replace(/<w:numId w:val="\d+"\/>/u, '<w:numId w:val="999"/>'),
      'нет нумерации «999»',
    ],
    ['a field that nobody filled in', (x) => x.replace('Утвердить', '{{имя}}'), 'след шаблона «{{»'],
    ['a value that was not there', (x) => x.replace('Утвердить', 'undefined'), 'след шаблона «undefined»'],
    ['an object instead of words', (x) => x.replace('Утвердить', '[object Object]'), 'след шаблона «[object Object]»'],
    ['a number that is none', (x) => x.replace('Утвердить', 'NaN'), 'след шаблона «NaN»'],
    ['a DOCTYPE', (x) => x.replace('<w:document', '<!DOCTYPE a><w:document'), 'DOCTYPE недопустим'],
  ];

  it.each(faults)('finds %s', async (_, change, finding) => {
    expect(lint(withFault(change)).join('\n')).toContain(finding);
  });

  it('finds a header without a paragraph', async () => {
    const bytes = withFault((x) => x.replace(/<w:p>.*<\/w:p>|<w:p\/>/su, ''), 'word/header1.xml');
    expect(lint(bytes).join()).toContain('колонтитул без абзаца');
  });

  it('says that a truncated, foreign or empty file is no .docx', async () => {
    expect(lint(sound.slice(0, -300))).toEqual(['файл не открывается как .docx']);
    expect(lint(new Uint8Array())).toEqual(['файл не открывается как .docx']);
    expect(lint(zipSync({ 'a.xml': strToU8('<a/>') })).join()).toContain('это не .docx');
  });
});

describe('the text of a document', () => {
  it('is one paragraph a line, with tabs between the cells of a row', () => {
    const body = inBody(
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t></w:r></w:p>' +
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    );
    expect(documentText(withFault(body)).split('\n').slice(0, 2)).toEqual(['а\tб в', '1 2\t\t3']);
  });

  it('is refused for what is no .docx', () => {
    expect(() => documentText(new Uint8Array([1, 2, 3]))).toThrow('Файл не открывается как документ .docx.');
    expect(() => documentText(withFault((x) => x.replace('</w:body>', '')))).toThrow('повреждён');
  });
});
