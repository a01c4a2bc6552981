/** Where the running installation is: what was set, else the embedded parts that run on the data folder. */
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { isClaimed, runningPostgres, runningTemporal } from '#embedded';
import type { Settings, TemporalPlace } from './settings.js';

export const EMBEDDED_NAMESPACE = 'vekha';

export function postgresDir({ dataDir }: Settings): string {
  return join(dataDir, 'postgres');
}

export function temporalDir({ dataDir }: Settings): string {
  return join(dataDir, 'temporal');
}

/** Whether a supervisor is alive there: it holds the folder of every part that it keeps going. */
export function isSupervised(settings: Settings): boolean {
  return [
    { dir: settings.dataDir, stem: 'worker' },
    { dir: postgresDir(settings), stem: 'postgres' },
    { dir: temporalDir(settings), stem: 'temporal' },
  ].some(isClaimed);
}

export function mailDir({ dataDir }: Settings): string {
  return join(dataDir, 'mail');
}

/** @throws VekhaError 'engine.unavailable' when nothing runs there */
export function findPlace(settings: Settings): { databaseUrl: string; temporal: TemporalPlace } {
  const databaseUrl = settings.databaseUrl ?? runningPostgres(postgresDir(settings))?.url;
  const running = runningTemporal(temporalDir(settings));
  const temporal = settings.temporal ?? (running === null ? null : embeddedTemporal(running.address));
  const ownParts = settings.databaseUrl === null || settings.temporal === null;
  const supervised = isSupervised(settings);
  // Servers that a killed supervisor left running take an act, and nobody carries it out.
  if (databaseUrl === undefined || temporal === null || (ownParts && !supervised)) {
    throw new VekhaError('engine.unavailable', supervised ? RESTARTING : notStarted(settings));
  }
  return { databaseUrl, temporal };
}

const RESTARTING = 'Одна из частей «Вехи» сейчас перезапускается: повторите через минуту.';

function notStarted({ dataDir }: Settings): string {
  return `«Веха» не запущена (папка данных ${dataDir}): выполните npm start в другом окне и повторите.`;
}

export function embeddedTemporal(address: string): TemporalPlace {
  return { connection: { address }, namespace: EMBEDDED_NAMESPACE };
}
