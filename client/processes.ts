/** The processes that must run whenever the product runs: the mailroom, and every roadmap that the store calls running. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { roadmaps } from '#store';
import { MAILROOM_ID } from '#workflows/messages/ids';
import { newMailroom } from '#workflows/messages/mailroom';
import { MAIN_QUEUE } from '#workflows/messages/queues';
import type { ClientDeps } from './deps.js';
import { startRoadmap } from './launch.js';
import { ensureSearchAttributes } from './search-attributes.js';

/** Harmless to repeat: a process that is there is left alone. */
export async function ensureProcesses(deps: ClientDeps): Promise<void> {
  await ensureSearchAttributes(deps.temporal);
  await ensureMailroom(deps);
  for (const { code, state } of await roadmaps(deps.store.db)) {
    if (state !== 'running') continue;
    const { clockOffsetMs, zone, historyLimit } = deps;
    await startRoadmap(deps, { code, clockOffsetMs, zone, open: null, handled: [], historyLimit });
  }
}

async function ensureMailroom({ temporal, clockOffsetMs, historyLimit }: ClientDeps): Promise<void> {
  try {
    await temporal.workflow.start('mailroom', {
      workflowId: MAILROOM_ID,
      taskQueue: MAIN_QUEUE,
      args: [newMailroom({ clockOffsetMs, historyLimit })],
      staticSummary: 'Экспедиция: отправка почты',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
