/**
 * Reads errors of unknown make. By shape, not by `instanceof`: an error of Node's own may come from another realm.
 */

/** The system's code such as `EEXIST`, or null. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** The message; where an error only wraps another, as `fetch` does, the message of the inner one. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('cause' in error && typeof error.cause === 'object' && error.cause !== null) return messageOf(error.cause);
  return 'message' in error ? String(error.message) : 'неизвестная ошибка';
}
