/** The cure for a mistyped word. */
import { nearest } from '#domain/nearest';

/** @returns undefined when nothing known is near: a wild guess would only mislead */
export function guess(word: string, known: readonly string[], slips?: number): string | undefined {
  const near = nearest(word, known, slips);
  return near === null ? undefined : `возможно, «${near}»`;
}
