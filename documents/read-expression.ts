/**
 * What stands between {{ and }}: a field, a helper with arguments, a literal. Everything else is a fault of the author.
 * Reads names only; no value is looked up here.
 */
import { cureOf } from '#domain/nearest';
import { HELPER_NAMES, helperOf, isHelper } from './helpers.js';
import {
  LOOP_VALUES,
  type Expression,
  type Fault,
  type LoopValue,
  type PathExpression,
  type Place,
} from './template-tree.js';

type AstNode = hbs.AST.Node;
type Report = (fault: Fault) => void;

/** Names that lead to the machinery behind an object. `@root` is refused too: a partial would stop being movable. */
const REFUSED_PARTS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '__defineGetter__']);

/** `орган.полное.им` has three parts. */
const MOST_PARTS = 12;

export class ExpressionReader {
  constructor(
    private readonly report: Report,
    private readonly placeOf: (node: AstNode) => Place,
  ) {}

  /** `{{name}}`, `{{helper a b}}`, `(helper a b)` */
  call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): Expression | null {
    const at = this.placeOf(node);
    if (!isPathNode(node.path)) return this.single(node.path, node.params.length, at);
    const name = node.path.original;
    const bare = node.path.parts.length === 1 && node.path.depth === 0 && !node.path.data;
    this.noHash(node.hash, at);
    if (node.params.length === 0 && !(bare && isHelper(name))) return this.value(node.path);
    if (!bare || !isHelper(name)) {
      const cure = cureOf(name, HELPER_NAMES);
      return this.fault(at, `нет функции «${name}»: поле не может иметь аргументов`, cure);
    }
    const helper = helperOf(name);
    const [least, most] = helper.args;
    if (node.params.length < least || node.params.length > most) {
      const wanted = least === most ? String(least) : `от ${least} до ${most}`;
      return this.fault(at, `функция «${name}» ждёт аргументов: ${wanted}, а стоит ${node.params.length}`);
    }
    const args = node.params.map((param) => this.argument(param));
    return args.every((arg) => arg !== null) ? { type: 'call', helper: name, args, at } : null;
  }

  argument(node: AstNode): Expression | null {
    const at = this.placeOf(node);
    if (node.type === 'SubExpression') return this.call(node as hbs.AST.SubExpression);
    if (isPathNode(node)) return this.value(node);
    if (isLiteralNode(node)) return { type: 'literal', value: node.value, at };
    return this.fault(at, 'undefined и null в шаблоне не пишутся: недостающее поле проверяется через {{#if}}');
  }

  /** A field, for `each`, `with` and the context of a partial. */
  path(node: AstNode | undefined, owner: string, at: Place): PathExpression | null {
    const found = node === undefined ? null : this.argument(node);
    if (node === undefined) this.fault(at, `${owner} ждёт имя поля`);
    if (found === null || found.type === 'path') return found;
    return this.fault(at, `${owner} ждёт имя поля, а не выражение`);
  }

  noHash(hash: hbs.AST.Hash | undefined, at: Place): void {
    const key = hash?.pairs[0]?.key;
    if (key !== undefined) this.fault(at, `именованный аргумент «${key}=» допустим только у части {{> …}}`);
  }

  private single(node: AstNode, params: number, at: Place): Expression | null {
    if (params > 0) return this.fault(at, 'вместо имени функции стоит значение');
    return this.argument(node);
  }

  private value(node: hbs.AST.PathExpression): Expression | null {
    const at = this.placeOf(node);
    if (node.data) return this.loop(node, at);
    const refused = node.parts.find((part) => REFUSED_PARTS.has(part));
    if (refused !== undefined) return this.fault(at, `имя «${refused}» в шаблоне запрещено`);
    if (node.parts.length > MOST_PARTS || node.depth > MOST_PARTS) {
      return this.fault(at, `имя поля длиннее ${MOST_PARTS} частей`);
    }
    const scoped = /^(?:this\b|\.)/u.test(node.original);
    return { type: 'path', parts: node.parts, up: node.depth, scoped, at };
  }

  private loop(node: hbs.AST.PathExpression, at: Place): Expression | null {
    const name = node.parts[0] ?? '';
    if (node.parts.length === 1 && node.depth === 0 && isLoopValue(name)) return { type: 'loop', name, at };
    return this.fault(
      at,
      `нет переменной «@${node.parts.join('.')}»: есть ${LOOP_VALUES.map((v) => `@${v}`).join(', ')}`,
    );
  }

  private fault(at: Place, message: string, cure?: string): null {
    this.report({ at, message, ...(cure === undefined ? {} : { cure }) });
    return null;
  }
}

function isPathNode(node: AstNode): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function isLiteralNode(node: AstNode): node is hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral {
  return node.type === 'StringLiteral' || node.type === 'NumberLiteral' || node.type === 'BooleanLiteral';
}

function isLoopValue(name: string): name is LoopValue {
  return (LOOP_VALUES as readonly string[]).includes(name);
}
