/** Small Word files for tests: the parts that the importer looks at, nothing else. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A .docx around the XML of its body. `parts` adds or replaces parts. */
export function wordFile(body: string, parts: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(documentXml(body)),
    ...parts,
  });
}

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;
}

export function numberingXml(inner: string): Uint8Array {
  return strToU8(`<w:numbering xmlns:w="${WORD}">${inner}</w:numbering>`);
}

export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;
}

export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A row of cells; a cell is its text, or the XML of `tc`. */
export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(p(cell)))).join('')}</w:tr>`;
}

export function tc(content: string, properties = ''): string {
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

/** An act above its table, complete enough to be read. */
export const HEAD = [
  'КОМИТЕТ ПО ТРУДУ',
  'РАСПОРЯЖЕНИЕ',
  '12.03.2024 № 15-р',
  'Об утверждении плана мероприятий',
  'В целях проверки:',
  '1. Утвердить план мероприятий.',
  '2. Контроль за исполнением настоящего распоряжения оставляю за собой.',
  'Председатель комитета	И.И. Орлов',
  'УТВЕРЖДЁН',
  'распоряжением комитета по труду',
  'от 12.03.2024 № 15-р',
  'План мероприятий по труду',
]
  .map((line) => p(line))
  .join('');

export const HEADER = tr('№ п/п', 'Мероприятие', 'Ответственный', 'Результат', 'Срок');
