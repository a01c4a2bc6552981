/**
 * A template as the engine keeps it: tags, fields and conditions in one tree, read once when the templates are loaded.
 * Values never pass through a parser: they are put into this tree as they are, so no value can become a tag.
 */
import type { BodyLayout } from './layout/body-layout.js';
import type { Letterhead } from './letterhead/letterhead.js';
import type { Tag } from './vocabulary.js';
import type { HelperName } from './helpers.js';

/** Line and column from 1, in the file of that template or partial. */
export interface Place {
  readonly template: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake of a template's author. */
export interface Fault {
  readonly at: Place;
  /** Russian, one sentence without a full stop. */
  readonly message: string;
  /** What to do, where the message does not say it: Russian, without a full stop. */
  readonly cure?: string;
  /** The tree of this file is not what its author meant: what else would be said of it is only an echo. */
  readonly breaks?: true;
}

export interface PathExpression {
  readonly type: 'path';
  /** Empty for `this`. */
  readonly parts: readonly string[];
  /** How many `../` stand before. */
  readonly up: number;
  /** Written as `this`, `this.x` or with `../`: names of block parameters are not looked up. */
  readonly scoped: boolean;
  readonly at: Place;
}

export const LOOP_VALUES = ['index', 'first', 'last', 'номер'] as const;
export type LoopValue = (typeof LOOP_VALUES)[number];

export type Expression =
  | PathExpression
  | { readonly type: 'loop'; readonly name: LoopValue; readonly at: Place }
  | { readonly type: 'literal'; readonly value: string | number | boolean; readonly at: Place }
  | { readonly type: 'call'; readonly helper: HelperName; readonly args: readonly Expression[]; readonly at: Place };

export interface ElementPiece {
  readonly type: 'element';
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, readonly Piece[]>;
  readonly children: readonly Piece[];
  readonly at: Place;
}

interface IfPiece {
  readonly type: 'if';
  readonly condition: Expression;
  readonly negated: boolean;
  readonly then: readonly Piece[];
  readonly otherwise: readonly Piece[];
  readonly at: Place;
}

/** `each` and `with`: `otherwise` is null when the author wrote no `{{else}}`, and then an empty value is a gap. */
export interface ScopePiece {
  readonly type: 'each' | 'with';
  readonly over: PathExpression;
  readonly names: readonly string[];
  readonly body: readonly Piece[];
  readonly otherwise: readonly Piece[] | null;
  readonly at: Place;
}

export interface PartialPiece {
  readonly type: 'partial';
  readonly name: string;
  readonly context: PathExpression | null;
  readonly named: readonly (readonly [string, Expression])[];
  readonly at: Place;
}

export type Piece =
  | { readonly type: 'text'; readonly text: string; readonly at: Place }
  | { readonly type: 'value'; readonly expression: Expression; readonly at: Place }
  | IfPiece
  | ScopePiece
  | PartialPiece
  | ElementPiece;

export interface Template {
  readonly id: string;
  /** For messages: `orders/order-appointment.hbs`. */
  readonly file: string;
  readonly pieces: readonly Piece[];
}

/** Every template and partial of one folder, read and checked. */
export interface TemplateSet {
  readonly templates: ReadonlyMap<string, Template>;
  readonly partials: ReadonlyMap<string, Template>;
  /** Word files on which the documents of a kind are written. */
  readonly letterheads?: ReadonlyMap<string, Letterhead>;
  /** What the body says of the layout; absent: as the standards have it. */
  readonly layout?: BodyLayout;
}

/** `{{орган.полное}}` as the author would name it in a message. */
export function printed(expression: Expression): string {
  switch (expression.type) {
    case 'path':
      return '../'.repeat(expression.up) + (expression.parts.length === 0 ? 'this' : expression.parts.join('.'));
    case 'loop':
      return `@${expression.name}`;
    case 'literal':
      return JSON.stringify(expression.value);
    case 'call':
      return `${expression.helper} …`;
  }
}
