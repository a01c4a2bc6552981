/** The parts of a .docx taken out, some of them changed, and put back: what goes to LibreOffice is a copy of our own. Pure. */
import { readZip, zip, zipEntry } from '#archive';

/** @returns the text of a part; empty when there is none */
export function partOf(docx: Uint8Array, part: string): string {
  const parts = readZip(docx).unpack((name) => name === part);
  return new TextDecoder().decode(parts.get(part));
}

/**
 * @param change gets the text of each XML part
 * @throws VekhaError 'input.damaged', 'input.too_large'
 */
export function changeParts(docx: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts = readZip(docx).unpack(() => true);
  return zip([...parts].map(([name, content]) => zipEntry(name, changed(name, content, change))));
}

/** What is not changed stays byte by byte: a part need not be in UTF-8. */
function changed(
  name: string,
  content: Uint8Array,
  change: (name: string, xml: string) => string,
): Uint8Array | string {
  if (!name.endsWith('.xml')) return content;
  const xml = new TextDecoder().decode(content);
  const after = change(name, xml);
  return after === xml ? content : after;
}
