/**
 * The worker process as a part that is supervised like the servers: started, watched, stopped, its log in a file.
 * One launcher per data folder; a worker that a killed launcher left behind is ended first, busy or not.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { VekhaError } from '#domain/errors';
import { claimFolder, endLeftOver, type EmbeddedPart, type ExitReason } from '#embedded';
import { compiled } from './package-root.js';

const PROGRAM = 'bin/worker-process.js';
const NAME = 'исполнитель процессов';
const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 15_000;
/** A left-over worker has lost its supervisor already and was told so; its work is taken up by the next one. */
const LEFT_OVER_GRACE_MS = 5_000;

export async function startWorkerPart(options: {
  readonly dataDir: string;
  /** What the process finds in its environment; holds secrets, so it is never printed. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<EmbeddedPart> {
  const dir = resolve(options.dataDir);
  const logFile = join(dir, 'worker.log');
  const hallmark = ['--data', dir];
  const claim = claimFolder({ name: NAME, dir, stem: 'worker' });
  await endLeftOver([compiled(PROGRAM), ...hallmark], [{ signal: 'SIGTERM', graceMs: LEFT_OVER_GRACE_MS }]);
  // Detached: Ctrl-C reaches the supervisor alone, which then stops the parts in their order.
  const child = fork(compiled(PROGRAM), hallmark, {
    env: options.environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const file = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  let asked = false;
  const exited = new Promise<ExitReason>((resolve) => {
    child.once('exit', (code, signal) => {
      file.end();
      claim.release();
      resolve({ code, signal, asked });
    });
  });
  const ready = await Promise.race([
    once(child, 'message').then(() => true),
    exited.then(() => false),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), READY_WITHIN_MS).unref()),
  ]);
  if (!ready) {
    child.kill('SIGKILL');
    await exited;
    throw new VekhaError('embedded.start_failed', `Исполнитель процессов не запустился: причина в файле ${logFile}.`);
  }
  return {
    name: NAME,
    pid: child.pid ?? null,
    port: null,
    exited,
    async stop() {
      asked = true;
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      await exited;
      clearTimeout(insist);
    },
  };
}
