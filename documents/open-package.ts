/** The XML parts of a .docx, opened with the caps that any file from outside gets. Knows nothing of what is in them. */
import { readZip, type Parts } from '#archive';
import { VekhaError } from '#domain/errors';

/** Names and texts of the XML parts, in the order of the package. */
export type XmlParts = ReadonlyMap<string, string>;

/** The part that holds the text. */
export const MAIN_PART = 'word/document.xml';

const SHEET_PART = /^word\/(?:document|header\d*|footer\d*)\.xml$/u;

/** Whether the part is printed on every sheet or on its own: the text, headers and footers. */
export function isSheetPart(name: string): boolean {
  return SHEET_PART.test(name);
}

/** @returns null when this is not a readable zip within the caps */
export function openPackage(bytes: Uint8Array): XmlParts | null {
  try {
    return xmlOf(readZip(bytes).unpack(isXml));
  } catch (error) {
    if (error instanceof VekhaError) return null;
    throw error;
  }
}

/** Of a package that is open already. */
export function xmlOf(parts: Parts): XmlParts {
  return new Map(
    [...parts].filter(([name]) => isXml(name)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/u.test(name);
}
