/**
 * The data folder of PostgreSQL: made whole or not at all, with a password and the product's own database in it.
 * Starts no server.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { run } from './executable.js';
import { lastLine } from './log-tail.js';
import type { PostgresPrograms } from './postgres-programs.js';
import type { PostgresUser } from './postgres-user.js';

/** The name of the role and of the database. */
export const POSTGRES_NAME = 'vekha';

export const dataFolder = (dir: string): string => join(dir, 'postgres');
export const passwordFile = (dir: string): string => join(dir, 'postgres.password');

/** Major version of existing data, null when there are none yet. */
export function dataMajor(dir: string): number | null {
  const file = join(dataFolder(dir), 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}

/**
 * Makes the data folder beside its final place and renames it: a kill in between leaves no half-made cluster.
 * @param durable false: nothing is flushed to disk, for data that are thrown away
 * @throws VekhaError 'embedded.start_failed' with what initdb said
 */
export async function createCluster(
  dir: string,
  programs: PostgresPrograms,
  user: PostgresUser,
  durable: boolean,
): Promise<void> {
  sweepUnfinished(dir);
  const staging = `${dataFolder(dir)}.init-${randomUUID()}`;
  const password = randomBytes(24).toString('base64url');
  const secret = `${staging}.secret`;
  mkdirSync(staging, { mode: 0o700 });
  user.give(staging);
  writeFileSync(secret, password, { mode: 0o600 });
  user.give(secret);
  const fixed = ['-D', staging, '-U', POSTGRES_NAME, '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '-k'];
  const rest = ['--no-instructions', ...(durable ? [] : ['--no-sync'])];
  try {
    await initialise(programs, user, [...fixed, ...rest]);
    await alone(programs, user, staging, `CREATE DATABASE ${POSTGRES_NAME}`);
    writeFileSync(passwordFile(dir), password, { mode: 0o600 });
    renameSync(staging, dataFolder(dir));
  } finally {
    rmSync(secret, { force: true });
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Replaces a lost password, which is possible because no server runs. */
export async function ensurePassword(dir: string, programs: PostgresPrograms, user: PostgresUser): Promise<void> {
  const file = passwordFile(dir);
  if (existsSync(file)) return;
  const password = randomBytes(24).toString('base64url');
  await alone(programs, user, dataFolder(dir), `ALTER ROLE ${POSTGRES_NAME} PASSWORD '${password}'`);
  writeFileSync(file, password, { mode: 0o600 });
}

/** What a killed launcher left; its initdb may still be writing there for a moment, so a failure to remove is no harm. */
function sweepUnfinished(dir: string): void {
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith('postgres.init-'))) {
    try {
      rmSync(join(dir, name), { recursive: true, force: true });
    } catch {
      // next time
    }
  }
}

async function initialise(programs: PostgresPrograms, user: PostgresUser, args: readonly string[]): Promise<void> {
  let said = '';
  for (const locale of localeAttempts(programs.major)) {
    const { command, args: all, ...identity } = user.as(join(programs.bin, 'initdb'), [...args, ...locale]);
    const { code, stderr } = await run(command, all, identity);
    if (code === 0) return;
    said = stderr.trim();
    if (!said.includes('invalid locale name')) break;
  }
  throw new VekhaError('embedded.start_failed', `PostgreSQL: не удалось создать папку данных: ${lastLine(said)}`);
}

/** C.UTF-8 by PostgreSQL itself where it can: the same order and letters on every system, with or without its locales. */
function localeAttempts(major: number): string[][] {
  if (major < 17) return [['--locale=C.UTF-8'], ['--locale=C']];
  const own = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [
    [...own, '--locale=C.UTF-8'],
    [...own, '--locale=C'],
  ];
}

/** Runs one statement without a server. */
async function alone(programs: PostgresPrograms, user: PostgresUser, data: string, sql: string): Promise<void> {
  const single = ['--single', '-F', '-D', data, 'postgres'];
  const { command, args, ...identity } = user.as(join(programs.bin, 'postgres'), single);
  const { code, stderr } = await run(command, args, { ...identity, input: `${sql}\n` });
  // In this mode a statement may fail and the program still end well.
  if (code === 0 && !stderr.includes('ERROR:')) return;
  throw new VekhaError('embedded.start_failed', `PostgreSQL: не удалось подготовить базу: ${lastLine(stderr)}`);
}
