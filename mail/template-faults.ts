/** What a mail template must not contain, with the line: unescaped output, partials, decorators, helpers nobody knows. */
import type Handlebars from 'handlebars';

type Node = hbs.AST.Node;

/** @returns Russian, one fault a string; empty when the template may be used */
export function faultsOf(handlebars: typeof Handlebars, source: string, helpers: readonly string[]): readonly string[] {
  let program: hbs.AST.Program;
  try {
    program = handlebars.parse(source);
  } catch (error) {
    return [`не разобран: ${firstLine(error)}`];
  }
  const faults: string[] = [];
  new Inspector(helpers, faults).inspect(program);
  return faults;
}

/** Walks the tree by hand: the visitor of Handlebars is not in its types as a base class that strict settings accept. */
class Inspector {
  constructor(
    private readonly helpers: readonly string[],
    private readonly faults: string[],
  ) {}

  inspect(program: hbs.AST.Program): void {
    for (const statement of program.body) this.inspectStatement(statement);
  }

  private inspectStatement(node: hbs.AST.Statement): void {
    switch (node.type) {
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        if (!mustache.escaped) this.add(node, 'вывод без замены знаков ({{{ или {{&) запрещён');
        // Absent at run time when there are no named parameters, whatever the types say; so is `inverse` below.
        const hash = mustache.hash as hbs.AST.Hash | undefined;
        this.inspectCall(mustache, mustache.params.length > 0 || hash !== undefined);
        return;
      }
      case 'BlockStatement': {
        const block = node as hbs.AST.BlockStatement;
        this.inspectCall(block, true);
        this.inspect(block.program);
        const inverse = block.inverse as hbs.AST.Program | undefined;
        if (inverse !== undefined) this.inspect(inverse);
        return;
      }
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      default:
        this.add(node, 'вставки других файлов и декораторы запрещены');
    }
  }

  private inspectCall(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement, isCall: boolean): void {
    const name = 'original' in node.path ? node.path.original : '';
    if (isCall && !this.helpers.includes(name)) this.add(node, `неизвестная команда «${name}»`);
    for (const path of [node.path, ...node.params]) {
      if (path.type === 'PathExpression') this.inspectPath(node, path as hbs.AST.PathExpression);
    }
    for (const param of node.params) {
      if (param.type === 'SubExpression') this.add(node, 'вложенные скобки запрещены');
    }
  }

  /** Fields are Russian words; anything else («constructor», «__proto__», «@root») is no field of ours. */
  private inspectPath(node: Node, path: hbs.AST.PathExpression): void {
    const strange = path.data || path.depth > 0 || path.parts.some((part) => !/^[\p{Script=Cyrillic}\d]+$/u.test(part));
    if (strange && !this.helpers.includes(path.original)) this.add(node, `поле «${path.original}» неизвестно`);
  }

  private add(node: Node, what: string): void {
    this.faults.push(`строка ${node.loc.start.line}: ${what}`);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/:$/, '') ?? '';
}
