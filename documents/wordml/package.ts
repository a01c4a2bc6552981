/** Blocks → bytes of a .docx. The same blocks and date give the same bytes, in any process, zone and year. */
import { escapeXml, zip, zipEntry } from '#archive';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import type { DocumentBlocks } from '../blocks.js';
import type { LayoutProfile } from '../profiles.js';
import { cleanText } from '../sanitise.js';
import { frameFor } from './frame.js';
import { hairline } from './paragraph.js';
import { sectionBody } from './section.js';

/** @param date of the document itself, for its properties; null: none is written */
export async function packDocument(
  document: DocumentBlocks,
  profile: LayoutProfile,
  date: LocalDate | null,
): Promise<Uint8Array> {
  const { sections, leftMargin } = document;
  const frame = await frameFor(profile, leftMargin, sections);
  const last = sections.length - 1;
  const bodies = sections.map((section, i) => {
    const { properties = '', numbering = 0 } = frame.sections[i] ?? {};
    const body = sectionBody(section, { profile, leftMargin, numbering });
    // Word keeps the settings of a section in its last paragraph, those of the last one after everything.
    return body + (i < last ? hairline({ sectionProperties: properties }) : hairline() + properties);
  });
  refuseOversize(bodies);
  const xml = `${frame.opening}${bodies.join('')}</w:body></w:document>`;
  const [types, ...parts] = frame.parts;
  const own = [zipEntry('word/document.xml', xml), zipEntry('docProps/core.xml', coreProperties(document, date))];
  return zip(types === undefined ? own : [types, ...own, ...parts]);
}

/** What an upload of a .docx accepts too: a document that we could not read back is not made. */
const MOST_XML = 64 * 1024 * 1024;

export function refuseOversize(bodies: readonly string[]): void {
  if (bodies.reduce((sum, body) => sum + body.length, 0) <= MOST_XML) return;
  throw new VekhaError(
    'document.output_limit',
    'Документ не построен: его разметка больше 64 МБ. Сократите списки в данных или разделите документ.',
  );
}

export function coreProperties({ title, author }: DocumentBlocks, date: LocalDate | null): string {
  const instant = (name: string): string =>
    date === null ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  const element = (name: string, text: string): string =>
    text === '' ? '' : `<${name}>${escapeXml(cleanText(text))}</${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', title) +
    element('dc:creator', author) +
    '<dc:language>ru-RU</dc:language>' +
    instant('created') +
    instant('modified') +
    '</cp:coreProperties>'
  );
}
