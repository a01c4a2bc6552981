import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '#embedded';
import { isLock, takeLock } from '../../embedded/lock.js';
import { becomesFree, rememberedPort, rememberPort } from '../../embedded/port.js';
import { markOf, processesWithArguments, stillRuns } from '../../embedded/process-identity.js';
import { killHard } from './separate-process.js';

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-lock-'));
  file = join(dir, 'lock');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const listen = (port: number) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
const close = (server: Server) => new Promise((resolve) => server.close(resolve));

describe('a process mark', () => {
  it('fits the same process only: not the same pid with another start time', () => {
    const mark = markOf(process.pid);
    expect(mark && stillRuns(mark)).toBe(true);
    expect(stillRuns({ pid: process.pid, startedAt: 'another' })).toBe(false);
  });

  it('is not to be had of a process that has ended', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    const mark = markOf(child.pid ?? 0);
    expect(mark).not.toBeNull();
    await killHard(child);
    expect(mark && stillRuns(mark)).toBe(false);
  });

  it('is found by whole arguments in a row, not by a part of one', async () => {
    // `read` is the shell's own, so no second process with the same arguments appears for a moment.
    const child = spawn('sh', ['-c', 'read _', 'mark', join(dir, 'data')], { stdio: ['pipe', 'ignore', 'ignore'] });
    const pids = (run: string[]) => processesWithArguments(run).map(({ pid }) => pid);
    expect(pids(['mark', join(dir, 'data')])).toEqual([child.pid]);
    expect(pids(['mark', join(dir, 'dat')])).toEqual([]);
    expect(pids(['-c', join(dir, 'data')])).toEqual([]);
    await killHard(child);
  });
});

describe('a lock', () => {
  it('is refused while its holder lives, and free again once released', () => {
    const first = takeLock(file);
    const second = takeLock(file);
    expect(second).toMatchObject({ pid: process.pid });
    if (isLock(first)) first.release();
    expect(isLock(takeLock(file))).toBe(true);
    expect(readdirSync(dir)).toEqual(['lock']);
  });

  it('is taken over from a holder that was killed, or whose pid now belongs to another', () => {
    for (const left of [{ pid: 2 ** 22 + 1, startedAt: 'x' }, { pid: process.pid, startedAt: 'x' }, 'not a mark']) {
      writeFileSync(file, JSON.stringify(left));
      const taken = takeLock(file);
      expect(isLock(taken)).toBe(true);
      if (isLock(taken)) taken.release();
    }
  });

  it('is not removed by a former holder once somebody else has it', () => {
    const first = takeLock(file);
    rmSync(file);
    const second = takeLock(file);
    if (isLock(first)) first.release();
    expect(isLock(second)).toBe(true);
    expect(readdirSync(dir)).toEqual(['lock']);
  });
});

describe('a port', () => {
  it('lies below the range of outgoing connections, so that a client cannot be connected to itself', async () => {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_000);
  });

  it('is remembered as long as it is free, and replaced when somebody else stays on it', async () => {
    const port = await freePort();
    rememberPort(file, port);
    expect(await rememberedPort(file, 0)).toBe(port);
    const other = await listen(port);
    expect(await rememberedPort(file, 60)).not.toBe(port);
    await close(other);
  });

  it('is waited for when it is about to be let go', async () => {
    const port = await freePort();
    const other = await listen(port);
    setTimeout(() => other.close(), 80);
    expect(await becomesFree(port, 5000)).toBe(true);
  });
});
