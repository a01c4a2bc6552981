/**
 * Where a template looks for a field: a chain of contexts over plain data. Only own properties of plain objects and
 * lists are ever read, so nothing of a prototype can be reached from a template or from data.
 */
import type { LoopValue, PathExpression } from './template-tree.js';

export interface Scope {
  readonly value: unknown;
  /** Where this value stands in the data: `организации[2]`; empty for the whole. */
  readonly path: string;
  readonly parent: Scope | null;
  /** False for a scope that only adds names: `../` steps over it. */
  readonly level: boolean;
  /** Block parameters and named arguments of a partial. */
  readonly names: ReadonlyMap<string, Found> | null;
  readonly loop: Readonly<Record<LoopValue, unknown>> | null;
}

export interface Found {
  readonly value: unknown;
  readonly path: string;
}

export function rootScope(data: unknown): Scope {
  return { value: data, path: '', parent: null, level: true, names: null, loop: null };
}

export function innerScope(parent: Scope, found: Found, names: Scope['names'], loop: Scope['loop'] = null): Scope {
  return { value: found.value, path: found.path, parent, level: true, names, loop };
}

export function namedScope(parent: Scope, names: ReadonlyMap<string, Found>): Scope {
  return { value: parent.value, path: parent.path, parent, level: false, names, loop: null };
}

/** Undefined, null, an empty or blank text, an empty list: what a clerk calls "not filled in". */
export function isMissing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

export function look(scope: Scope, path: PathExpression): Found {
  const start = climb(scope, path.up);
  const [first, ...rest] = path.parts;
  const named = first === undefined || (path.scoped && path.up === 0) ? undefined : nameIn(start, first);
  return named === undefined ? follow({ value: start.value, path: start.path }, path.parts) : follow(named, rest);
}

export function loopValue(scope: Scope, name: LoopValue): unknown {
  for (let s: Scope | null = scope; s !== null; s = s.parent) if (s.loop !== null) return s.loop[name];
  return undefined;
}

/** The `index`-th element of a list. */
export function elementOf(list: Found, index: number): Found {
  return {
    value: Array.isArray(list.value) ? (list.value as unknown[])[index] : undefined,
    path: `${list.path}[${index}]`,
  };
}

/** `up` contexts higher; scopes that only add names do not count. */
function climb(scope: Scope, up: number): Scope {
  let s = scope;
  let left = up;
  while (left > 0 && s.parent !== null) {
    if (s.level) left -= 1;
    s = s.parent;
  }
  return s;
}

function nameIn(scope: Scope, name: string): Found | undefined {
  for (let s: Scope | null = scope; s !== null; s = s.parent) {
    const found = s.names?.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function follow(from: Found, parts: readonly string[]): Found {
  return parts.reduce<Found>(({ value, path }, part) => ({ value: own(value, part), path: join(path, part) }), from);
}

function join(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`;
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !isPlain(value) || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** Also true for a plain object of another realm: its prototype is the end of its chain. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}
