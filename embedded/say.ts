/**
 * How embedded parts speak to the person who started them: finished Russian lines and a progress figure.
 * Runs anywhere; never writes to the terminal itself, the door that was opened decides where lines go.
 */
export interface Say {
  /** One finished sentence or phrase in Russian, without a line break. */
  line(text: string): void;
  /**
   * @param label what is being done, in Russian
   * @param done bytes so far
   * @param total bytes in all, or null when nobody told us
   */
  progress(label: string, done: number, total: number | null): void;
}

/** For callers who want to hear nothing. */
export const silent: Say = { line: () => undefined, progress: () => undefined };

/** «0,8 с»: elapsed time with one decimal. @param ms milliseconds */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} с`;
}

/** «44,5 МБ»: decimal megabytes with one decimal. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} МБ`;
}
