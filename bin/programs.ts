/** Where the parts that run programs look for them, from the settings; what is not set is left to them. */
import type { PrintingSearch } from '#printing';
import type { Settings } from './settings.js';

export function postgresSearch({ pgBin, cacheDir }: Settings) {
  return { bin: pgBin ?? undefined, cacheDir: cacheDir ?? undefined };
}

export function temporalSearch({ temporalCliPath, cacheDir, python }: Settings) {
  return { cliPath: temporalCliPath ?? undefined, cacheDir: cacheDir ?? undefined, python: python ?? undefined };
}

export function testServerSearch({ temporalTestServerPath, cacheDir, python }: Settings) {
  return { path: temporalTestServerPath ?? undefined, cacheDir: cacheDir ?? undefined, python: python ?? undefined };
}

export function printingSearch({ sofficePath, pdftoppmPath }: Settings): PrintingSearch {
  return { office: sofficePath, pictures: pdftoppmPath };
}
