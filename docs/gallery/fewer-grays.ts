/** A picture of a page in sixteen shades of grey: the eye sees the same words, the file is a quarter of the size. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @param png eight bits a pixel, grey, not interlaced, as `pdftoppm -gray` writes
 * @param height `inked`: without the white above the first line and below the last
 */
export function fewerGrays(png: Uint8Array, height: 'whole' | 'inked' = 'whole'): Uint8Array {
  const { width, rows } = shadesOf(Buffer.from(png));
  const shown = height === 'whole' ? rows : inked(rows);
  const packed = Buffer.concat(shown.map((row) => Buffer.concat([NO_FILTER, inFours(row)])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(shown.length, 4);
  header[8] = 4; // bits a pixel; what follows is zero: grey, deflate, no interlace
  const data = deflateSync(packed, { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const NO_FILTER = Buffer.from([0]);
const WHITE = 15;
/** Rows of white that stay around the ink. */
const AIR = 14;

/** Each pixel from 0, black, to 15, white. */
function shadesOf(png: Buffer): { width: number; rows: readonly Uint8Array[] } {
  const { header, packed } = chunksOf(png);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 0 || header[12] !== 0) throw new Error('not a plain grey picture');
  const bytes = unfiltered(inflateSync(packed), width, height);
  const shade = (pixel: number): number => Math.round(at(bytes, pixel) / 17);
  const rows = Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => shade(y * width + x)),
  );
  return { width, rows };
}

function inked(rows: readonly Uint8Array[]): readonly Uint8Array[] {
  const hasInk = (row: Uint8Array): boolean => row.some((shade) => shade !== WHITE);
  const [first, last] = [rows.findIndex(hasInk), rows.findLastIndex(hasInk)];
  return rows.slice(Math.max(0, first - AIR), last + AIR);
}

/** Two pixels a byte. */
function inFours(row: Uint8Array): Buffer {
  const bytes = Buffer.alloc(Math.ceil(row.length / 2));
  row.forEach((shade, x) => (bytes[x >> 1] = at(bytes, x >> 1) | (shade << (x % 2 === 0 ? 4 : 0))));
  return bytes;
}

function chunksOf(png: Buffer): { header: Buffer; packed: Buffer } {
  let header: Buffer = Buffer.alloc(0);
  const packed: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const bytes = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + bytes);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') packed.push(data);
    at += bytes + 12;
  }
  return { header, packed: Buffer.concat(packed) };
}

/** Undoes the five filters of PNG. */
function unfiltered(filtered: Buffer, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (width + 1)] ?? 0;
    for (let x = 0; x < width; x += 1) {
      const left = x > 0 ? at(out, y * width + x - 1) : 0;
      const up = y > 0 ? at(out, (y - 1) * width + x) : 0;
      const corner = x > 0 && y > 0 ? at(out, (y - 1) * width + x - 1) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[y * width + x] = at(filtered, y * (width + 1) + 1 + x) + guess;
    }
  }
  return out;
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
