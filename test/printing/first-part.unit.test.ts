import { describe, expect, it } from '@jest/globals';
import { firstPart } from '../../printing/first-part.js';

describe('the first part of a document', () => {
  it('ends where a section begins on a new page, and keeps its own layout', () => {
    const order = layout('<w:pgSz w:w="11906"/>');
    const xml = body(paragraph('Приказываю'), paragraph('подпись', order), paragraph('Приложение'), layout());
    expect(firstPart(xml)).toBe(
      body(paragraph('Приказываю'), '<w:p><w:pPr></w:pPr><w:r><w:t>подпись</w:t></w:r></w:p>', order),
    );
  });

  it('is nothing apart where the document has one section', () => {
    expect(firstPart(body(paragraph('Приказываю'), layout()))).toBeNull();
  });

  it('goes past a section that continues on the same page', () => {
    const goesOn = layout('<w:type w:val="continuous"/>');
    const head = paragraph('бланк в две колонки', layout());
    expect(firstPart(body(head, paragraph('письмо'), goesOn))).toBeNull();
    const whole = firstPart(body(head, paragraph('письмо', goesOn), paragraph('Приложение'), layout()));
    expect(whole).toContain('письмо');
    expect(whole).not.toContain('Приложение');
  });

  it('reads a layout that says nothing', () => {
    expect(firstPart(body(paragraph('письмо', '<w:sectPr/>'), paragraph('Приложение'), '<w:sectPr/>'))).toMatch(
      /письмо.*<\/w:p><w:sectPr\/><\/w:body>/u,
    );
  });
});

function body(...parts: readonly string[]): string {
  return `<w:document><w:body>${parts.join('')}</w:body></w:document>`;
}

function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function layout(inner = ''): string {
  return `<w:sectPr>${inner}<w:pgMar/></w:sectPr>`;
}
