/** A web page → blocks, as a reader sees it: scripts, styles and what is hidden are left out. Pure. */
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { VekhaError } from '#domain/errors';
import type { FileText } from '../blocks.js';
import { decoded } from './decode.js';
import { tableDraft } from './page-table.js';
import { raised } from './raised.js';
import { contentBlocks, type DraftCell } from './table-grid.js';

type PageNode = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Pages nest a few dozen elements; one with more was not made to be read. */
const MAX_DEPTH = 300;

const UNSEEN = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'title', 'svg', 'math', 'iframe', 'object', 'select'],
  ...['button', 'textarea', 'del'],
]);
const BREAKING = new Set([
  ...['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'dt', 'dd', 'hr', 'blockquote', 'pre'],
  ...[
    'section',
    'article',
    'header',
    'footer',
    'main',
    'aside',
    'nav',
    'address',
    'center',
    'form',
    'fieldset',
    'figure',
  ],
]);

const REMARKS = { tracked: 'На странице есть зачёркнутый как удалённый текст: он не прочитан.' } as const;

/** @throws VekhaError 'input.damaged' for elements nested without end */
export function pageText(bytes: Uint8Array): FileText {
  const remarks = new Set<string>();
  const content = contentOf(parse(decodedPage(bytes)).childNodes, remarks, 0);
  return { blocks: contentBlocks(content, remarks), remarks: [...remarks] };
}

/** What elements say: paragraphs and tables in reading order. */
function contentOf(nodes: readonly PageNode[], remarks: Set<string>, depth: number): DraftCell['content'] {
  const reader = new ContentReader(remarks);
  reader.read(nodes, depth);
  reader.endParagraph();
  return reader.content;
}

class ContentReader {
  readonly content: DraftCell['content'] = [];
  #text = '';
  #raised = false;
  #verbatim = false;

  constructor(readonly remarks: Set<string>) {}

  read(nodes: readonly PageNode[], depth: number): void {
    if (depth > MAX_DEPTH) {
      throw new VekhaError('input.damaged', 'Страница устроена необычно: сохраните распоряжение как .docx или .txt.');
    }
    let item = 0;
    for (const node of nodes) {
      if (tree.isTextNode(node)) this.#write(node.value);
      if (!tree.isElementNode(node)) continue;
      if (node.tagName === 'li') item += 1;
      this.#element(node, item, depth + 1);
    }
  }

  endParagraph(): void {
    const text = this.#text.replaceAll(/ *\n */gu, '\n').trim();
    if (text !== '') this.content.push(text);
    this.#text = '';
  }

  #element(element: Element, item: number, depth: number): void {
    const name = element.tagName;
    if (name === 'del') this.remarks.add(REMARKS.tracked);
    if (UNSEEN.has(name) || isHidden(element)) return;
    if (name === 'br') this.#text += '\n';
    else if (name === 'table') {
      this.endParagraph();
      this.content.push(tableDraft(element, (cell) => contentOf(cell.childNodes, this.remarks, depth)));
    } else if (name === 'sup') this.#within(() => (this.#raised = true), element, depth);
    else if (name === 'pre') this.#paragraph(() => this.#within(() => (this.#verbatim = true), element, depth));
    else if (BREAKING.has(name)) {
      this.#paragraph(() => {
        if (name === 'li') this.#text += numberOf(element, item);
        this.read(element.childNodes, depth);
      });
    } else this.read(element.childNodes, depth);
  }

  #paragraph(fill: () => void): void {
    this.endParagraph();
    // An empty paragraph is a gap: a signature or a stamp begins after it.
    const count = this.content.length;
    fill();
    this.endParagraph();
    if (this.content.length === count) this.content.push('');
  }

  #within(enter: () => void, element: Element, depth: number): void {
    const [wasRaised, wasVerbatim] = [this.#raised, this.#verbatim];
    enter();
    this.read(element.childNodes, depth);
    [this.#raised, this.#verbatim] = [wasRaised, wasVerbatim];
  }

  #write(value: string): void {
    const text = this.#raised ? raised(value) : value;
    if (this.#verbatim) this.#text += text;
    else {
      const collapsed = text.replaceAll(/[ \t\r\n\f]+/gu, ' ');
      this.#text += /(?:^|\s)$/u.test(this.#text.slice(-1)) ? collapsed.trimStart() : collapsed;
    }
  }
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/iu.test(value)),
  );
}

/** What a browser prints before the line of a numbered list. */
function numberOf(element: Element, item: number): string {
  const list = element.parentNode;
  if (list === null || !tree.isElementNode(list) || list.tagName !== 'ol') return '';
  const start = Number(list.attrs.find(({ name }) => name === 'start')?.value ?? 1);
  return `${start + item - 1}. `;
}

/** A page says in its head which encoding it has; UTF-8 shows by itself. */
function decodedPage(bytes: Uint8Array): string {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const charset = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(opening)?.[1];
  return decoded(bytes, charset);
}
