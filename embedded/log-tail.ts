/**
 * The log of an embedded server: how long it is, what was added since, and keeping it from growing for ever.
 */
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';

/** Bytes; 0 when there is no such file. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Logs are for the last trouble, not for the archive. */
export function trimLog(file: string): void {
  if (sizeOf(file) > 10_000_000) rmSync(file, { force: true });
}

/** What was added after the first `from` bytes, the first 20 KB of it at most. */
export function textFrom(file: string, from: number): string {
  const length = Math.min(sizeOf(file) - from, 20_000);
  if (length <= 0) return '';
  const bytes = Buffer.alloc(length);
  const log = openSync(file, 'r');
  try {
    readSync(log, bytes, 0, length, from);
  } finally {
    closeSync(log);
  }
  return bytes.toString('utf8');
}

/** The last line that is not empty. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
