/** Opening a Word file from outside, whoever reads it: every part counted and checked, no macros, no DOCTYPE. Pure. */
import { VekhaError } from '#domain/errors';
import type { Parts, ZipReading } from './zip.js';

/**
 * @param keep names of the parts that are wanted; `[Content_Types].xml` must be among them
 * @throws VekhaError 'input.damaged', 'input.too_large', 'input.forbidden_content'
 */
export function unpackWordFile(zip: ZipReading, keep: (name: string) => boolean): Parts {
  const parts = zip.unpack(keep);
  refuseMacros(zip.names, parts);
  refuseDoctype(parts);
  return parts;
}

function refuseMacros(names: readonly string[], parts: Parts): void {
  const types = new TextDecoder().decode(parts.get('[Content_Types].xml') ?? new Uint8Array());
  const found = names.some((name) => /vbaProject\.bin$|vbaData\.xml$/iu.test(name));
  if (!found && !/ContentType\s*=\s*["'][^"']*(?:macroEnabled|vbaProject)/iu.test(types)) return;
  throw new VekhaError('input.forbidden_content', 'В документе есть макросы: сохраните его как .docx без макросов.');
}

function refuseDoctype(parts: Parts): void {
  for (const [part, content] of parts) {
    if (!/\.(?:xml|rels)$/iu.test(part)) continue;
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!bytes.includes('<!DOCTYPE') && !bytes.includes('<!DOCTYPE', 0, 'utf16le')) continue;
    throw new VekhaError(
      'input.forbidden_content',
      'В документе есть описание типа (DOCTYPE), какого Word не пишет: сохраните его в Word заново.',
      { part },
    );
  }
}
