/**
 * A lock file that names its holder, so that a killed holder's lock is recognised and taken over.
 * Between processes of one machine; never waits and never signals.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf } from './failure.js';
import { markOf, stillRuns, type ProcessMark } from './process-identity.js';

export interface Lock {
  /** Gives the lock back; safe to call twice. */
  release(): void;
}

/**
 * Takes the lock, or says who holds it.
 * @param file path of the lock file; its folder exists
 * @returns the lock, or the mark of the live process (perhaps this very one) that holds it
 */
export function takeLock(file: string): Lock | ProcessMark {
  const mine = JSON.stringify({ ...ownMark(), key: randomUUID() });
  const beside = `${file}.${randomUUID()}`;
  writeFileSync(beside, mine, { mode: 0o600 });
  try {
    for (;;) {
      // A hard link appears whole or not at all, so nobody ever reads a half-written lock.
      if (linked(beside, file)) return { release: () => removeIfStill(file, mine) };
      const held = readOrNull(file);
      if (held === null) continue; // released between the two calls
      const holder = readMark(held);
      if (holder !== null && stillRuns(holder)) return holder;
      removeIfStill(file, held);
    }
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The live process that holds the lock now; null when none does. Takes nothing. */
export function lockHolder(file: string): ProcessMark | null {
  const held = readOrNull(file);
  const holder = held === null ? null : readMark(held);
  return holder !== null && stillRuns(holder) ? holder : null;
}

export function isLock(taken: Lock | ProcessMark): taken is Lock {
  return 'release' in taken;
}

function ownMark(): ProcessMark {
  return markOf(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same dead lock: whoever moved away a fresh one by mistake puts it back. */
function removeIfStill(file: string, content: string): void {
  if (readOrNull(file) !== content) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else was quicker
  }
  if (readOrNull(aside) !== content) linked(aside, file);
  rmSync(aside, { force: true });
}

function readMark(text: string): ProcessMark | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value)) return null;
    const { pid, startedAt } = value;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
