/**
 * A zip package whose bytes depend on nothing but its content: fixed dates, fixed order, no attributes of a machine.
 * Entries are compressed one by one so that those which never change can be kept compressed.
 * Source: PKWARE APPNOTE 6.3.10, §4.3.7, §4.3.12, §4.3.16.
 */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.js';

export interface ZipEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly deflated: Uint8Array;
}

export function zipEntry(name: string, content: string | Uint8Array): ZipEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    name: Buffer.from(name, 'utf8'),
    crc: crc32(bytes),
    size: bytes.length,
    deflated: deflateRawSync(bytes, { level: 6 }),
  };
}

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    files.push(local, entry.name, entry.deflated);
    directory.push(directoryHeader(entry, offset), entry.name);
    offset += local.length + entry.name.length + entry.deflated.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  return new Uint8Array(Buffer.concat([...files, ...directory, endRecord(entries.length, directorySize, offset)]));
}

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1 January 1980, midnight: the earliest that the format knows. */
const DOS_DATE = 0x0021;
const DOS_TIME = 0;

function localHeader({ crc, deflated, size, name }: ZipEntry): Buffer {
  const h = Buffer.alloc(30);
  h.writeUInt32LE(0x04034b50, 0);
  h.writeUInt16LE(VERSION, 4);
  common(h, 6, crc, deflated.length, size, name.length);
  return h;
}

function directoryHeader({ crc, deflated, size, name }: ZipEntry, offset: number): Buffer {
  const h = Buffer.alloc(46);
  h.writeUInt32LE(0x02014b50, 0);
  h.writeUInt16LE(VERSION, 4);
  h.writeUInt16LE(VERSION, 6);
  common(h, 8, crc, deflated.length, size, name.length);
  h.writeUInt32LE(offset, 42);
  return h;
}

/** The fields that both headers share, from the flags to the length of the name. */
function common(h: Buffer, at: number, crc: number, packed: number, size: number, name: number): void {
  h.writeUInt16LE(UTF8_NAMES, at);
  h.writeUInt16LE(DEFLATE, at + 2);
  h.writeUInt16LE(DOS_TIME, at + 4);
  h.writeUInt16LE(DOS_DATE, at + 6);
  h.writeUInt32LE(crc, at + 8);
  h.writeUInt32LE(packed, at + 12);
  h.writeUInt32LE(size, at + 16);
  h.writeUInt16LE(name, at + 20);
}

function endRecord(count: number, directorySize: number, offset: number): Buffer {
  const h = Buffer.alloc(22);
  h.writeUInt32LE(0x06054b50, 0);
  h.writeUInt16LE(count, 8);
  h.writeUInt16LE(count, 10);
  h.writeUInt32LE(directorySize, 12);
  h.writeUInt32LE(offset, 16);
  return h;
}
