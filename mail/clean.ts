/**
 * Values before they reach a template: one line each, no control characters, no marks that turn the reading direction.
 * A template speaks in lines, so a value that cannot make a line cannot make a fact, a heading or a mail header either.
 */

/** A deep copy with every string cleaned; plain values only (objects, arrays, strings, numbers, booleans, null). */
export function cleaned<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}

function oneLine(text: string): string {
  return wellFormed(text)
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** `String.prototype.toWellFormed` is not in the library of our compilation target. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
