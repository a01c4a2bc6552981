/** A refusal as Temporal carries it: type = code, message = the sentence. A plain Error would fail the workflow task. */
import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '#domain/refusal';

/** @throws ApplicationFailure, never retried, when there is a refusal */
export function refuse(refused: Refusal | null): void {
  if (refused === null) return;
  throw ApplicationFailure.create({ type: refused.code, message: refused.message, nonRetryable: true });
}
