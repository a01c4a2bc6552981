/** Bare Temporal on the very server that our installation runs on: what is measured beside us, in the same minutes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import type { Watched } from '../report/processes.js';
import { timed } from '../report/timed.js';
import { BARE_QUEUE, BARE_UPDATE, BARE_WORKFLOW } from './bare-names.js';
import type { Installation } from './installation.js';

export interface Bare {
  readonly process: Watched;
  /** Starts a workflow for each id. @returns milliseconds until all were acknowledged */
  start(ids: readonly string[], inFlight: number, dueAt?: number): Promise<number>;
  update(id: string): Promise<void>;
}

const FAR_MS = 100 * 24 * 3_600_000;

export async function withBare<T>(vekha: Installation, work: (bare: Bare) => Promise<T>): Promise<T> {
  const { temporal: place, deps } = vekha;
  const path = fileURLToPath(new URL('bare-worker.js', import.meta.url));
  const child = fork(path, [place.connection.address, place.namespace], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  try {
    const ready = await Promise.race([once(child, 'message').then(() => true), exited.then(() => false)]);
    if (!ready) throw new Error('the bare worker did not start');
    return await work({ process: { name: 'bare worker', pid: child.pid ?? 0 }, ...bareClient(deps.temporal) });
  } finally {
    child.kill('SIGTERM');
    await exited;
  }
}

function bareClient(temporal: Client): Omit<Bare, 'process'> {
  return {
    async start(ids, inFlight, dueAt = Date.now() + FAR_MS) {
      const began = performance.now();
      await timed(ids, inFlight, (workflowId) =>
        temporal.workflow.start(BARE_WORKFLOW, { workflowId, taskQueue: BARE_QUEUE, args: [dueAt] }),
      );
      return performance.now() - began;
    },
    async update(id) {
      await temporal.workflow.getHandle(id).executeUpdate(BARE_UPDATE);
    },
  };
}
