/** The parts of a .docx taken out, some of them changed, and put back: what goes to LibreOffice is a copy of our own. Pure. */
import { zipSync } from 'fflate';
import { readZip } from '#archive';

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
  const changed = [...parts].map(([name, content]): [string, Uint8Array] => [
    name,
    name.endsWith('.xml') ? new TextEncoder().encode(change(name, new TextDecoder().decode(content))) : content,
  ]);
  return zipSync(Object.fromEntries(changed), { level: 1 });
}
