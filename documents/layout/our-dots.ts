/**
 * A body that writes without ё: the dots go from our own words, never from names and quotations. Ours are the words of the
 * template and, among values, those in small letters: a name begins with a capital. Cells of tables hold other people's
 * words, and stay. Pure.
 */
import type { Filled, FilledElement } from '../evaluated.js';

/** The same tree without the dots of our own words. */
export function withoutDots(element: FilledElement): FilledElement {
  return new Undotter().element(element, false);
}

class Undotter {
  /** How many «» are open: a quotation begins in the template and ends there, the words between are a value. */
  private depth = 0;

  element(element: FilledElement, inCell: boolean): FilledElement {
    const cell = inCell || element.tag === 'td' || element.tag === 'th';
    const inline = element.tag === 'b' || element.tag === 'i' || element.tag === 'br';
    if (!inline) this.depth = 0;
    const attributes = new Map(
      [...element.attributes].map(([name, words]) => {
        this.depth = 0;
        return [name, words.map((word) => (word.type === 'text' ? this.word(word, cell) : word))];
      }),
    );
    if (!inline) this.depth = 0;
    const children = element.children.map((node): Filled => {
      if (node.type === 'element') return this.element(node, cell);
      return node.type === 'text' ? this.word(node, cell) : node;
    });
    return { ...element, attributes, children };
  }

  private word<T extends Extract<Filled, { type: 'text' }>>(word: T, cell: boolean): T {
    const ours = word.from === 'template';
    const parts = word.text.split(/([«»])/u).map((part) => {
      if (part === '«') this.depth += 1;
      else if (part === '»') this.depth = Math.max(0, this.depth - 1);
      else if (this.depth === 0 && (ours || !cell)) return ours ? bare(part) : part.replace(SMALL_WORD, bare);
      return part;
    });
    return { ...word, text: parts.join('') };
  }
}

const SMALL_WORD = /(?<![\p{L}-])\p{Ll}[\p{L}]*/gu;

function bare(text: string): string {
  return text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}
