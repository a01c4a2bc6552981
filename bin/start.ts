/**
 * The whole product under one supervisor: servers, migrations, worker, mailroom. A part that dies is started again on the
 * same data; stopping goes in the reverse order; what was acknowledged is on disk, so nothing is lost in between.
 */
import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Terminal } from '#cli';
import { ensureProcesses } from '#client';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import {
  startCatcher,
  startPostgres,
  startTemporal,
  supervise,
  type EmbeddedPart,
  type PostgresPart,
  type Say,
  type Supervised,
  type TemporalPart,
} from '#embedded';
import { migrate, openStore } from '#store';
import { clockOffset, setToday } from './clock.js';
import { connectClient } from './compose.js';
import { EMBEDDED_NAMESPACE, embeddedTemporal, mailDir, postgresDir, temporalDir } from './place.js';
import { postgresSearch, temporalSearch } from './programs.js';
import type { Settings, TemporalPlace } from './settings.js';
import { startWorkerPart } from './worker-part.js';

export interface StartOptions {
  /** Port of `GET /readyz`; null: no such page. */
  readonly port: number | null;
  /** Makes today that day at the first start; null: the real day. */
  readonly today: LocalDate | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly ready?: (place: { dataDir: string; pid: number; seconds: number }) => void;
  /** Resolves when the person wants everything stopped. */
  readonly stopAsked: Promise<unknown>;
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs until it is asked to stop. @throws VekhaError when a part cannot be started or was given up */
export async function start(settings: Settings, options: StartOptions, terminal: Terminal, say: Say): Promise<void> {
  const began = performance.now();
  refuseFile(settings.dataDir);
  const undo: { readonly name: string; stop(): Promise<unknown> }[] = [];
  const signals = hearSignals();
  try {
    const gaveUp = await startAll(settings, options, say, undo);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    options.ready?.({ dataDir: settings.dataDir, pid: process.pid, seconds });
    terminal.say(
      `«Веха» работает (${seconds.toFixed(1).replace('.', ',')} с). Данные: ${settings.dataDir}. Остановить: Ctrl-C.`,
    );
    const failure = await Promise.race([options.stopAsked.then(() => null), signals.heard.then(() => null), ...gaveUp]);
    if (failure !== null) throw failure;
    terminal.say('Останавливаю: доделываю начатое, сохраняю данные.');
  } finally {
    for (const part of undo.reverse()) await part.stop().catch(() => undefined);
    signals.forget();
  }
  terminal.say('«Веха» остановлена. Ничего не потеряно: сроки продолжатся со следующего запуска.');
}

/** @throws VekhaError 'usage.invalid' when a file stands where the data folder would be */
function refuseFile(dataDir: string): void {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return;
  throw new VekhaError('usage.invalid', `«Веха» не запущена: ${dataDir} – файл, а нужна папка данных.`);
}

/**
 * Ctrl-C, the system's shutdown, a closed terminal: each means an orderly stop. Heard to the very end, so that a second,
 * impatient Ctrl-C does not leave the servers behind. A terminal that is gone takes no words: that must not be fatal.
 */
function hearSignals(): { readonly heard: Promise<void>; forget(): void } {
  let hear: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const ignore = () => undefined;
  for (const signal of STOP_SIGNALS) process.on(signal, hear);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignore);
  return {
    heard,
    forget() {
      for (const signal of STOP_SIGNALS) process.off(signal, hear);
    },
  };
}

async function startAll(
  settings: Settings,
  { port, today, environment }: StartOptions,
  say: Say,
  undo: { readonly name: string; stop(): Promise<unknown> }[],
): Promise<Promise<VekhaError>[]> {
  const gaveUp: Promise<VekhaError>[] = [];
  const keep = <P extends EmbeddedPart>(name: string, part: Supervised<P>): P => {
    undo.push({ name, stop: () => part.stop() });
    gaveUp.push(part.gaveUp);
    return part.current();
  };
  const databaseUrl = settings.databaseUrl ?? keep('база', await supervisedPostgres(settings, say)).url;
  const temporal =
    settings.temporal ?? embeddedTemporal(keep('Temporal', await supervisedTemporal(settings, say)).address);
  const smtpUrl = settings.smtpUrl ?? (await caughtMail(settings, say, undo));
  const store = openStore(databaseUrl);
  try {
    const applied = await migrate(store);
    if (applied.length > 0) say.line(`База: применены изменения ${applied.join(', ')}`);
    if (today !== null) await setToday(store, today, { utcOffsetMinutes: settings.utcOffsetMinutes });
    const clockOffsetMs = await clockOffset(store);
    keep(
      'исполнитель',
      await supervisedWorker(settings, workerEnvironment(environment, { databaseUrl, temporal, smtpUrl }), say),
    );
    const connected = await connectClient(settings, { databaseUrl, temporal, smtpUrl, clockOffsetMs });
    await ensureProcesses(connected.deps);
    await connected.close();
  } finally {
    await store.close();
  }
  if (port !== null) await openReadyz(port, databaseUrl, undo);
  return gaveUp;
}

function supervisedPostgres(settings: Settings, say: Say) {
  const base = { dir: postgresDir(settings), say, ...postgresSearch(settings) };
  return supervise<PostgresPart>((port) => startPostgres({ ...base, port }), { say });
}

function supervisedTemporal(settings: Settings, say: Say) {
  const base = { dir: temporalDir(settings), say, namespace: EMBEDDED_NAMESPACE, ...temporalSearch(settings) };
  return supervise<TemporalPart>((port) => startTemporal({ ...base, port }), { say });
}

function supervisedWorker(settings: Settings, environment: Record<string, string | undefined>, say: Say) {
  return supervise(() => startWorkerPart({ dataDir: settings.dataDir, environment }), { say });
}

async function caughtMail(
  settings: Settings,
  say: Say,
  undo: { readonly name: string; stop(): Promise<unknown> }[],
): Promise<string> {
  const catcher = await startCatcher({ dir: mailDir(settings), say });
  undo.push({ name: 'почта', stop: () => catcher.stop() });
  say.line(`Почтовый сервер не задан (SMTP_URL): письма никуда не уходят и лежат в ${mailDir(settings)}`);
  return catcher.url;
}

/** The worker is told where everything is by the same variables that a person would set. */
function workerEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  place: { databaseUrl: string; temporal: TemporalPlace; smtpUrl: string },
): Record<string, string | undefined> {
  return {
    ...environment,
    DATABASE_URL: place.databaseUrl,
    TEMPORAL_ADDRESS: place.temporal.connection.address,
    TEMPORAL_NAMESPACE: place.temporal.namespace,
    SMTP_URL: place.smtpUrl,
  };
}

/** 200 while the database answers; for the operator's own watch. */
async function openReadyz(
  port: number,
  databaseUrl: string,
  undo: { readonly name: string; stop(): Promise<unknown> }[],
): Promise<void> {
  const store = openStore(databaseUrl);
  const server: Server = createServer((request, response) => {
    if (request.url !== '/readyz') {
      response.writeHead(404).end();
      return;
    }
    clockOffset(store).then(
      () => response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('готова\n'),
      () => response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end('база не отвечает\n'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new VekhaError('embedded.start_failed', `Порт ${port} занят: укажите другой ключом --port.`)),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  undo.push({
    name: 'readyz',
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  });
}
