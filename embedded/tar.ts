/**
 * One file out of a tar stream. Reads what release archives hold: plain files with names up to 255 characters.
 */
import { Transform, type TransformCallback } from 'node:stream';

const BLOCK = 512;

/**
 * Lets through the content of one file of the archive.
 * @param wanted its path in the archive
 * The stream fails when the archive ends before the file does, or has no such file.
 */
export function fileFromTar(wanted: string): Transform {
  return new TarReader(wanted);
}

class TarReader extends Transform {
  private pending = Buffer.alloc(0);
  private contentLeft = 0;
  private paddingLeft = 0;
  private inside = false;
  private done = false;

  constructor(private readonly wanted: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    let rest = chunk;
    while (rest.length > 0 && !this.done) {
      if (this.contentLeft > 0) rest = this.takeContent(rest);
      else if (this.paddingLeft > 0) rest = this.takePadding(rest);
      else rest = this.takeHeader(rest);
    }
    next();
  }

  override _flush(next: TransformCallback): void {
    next(this.done ? null : new Error(`в архиве нет файла «${this.wanted}» целиком`));
  }

  private takeContent(bytes: Buffer): Buffer {
    const part = bytes.subarray(0, this.contentLeft);
    this.contentLeft -= part.length;
    if (this.inside) this.push(part);
    if (this.inside && this.contentLeft === 0) this.done = true;
    return bytes.subarray(part.length);
  }

  private takePadding(bytes: Buffer): Buffer {
    const skipped = Math.min(bytes.length, this.paddingLeft);
    this.paddingLeft -= skipped;
    return bytes.subarray(skipped);
  }

  private takeHeader(bytes: Buffer): Buffer {
    const missing = BLOCK - this.pending.length;
    this.pending = Buffer.concat([this.pending, bytes.subarray(0, missing)]);
    if (this.pending.length === BLOCK) {
      const header = this.pending;
      this.pending = Buffer.alloc(0);
      const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
      this.contentLeft = size;
      this.paddingLeft = (BLOCK - (size % BLOCK)) % BLOCK;
      this.inside = pathOf(header) === this.wanted;
    }
    return bytes.subarray(missing);
  }
}

function pathOf(header: Buffer): string {
  const [name, prefix] = [textAt(header, 0, 100), textAt(header, 345, 155)];
  const path = textAt(header, 257, 5) === 'ustar' && prefix !== '' ? `${prefix}/${name}` : name;
  return path.replace(/^\.\//, '');
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
