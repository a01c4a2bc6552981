/** When a process continues as new: when the server advises it, or past a limit that tests inject (0: none). */
import { workflowInfo } from '@temporalio/workflow';

export function isHistoryLong(limit: number): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (limit > 0 && historyLength > limit);
}
