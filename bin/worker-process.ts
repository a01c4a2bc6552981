/**
 * A worker as a process of its own: everything it needs comes from the environment, so any number may run beside each
 * other, here or on other machines. Killed at any moment it loses nothing; its supervisor, or Temporal, goes on.
 */
import { NativeConnection, Runtime, DefaultLogger } from '@temporalio/worker';
import { VekhaError } from '#domain/errors';
import { appendixSheets, createPrinter, sightOffice, type Printer } from '#printing';
import { migrate, openStore } from '#store';
import { startWorkers } from '#worker';
import { clockOffset } from './clock.js';
import { activityDeps } from './compose.js';
import { printingSearch } from './programs.js';
import { readSettings, type Settings } from './settings.js';

/** Longer than the workers' own grace for running activities: past it something hangs. */
const LINGER_MS = 15_000;

/** Of LibreOffice: a draft that waits for its number of sheets longer goes on without. */
const SHORT = { startMs: 30_000, documentMs: 5_000 };

async function main(): Promise<void> {
  const orphaned = supervisorGone();
  const settings = readSettings(process.env);
  const { databaseUrl, temporal, smtpUrl } = settings;
  if (databaseUrl === null || temporal === null || smtpUrl === null) {
    throw new VekhaError('settings.invalid', 'Исполнителю нужны DATABASE_URL, TEMPORAL_ADDRESS и SMTP_URL.');
  }
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => log(level.toLowerCase(), message)),
    shutdownSignals: [],
  });
  const store = openStore(databaseUrl);
  await migrate(store);
  const place = { smtpUrl, clockOffsetMs: await clockOffset(store) };
  const printer = createPrinter({ ...printingSearch(settings), ...SHORT });
  const says = {
    info: (message: string, facts?: Facts) => log('info', message, facts),
    warn: (message: string, facts?: Facts) => log('warn', message, facts),
  };
  const activities = await activityDeps(settings, place, store, says, sheetCounter(settings, printer));
  const connection = await NativeConnection.connect(temporal.connection);
  const workers = await startWorkers({
    connection,
    namespace: temporal.namespace,
    activities,
  });
  const stop = () => void workers.stop();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  void orphaned.then(stop);
  process.send?.('ready');
  await workers.done;
  await printer.close();
  activities.mail.sender.close();
  await connection.close();
  await store.close();
  if (process.connected) process.disconnect();
}

/**
 * Resolves when the supervisor that started this process is gone. Nobody would stop it then, so it ends itself even while
 * it is still starting or when an activity never returns. Never resolves for a worker that was started by hand.
 */
function supervisorGone(): Promise<void> {
  return new Promise((resolve) => {
    process.once('disconnect', () => {
      setTimeout(() => process.exit(1), LINGER_MS).unref();
      resolve();
    });
  });
}

/** Looked for once: a worker started before LibreOffice was installed counts after its next start. */
function sheetCounter(settings: Settings, printer: Printer): ((docx: Uint8Array) => Promise<number | null>) | null {
  try {
    sightOffice(printingSearch(settings));
    return (docx) => appendixSheets(printer, docx);
  } catch (error) {
    if (error instanceof VekhaError) return null;
    throw error;
  }
}

type Facts = Readonly<Record<string, unknown>>;

/** One JSON object a line; ids and codes only, never names or addresses. */
function log(level: string, message: string, facts: Facts = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`);
}

main().catch((error: unknown) => {
  log('error', error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
  process.exit();
});
