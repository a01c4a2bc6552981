/** Where the embedded parts look for their programs, from the settings; what is not set is left to them. */
import type { Settings } from './settings.js';

export interface ProgramOptions {
  readonly bin?: string;
  readonly cacheDir?: string;
  readonly temporalCliPath?: string;
  readonly temporalTestServerPath?: string;
  readonly python?: string;
}

export function programOptions(settings: Settings): ProgramOptions {
  return {
    ...(settings.pgBin === null ? {} : { bin: settings.pgBin }),
    ...(settings.cacheDir === null ? {} : { cacheDir: settings.cacheDir }),
    ...(settings.temporalCliPath === null ? {} : { temporalCliPath: settings.temporalCliPath }),
    ...(settings.temporalTestServerPath === null ? {} : { temporalTestServerPath: settings.temporalTestServerPath }),
    ...(settings.python === null ? {} : { python: settings.python }),
  };
}
