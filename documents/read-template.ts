/**
 * Handlebars text → tree of pieces, with every fault of its author at its line and column.
 * Handlebars only parses here: nothing is compiled to code and nothing is evaluated. Fields, conditions and partials are
 * woven into the text as marks, so that a strict XML parser can read the tags around them (`read-markup.ts`) and each
 * mark is found again in its place. So a tag that opens in one branch and closes in another is seen before any data is.
 */
import Handlebars from 'handlebars';
import { ExpressionReader } from './read-expression.js';
import { type BlockBuilder, readMarkup, type Woven } from './read-markup.js';
import { Lines, mark, type MarkupState, placeWithin, RESERVED, Skeleton, stateAfter } from './skeleton.js';
import { syntaxFault } from './syntax-faults.js';
import type { Expression, Fault, PathExpression, Piece, Place, Template } from './template-tree.js';

/** Characters of one file; a long template of ours has four thousand. */
const MOST_SOURCE = 64 * 1024;
/** Brackets within brackets: `(и (не a) b)`. */
const MOST_BRACKETS = 16;
/** Blocks within blocks of one file, and all of them. */
const MOST_DEPTH = 32;
const MOST_BLOCKS = 1_000;

/** An instance of our own: helpers or partials registered elsewhere in the process do not exist here. */
const handlebars = Handlebars.create();

/**
 * @param id name of the template or partial
 * @param file for messages: `orders/order-appointment.hbs`
 * @param report called for every fault; the tree is usable only when there was none
 */
export function readTemplate(id: string, file: string, source: string, report: (fault: Fault) => void): Template {
  const origin: Place = { template: id, file, line: 1, column: 1 };
  if (source.length > MOST_SOURCE) {
    report({
      at: origin,
      message: `файл больше ${MOST_SOURCE / 1024} тысяч знаков: разделите шаблон на части`,
      breaks: true,
    });
    return { id, file, pieces: [] };
  }
  const deep = tooDeep(source);
  if (deep !== null) {
    report({ at: placeWithin(origin, source, deep.offset), message: deep.message, breaks: true });
    return { id, file, pieces: [] };
  }
  const weaver = new Weaver(origin, report);
  try {
    weaver.weave(handlebars.parse(source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n')));
  } catch (error) {
    report(syntaxFault(error, origin));
    return { id, file, pieces: [] };
  }
  return { id, file, pieces: readMarkup(weaver.skeleton, weaver.woven, origin, report) };
}

/**
 * Asked before Handlebars reads: its parser takes minutes over what is nested thousands of levels deep.
 * @returns the first place that is too much
 */
function tooDeep(source: string): { offset: number; message: string } | null {
  let [opened, depth, brackets] = [0, 0, 0];
  for (const { 0: found, index } of source.matchAll(/\{\{~?(?:[#/]|\^(?!~?\}\}))?|\}\}|[()]/gu)) {
    if (found === '(') brackets += 1;
    else if (found === ')') brackets -= 1;
    else brackets = 0;
    if (found.endsWith('/')) depth -= 1;
    else if (found.endsWith('#') || found.endsWith('^')) [opened, depth] = [opened + 1, depth + 1];
    if (brackets > MOST_BRACKETS) return { offset: index, message: `скобки вложены глубже ${MOST_BRACKETS} уровней` };
    if (depth > MOST_DEPTH) return { offset: index, message: `блоки {{#…}} вложены глубже ${MOST_DEPTH} уровней` };
    if (opened > MOST_BLOCKS) return { offset: index, message: `блоков {{#…}} больше ${MOST_BLOCKS}` };
  }
  return null;
}

class Weaver {
  readonly skeleton = new Skeleton();
  readonly woven: Woven = { pieces: [], blocks: [] };
  private state: MarkupState = 'text';
  private readonly expressions: ExpressionReader;

  constructor(
    private readonly origin: Place,
    private readonly report: (fault: Fault) => void,
  ) {
    this.expressions = new ExpressionReader(report, (node) => this.placeOf(node));
  }

  weave(program: hbs.AST.Program): void {
    for (const node of program.body) {
      if (isContent(node)) this.content(node);
      else if (isBlock(node) && this.state === 'text') this.block(node, this.placeOf(node));
      else if (node.type !== 'CommentStatement') this.mark(node, this.placeOf(node));
    }
  }

  private content(node: hbs.AST.ContentStatement): void {
    const at = this.contentPlace(node);
    this.refuse(node.value, at, RESERVED, 'в тексте служебный знак U+E000 или U+E001');
    this.refuse(node.value, at, /<\/?_/u, 'имя тега не может начинаться с «_»');
    const lines = new Lines(node.value);
    const text = node.value.replace(LONE_AMPERSAND, (_, offset: number) => {
      this.fault(lines.placeOf(at, offset), 'знак & пишется как &amp;');
      return '+';
    });
    this.state = stateAfter(this.state, text);
    this.skeleton.add(text, at, true);
  }

  private refuse(text: string, at: Place, pattern: RegExp, message: string): void {
    const found = pattern.exec(text);
    if (found !== null) this.fault(placeWithin(at, text, found.index), message);
  }

  /** A block between tags: its branches become elements, so that the XML parser sees where each begins and ends. */
  private block(node: hbs.AST.BlockStatement, at: Place): void {
    const build = this.builder(node, at);
    if (build === null) return;
    const { program, inverse } = branchesOf(node);
    const name = node.path.original;
    const tag = `_${this.woven.blocks.push({ name, build }) - 1}`;
    this.skeleton.add(`<${tag}>`, at, false);
    this.branch(`${tag}.then`, program, name, at);
    if (inverse !== undefined) this.branch(`${tag}.else`, inverse, name, at);
    this.skeleton.add(`</${tag}>`, at, false);
  }

  private branch(tag: string, program: hbs.AST.Program | undefined, name: string, at: Place): void {
    this.skeleton.add(`<${tag}>`, at, false);
    if (program !== undefined) this.weave(program);
    if (this.state !== 'text') this.fault(at, `внутри {{#${name}}} начат тег, который в нём не закончен`);
    this.state = 'text';
    this.skeleton.add(`</${tag}>`, at, false);
  }

  private mark(node: hbs.AST.Statement, at: Place): void {
    if (this.state === 'tag') this.fault(at, 'внутри тега {{…}} может стоять только в кавычках значения');
    if (isPartial(node) && this.state !== 'text') this.fault(at, 'часть {{> …}} не может стоять внутри тега');
    const piece = this.piece(node, at);
    if (piece !== null) this.skeleton.add(mark(this.woven.pieces.push(piece) - 1), at, false);
  }

  private piece(node: hbs.AST.Statement, at: Place): Piece | null {
    if (isMustache(node)) return this.field(node, at);
    if (isPartial(node)) return this.partial(node, at);
    if (isBlock(node)) {
      const { program, inverse } = branchesOf(node);
      return this.builder(node, at)?.(this.words(program), inverse === undefined ? null : this.words(inverse)) ?? null;
    }
    return this.fault(at, REFUSED_STATEMENTS[node.type] ?? 'такая запись в шаблоне запрещена');
  }

  private field(node: hbs.AST.MustacheStatement, at: Place): Piece | null {
    if (!node.escaped) this.fault(at, 'тройные скобки {{{…}}} и {{&…}} запрещены: пишите {{…}}');
    const expression = this.expressions.call(node);
    return expression === null ? null : { type: 'value', expression, at };
  }

  private partial(node: hbs.AST.PartialStatement, at: Place): Piece | null {
    if (node.name.type !== 'PathExpression') {
      return this.fault(at, 'имя части {{> …}} должно быть написано прямо, а не вычисляться');
    }
    const [subject] = node.params;
    const context = subject === undefined ? null : this.expressions.path(subject, 'часть {{> …}}', at);
    const pairs = (node.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
    const named = pairs.flatMap(({ key, value }): (readonly [string, Expression])[] => {
      const expression = this.expressions.argument(value);
      return expression === null ? [] : [[key, expression]];
    });
    return { type: 'partial', name: node.name.original, context, named, at };
  }

  /** Makes the piece of a block once its branches are known; null when this is not a block of ours. */
  private builder(node: hbs.AST.BlockStatement, at: Place): BlockBuilder | null {
    const name = node.path.original;
    if (!isBlockName(name)) return this.fault(at, `нет блока {{#${name}}}: есть if, unless, each, with`);
    this.expressions.noHash(node.hash, at);
    if (node.params.length !== 1) this.fault(at, `{{#${name}}} ждёт ровно один аргумент`);
    const [subject] = node.params;
    if (name === 'each' || name === 'with') {
      const over = this.expressions.path(subject, `{{#${name}}}`, at) ?? nowhere(at);
      const names = branchesOf(node).program?.blockParams ?? [];
      return (body, otherwise) => ({ type: name, over, names, body, otherwise, at });
    }
    const condition = (subject && this.expressions.argument(subject)) ?? nowhere(at);
    const negated = name === 'unless';
    return (then, otherwise) => ({ type: 'if', condition, negated, then, otherwise: otherwise ?? [], at });
  }

  /** A branch inside the value of an attribute: words and fields, no tags. */
  private words(program: hbs.AST.Program | undefined): readonly Piece[] {
    return (program?.body ?? []).flatMap((node): Piece[] => {
      if (node.type === 'CommentStatement') return [];
      if (!isContent(node)) {
        const piece = this.piece(node, this.placeOf(node));
        return piece === null ? [] : [piece];
      }
      const at = this.contentPlace(node);
      if (/[<>"'&]/u.test(node.value)) this.fault(at, 'в блоке внутри значения знаки < > " \' & недопустимы');
      return [{ type: 'text', text: node.value, at }];
    });
  }

  private placeOf(node: hbs.AST.Node): Place {
    const { line, column } = node.loc.start;
    return { ...this.origin, line, column: column + 1 };
  }

  /** Handlebars cuts blank space around blocks off `value`, but counts places by `original` (a string, whatever its type says). */
  private contentPlace(node: hbs.AST.ContentStatement): Place {
    const original = node.original as unknown as string;
    return placeWithin(this.placeOf(node), original, Math.max(0, original.indexOf(node.value)));
  }

  private fault(at: Place, message: string): null {
    this.report({ at, message });
    return null;
  }
}

/** The parser would read on to the next semicolon, over tags, and complain there. */
const LONE_AMPERSAND = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/giu;

type BlockName = 'if' | 'unless' | 'each' | 'with';

const REFUSED_STATEMENTS: Readonly<Record<string, string>> = {
  PartialBlockStatement: 'часть с содержимым {{#> …}} запрещена: пишите {{> …}}',
  Decorator: 'декораторы {{* …}} запрещены',
  DecoratorBlock: 'вложенные части {{#*inline …}} запрещены: часть – это отдельный файл в partials',
};

function isBlockName(name: string): name is BlockName {
  return name === 'if' || name === 'unless' || name === 'each' || name === 'with';
}

/** `{{^if x}}` has no first branch, a block without `{{else}}` no second one; the published types know neither. */
function branchesOf(node: hbs.AST.BlockStatement): { program?: hbs.AST.Program; inverse?: hbs.AST.Program } {
  return node;
}

/** Stands in for a condition that could not be read; the tree it is in is never used. */
function nowhere(at: Place): PathExpression {
  return { type: 'path', parts: [], up: 0, scoped: true, at };
}

function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}
