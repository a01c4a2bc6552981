/**
 * The guard beside the reading, in a thread of its own, as the reading may never let go of its own. Ends the whole process
 * when it takes more memory than it may: the limit of V8 does not count bytes outside its heap. Ends it also when its time
 * is long over, for nobody else would if the program that asked had died.
 */
import { workerData } from 'node:worker_threads';
import type { ReadingLimits } from './messages.js';

const { memoryMb, timeMs } = workerData as ReadingLimits;
const LOOK_EVERY_MS = 50;

setInterval(() => {
  if (process.memoryUsage.rss() > memoryMb * 1024 * 1024) end();
}, LOOK_EVERY_MS);
setTimeout(end, 2 * timeMs);

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
