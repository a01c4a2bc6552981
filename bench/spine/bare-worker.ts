/** A worker process for the bare workflow, beside ours: the same SDK, the same sticky time-out, no database. */
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { BARE_QUEUE, type BareActivities } from './bare-names.js';

const [address = '', namespace = ''] = process.argv.slice(2);

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const connection = await NativeConnection.connect({ address });
const activities: BareActivities = { touch: () => Promise.resolve() };
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue: BARE_QUEUE,
  workflowsPath: fileURLToPath(new URL('bare-workflow.js', import.meta.url)),
  activities,
  stickyQueueScheduleToStartTimeout: '60s',
});
const stop = () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.once('SIGTERM', stop);
process.once('disconnect', stop); // the bench is gone: nobody would stop this process otherwise
process.send?.('ready');
await worker.run();
await connection.close();
if (process.connected) process.disconnect();
