/**
 * The one error that people are shown. The code is for programs, the sentence for people, the facts for the log.
 * A new code does not compile until `activities/failures.ts` says whether a retry can help.
 */
export type ErrorCode =
  | 'input.empty'
  | 'input.too_large'
  | 'input.not_an_order'
  | 'input.damaged'
  | 'input.forbidden_content'
  | 'input.needs_office'
  | 'input.time_limit'
  | 'order.no_table'
  | 'order.no_deadline_column'
  | 'order.no_such_plan'
  | 'date.unreadable'
  | 'calendar.gap'
  | 'officials.unreadable'
  | 'official.unknown'
  | 'official.no_address'
  | 'official.ambiguous'
  | 'party.unassigned'
  | 'party.unknown'
  | 'roadmap.unknown'
  | 'roadmap.exists'
  | 'roadmap.already_launched'
  | 'roadmap.not_ready'
  | 'roadmap.late'
  | 'edition.other_order'
  | 'edition.unnamed'
  | 'edition.known'
  | 'edition.stale'
  | 'edition.unfinished'
  | 'item.unknown'
  | 'item.closed'
  | 'item.wrong_state'
  | 'document.unknown'
  | 'document.wrong_state'
  | 'document.stale_version'
  | 'document.fields_missing'
  | 'document.number_taken'
  | 'document.output_limit'
  | 'document.time_limit'
  | 'document.data_invalid'
  | 'draft.unfit'
  | 'table.unreadable'
  | 'printing.missing'
  | 'printing.failed'
  | 'printing.time_limit'
  | 'permission.denied'
  | 'act.invalid'
  | 'template.invalid'
  | 'template.unknown'
  | 'mail.bad_address'
  | 'mail.rejected'
  | 'mail.unavailable'
  | 'mail.unanswered'
  | 'store.unavailable'
  | 'store.busy'
  | 'store.conflict'
  | 'engine.unavailable'
  | 'embedded.binary_missing'
  | 'embedded.start_failed'
  | 'run.interrupted'
  | 'settings.invalid'
  | 'usage.invalid';

/** Details for programs and the log; never names, addresses or other personal data. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export class VekhaError extends Error {
  override readonly name = 'VekhaError';

  /**
   * @param code what went wrong, for programs
   * @param message Russian, one sentence: what is wrong, where, what to do
   * @param facts details for the log
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(message);
  }
}
