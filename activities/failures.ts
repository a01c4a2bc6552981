/**
 * From our errors to Temporal's: which a retry can mend and which not. `Record` over the codes, so a new code does not
 * compile until it is placed. Anything that is not ours (a lost connection, a bug) is retried.
 */
import { ApplicationFailure } from '@temporalio/common';
import { VekhaError, type ErrorCode } from '#domain/errors';

type Outcome = 'retry' | 'permanent';

const OUTCOMES: Readonly<Record<ErrorCode, Outcome>> = {
  'input.empty': 'permanent',
  'input.too_large': 'permanent',
  'input.not_an_order': 'permanent',
  'input.damaged': 'permanent',
  'input.forbidden_content': 'permanent',
  'input.needs_office': 'permanent',
  'input.time_limit': 'permanent',
  'order.no_table': 'permanent',
  'order.no_deadline_column': 'permanent',
  'order.no_such_plan': 'permanent',
  'date.unreadable': 'permanent',
  'calendar.gap': 'permanent',
  'officials.unreadable': 'permanent',
  'official.unknown': 'permanent',
  'official.no_address': 'permanent',
  'official.ambiguous': 'permanent',
  'party.unassigned': 'permanent',
  'party.unknown': 'permanent',
  'roadmap.unknown': 'permanent',
  'roadmap.exists': 'permanent',
  'roadmap.already_launched': 'permanent',
  'roadmap.late': 'permanent',
  'roadmap.not_ready': 'retry', // the launch that starts the process commits a moment later
  'edition.other_order': 'permanent',
  'edition.unnamed': 'permanent',
  'edition.known': 'permanent',
  'edition.stale': 'permanent',
  'edition.unfinished': 'permanent',
  'item.unknown': 'permanent',
  'item.closed': 'permanent',
  'item.wrong_state': 'permanent',
  'document.unknown': 'permanent',
  'document.wrong_state': 'permanent',
  'document.stale_version': 'permanent',
  'document.fields_missing': 'permanent',
  'document.number_taken': 'permanent',
  'document.output_limit': 'permanent',
  'document.time_limit': 'retry', // the clock depends on how busy the machine is; the budget does not
  'document.data_invalid': 'permanent',
  'draft.unfit': 'permanent',
  'table.unreadable': 'permanent',
  'printing.missing': 'permanent',
  'printing.failed': 'permanent',
  'printing.time_limit': 'retry', // depends on how busy the machine is
  'permission.denied': 'permanent',
  'act.invalid': 'permanent',
  'template.invalid': 'permanent',
  'template.unknown': 'permanent',
  'mail.bad_address': 'permanent',
  'mail.rejected': 'permanent',
  'mail.unavailable': 'retry',
  'mail.unanswered': 'retry', // it may have been taken: the next attempt counts as a repeat
  'store.unavailable': 'retry',
  'store.busy': 'retry', // deadlocks and serialization failures: the same write may pass a moment later
  'store.conflict': 'permanent', // a constraint refuses the same row every time
  'engine.unavailable': 'retry',
  'embedded.binary_missing': 'permanent',
  'embedded.start_failed': 'retry',
  'run.interrupted': 'permanent',
  'settings.invalid': 'permanent',
  'usage.invalid': 'permanent',
};

/** Whether the same work may succeed later: an outage, a crowd, or something that is not ours. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof VekhaError) || OUTCOMES[error.code] === 'retry';
}

/** Wraps every activity of a set so that our errors arrive as typed failures. */
export function withTypedFailures<Set extends object>(activities: Set): Set {
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (activity as (...given: unknown[]) => Promise<unknown>)(...args);
      } catch (error) {
        throw asFailure(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Set;
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof VekhaError)) return error;
  return ApplicationFailure.create({
    type: error.code,
    message: error.message,
    nonRetryable: !isWorthRetrying(error),
  });
}
