/**
 * The picture of a coat of arms: PNG or JPEG by what the file holds, not by its name. Pure. The picture goes into documents
 * as it is, with whatever its author left in it.
 */
import { createHash } from 'node:crypto';

export interface CoatOfArms {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly type: 'png' | 'jpeg';
  /** Width to height of the picture. */
  readonly aspect: number;
  /** On paper, mm. */
  readonly height: number;
}

const MOST_BYTES = 1024 * 1024;
const [LEAST_PIXELS, MOST_PIXELS] = [16, 6000];
const MOST_ASPECT = 5;

/** @returns the picture, or what is wrong with it: the end of a sentence that begins with the name of the file */
export function readCoatOfArms(bytes: Uint8Array, height: number): CoatOfArms | string {
  if (bytes.length > MOST_BYTES) return 'больше 1 МБ';
  const png = pngSize(bytes);
  const size = png ?? jpegSize(bytes);
  if (size === null) return 'не картинка PNG или JPEG';
  const [wide, high] = size;
  if (Math.min(wide, high) < LEAST_PIXELS || Math.max(wide, high) > MOST_PIXELS) {
    return `размером ${wide} × ${high} точек, а нужно от ${LEAST_PIXELS} до ${MOST_PIXELS}`;
  }
  const aspect = wide / high;
  if (aspect > MOST_ASPECT || aspect < 1 / MOST_ASPECT)
    return `одна сторона длиннее другой больше чем в ${MOST_ASPECT} раз`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, sha256, type: png === null ? 'jpeg' : 'png', aspect, height };
}

type Size = readonly [wide: number, high: number];

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The header is the first chunk of every PNG, the end the last. */
function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 45 || PNG.some((byte, i) => bytes[i] !== byte)) return null;
  if (latin(bytes, 12, 16) !== 'IHDR' || latin(bytes, bytes.length - 8, bytes.length - 4) !== 'IEND') return null;
  const view = viewOf(bytes);
  return [view.getUint32(16), view.getUint32(20)];
}

/** The size stands in the frame header, behind segments of any number. */
function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
