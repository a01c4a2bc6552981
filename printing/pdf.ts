/**
 * What a PDF of LibreOffice says of itself. Its objects stand uncompressed (PDF/A-2 of LibreOffice writes no object
 * streams), only their contents are packed, so the few words needed are read from the bytes as they are.
 */
import { VekhaError } from '#domain/errors';
import { FONTS_CURE } from './font-places.js';

/** @throws VekhaError 'printing.failed' when it is not such a PDF */
export function pageCount(pdf: Uint8Array): number {
  const pages = latin(pdf).match(/\/Type\s*\/Page(?![s\w])/gu)?.length ?? 0;
  if (pages > 0) return pages;
  throw new VekhaError('printing.failed', 'В PDF не видно страниц: обновите LibreOffice.');
}

/** A file that was being written when its writer was killed lacks the end. */
export function isWhole(pdf: Uint8Array): boolean {
  const text = latin(pdf.subarray(-1024));
  return latin(pdf.subarray(0, 5)) === '%PDF-' && text.includes('%%EOF');
}

/** Names of the faces inside, without the mark of a subset: `LiberationSerif-Bold`. */
function embeddedFaces(pdf: Uint8Array): readonly string[] {
  const names = latin(pdf).matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/gu);
  return [...new Set([...names].map(([, name = '']) => name))].sort();
}

/**
 * @returns a Russian sentence when something is set in another face than Liberation: because it is not here, or because the
 * document asks for another; the PDF is right, but its lines may break elsewhere than in Word
 */
export function checkFonts(pdf: Uint8Array): string | null {
  const others = embeddedFaces(pdf).filter((face) => !face.startsWith('Liberation'));
  if (others.length === 0) return null;
  return (
    `В PDF стоит и ${others.join(', ')}, строки могут переноситься иначе, чем в Word; если в документе только ` +
    `Times New Roman, Arial и Courier New, ${FONTS_CURE}.`
  );
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
