/** What passes between the program and the process that reads a file for it. Plain values only: they are copied, never shared. */
import type { ErrorCode, ErrorFacts } from '#domain/errors';
import type { TracedReading } from '../order-of-blocks.js';
import type { ReadOptions } from '../read-order.js';

export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

export type ReadingAnswer =
  | { readonly type: 'read'; readonly reading: TracedReading }
  | { readonly type: 'refused'; readonly code: ErrorCode; readonly message: string; readonly facts: ErrorFacts }
  | { readonly type: 'failed'; readonly message: string };

/** What the process is told on its command line. */
export interface ReadingLimits {
  readonly memoryMb: number;
  readonly timeMs: number;
}
