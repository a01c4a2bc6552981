/**
 * Files with a checksum: written through one, and checked against one. Streams; never holds a program in memory.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file, hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * Writes a stream to a new executable file and flushes it to disk.
 * @param through what the bytes pass on their way, such as decompression
 * @returns SHA-256 of what was written, hexadecimal
 */
export async function writeProgram(source: Readable, through: Transform[], file: string): Promise<string> {
  const hash = createHash('sha256');
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline([source, ...through, tap, createWriteStream(file, { flags: 'wx', mode: 0o755, flush: true })]);
  return hash.digest('hex');
}
