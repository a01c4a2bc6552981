/** The XML parts of a .docx, opened with the caps that any file from outside gets. Knows nothing of what is in them. */
import { readZip } from '#archive';
import { VekhaError } from '#domain/errors';

/** The part that holds the text. */
export const MAIN_PART = 'word/document.xml';

/** Names and texts of the XML parts, in the order of the package; null when this is not a readable zip within the caps. */
export function openPackage(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  try {
    const parts = readZip(bytes).unpack((name) => /\.(?:xml|rels)$/u.test(name));
    return new Map([...parts].map(([name, content]) => [name, new TextDecoder().decode(content)]));
  } catch (error) {
    if (error instanceof VekhaError) return null;
    throw error;
  }
}
