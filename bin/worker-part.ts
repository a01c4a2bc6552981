/** The worker process as a part that is supervised like the servers: started, watched, stopped, its log in a file. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import type { EmbeddedPart, ExitReason } from '#embedded';
import { compiled } from './package-root.js';

const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 15_000;

export async function startWorkerPart(options: {
  readonly dataDir: string;
  /** What the process finds in its environment; holds secrets, so it is never printed. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<EmbeddedPart> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const logFile = join(options.dataDir, 'worker.log');
  // Detached: Ctrl-C reaches the supervisor alone, which then stops the parts in their order.
  const child = fork(compiled('bin/worker-process.js'), [], {
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
    throw new VekhaError('embedded.start_failed', `Исполнитель процессов не запустился: причина в файле ${logFile}.`);
  }
  return {
    name: 'исполнитель процессов',
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
