/**
 * The faces that a document declares, exchanged for free ones of the same widths: lines break where Word breaks them, and
 * the PDF looks the same on a machine that has Times New Roman and on one that has not.
 */
const FREE: Readonly<Record<string, string>> = {
  'Times New Roman': 'Liberation Serif',
  Arial: 'Liberation Sans',
  'Courier New': 'Liberation Mono',
};

const DECLARED = /\b((?:w:(?:ascii|hAnsi|cs|eastAsia|name)|typeface)=)(["'])(Times New Roman|Arial|Courier New)\2/gu;

/** @param xml any part of a .docx */
export function withFreeFonts(xml: string): string {
  return xml.replace(
    DECLARED,
    (_, attribute: string, quote: string, face: string) => `${attribute}${quote}${FREE[face] ?? face}${quote}`,
  );
}
