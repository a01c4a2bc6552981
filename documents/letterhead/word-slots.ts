/**
 * Fields in the text of a Word part: `{{регистрация.дата}}`, also where Word has cut one into several runs. The part is kept
 * as it is, character for character, but for the texts that hold a field. Pure.
 */
export interface Slot {
  readonly source: string;
  /** Number of the paragraph in this part, from 1. */
  readonly paragraph: number;
}

/** A stretch that stays, or a text element that holds fields, written anew at each filling. */
export type Chunk =
  | string
  | {
      /** Words, and numbers of slots. */
      readonly content: readonly (string | number)[];
      /** `<w:rPr>…</w:rPr>` of the run, or nothing. */
      readonly look: string;
    };

export interface SlottedPart {
  readonly chunks: readonly Chunk[];
  readonly slots: readonly Slot[];
  /** Paragraphs with braces that make no field. */
  readonly stray: readonly number[];
}

/** @param xml well-formed, without a DOCTYPE @param first number of the first slot */
export function findSlots(xml: string, first: number): SlottedPart {
  const reader = new PartReader(xml);
  return reader.read(first);
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/gu;
const FIELD = /\{\{([^{}]*)\}\}/gu;

interface TextAt {
  /** Of the opening tag, the words, the closing tag. */
  readonly token: number;
  readonly text: string;
  readonly look: string;
}

interface OpenRun {
  look: string;
  /** Properties may hold older properties. */
  depth: number;
  /** Token at which the properties begin. */
  from: number | null;
}

class PartReader {
  private readonly tokens: readonly string[];
  private readonly rewritten = new Map<number, Exclude<Chunk, string>>();
  private readonly slots: Slot[] = [];
  private readonly stray: number[] = [];
  private paragraphs = 0;

  constructor(xml: string) {
    this.tokens = xml.match(TOKEN) ?? [];
  }

  read(first: number): SlottedPart {
    const open: { readonly number: number; readonly texts: TextAt[] }[] = [];
    const runs: OpenRun[] = [];
    this.tokens.forEach((token, i) => {
      const name = /^<(\/?w:(?:p|r|t|rPr))[\s/>]/u.exec(token)?.[1];
      if (name === undefined || token.endsWith('/>')) return;
      const run = runs.at(-1);
      if (name === 'w:p') open.push({ number: (this.paragraphs += 1), texts: [] });
      else if (name === '/w:p') this.paragraph(open.pop(), first);
      else if (name === 'w:r') runs.push({ look: '', depth: 0, from: null });
      else if (name === '/w:r') runs.pop();
      else if (run === undefined) return;
      else if (name === 'w:rPr') {
        if (run.depth === 0 && run.look === '') run.from = i;
        run.depth += 1;
      } else if (name === '/w:rPr') {
        run.depth -= 1;
        if (run.depth === 0 && run.from !== null) {
          run.look = this.tokens.slice(run.from, i + 1).join('');
          run.from = null;
        }
      } else if (name === 'w:t' && this.tokens[i + 2] === '</w:t>') {
        open.at(-1)?.texts.push({ token: i, text: unescaped(this.tokens[i + 1] ?? ''), look: run.look });
      }
    });
    return { chunks: this.chunks(), slots: this.slots, stray: this.stray };
  }

  /** Fields are looked for in the words of the whole paragraph; each is put where it begins. */
  private paragraph(
    paragraph: { readonly number: number; readonly texts: readonly TextAt[] } | undefined,
    first: number,
  ) {
    if (paragraph === undefined) return;
    const whole = paragraph.texts.map(({ text }) => text).join('');
    if (/\{\{|\}\}/u.test(whole.replace(FIELD, ''))) this.stray.push(paragraph.number);
    const fields = [...whole.matchAll(FIELD)].map((found) => {
      const number = first + this.slots.push({ source: found[0], paragraph: paragraph.number }) - 1;
      return { number, from: found.index, to: found.index + found[0].length };
    });
    let at = 0;
    for (const { token, text, look } of fields.length === 0 ? [] : paragraph.texts) {
      const [from, to] = [at, at + text.length];
      at = to;
      const touched = fields.filter((field) => field.from < to && field.to > from);
      if (touched.length === 0) continue;
      const content: (string | number)[] = [];
      let done = from;
      for (const field of touched) {
        if (field.from >= from) content.push(whole.slice(done, field.from), field.number);
        done = Math.min(field.to, to);
      }
      content.push(whole.slice(done, to));
      this.rewritten.set(token, { content: content.filter((part) => part !== ''), look });
    }
  }

  private chunks(): readonly Chunk[] {
    const chunks: Chunk[] = [];
    let kept: string[] = [];
    for (let i = 0; i < this.tokens.length; i += 1) {
      const anew = this.rewritten.get(i);
      if (anew === undefined) {
        kept.push(this.tokens[i] ?? '');
        continue;
      }
      chunks.push(kept.join(''), anew);
      kept = [];
      i += 2; // its words and its closing tag
    }
    return [...chunks, kept.join('')];
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
