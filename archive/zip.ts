/**
 * Parts of a zip archive, unpacked in a stream so that a bomb stops at the cap. The central directory says what there
 * is; sizes that it claims are never believed, bytes are counted as they come. Every part's checksum is verified.
 */
import { Inflate } from 'fflate';
import { VekhaError } from '#domain/errors';
import { crc32 } from './crc32.js';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

const CHUNK_BYTES = 16 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

export type Parts = ReadonlyMap<string, Uint8Array>;

export interface ZipReading {
  readonly names: readonly string[];
  /**
   * Unpacks every part, so that all are counted and checked, and keeps those that `keep` asks for.
   * @throws VekhaError 'input.damaged', 'input.too_large'
   */
  unpack(keep: (name: string) => boolean): Parts;
}

/**
 * @throws VekhaError 'input.damaged', 'input.too_large', 'input.forbidden_content'
 */
export function readZip(bytes: Uint8Array): ZipReading {
  const entries = directoryOf(bytes);
  return {
    names: entries.map((entry) => entry.name),
    unpack(keep) {
      const parts = new Map<string, Uint8Array>();
      const budget = { left: MAX_UNPACKED_BYTES };
      for (const entry of entries) {
        const content = unpackEntry(bytes, entry, keep(entry.name), budget);
        if (content !== null) parts.set(entry.name, content);
      }
      return parts;
    },
  };
}

function unpackEntry(bytes: Uint8Array, entry: Entry, keep: boolean, budget: { left: number }): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  const chunks: Uint8Array[] = [];
  let crc = 0;
  const take = (chunk: Uint8Array) => {
    budget.left -= chunk.length;
    if (budget.left < 0) {
      throw new VekhaError(
        'input.too_large',
        'Документ разворачивается больше чем в 200 МБ: такой файл не принимается.',
      );
    }
    crc = crc32(chunk, crc);
    if (keep) chunks.push(chunk.slice());
  };
  if (entry.method === 0) take(packed);
  else inflate(packed, take);
  if (crc !== entry.crc) throw damaged('checksum');
  return keep ? concat(chunks) : null;
}

function inflate(packed: Uint8Array, take: (chunk: Uint8Array) => void): void {
  const stream = { ended: false };
  const inflater = new Inflate((chunk, final) => {
    stream.ended = final;
    take(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
      inflater.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
    }
  } catch (cause) {
    if (cause instanceof VekhaError) throw cause;
    throw damaged('deflate');
  }
  if (!stream.ended) throw damaged('deflate');
}

function packedBytes(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== 0x04034b50)
    throw damaged('header');
  const start =
    entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
  if (start + entry.packedBytes > bytes.length) throw damaged('length');
  return bytes.subarray(start, start + entry.packedBytes);
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) {
    throw new VekhaError('input.too_large', `В документе больше ${MAX_ENTRIES} частей: такой файл не принимается.`, {
      count,
    });
  }
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged('directory');
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged('directory');
    const method = view.getUint16(at + 10, true);
    if ((view.getUint16(at + 8, true) & 1) !== 0) {
      throw new VekhaError('input.forbidden_content', 'Файл защищён паролем: снимите защиту и загрузите его ещё раз.');
    }
    if (method !== 0 && method !== 8) throw damaged('method');
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method,
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Offset of the end-of-directory record; it stands within the last 64 KiB. */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged('end record');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function damaged(what: string): VekhaError {
  return new VekhaError('input.damaged', 'Файл повреждён или обрезан: получите его ещё раз и загрузите снова.', {
    what,
  });
}
