/** A page of a PDF as a picture, by pdftoppm of Poppler. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { interrupted } from './interrupted.js';
import { runProgram } from './run-program.js';

export interface PictureOptions {
  /** From 1. */
  readonly page: number;
  /** Pixels. */
  readonly width: number;
}

const TIME_LIMIT_MS = 30_000;

/** @throws VekhaError 'printing.failed', 'printing.time_limit' */
export async function picture(
  program: string,
  pdf: Uint8Array,
  { page, width }: PictureOptions,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-picture-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const size = ['-scale-to-x', String(width), '-scale-to-y', '-1'];
    const args = ['-png', '-gray', '-singlefile', '-f', String(page), '-l', String(page), ...size, file];
    const ended = await runProgram({ program, args, folder, timeLimitMs: TIME_LIMIT_MS, signal });
    if (ended.why === 'time')
      throw new VekhaError('printing.time_limit', 'Страница не нарисована: pdftoppm не ответил за 30 с.');
    if (ended.why === 'stopped') throw interrupted('Страница не нарисована');
    if (ended.code === 0 && isPng(ended.output)) return ended.output;
    throw new VekhaError('printing.failed', `Страница ${page} не нарисована: pdftoppm не смог прочесть PDF.`, {
      complaint: ended.complaint,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
}
