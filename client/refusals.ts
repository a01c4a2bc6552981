/** From Temporal's answers to ours: a refused Update is a `VekhaError` with the code and the sentence it was refused with. */
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { VekhaError, type ErrorCode } from '#domain/errors';

/**
 * @param ended the refusal when the process has ended meanwhile
 * @throws VekhaError in the place of whatever Temporal threw
 */
export async function answered<T>(act: Promise<T>, ended: VekhaError): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw asVekhaError(error, ended);
  }
}

function asVekhaError(error: unknown, ended: VekhaError): unknown {
  if (error instanceof VekhaError) return error;
  const refused = refusalIn(error);
  if (refused !== null) return refused;
  if (error instanceof WorkflowNotFoundError) return ended;
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
    return new VekhaError(
      'engine.unavailable',
      'Ответа нет: исполнитель процессов не отвечает. Действие может быть выполнено, когда он заработает: проверьте командой show, прежде чем повторять.',
    );
  }
  if (isGrpcServiceError(error)) {
    return new VekhaError(
      'engine.unavailable',
      'Исполнение сейчас недоступно: Temporal не отвечает. Повторите действие; если оно уже записано, второй раз его не будет.',
    );
  }
  return error;
}

/** The innermost typed failure: an activity's refusal comes wrapped. */
function refusalIn(error: unknown): VekhaError | null {
  let found: VekhaError | null = null;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof WorkflowUpdateFailedError) continue;
    if (cause instanceof ApplicationFailure && typeof cause.type === 'string' && cause.type.includes('.')) {
      found = new VekhaError(cause.type as ErrorCode, cause.message);
    }
  }
  return found;
}
