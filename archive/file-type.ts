/** What a file from outside is, by its first bytes and never by its name. Pure. */

/**
 * `locked`: an office file under a password; `compound`: Word or Excel before 2007; `markup`: a web page or XML; `other`: text,
 * or something that nobody knows.
 */
export type FileType = 'zip' | 'locked' | 'compound' | 'pdf' | 'picture' | 'rtf' | 'markup' | 'other';

export function fileType(bytes: Uint8Array): FileType {
  if (startsWith(bytes, COMPOUND)) return holdsUtf16(bytes, 'EncryptedPackage') ? 'locked' : 'compound';
  const known = MARKS.find(([, mark]) => startsWith(bytes, mark));
  if (known !== undefined) return known[0];
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|table|meta|\?xml)/iu.test(opening) ? 'markup' : 'other';
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const MARKS: readonly (readonly [FileType, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]], // with nothing in it
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]], // TIFF, as scanners write
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word, 0, 'utf16le');
}
