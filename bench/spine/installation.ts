/**
 * A whole installation as `npm start` makes it, on a folder of its own that is removed afterwards: the very supervisor
 * with its PostgreSQL, Temporal (flushed at each commit), mail catcher and worker process. Stands at a chosen hour of a
 * chosen day, because what is urgent and what waits for the morning depends on it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectClient, type ConnectedClient } from '#bin/compose';
import { clockOffset } from '#bin/clock';
import { findPlace, mailDir, postgresDir, temporalDir } from '#bin/place';
import { readSettings, type TemporalPlace } from '#bin/settings';
import { start } from '#bin/start';
import type { Instant } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';
import { runningPostgres, runningTemporal, silent } from '#embedded';
import { openStore } from '#store';
import { childrenOf, type Watched } from '../report/processes.js';

/** A Tuesday without holidays around: the bench must not depend on the day it is run. */
export const TODAY = '2024-02-06' as LocalDate;

export interface Installation extends Pick<ConnectedClient, 'client' | 'deps'> {
  readonly temporal: TemporalPlace;
  /** Where the catcher keeps what was handed over. */
  readonly mailDir: string;
  readonly processes: readonly Watched[];
  /** On the installation's clock. */
  now(): Instant;
}

/**
 * @param hour `10:00`: what the office clock shows when the installation starts
 * @param work ends before the installation is stopped
 */
export async function withInstallation<T>(hour: string, work: (vekha: Installation) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'vekha-bench-'));
  const environment = environmentAt(hour, dir);
  const settings = readSettings(environment);
  let stop = (): void => undefined;
  const stopAsked = new Promise<void>((resolve) => (stop = resolve));
  let ready = (): void => undefined;
  const works = new Promise<void>((resolve) => (ready = resolve));
  // The first thing it says to the terminal is that everything works.
  const terminal = { print: ignore, say: ready, progress: ignore, columns: 80 };
  const running = start(settings, { port: null, today: TODAY, environment, stopAsked }, terminal, silent);
  try {
    await Promise.race([works, running]);
    const place = findPlace(settings);
    const store = openStore(place.databaseUrl);
    const clockOffsetMs = await clockOffset(store).finally(() => store.close());
    const { client, deps, close } = await connectClient(settings, { ...place, clockOffsetMs, smtpUrl: '' });
    const processes = [
      watched('worker', workerPid()),
      watched('Temporal', runningTemporal(temporalDir(settings))?.pid),
      watched('PostgreSQL', runningPostgres(postgresDir(settings))?.pid, true),
    ].flat();
    const installation = { client, deps, temporal: place.temporal, mailDir: mailDir(settings), processes };
    return await work({ ...installation, now: () => Date.now() + clockOffsetMs }).finally(close);
  } finally {
    stop();
    await running.catch(() => undefined);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Everything embedded, whatever servers the developer has set: the bench writes into none of them. */
function environmentAt(hour: string, dir: string): Record<string, string | undefined> {
  return {
    ...process.env,
    DATABASE_URL: undefined,
    TEMPORAL_ADDRESS: undefined,
    SMTP_URL: undefined,
    UTC_OFFSET_MINUTES: String(offsetShowing(hour)),
    MAILS_PER_SECOND: '1000',
    VEKHA_DATA: dir,
  };
}

/** The zone in which it is `hour` now. @returns minutes from UTC, −720 … 719 */
function offsetShowing(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const utc = Math.floor(Date.now() / 60_000) % 1440;
  return ((hours * 60 + minutes - utc + 1440 + 720) % 1440) - 720;
}

function workerPid(): number | undefined {
  return childrenOf(process.pid).find(({ command }) => command.includes('worker-process.js'))?.pid;
}

function watched(name: string, pid: number | undefined, tree = false): readonly Watched[] {
  return pid === undefined ? [] : [{ name, pid, tree }];
}

function ignore(): void {
  // no terminal
}
