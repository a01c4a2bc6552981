/** Why an act is not done: a code for programs and one Russian sentence. Travels through Temporal as the type and message of a failure. */
import type { ErrorCode } from './errors.js';

export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

export function refusal(code: ErrorCode, message: string): Refusal {
  return { code, message };
}
