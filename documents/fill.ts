/**
 * Template + data → filled tree and the list of everything that was missing. Evaluates conditions, lists, partials and
 * helpers; never stops at the first gap. The tree was checked when it was loaded, so only data can be at fault here.
 */
import { VekhaError } from '#domain/errors';
import { blankOf, inPlaceOf, isOwnRegistration, untilRegistration } from './blanks.js';
import { Budget, type Watch } from './budget.js';
import { type FieldCatalogue, fieldEntry, type Gap } from './field-catalogue.js';
import type { Blank, Filled, FilledElement, Word } from './evaluated.js';
import { callHelper, HelperFault, type HelperName, helperOf, isTrue } from './helpers.js';
import { wordRules } from './layout/body-layout.js';
import { withoutDots } from './layout/our-dots.js';
import type { LayoutProfile } from './profiles.js';
import { cleanText } from './sanitise.js';
import {
  elementOf,
  type Found,
  innerScope,
  isMissing,
  look,
  loopValue,
  namedScope,
  rootScope,
  type Scope,
} from './scope.js';
import {
  type ElementPiece,
  type Expression,
  type PartialPiece,
  type Piece,
  type Place,
  printed,
  type ScopePiece,
  type Template,
  type TemplateSet,
} from './template-tree.js';
import { ROOT_TAG, type Tag, VOCABULARY } from './vocabulary.js';
import { isWritable } from './wording.js';

export interface FilledTemplate {
  readonly root: FilledElement;
  /** Fields of the letterhead, by their numbers; empty without one. */
  readonly letterhead: readonly (Word | Blank)[];
  /** Each missing field once, in the order of the document. */
  readonly gaps: readonly Gap[];
}

/**
 * @param data plain objects, lists, texts, numbers and flags under the Russian names of fields
 * @param watch hears of every place that is evaluated
 * @throws VekhaError 'document.output_limit' when the document is more than the budget, 'document.data_invalid' when values
 * are of the wrong kind (all of them at once)
 */
export function fillTemplate(
  set: TemplateSet,
  template: Template,
  data: unknown,
  fields: FieldCatalogue,
  watch?: Watch,
): FilledTemplate {
  const rules = wordRules(set.layout, template.id);
  const filler = new Filler(set, fields, rules.datesInText, new Budget(watch));
  const letterhead = filler.pieces(set.letterheads?.get(template.id)?.fields.pieces ?? [], rootScope(data), null);
  const root = filler.pieces(template.pieces, rootScope(data), null).find((node) => node.type === 'element');
  if (filler.faults.size > 0) {
    const faults = [...filler.faults];
    throw new VekhaError('document.data_invalid', `Данные не подходят к шаблону: ${faults.join('; ')}.`, { faults });
  }
  if (root?.type !== 'element') throw new VekhaError('template.invalid', `В шаблоне «${template.id}» нет <document>.`);
  const worded = rules.dots ? root : withoutDots(root);
  return { root: worded, letterhead: letterhead.filter(isInline), gaps: [...filler.gaps.values()] };
}

class Filler {
  readonly gaps = new Map<string, Gap>();
  readonly faults = new Set<string>();
  /** Inside a title, paragraph or point. */
  private inText = false;

  constructor(
    private readonly set: TemplateSet,
    private readonly fields: FieldCatalogue,
    private readonly datesInText: LayoutProfile['datesInText'],
    private readonly budget: Budget,
  ) {}

  pieces(pieces: readonly Piece[], scope: Scope, parent: Tag | null): Filled[] {
    return this.budget.inside(() => pieces.flatMap((piece) => this.piece(piece, scope, parent)));
  }

  private piece(piece: Piece, scope: Scope, parent: Tag | null): Filled[] {
    this.budget.step(piece.at);
    switch (piece.type) {
      case 'text':
        this.budget.text(piece.text.length);
        return [{ type: 'text', text: piece.text, from: 'template' }];
      case 'value':
        return [this.value(piece.expression, scope, piece.at)];
      case 'if': {
        const found = this.evaluate(piece.condition, scope);
        const branch = isTrue(found.value) !== piece.negated ? piece.then : piece.otherwise;
        const filled = this.pieces(branch, scope, parent);
        // Asked of a draft, «is it registered?» has another answer later.
        return isMissing(found.value) && isOwnRegistration(found.path) ? filled.map(untilRegistration) : filled;
      }
      case 'each':
      case 'with':
        return this.scoped(piece, scope, parent);
      case 'partial':
        return this.pieces(this.set.partials.get(piece.name)?.pieces ?? [], this.partialScope(piece, scope), parent);
      case 'element':
        return [this.element(piece, scope)];
    }
  }

  private element(piece: ElementPiece, scope: Scope): FilledElement {
    this.budget.element(piece.at);
    const attributes = new Map<string, readonly (Word | Blank)[]>();
    for (const [name, value] of piece.attributes) {
      const kind = VOCABULARY[piece.tag].attributes[name]?.kind;
      if (kind === 'flag') attributes.set(name, [this.flag(value, scope)]);
      else if (piece.tag === ROOT_TAG) attributes.set(name, this.property(value, scope));
      else attributes.set(name, this.pieces(value, scope, INLINE_PARENT).filter(isInline));
    }
    const around = this.inText;
    this.inText ||= TEXT.has(piece.tag);
    const children = this.pieces(piece.children, scope, piece.tag);
    this.inText = around;
    return { type: 'element', tag: piece.tag, attributes, children, at: piece.at };
  }

  /** A property of the file is not on the sheet: what is missing there is left out and is no gap. */
  private property(value: readonly Piece[], scope: Scope): readonly Word[] {
    const known = new Map(this.gaps);
    const words = this.pieces(value, scope, INLINE_PARENT).filter((node) => node.type === 'text');
    for (const path of this.gaps.keys()) if (!known.has(path)) this.gaps.delete(path);
    return words;
  }

  /** A flag asks, it does not print: a missing field is "no", not a gap. */
  private flag(value: readonly Piece[], scope: Scope): Word {
    const [piece] = value;
    const yes =
      piece?.type === 'value' ? isTrue(this.evaluate(piece.expression, scope).value) : textOf(piece) === 'yes';
    return { type: 'text', text: yes ? 'yes' : 'no', from: 'template' };
  }

  private scoped(piece: ScopePiece, scope: Scope, parent: Tag | null): Filled[] {
    const found = look(scope, piece.over);
    if (isMissing(found.value) || found.value === false) {
      if (piece.otherwise !== null) return this.pieces(piece.otherwise, scope, parent);
      return inPlaceOf(parent, this.gap(found.path, piece.at, null));
    }
    if (piece.type === 'with') {
      return this.pieces(piece.body, innerScope(scope, found, namesOf(piece, [found])), parent);
    }
    if (!Array.isArray(found.value)) {
      this.faults.add(`поле «${found.path}» – не список (${where(piece.at)})`);
      return [];
    }
    const list: readonly unknown[] = found.value;
    const last = list.length - 1;
    return this.budget.loop(piece.at, () =>
      list.flatMap((_, index) => {
        this.budget.step(piece.at); // an empty body costs time too
        const element = elementOf(found, index);
        const loop = { index, first: index === 0, last: index === last, номер: index + 1 };
        const names = namesOf(piece, [element, { value: index, path: element.path }]);
        return this.pieces(piece.body, innerScope(scope, element, names, loop), parent);
      }),
    );
  }

  private partialScope(piece: PartialPiece, scope: Scope): Scope {
    const inner = piece.context === null ? scope : innerScope(scope, look(scope, piece.context), null);
    if (piece.named.length === 0) return inner;
    return namedScope(
      inner,
      new Map(piece.named.map(([name, expression]) => [name, this.evaluate(expression, scope)])),
    );
  }

  private value(expression: Expression, scope: Scope, at: Place): Word | Blank {
    const found = this.evaluate(expression, scope);
    const { value } = found;
    if (isMissing(value)) return this.gap(found.path, at, this.printedBy(expression));
    if (typeof value === 'string') {
      this.budget.text(value.length); // what is cleaned away was read too
      const text = cleanText(value);
      return text === '' ? this.gap(found.path, at, null) : { type: 'text', text, from: 'value' };
    }
    if (typeof value === 'number' && isWritable(value)) {
      return { type: 'text', text: String(value).replace('.', ','), from: 'value' };
    }
    this.faults.add(
      `поле «${found.path}» печатается как {{${printed(expression)}}}, но это не текст и не число (${where(at)})`,
    );
    return { type: 'text', text: '', from: 'value' };
  }

  /** The path of a call is that of its first missing argument, else of its first field: it names the gap. */
  private evaluate(expression: Expression, scope: Scope): Found {
    switch (expression.type) {
      case 'path':
        return look(scope, expression);
      case 'loop':
        return { value: loopValue(scope, expression.name), path: `@${expression.name}` };
      case 'literal':
        return { value: expression.value, path: '' };
      case 'call': {
        this.budget.step(expression.at);
        const args = expression.args.map((arg) => this.evaluate(arg, scope));
        const path = (args.find((arg) => isMissing(arg.value) && arg.path !== '') ?? args[0])?.path ?? '';
        const helper = helperOf(expression.helper);
        if (helper.needsValue && isMissing(args[0]?.value)) return { value: undefined, path };
        return { value: this.run(expression, args), path };
      }
    }
  }

  private run(call: Extract<Expression, { type: 'call' }>, args: readonly Found[]): unknown {
    try {
      return callHelper(
        this.dateHelper(call.helper),
        args.map((arg) => arg.value),
      );
    } catch (error) {
      if (!(error instanceof HelperFault)) throw error;
      const path = args.find((arg) => arg.path !== '')?.path ?? '';
      this.faults.add(`поле «${path}»: функция «${call.helper}» ${error.message} (${where(call.at)})`);
      return '–';
    }
  }

  /** A date of the text as the body has it; in requisites and tables as the template does. */
  private dateHelper(helper: HelperName): HelperName {
    if (!this.inText || this.datesInText === 'as-written') return helper;
    if (helper !== 'дата' && helper !== 'датаСловами') return helper;
    return this.datesInText === 'words' ? 'датаСловами' : 'дата';
  }

  private printedBy(expression: Expression): HelperName | null {
    return expression.type === 'call' ? this.dateHelper(expression.helper) : null;
  }

  private gap(path: string, at: Place, printedBy: HelperName | null): Blank {
    const entry = fieldEntry(this.fields, path);
    this.budget.text(entry.label.length);
    if (!this.gaps.has(path)) {
      const { label, source, required } = entry;
      this.gaps.set(path, { path, label, source, required, line: at.line, template: at.template });
    }
    return blankOf(entry, path, printedBy);
  }
}

const TEXT: ReadonlySet<Tag> = new Set<Tag>(['title', 'p', 'clause']);

/** The value of an attribute is words, like the inside of `<b>`. */
const INLINE_PARENT: Tag = 'b';

function namesOf(piece: ScopePiece, values: readonly Found[]): Scope['names'] {
  if (piece.names.length === 0) return null;
  return new Map(piece.names.flatMap((name, i) => (values[i] === undefined ? [] : [[name, values[i]]])));
}

function isInline(node: Filled): node is Word | Blank {
  return node.type !== 'element';
}

function textOf(piece: Piece | undefined): string {
  return piece?.type === 'text' ? piece.text : '';
}

function where(at: Place): string {
  return `${at.file}, строка ${at.line}`;
}
