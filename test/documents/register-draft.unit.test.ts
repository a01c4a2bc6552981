/** Registration writes into the very file that was approved: the date, the number, and nothing else. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { documentText, lint, registerDraft, renderDocument, type FieldCatalogue, type TemplateSet } from '#documents';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import { unbound } from '#domain/typography';
import { zip, zipEntry } from '#archive';
import { readLetterhead } from '../../documents/letterhead/letterhead.js';
import { readTemplates } from '../../documents/load-templates.js';
import { sampleOf } from './acceptance/sample.js';
import { letterheadFile } from './letterhead-file.js';
import { storyFacts } from './story.js';

const REGISTRATION = { number: '14-р', date: parseLocalDate('2024-01-12') };
const MAIN = 'word/document.xml';
const FIELDS: FieldCatalogue = new Map([
  ['регистрация.дата', { label: 'дата', source: 'регистрация', required: false, blank: 'date' }],
  ['регистрация.номер', { label: 'номер', source: 'регистрация', required: false, blank: 'number' }],
  ['телефон', { label: 'телефон', source: 'справочник', required: false, blank: 'label' }],
]);

describe.each(DOCUMENT_KINDS)('a registered %s', (kind) => {
  it('keeps every part but the sheets to the byte, and is the same file when registered twice', async () => {
    const { bytes, gaps } = await sampleOf(kind, await storyFacts(kind, '20.08.2024'), null);
    const kept = gaps.map((gap) => ({
      path: '',
      source: 'справочник',
      required: false,
      line: 1,
      template: '',
      ...gap,
    }));
    const once = registerDraft({ bytes, gaps: kept }, REGISTRATION);
    expect(registerDraft(once, REGISTRATION)).toEqual(once);
    const [before, after] = [unzipSync(bytes), unzipSync(once.bytes)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter(
      (name) => !Buffer.from(before[name] ?? []).equals(after[name] ?? Buffer.of()),
    );
    expect(changed.filter((name) => name !== MAIN)).toEqual([]);
    expect(lint(once.bytes)).toEqual([]);
  });
});

describe('what stands until registration', () => {
  it('goes with it: a blank line, a phrase with a blank, an ending behind a blank number', async () => {
    const text = await registered(
      page(
        '<reg date="{{дата регистрация.дата}}" number="{{регистрация.номер}}{{#unless регистрация.номер}}-р{{/unless}}"/>' +
          '<p>Список{{#unless регистрация.номер}} (тел. {{телефон}}){{/unless}} прилагается.</p>' +
          '{{#unless регистрация.номер}}<p>{{телефон}}</p>{{/unless}}' +
          '<p>{{#if регистрация.номер}}{{else}}Проект. {{/if}}Конец.</p>',
      ),
    );
    expect(text.split('\n')).toEqual(['12.01.2024\t№ 14-р', 'Список прилагается.', 'Конец.']);
  });

  it('stays when somebody has filled in its blank in Word', async () => {
    const set = page('<p>Список{{#unless регистрация.номер}} (тел. {{телефон}}){{/unless}} прилагается.</p>');
    const text = await registered(set, (xml) => xml.replace('[телефон]', '8 (812) 000-00-00'));
    expect(text).toBe('Список (тел. 8 (812) 000-00-00) прилагается.');
  });

  it('leaves a cell the paragraph that it must have', async () => {
    const set = page(
      '<table widths="90 90"><tr><td>а</td><td>{{#unless регистрация.номер}}{{телефон}}{{/unless}}</td></tr></table>',
    );
    expect(await registered(set)).toBe('а\t');
  });

  it('is no gap of the registered document', async () => {
    const set = page('<p>Тел. {{телефон}}</p>{{#unless регистрация.номер}}<p>{{регистрация.дата}}</p>{{/unless}}');
    const draft = await renderDocument(set, 'a', {}, { profile: 'gost-2016', fields: FIELDS });
    expect(draft.gaps.map(({ path }) => path)).toEqual(['телефон', 'регистрация.дата']);
    expect(registerDraft(draft, REGISTRATION).gaps.map(({ path }) => path)).toEqual(['телефон']);
    const without = page('{{#unless регистрация.номер}}<p>Тел. {{телефон}}</p>{{/unless}}<p>Конец.</p>');
    const other = await renderDocument(without, 'a', {}, { profile: 'gost-2016', fields: FIELDS });
    expect(registerDraft(other, REGISTRATION).gaps).toEqual([]);
  });
});

describe('the date of registration', () => {
  it('is written in words where the template asks for words, with spaces that do not break', async () => {
    const set = page(
      '<p>Принято {{датаСловами регистрация.дата}} под № {{регистрация.номер}}, {{дата регистрация.дата}}.</p>',
    );
    expect(await registered(set, undefined, (text) => text)).toBe(
      'Принято 12\u00a0января 2024\u00a0года под №\u00a014\u2011р, 12.01.2024.',
    );
  });

  it('comes into a letterhead too, in its text and in its header', async () => {
    const set = onLetterhead();
    const draft = await renderDocument(set, 'a', {}, { profile: 'gost-2016', fields: FIELDS });
    expect(documentText(draft.bytes)).toContain('от _____________ № ________ & далее');
    const { bytes } = registerDraft(draft, REGISTRATION);
    expect(unbound(documentText(bytes))).toContain('от 12.01.2024 № 14-р & далее');
    expect(Buffer.from(unzipSync(bytes)['word/header1.xml'] ?? []).toString()).toContain('>14\u2011р<');
    expect(lint(bytes)).toEqual([]);
  });
});

function page(content: string): TemplateSet {
  return readTemplates([{ id: 'a', file: 'a.hbs', text: `<document><section>${content}</section></document>` }], []);
}

function onLetterhead(): TemplateSet {
  const header =
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{{регистрация.номер}}</w:t></w:r></w:p></w:hdr>';
  const file = letterheadFile({ extra: { 'word/header1.xml': header } });
  const letterhead = readLetterhead('бланк.docx', file, ({ message }) => {
    throw new Error(message);
  });
  return { ...page('<p>Конец.</p>'), letterheads: new Map(letterhead === null ? [] : [['a', letterhead]]) };
}

/** Text of the document, made without a value, changed in Word, registered. */
async function registered(
  set: TemplateSet,
  change: (xml: string) => string = (xml) => xml,
  read: (text: string) => string = unbound,
): Promise<string> {
  const draft = await renderDocument(set, 'a', {}, { profile: 'gost-2016', fields: FIELDS });
  const parts = Object.entries(unzipSync(draft.bytes)).map(([name, content]) =>
    zipEntry(name, name === MAIN ? change(Buffer.from(content).toString()) : content),
  );
  return read(documentText(registerDraft({ ...draft, bytes: zip(parts) }, REGISTRATION).bytes));
}
