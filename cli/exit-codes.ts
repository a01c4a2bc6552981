/** What the exit code says, for every refusal there is: a new `ErrorCode` does not compile until it is placed here. */
import { VekhaError, type ErrorCode } from '#domain/errors';

/** 0 done · 1 failed · 2 wrong use · 3 refused, or a person must look. */
export type ExitCode = 0 | 1 | 2 | 3;

export const DONE = 0;
const FAILED = 1;
export const WRONG_USE = 2;
export const LOOK = 3;

const EXIT_CODES: Readonly<Record<ErrorCode, 1 | 2 | 3>> = {
  'input.empty': LOOK,
  'input.too_large': LOOK,
  'input.not_an_order': LOOK,
  'input.damaged': LOOK,
  'input.forbidden_content': LOOK,
  'input.needs_office': LOOK,
  'input.time_limit': LOOK,
  'order.no_table': LOOK,
  'order.no_deadline_column': LOOK,
  'order.no_such_plan': WRONG_USE,
  'date.unreadable': WRONG_USE,
  'calendar.gap': LOOK,
  'officials.unreadable': LOOK,
  'official.unknown': LOOK,
  'official.no_address': LOOK,
  'official.ambiguous': LOOK,
  'party.unassigned': LOOK,
  'party.unknown': LOOK,
  'roadmap.unknown': LOOK,
  'roadmap.exists': LOOK,
  'roadmap.already_launched': LOOK,
  'roadmap.not_ready': LOOK,
  'roadmap.late': LOOK,
  'edition.other_order': LOOK,
  'edition.unnamed': LOOK,
  'edition.known': LOOK,
  'edition.stale': LOOK,
  'edition.unfinished': LOOK,
  'item.unknown': LOOK,
  'item.closed': LOOK,
  'item.wrong_state': LOOK,
  'document.unknown': LOOK,
  'document.wrong_state': LOOK,
  'document.stale_version': LOOK,
  'document.fields_missing': LOOK,
  'document.number_taken': LOOK,
  'document.output_limit': LOOK,
  'document.time_limit': FAILED,
  'document.data_invalid': LOOK,
  'draft.unfit': LOOK,
  'table.unreadable': LOOK,
  'printing.missing': FAILED,
  'printing.failed': FAILED,
  'printing.time_limit': FAILED,
  'permission.denied': LOOK,
  'act.invalid': LOOK,
  'template.invalid': FAILED,
  'template.unknown': WRONG_USE,
  'mail.bad_address': LOOK,
  'mail.rejected': FAILED,
  'mail.unavailable': FAILED,
  'mail.unanswered': FAILED,
  'store.unavailable': FAILED,
  'store.busy': FAILED,
  'store.conflict': FAILED,
  'engine.unavailable': FAILED,
  'embedded.binary_missing': FAILED,
  'embedded.start_failed': FAILED,
  'run.interrupted': FAILED,
  'settings.invalid': WRONG_USE,
  'usage.invalid': WRONG_USE,
};

/** An error of another class was not foreseen: the command has failed. */
export function exitCodeOf(error: unknown): 1 | 2 | 3 {
  return error instanceof VekhaError ? EXIT_CODES[error.code] : FAILED;
}
