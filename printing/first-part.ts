/** A document without its appendices, which begin at the first break of a section. Works on the text of the main part. */

/** @returns null when the document has one section: there is no appendix */
export function firstPart(xml: string): string | null {
  const found = SECTION_IN_PARAGRAPH.exec(xml);
  if (found?.[1] === undefined) return null;
  const end = xml.indexOf('</w:p>', found.index);
  if (end < 0) return null;
  const paragraph = xml.slice(0, found.index) + xml.slice(found.index + found[1].length, end);
  return `${paragraph}</w:p>${found[1]}</w:body></w:document>`;
}

/** Only a section that ends before the last one stands inside a paragraph. */
const SECTION_IN_PARAGRAPH =
  /(<w:sectPr\b(?:(?!<\/w:sectPr>)[\s\S])*<\/w:sectPr>)(?=\s*(?:<w:pPrChange\b[\s\S]*?)?<\/w:pPr>)/u;
