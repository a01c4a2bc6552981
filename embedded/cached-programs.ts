/**
 * Programs that an earlier run left in the cache, each checked against its pin. Only looks: makes, fetches and runs
 * nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolders } from './cache-folder.js';
import { sha256Of } from './checked-file.js';
import { isExecutable } from './executable.js';
import type { ProgramPin } from './program-pins.js';

export interface CachedProgram {
  readonly file: string;
  /** the checksum is that of the pin or, where nothing is pinned for this platform, the one noted when it was fetched */
  readonly intact: boolean;
}

/**
 * What lies in the folders of the cache under the pin's name, the best folder first.
 * @param chosen the folder a person asked for; then it is the only one
 */
export async function* cachedPrograms(pin: ProgramPin, chosen?: string): AsyncGenerator<CachedProgram> {
  for (const folder of cacheFolders(chosen)) {
    const file = join(folder, cachedName(pin));
    if (!isExecutable(file)) continue;
    const wanted = pin.platforms[here()]?.sha256 ?? notedChecksum(file);
    yield { file, intact: wanted !== null && (await sha256Of(file)) === wanted };
  }
}

/** Platform and processor as the pins name them. */
export const here = (): string => `${process.platform}-${process.arch}`;

/** `temporal-1.9.1-linux-x64`: what the program is called in the cache. */
export const cachedName = (pin: ProgramPin): string => `${pin.program}-${pin.version}-${here()}`;

/** Where the checksum is noted beside a fetched program. */
export const checksumFile = (file: string): string => `${file}.sha256`;

function notedChecksum(file: string): string | null {
  try {
    return readFileSync(checksumFile(file), 'utf8').trim();
  } catch {
    return null;
  }
}
