/**
 * Data that somebody typed for a template: dotted names are opened, and names that the template never asks for are found.
 * Pure.
 */
import { VekhaError } from '#domain/errors';
import type { TemplateField } from './field-catalogue.js';
import { isRecord } from '#domain/json-source';

type Values = Record<string, unknown>;

/**
 * `{"карта.код": "А"}` → `{карта: {код: "А"}}`; what is nested already stays.
 * @throws VekhaError 'document.data_invalid' that names every clash: a name that is a value and a group at once
 */
export function openNames(data: Readonly<Record<string, unknown>>): Values {
  const opened: Values = {};
  const clashes: string[] = [];
  for (const [name, value] of Object.entries(data)) put(opened, name.split('.'), value, name, clashes);
  if (clashes.length === 0) return opened;
  const faults = clashes.map((name) => `«${name}» – и значение, и группа полей`);
  throw new VekhaError('document.data_invalid', `Данные не подходят к шаблону: ${faults.join('; ')}.`, { faults });
}

function put(into: Values, path: readonly string[], value: unknown, name: string, clashes: string[]): void {
  const [first = '', ...rest] = path;
  const there: unknown = Object.hasOwn(into, first) ? into[first] : undefined;
  const group = isRecord(value) ? value : null;
  if (rest.length === 0 && group === null) {
    if (there !== undefined) clashes.push(name);
    else define(into, first, value);
    return;
  }
  if (there !== undefined && !isRecord(there)) {
    clashes.push(name);
    return;
  }
  const inner = there ?? {};
  define(into, first, inner);
  if (rest.length > 0) put(inner, rest, value, name, clashes);
  else
    for (const [key, each] of Object.entries(group ?? {})) put(inner, key.split('.'), each, `${name}.${key}`, clashes);
}

/** A name like `__proto__` is a field like any other. */
function define(into: Values, key: string, value: unknown): void {
  Object.defineProperty(into, key, { value, enumerable: true, writable: true, configurable: true });
}

/** Paths of values that the template never asks for, elements of lists written `[]`: mostly misspelt names. */
export function unusedNames(data: unknown, fields: readonly TemplateField[]): readonly string[] {
  const known = new Set(fields.map(({ path }) => path));
  const unused = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (path !== '' && known.has(path) && !isRecord(value) && !Array.isArray(value)) return;
    if (Array.isArray(value)) {
      if (!known.has(path)) unused.add(path);
      else for (const each of value) if (typeof each === 'object' && each !== null) walk(each, `${path}[]`);
    } else if (isRecord(value)) {
      for (const [key, each] of Object.entries(value)) walk(each, path === '' ? key : `${path}.${key}`);
    } else unused.add(path);
  };
  walk(data, '');
  return [...unused];
}
