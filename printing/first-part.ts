/** A document without its appendices, which begin where a section begins on a new page. Works on the text of the main part. */

/** @returns null when no section begins on a new page: there is no appendix */
export function firstPart(xml: string): string | null {
  const sections = [...xml.matchAll(SECTION)];
  const last = sections.find((_, at) => begins(sections[at + 1]?.[0]));
  if (last === undefined) return null;
  const [layout] = last;
  const end = xml.indexOf('</w:p>', last.index);
  if (end < 0) return null;
  const paragraph = xml.slice(0, last.index) + xml.slice(last.index + layout.length, end);
  return `${paragraph}</w:p>${layout}</w:body></w:document>`;
}

/** The layout of a section stands at its end: in its last paragraph, that of the last one at the end of the body. */
const SECTION = /<w:sectPr\b(?:[^>]*\/>|[\s\S]*?<\/w:sectPr>)/gu;

/** A letterhead in two columns is a section too, and goes on on the same page. */
function begins(layout: string | undefined): boolean {
  return layout !== undefined && !/<w:type\s+w:val=["'](?:continuous|nextColumn)["']/u.test(layout);
}
