/** Texts of a workbook: shared strings and the runs of rich text. Phonetic hints over a text are left out. Pure. */
import type { Tag } from '#archive';
import type { Package } from './package-map.js';

/** @returns by the number that cells name */
export function sharedStrings(book: Package, part: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const text = new TextGatherer();
  book.read(part, {
    open: (tag) => text.open(tag),
    text: (piece) => text.text(piece),
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

/** Puts together the `t` elements of one string. */
export class TextGatherer {
  #pieces: string[] = [];
  #inText = false;
  #inHint = false;

  open({ name }: Tag): void {
    if (name === 't') this.#inText = true;
    else if (name === 'rPh') this.#inHint = true;
  }

  text(piece: string): void {
    if (this.#inText && !this.#inHint) this.#pieces.push(piece);
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inHint = false;
  }

  take(): string {
    const whole = unescaped(this.#pieces.join(''));
    this.#pieces = [];
    return whole;
  }
}

/** Characters that XML cannot hold stand as `_x000D_`. Source: ECMA-376-1, §22.9.2.19. */
export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
