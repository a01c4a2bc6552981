/**
 * Stretches that stand in a draft only: a telephone that nobody has named, «на ____ л.», the ending «-р» behind a blank number.
 * Each is a content control of Word; registration takes it out, unless somebody has filled in a blank of it.
 * Source: ECMA-376 part 1, §17.5.2.
 */

/** What Word shows, and LibreOffice keeps. */
const TITLE = 'До регистрации, пустых мест: ';

/** @param content runs whose words are `text` */
export function untilRegistration(content: string, text: string): string {
  const properties = `<w:alias w:val="${TITLE}${blanksIn(text)}"/><w:tag w:val="до регистрации"/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** A part without these stretches, and without the paragraphs that held nothing else. */
export function withoutUntilRegistration(xml: string): string {
  if (!xml.includes(TITLE)) return xml;
  return xml.replace(PARAGRAPH, (paragraph, at: number) => {
    const rest = paragraph.replace(STRETCH, (stretch, blanks: string, content: string) =>
      blanksIn(wordsOf(content)) === Number(blanks) ? '' : stretch,
    );
    const emptied = rest !== paragraph && !HOLDS_SOMETHING.test(rest);
    return emptied && !isNeeded(xml, at, at + paragraph.length) ? '' : rest;
  });
}

const PARAGRAPH = /<w:p[ >](?:(?!<w:p[ >])[^])*?<\/w:p>/gu;
const STRETCH = new RegExp(
  `<w:sdt>(?:(?!<w:sdt>|</w:sdt>)[^])*?<w:alias w:val="${TITLE}(\\d+)"\\s*/>(?:(?!<w:sdt>|</w:sdt>)[^])*?` +
    '<w:sdtContent>((?:(?!<w:sdt>|</w:sdt>)[^])*?)</w:sdtContent>\\s*</w:sdt>',
  'gu',
);
const HOLDS_SOMETHING = /<w:(?:t|tab|br|sdt|drawing|pict|object|fldChar|fldSimple|sectPr)[ />]/u;

/** The only paragraph of a cell stays, though empty: a cell must have one. */
function isNeeded(xml: string, from: number, to: number): boolean {
  return xml.startsWith('</w:tc>', to) && xml.lastIndexOf('</w:p>', from - 1) < xml.lastIndexOf('<w:tc>', from - 1);
}

/** Labels to fill in and lines to write on. */
function blanksIn(text: string): number {
  return [...text.matchAll(/\[[^[\]]+\]|_{4,}/gu)].length;
}

function wordsOf(content: string): string {
  return [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('');
}
