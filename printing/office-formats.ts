/** What LibreOffice is asked to turn into what: endings of names, and the filter that writes. */
export interface OfficeForm {
  readonly from: string;
  readonly to: string;
  readonly filter: string;
}

export const TO_PDF: OfficeForm = { from: 'docx', to: 'pdf', filter: 'writer_pdf_Export' };

const FILTERS: Readonly<Record<'docx' | 'xlsx', string>> = { docx: 'MS Word 2007 XML', xlsx: 'Calc MS Excel 2007 XML' };

export function toOpenXml(from: string, to: 'docx' | 'xlsx'): OfficeForm {
  return { from, to, filter: FILTERS[to] };
}
