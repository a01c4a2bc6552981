/** What no Word file from outside may hold, whoever reads it: macros and a DOCTYPE. Pure. */
import { VekhaError } from '#domain/errors';
import type { Parts } from './zip.js';

/**
 * @param names of every part, read or not
 * @param parts at least `[Content_Types].xml`, if the file has one
 * @throws VekhaError 'input.forbidden_content'
 */
export function refuseMacros(names: readonly string[], parts: Parts): void {
  const types = new TextDecoder().decode(parts.get('[Content_Types].xml') ?? new Uint8Array());
  const found = names.some((name) => /vbaProject\.bin$|vbaData\.xml$/iu.test(name));
  if (!found && !/ContentType\s*=\s*["'][^"']*(?:macroEnabled|vbaProject)/iu.test(types)) return;
  throw new VekhaError('input.forbidden_content', 'В документе есть макросы: сохраните его как .docx без макросов.');
}

/** @throws VekhaError 'input.forbidden_content' */
export function refuseDoctype(parts: Parts): void {
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
