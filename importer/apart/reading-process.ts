/**
 * The process in which one file from outside is read. Runs compiled, gets the file, answers and is ended. Has no
 * environment, touches no disk and no network.
 */
import { Worker } from 'node:worker_threads';
import { VekhaError } from '#domain/errors';
import { readOrder } from '../read-order.js';
import type { ReadingAnswer, ReadingTask } from './messages.js';

const [memoryMb, timeMs] = process.argv.slice(2).map(Number);
new Worker(new URL('./reading-guard.js', import.meta.url), { workerData: { memoryMb, timeMs } }).unref();

process.once('message', ({ bytes, options }: ReadingTask) => {
  void readOrder(bytes, options)
    .then((reading): ReadingAnswer => ({ type: 'read', reading }), refusal)
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

function refusal(error: unknown): ReadingAnswer {
  if (!(error instanceof VekhaError)) return { type: 'failed', message: String(error) };
  return { type: 'refused', code: error.code, message: error.message, facts: error.facts };
}
