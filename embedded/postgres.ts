/**
 * Real PostgreSQL as a process of ours, on 127.0.0.1 only, with a password. Data in `<dir>/postgres`.
 * Starts as root and as a plain user; takes over a server that outlived a killed launcher.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeOf } from './failure.js';
import type { ServerPart } from './part.js';
import { isListening } from './port.js';
import {
  createCluster,
  dataFolder,
  dataMajor,
  ensurePassword,
  passwordFile,
  POSTGRES_NAME,
} from './postgres-cluster.js';
import { findPostgres } from './postgres-programs.js';
import { postgresUser } from './postgres-user.js';
import { markOf } from './process-identity.js';
import type { Say } from './say.js';
import { startServer, type ServerKind } from './server.js';
import { runningServer } from './server-record.js';

export interface PostgresOptions {
  /** the installation's data folder; several parts may share it */
  readonly dir: string;
  /** default: the port of the last start, else a free one */
  readonly port?: number | undefined;
  readonly say: Say;
  /** folder with `postgres` and `initdb` (PG_BIN); a wrong one is an error */
  readonly bin?: string | undefined;
  /** for a copy of the programs when the npm package lies in a read-only folder; default: the user's cache */
  readonly cacheDir?: string | undefined;
  /** false for rehearsals and tests: nothing is flushed; a power cut loses the data, kill -9 does not; default true */
  readonly durable?: boolean | undefined;
  /** default 100 */
  readonly maxConnections?: number | undefined;
}

export interface PostgresPart extends ServerPart {
  /** with user, password and database `vekha`; a secret */
  readonly url: string;
}

/**
 * Starts PostgreSQL on the data in `dir`, making them at the first start.
 * @throws VekhaError 'embedded.binary_missing' when no suitable PostgreSQL is found, 'embedded.start_failed' when it
 *   does not start or another live launcher uses the folder
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresPart> {
  const { say, port, durable = true, maxConnections = 100 } = options;
  const dir = resolve(options.dir);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const data = dataFolder(dir);
  const programs = await findPostgres({ ...options, major: dataMajor(dir) ?? undefined });
  const user = await postgresUser(dir, data);
  const kind: ServerKind = {
    name: `PostgreSQL ${programs.version}`,
    dir,
    stem: 'postgres',
    port,
    hallmark: ['-D', data, '-p'],
    // Fast shutdown; then without ceremony, which costs a recovery at the next start; both keep every commit.
    stopSteps: [
      { signal: 'SIGINT', graceMs: 15_000 },
      { signal: 'SIGQUIT', graceMs: 5_000 },
    ],
    readyWithinMs: 60_000, // a recovery after a crash may take a while
    passing: /pre-existing shared memory block|lock file ".*" already exists|Address already in use/i,
    command: (chosen) =>
      user.as(join(programs.bin, 'postgres'), [
        ...['-D', data, '-p', String(chosen), '-h', '127.0.0.1', '-k', ''],
        ...settings(durable, maxConnections),
      ]),
    async setUp() {
      if (dataMajor(dir) === null) await createCluster(dir, programs, user, durable);
      await ensurePassword(dir, programs, user);
    },
    prepare: () => disarmPidFile(data),
    // Without its password a server that was left over is of no use: it is stopped, and gets a new one.
    ready: async (chosen, pid) => existsSync(passwordFile(dir)) && (await isReady(data, chosen, pid)),
  };
  const part = await startServer(kind, say);
  return { ...part, url: urlOf(dir, part.port) };
}

/** The address of the PostgreSQL that runs now on the data in `folder`, for a second command beside the first; else null. */
export function runningPostgres(folder: string): { url: string; pid: number } | null {
  const dir = resolve(folder);
  const record = runningServer(dir, 'postgres');
  return record === null || !existsSync(passwordFile(dir))
    ? null
    : { url: urlOf(dir, record.port), pid: record.mark.pid };
}

function urlOf(dir: string, port: number): string {
  const password = readFileSync(passwordFile(dir), 'utf8').trim();
  return `postgres://${POSTGRES_NAME}:${encodeURIComponent(password)}@127.0.0.1:${port}/${POSTGRES_NAME}`;
}

function settings(durable: boolean, maxConnections: number): string[] {
  const values = {
    max_connections: maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** PostgreSQL writes its pid, port and state into this file; a port that answers alone could be anybody's. */
async function isReady(data: string, port: number, pid: number): Promise<boolean> {
  const lines = pidFileLines(data);
  const ready = lines[0] === String(pid) && lines[3] === String(port) && lines[7]?.trim() === 'ready';
  return ready && (await isListening(port));
}

/**
 * After a crash the file may name a pid that now belongs to a stranger or to a zombie, and PostgreSQL would refuse to
 * start for ever. Called when no server of ours runs. PostgreSQL holds its parent's pid for stale, so that is written
 * instead; removing the file would also remove its guard against back ends that outlived their server (the shared
 * memory named further down in it).
 */
function disarmPidFile(data: string): void {
  const lines = pidFileLines(data);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || (markOf(pid) === null && !exists(pid))) return;
  const file = join(data, 'postmaster.pid');
  writeFileSync(`${file}.new`, [String(process.pid), ...lines.slice(1)].join('\n'), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** True for zombies too, which is how PostgreSQL looks. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // there, but not ours
  }
}

function pidFileLines(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return []; // not running, or not ours to read yet
  }
}
