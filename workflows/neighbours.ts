/** A word from one process to another. One that has ended hears nothing, and that is no failure: its acts are in the store. */
import { getExternalWorkflowHandle, log } from '@temporalio/workflow';

export async function signalNeighbour(workflowId: string, name: string, args: unknown[]): Promise<void> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(name, ...args);
  } catch {
    log.info('a neighbouring process has ended and did not hear', { workflowId, name });
  }
}
