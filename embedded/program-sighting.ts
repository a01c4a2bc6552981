/**
 * Where a program of Temporal would come from at the next start, for a person who asks beforehand.
 * Only looks: fetches, writes and makes nothing, and runs none of what it finds.
 */
import { join } from 'node:path';
import { likelyCacheFolder } from './cache-folder.js';
import { cachedName, cachedPrograms, here } from './cached-programs.js';
import { sha256Of } from './checked-file.js';
import { DOWNLOAD_SITE } from './download-site.js';
import { inSystem } from './executable.js';
import { TEMPORAL_CLI, TEMPORAL_TEST_SERVER, type ProgramPin } from './program-pins.js';
import { namedPath, type ProgramSearch } from './temporal-programs.js';

export type ProgramSighting =
  | {
      readonly state: 'found';
      readonly path: string;
      /** null: named by a person, and not the release that is pinned; it is not run to be asked */
      readonly version: string | null;
    }
  | {
      readonly state: 'toFetch';
      readonly version: string;
      /** what will come in; null when nothing is pinned for this platform */
      readonly bytes: number | null;
      /** from where, in the order in which they are tried: «pip (пакет …)», «https://…» */
      readonly sources: readonly string[];
      /** where it will lie, and may be put by hand; null when no folder of the cache can be written to */
      readonly keptAs: string | null;
      /** a file in the cache whose checksum is wrong */
      readonly damaged: string | null;
      /** an untested version that serves when nothing comes in */
      readonly inSystem: string | null;
      /** the setting that names a path instead */
      readonly setting: string;
    };

type Look = Omit<ProgramSearch, 'say'>;

/** @throws VekhaError 'embedded.binary_missing' when the path that a person set is wrong */
export function sightTemporalCli(look: Look): Promise<ProgramSighting> {
  return sight(TEMPORAL_CLI, look);
}

/** @throws VekhaError 'embedded.binary_missing' when the path that a person set is wrong */
export function sightTemporalTestServer(look: Look): Promise<ProgramSighting> {
  return sight(TEMPORAL_TEST_SERVER, look);
}

async function sight(pin: ProgramPin, look: Look): Promise<ProgramSighting> {
  if (look.path !== undefined) {
    const path = namedPath(pin, look.path);
    const isPinned = (await sha256Of(path)) === pin.platforms[here()]?.sha256;
    return { state: 'found', path, version: isPinned ? pin.version : null };
  }
  let damaged: string | null = null;
  for await (const { file, intact } of cachedPrograms(pin, look.cacheDir)) {
    if (intact) return { state: 'found', path: file, version: pin.version };
    damaged ??= file;
  }
  const folder = likelyCacheFolder(look.cacheDir);
  return {
    state: 'toFetch',
    version: pin.version,
    bytes: pin.platforms[here()]?.wheelBytes ?? null,
    sources: await sources(pin, look),
    keptAs: folder === null ? null : join(folder, cachedName(pin)),
    damaged,
    inSystem: await inSystem(pin.program),
    setting: pin.setting,
  };
}

async function sources(pin: ProgramPin, { python = 'python3', downloadSite = DOWNLOAD_SITE }: Look): Promise<string[]> {
  const byPip = pin.platforms[here()] !== undefined && (await inSystem(python)) !== null;
  return [...(byPip ? [`pip (пакет ${pin.wheel} ${pin.version})`] : []), downloadSite];
}
