/**
 * JSON on its way into the database: text that PostgreSQL accepts, and the one canonical form that the journal hashes.
 * Pure. Strings are cleaned of what neither jsonb nor text can hold (U+0000, halves of surrogate pairs).
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Small values beside a row: no nesting, so that a screen can print them as they are. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

declare const brand: unique symbol;
/** JSON text of a `T`: the driver would send a bare array as a PostgreSQL array. */
export type JsonText<T> = string & { readonly [brand]: T };

export function asJson<T>(value: T): JsonText<T> {
  return JSON.stringify(storable(value)) as JsonText<T>;
}

/** The same text for the same data: keys sorted by code unit, no spaces, absent members left out. */
export function canonicalJson(value: unknown): string {
  return canonical(storable(JSON.parse(JSON.stringify(value)) as unknown));
}

const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with U+FFFD in place of what the database cannot hold. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [storableText(key), storable(member)]));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
