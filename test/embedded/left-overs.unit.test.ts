import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claimFolder, removeLeftOvers } from '#embedded';

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);
let dir: string;
const children: ReturnType<typeof spawn>[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-left-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** A folder with a process that runs on it, by its own name there or by an argument. */
function leftOver(name: string, { byProgram = false } = {}): { folder: string; ended: Promise<unknown> } {
  const folder = join(dir, name);
  mkdirSync(folder);
  const file = join(folder, 'wait.js');
  writeFileSync(file, 'setInterval(() => {}, 1000);');
  const program = byProgram ? join(folder, 'server') : process.execPath;
  if (byProgram) symlinkSync(process.execPath, program);
  const child = spawn(program, byProgram ? ['-e', 'setInterval(() => {}, 1000)'] : [file], { stdio: 'ignore' });
  children.push(child);
  utimesSync(folder, AN_HOUR_AGO, AN_HOUR_AGO);
  return { folder, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

describe('left-over folders', () => {
  it('are removed with the processes that run on them, by argument or by program', async () => {
    const [one, two] = [leftOver('scratch-1'), leftOver('scratch-2', { byProgram: true })];
    await removeLeftOvers({ dir, stem: 'rehearsal' }, 'scratch-');
    await Promise.all([one.ended, two.ended]);
    expect([one, two].map(({ folder }) => existsSync(folder))).toEqual([false, false]);
  });

  it('are left alone when their launcher lives, when they are fresh, and when they are called otherwise', async () => {
    const claimed = leftOver('scratch-claimed');
    const claim = claimFolder({ name: 'Репетиция', dir: claimed.folder, stem: 'rehearsal' });
    utimesSync(claimed.folder, AN_HOUR_AGO, AN_HOUR_AGO);
    const fresh = leftOver('scratch-fresh');
    utimesSync(fresh.folder, new Date(), new Date());
    const other = leftOver('other');
    await removeLeftOvers({ dir, stem: 'rehearsal' }, 'scratch-');
    claim.release();
    expect([claimed, fresh, other].map(({ folder }) => existsSync(folder))).toEqual([true, true, true]);
    expect(children.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([null, null, null]);
  });
});
