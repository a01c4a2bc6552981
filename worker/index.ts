/** The worker processes: one for the workflows and their activities, one for mail with its own rate. Holds no rules. */
import { type NativeConnection, Worker } from '@temporalio/worker';
import { createActivities, type ActivityDeps } from '#activities';
import { MAIL_QUEUE, MAIN_QUEUE } from '#workflows/messages/queues';
import { readBundle } from './bundle.js';

export { readBundle, WORKFLOW_NAMES } from './bundle.js';

export interface WorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: ActivityDeps;
  /** Cached workflows; 0 replays every task from its history, which tests use to prove determinism. */
  readonly maxCachedWorkflows?: number;
}

export interface RunningWorkers {
  /** Rejects when a worker fails; resolves after `stop`. */
  readonly done: Promise<void>;
  /** Lets running activities finish, then ends. */
  stop(): Promise<void>;
}

/**
 * The sticky time-out is six times the default: two thousand timers due at one instant took 41 s with 10 s, 25 s with 60 s.
 */
const STICKY_TIMEOUT = '60s';

export async function startWorkers(options: WorkerOptions): Promise<RunningWorkers> {
  const { connection, namespace } = options;
  const activities = createActivities(options.activities);
  const { sendMails, ...others } = activities;
  const main = await Worker.create({
    connection,
    namespace,
    taskQueue: MAIN_QUEUE,
    workflowBundle: { code: await readBundle() },
    activities: others,
    stickyQueueScheduleToStartTimeout: STICKY_TIMEOUT,
    shutdownGraceTime: '10s',
    ...(options.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: options.maxCachedWorkflows }),
  });
  const mail = await Worker.create({
    connection,
    namespace,
    taskQueue: MAIL_QUEUE,
    activities: { sendMails },
    maxConcurrentActivityTaskExecutions: 2,
    shutdownGraceTime: '10s',
  });
  const runs = [main.run(), mail.run()];
  const done = Promise.all(runs).then(() => undefined);
  done.catch(() => undefined); // whoever awaits `done` hears of it; nobody may, and that must not kill the process
  return {
    done,
    async stop() {
      for (const worker of [main, mail]) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled(runs);
    },
  };
}
