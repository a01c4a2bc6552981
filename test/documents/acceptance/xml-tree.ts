/** An XML part as a tree, for the reader of a finished document. Text stands in nodes named `#text`. */
import { SaxesParser } from 'saxes';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

export function xmlTree(xml: string): Node {
  const root = node('#root');
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const opened = node(name, attributes);
    open.at(-1)?.children.push(opened);
    open.push(opened);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push({ ...node('#text'), text }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

function node(name: string, attributes: Record<string, string> = {}): Node & { children: Node[] } {
  return { name, attributes, children: [], text: '' };
}

/** The first child on each step of the path: `first(paragraph, 'w:pPr', 'w:jc')`. */
export function first(from: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, name) => at?.children.find((child) => child.name === name), from);
}

/** Everything below of one name, in the order of the text. */
export function below(from: Node, name: string): readonly Node[] {
  return from.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}

/** `w:val`, or another attribute in the namespace of Word. */
export function value(from: Node | undefined, attribute = 'val'): string | undefined {
  return from?.attributes[`w:${attribute}`];
}

export function isOn(flag: Node | undefined): boolean {
  return flag !== undefined && !['0', 'false'].includes(value(flag) ?? '1');
}
