/**
 * Where fetched programs are kept between runs: the user's cache, else beside the packages, else a private folder
 * in the system's place for temporary files. Never a folder that another user could write to.
 */
import { accessSync, constants, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VekhaError } from '#domain/errors';

/**
 * Folders to look in, best first; they need not exist.
 * @param chosen the folder a person asked for; then it is the only one
 */
export function cacheFolders(chosen?: string): string[] {
  if (chosen !== undefined) return [chosen];
  const home = process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
  return [join(home, 'vekha'), join(packageRoot(), 'node_modules', '.cache', 'vekha'), privateTemporary()];
}

/**
 * The first of the folders that exists or can be made, and can be written to.
 * @throws VekhaError 'embedded.binary_missing' when none can
 */
export function writableCacheFolder(chosen?: string): string {
  const folders = cacheFolders(chosen);
  const writable = folders.find(canWrite);
  if (writable !== undefined) return writable;
  throw new VekhaError(
    'embedded.binary_missing',
    `Некуда сохранить программы: ни одна из папок недоступна для записи: ${folders.join(', ')}`,
  );
}

/** The folder that `writableCacheFolder` would most likely choose, without making it; null when there is none. */
export function likelyCacheFolder(chosen?: string): string | null {
  return cacheFolders(chosen).find(couldWrite) ?? null;
}

/** Asks the folder or, while it does not exist, the nearest one above it. */
function couldWrite(folder: string): boolean {
  const nearest = existsSync(folder) ? folder : dirname(folder);
  if (nearest !== folder && !existsSync(nearest)) return couldWrite(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return statSync(nearest).isDirectory();
  } catch {
    return false;
  }
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    const stat = lstatSync(folder);
    // Programs are run from here: a folder that a stranger prepared in advance is not ours.
    return !folder.startsWith(tmpdir()) || (stat.isDirectory() && stat.uid === process.getuid?.());
  } catch {
    return false;
  }
}

/** Works from the sources and from dist/: the nearest folder above that has node_modules. */
function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const above = dirname(here);
  return above.endsWith('dist') ? dirname(above) : above;
}

function privateTemporary(): string {
  return join(tmpdir(), `vekha-cache-${process.getuid?.() ?? 'user'}`);
}
