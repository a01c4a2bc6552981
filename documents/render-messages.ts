/** What passes between the renderer and its thread. Plain values only: they are copied, never shared. */
import type { ErrorCode, ErrorFacts } from '#domain/errors';
import type { RenderedDocument, RenderOptions } from './render.js';
import type { TemplateSet } from './template-tree.js';

export interface ThreadStart {
  /** Where the evaluation stands: number of the file (`filesOf`), line, column. Written by the thread, read when it is late. */
  readonly place: Int32Array;
}

export interface RenderOrder {
  /** Null: the set of the order before. */
  readonly set: TemplateSet | null;
  readonly kind: string;
  readonly data: unknown;
  readonly options: RenderOptions;
}

export type RenderNews =
  | { readonly type: 'ready' }
  | { readonly type: 'evaluated' }
  | { readonly type: 'done'; readonly document: RenderedDocument }
  | { readonly type: 'refused'; readonly code: ErrorCode; readonly message: string; readonly facts: ErrorFacts }
  | { readonly type: 'failed'; readonly error: unknown };

/** The files of a set, in an order that both sides know. */
export function filesOf({ templates, partials, letterheads = new Map() }: TemplateSet): readonly string[] {
  return [...templates.values(), ...partials.values(), ...letterheads.values()].map(({ file }) => file);
}
