/**
 * The woven text of a template → tree of pieces, by a strict XML parser. Faults of nesting, tags, attributes and entities
 * are reported here; what may stand inside what is `check-template.ts`, which also looks into partials.
 */
import { cureOf } from '#domain/nearest';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Skeleton, splitMarks } from './skeleton.js';
import type { Fault, Piece, Place } from './template-tree.js';
import { isTag, TAGS } from './vocabulary.js';

export type BlockBuilder = (body: readonly Piece[], otherwise: readonly Piece[] | null) => Piece;

/** What the marks and the `_N` elements of a skeleton stand for. */
export interface Woven {
  readonly pieces: Piece[];
  readonly blocks: { readonly name: string; readonly build: BlockBuilder }[];
}

export function readMarkup(
  skeleton: Skeleton,
  woven: Woven,
  origin: Place,
  report: (fault: Fault) => void,
): readonly Piece[] {
  return new TreeBuilder(skeleton, woven, origin, report).read();
}

interface Open {
  readonly name: string;
  readonly at: Place;
  readonly attributes: ReadonlyMap<string, readonly Piece[]>;
  readonly children: Piece[];
  then: readonly Piece[];
  otherwise: readonly Piece[] | null;
}

/** Elements open at once; a block counts twice, for itself and its branch. */
const MOST_OPEN = 64;

class TreeBuilder {
  private readonly text: string;
  private readonly parser = new SaxesParser({ xmlns: false, position: true, fragment: true });
  private readonly root: Open;
  private readonly stack: Open[];
  /** After the first fault of nesting the parser's idea of what is open is no longer the author's. */
  private nestingBroken = false;

  constructor(
    private readonly skeleton: Skeleton,
    private readonly woven: Woven,
    private readonly origin: Place,
    private readonly report: (fault: Fault) => void,
  ) {
    this.text = skeleton.text();
    this.root = opened('', origin, new Map());
    this.stack = [this.root];
  }

  read(): readonly Piece[] {
    const { parser } = this;
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', (tag) => this.close(tag.name));
    parser.on('text', (text) => this.words(text));
    parser.on('cdata', () => this.fault(this.tagPlace(), 'раздел CDATA в шаблоне запрещён'));
    parser.on('comment', () => this.fault(this.tagPlace(), 'комментарий пишется как {{!-- … --}}, а не <!-- … -->'));
    parser.on('doctype', () => this.fault(this.tagPlace(), 'DOCTYPE в шаблоне запрещён'));
    parser.on('processinginstruction', () => this.fault(this.tagPlace(), 'запись <? … ?> в шаблоне запрещена'));
    parser.on('error', (error) => this.parserFault(error.message));
    parser.write(this.text);
    parser.close();
    return this.root.children;
  }

  private open(tag: SaxesTagPlain): void {
    const at = this.tagPlace();
    const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [name, this.pieces(value, at)]));
    if (this.stack.length === MOST_OPEN) this.breach(at, `теги и блоки вложены глубже ${MOST_OPEN} уровней`);
    if (!isTag(tag.name) && !tag.name.startsWith('_')) {
      this.fault(at, `неизвестный тег <${tag.name}>`, cureOf(tag.name, TAGS));
    }
    this.stack.push(opened(tag.name, at, attributes));
  }

  private close(name: string): void {
    const closing = this.closingName();
    if (closing !== null && closing !== name) this.nestingFault(closing);
    const top = this.stack.length > 1 ? this.stack.pop() : undefined;
    if (top?.name !== name) return;
    const above = this.top();
    if (name.endsWith('.then')) above.then = top.children;
    else if (name.endsWith('.else')) above.otherwise = top.children;
    else if (name.startsWith('_')) {
      const block = this.woven.blocks[Number(name.slice(1))];
      if (block !== undefined) above.children.push(block.build(top.then, top.otherwise));
    } else if (isTag(name)) {
      above.children.push({
        type: 'element',
        tag: name,
        attributes: top.attributes,
        children: top.children,
        at: top.at,
      });
    }
  }

  private words(text: string): void {
    const blank = text.length - text.trimStart().length;
    const at = this.at(this.parser.position - 1 - text.length + blank);
    this.top().children.push(...this.pieces(text, at));
  }

  private pieces(text: string, at: Place): Piece[] {
    return splitMarks(text).flatMap((part): Piece[] => {
      if (typeof part === 'string') return [{ type: 'text', text: part, at }];
      const piece = this.woven.pieces[part];
      return piece === undefined ? [] : [piece];
    });
  }

  private parserFault(message: string): void {
    const reason = message.replace(/^\d+:\d+: /u, '');
    if (reason.startsWith('unexpected close tag')) return;
    if (reason.startsWith('unmatched closing tag')) {
      this.nestingFault(this.closingName() ?? '');
    } else if (reason.startsWith('unclosed tag')) {
      const name = reason.replace('unclosed tag: ', '').replace(/\.$/u, '');
      const open = this.stack.findLast((o) => o.name === name);
      if (!this.nestingBroken && !name.startsWith('_')) this.breach(open?.at ?? this.origin, `тег <${name}> не закрыт`);
    } else {
      const known = PARSER_FAULTS.find(([start]) => reason.startsWith(start));
      this.breach(
        this.at(this.parser.position - 1),
        known?.[1] ?? 'разметка нарушена: проверьте знаки <, >, & и кавычки',
      );
    }
  }

  /** Said once: what follows a wrong closing tag would only be its echo. */
  private nestingFault(closing: string): void {
    if (this.nestingBroken) return;
    this.nestingBroken = true;
    const open = this.top();
    const at = this.tagPlace();
    if (open === this.root) this.breach(at, `</${closing}> ничего не закрывает`);
    else if (open.name.startsWith('_')) {
      this.breach(at, `</${closing}> закрывает тег, который открыт вне {{#${this.blockName(open.name)}}}`);
    } else if (closing.startsWith('_')) {
      this.breach(open.at, `тег <${open.name}> открыт внутри {{#${this.blockName(closing)}}} и не закрыт в нём`);
    } else {
      this.breach(at, `</${closing}> закрывает <${open.name}>, открытый в строке ${open.at.line}`);
    }
  }

  /** Name in the closing tag that the parser has just read; null after a self-closing one. */
  private closingName(): string | null {
    const tag = this.text.slice(this.text.lastIndexOf('<', this.parser.position - 1), this.parser.position);
    return /^<\/([^\s>]*)/u.exec(tag)?.[1] ?? null;
  }

  private blockName(tag: string): string {
    return this.woven.blocks[Number(/\d+/u.exec(tag)?.[0])]?.name ?? '…';
  }

  private top(): Open {
    return this.stack.at(-1) ?? this.root;
  }

  private tagPlace(): Place {
    return this.at(this.text.lastIndexOf('<', this.parser.position - 1));
  }

  private at(offset: number): Place {
    return this.skeleton.placeOf(Math.max(0, offset), this.origin);
  }

  private fault(at: Place, message: string, cure?: string): void {
    this.report({ at, message, ...(cure === undefined ? {} : { cure }) });
  }

  private breach(at: Place, message: string): void {
    this.report({ at, message, breaks: true });
  }
}

/** The parser's messages by their beginnings; what is not here is reported as broken markup. */
const PARSER_FAULTS: readonly (readonly [string, string])[] = [
  ['attribute without value', 'атрибут без значения: пишите имя="значение"'],
  ['unquoted attribute value', 'значение атрибута должно стоять в кавычках'],
  ['duplicate attribute', 'атрибут повторён'],
  ['no whitespace between attributes', 'между атрибутами нужен пробел'],
  ['undefined entity', 'есть только &lt; &gt; &amp; &quot; &apos;: прочие знаки пишутся сами'],
  ['malformed character entity', 'неверный код знака после &#'],
  ['disallowed character in tag name', 'знак < в тексте пишется как &lt;'],
  ['disallowed character in attribute name', 'недопустимый знак внутри тега'],
  ['disallowed character', 'недопустимый знак'],
  ['the string "]]>"', 'знаки ]]> в тексте пишутся как ]]&gt;'],
  ['unexpected end', 'файл кончился внутри тега'],
];

function opened(name: string, at: Place, attributes: Open['attributes']): Open {
  return { name, at, attributes, children: [], then: [], otherwise: null };
}
