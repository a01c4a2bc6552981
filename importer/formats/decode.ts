/** Bytes → text: UTF-8, UTF-16 with its mark, else the one of the old Russian encodings in which the words look Russian. Pure. */
import { VekhaError } from '#domain/errors';

/** @throws VekhaError 'input.empty'; 'input.not_an_order' for bytes that do not look like text */
export function decodedText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.trim() === '')
    throw new VekhaError('input.empty', 'В файле нет текста: выберите файл с текстом распоряжения.');
  const sample = text.slice(0, LOOKED_AT);
  const controls = sample.match(/(?![\t\n\f\r])\p{Cc}|\uFFFD/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (controls > 0 || letters * 4 < inked(sample)) {
    throw new VekhaError(
      'input.not_an_order',
      'Файл не похож на текст: загрузите распоряжение как .docx, .pdf или .txt.',
    );
  }
  return text;
}

/** @param named the encoding that the file itself names, believed when its bytes are not UTF-8 */
export function decoded(bytes: Uint8Array, named?: string): string {
  return utf16(bytes) ?? utf8(bytes) ?? inNamed(bytes, named) ?? oldRussian(bytes);
}

const LOOKED_AT = 100_000;

/** Characters that are neither spaces nor lines of a drawn table. */
function inked(sample: string): number {
  return sample.replace(/[\s\u2500-\u257F|+=_-]+/gu, '').length;
}

function utf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // not UTF-8: the caller tries the encodings of one byte
  }
}

function inNamed(bytes: Uint8Array, named: string | undefined): string | null {
  try {
    return named === undefined ? null : new TextDecoder(named).decode(bytes);
  } catch {
    return null; // nobody knows an encoding of this name
  }
}

const OLD = ['windows-1251', 'koi8-r', 'ibm866'];

/** Windows-1251 unless another one gives far more pairs of letters that are common in Russian. */
function oldRussian(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, LOOKED_AT);
  const scores = OLD.map((encoding) => commonPairs(new TextDecoder(encoding).decode(sample)));
  const best = scores.indexOf(Math.max(...scores));
  const clear = (scores[best] ?? 0) > 3 * (scores[0] ?? 0);
  return new TextDecoder(clear ? OLD[best] : OLD[0]).decode(bytes);
}

function commonPairs(text: string): number {
  return text.match(/ст|но|то|на|ен|ов|ни|ра|во|ко|ро|по|ос|ре|не|го|ал|ли/giu)?.length ?? 0;
}
