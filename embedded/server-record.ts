/**
 * What is written beside the data about the server that runs on them, so that the next launcher knows it again.
 * Says only what was written; whether the process still runs is asked anew each time.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stillRuns, type ProcessMark } from './process-identity.js';

/** What is written beside the data about the running server. */
export interface ServerRecord {
  readonly mark: ProcessMark;
  readonly port: number;
  readonly args: readonly string[];
}

/** The record of a server that runs now on the data in `dir`, whoever started it; null when none does. */
export function runningServer(dir: string, stem: string): ServerRecord | null {
  const record = readRecord(fileOf(dir, stem));
  return record !== null && stillRuns(record.mark) ? record : null;
}

export function writeRecord(dir: string, stem: string, record: ServerRecord): void {
  writeFileSync(fileOf(dir, stem), JSON.stringify(record), { mode: 0o600 });
}

export function forgetRecord(dir: string, stem: string): void {
  rmSync(fileOf(dir, stem), { force: true });
}

const fileOf = (dir: string, stem: string): string => join(dir, `${stem}.process.json`);

function readRecord(file: string): ServerRecord | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null; // absent, or cut short by a kill: the hallmark finds the process all the same
  }
}

function isRecord(value: unknown): value is ServerRecord {
  if (typeof value !== 'object' || value === null) return false;
  if (!('mark' in value && 'port' in value && 'args' in value)) return false;
  const { mark, port, args } = value;
  return (
    typeof port === 'number' &&
    Array.isArray(args) &&
    typeof mark === 'object' &&
    mark !== null &&
    'pid' in mark &&
    'startedAt' in mark
  );
}
