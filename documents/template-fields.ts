/** The fields that a template mentions, from its tree: what a form asks for and what a catalogue must describe. */
import { VekhaError } from '#domain/errors';
import type { TemplateField } from './field-catalogue.js';
import { elementOf, type Found, innerScope, look, namedScope, rootScope, type Scope } from './scope.js';
import type { Expression, Piece, Place, TemplateSet } from './template-tree.js';
import { VOCABULARY } from './vocabulary.js';

/**
 * Every mention, in reading order, partials included; elements of a list are written `[]`. The same path is listed once
 * for each use (printed, walked over, entered, asked about), at the place where that use comes first.
 * @throws VekhaError 'template.unknown'
 */
export function templateFields(set: TemplateSet, kind: string): TemplateField[] {
  return mentions(set, kind).map(({ path, use, at }) => ({ path, use, line: at.line, template: at.template }));
}

export interface Mention {
  readonly path: string;
  readonly use: TemplateField['use'];
  readonly at: Place;
}

/** The same with the whole place. @throws VekhaError 'template.unknown' */
export function mentions(set: TemplateSet, kind: string): Mention[] {
  const template = set.templates.get(kind);
  if (template === undefined) throw new VekhaError('template.unknown', `Нет шаблона «${kind}».`, { kind });
  const found = new Map<string, Mention>();
  const walk = new FieldWalk(set, (mention) => {
    const key = `${mention.use} ${mention.path}`;
    if (!found.has(key)) found.set(key, mention);
  });
  walk.pieces(set.letterheads?.get(kind)?.fields.pieces ?? [], rootScope(undefined));
  walk.pieces(template.pieces, rootScope(undefined));
  return [...found.values()];
}

class FieldWalk {
  constructor(
    private readonly set: TemplateSet,
    private readonly report: (mention: Mention) => void,
  ) {}

  pieces(pieces: readonly Piece[], scope: Scope): void {
    for (const piece of pieces) this.piece(piece, scope);
  }

  private piece(piece: Piece, scope: Scope): void {
    switch (piece.type) {
      case 'text':
        return;
      case 'value':
        this.mention(piece.expression, scope, 'print');
        return;
      case 'if':
        this.mention(piece.condition, scope, 'condition');
        this.pieces(piece.then, scope);
        this.pieces(piece.otherwise, scope);
        return;
      case 'each':
      case 'with': {
        const over = this.mention(piece.over, scope, piece.type === 'each' ? 'list' : 'scope');
        const inner: Found = piece.type === 'each' ? symbolicElement(over) : over;
        const names = piece.names[0] === undefined ? null : new Map([[piece.names[0], inner]]);
        this.pieces(piece.body, innerScope(scope, inner, names));
        this.pieces(piece.otherwise ?? [], scope);
        return;
      }
      case 'partial': {
        const inner = piece.context === null ? scope : innerScope(scope, look(scope, piece.context), null);
        const named = new Map(piece.named.map(([name, expression]) => [name, this.named(expression, scope)]));
        this.pieces(
          this.set.partials.get(piece.name)?.pieces ?? [],
          named.size === 0 ? inner : namedScope(inner, named),
        );
        return;
      }
      case 'element':
        for (const [name, value] of piece.attributes) {
          const flag = VOCABULARY[piece.tag].attributes[name]?.kind === 'flag';
          for (const part of value) {
            if (flag && part.type === 'value') this.mention(part.expression, scope, 'condition');
            else this.piece(part, scope);
          }
        }
        this.pieces(piece.children, scope);
        return;
    }
  }

  private mention(expression: Expression, scope: Scope, use: TemplateField['use']): Found {
    const nothing: Found = { value: undefined, path: '' };
    if (expression.type === 'call') {
      for (const arg of expression.args) this.mention(arg, scope, use);
      return nothing;
    }
    if (expression.type !== 'path') return nothing;
    const found = look(scope, expression);
    this.tell(found.path, use, expression.at);
    return found;
  }

  /** An argument of a partial is mentioned where the partial uses it. */
  private named(expression: Expression, scope: Scope): Found {
    return expression.type === 'path' ? look(scope, expression) : { value: undefined, path: '' };
  }

  private tell(path: string, use: TemplateField['use'], at: Place): void {
    if (path !== '') this.report({ path, use, at });
  }
}

function symbolicElement(list: Found): Found {
  return { ...elementOf(list, 0), path: `${list.path}[]` };
}
