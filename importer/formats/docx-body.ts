/**
 * The main part of a Word file → blocks. Tracked changes are read as accepted, hidden text and field codes are left
 * out, text boxes come before the paragraph that holds them, a nested table becomes lines of its cell. Pure.
 */
import type { Tag } from '#archive';
import { VekhaError } from '#domain/errors';
import type { Block, FileText } from '../blocks.js';
import { Counter, type NumberedAt, type Numbering } from './docx-numbering.js';
import { fillOf, spanOf, tableBlocks, type DraftCell, type DraftRow, type DraftTable } from './table-grid.js';
import { raised } from './raised.js';
import { readWordXml } from './word-xml.js';

/** Subtrees whose text a reader of the accepted document does not see. */
const UNSEEN = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'other:Fallback'],
  ...['pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange'],
]);

/** Word nests a few dozen elements; a file with more was not made to be read. */
const MAX_DEPTH = 300;

const REMARKS = {
  tracked: 'В документе есть исправления (запись изменений): он прочитан так, как если бы все они были приняты.',
  hidden: 'В документе есть скрытый текст: он не прочитан.',
  foreign: 'В документ вставлен другой файл (altChunk): его текст не прочитан.',
} as const;

interface OpenParagraph {
  text: string;
  numbered: { list?: string; level?: number };
  style: string | undefined;
  /** The paragraph mark is deleted by a tracked change: the text goes on in the next paragraph. */
  markDeleted: boolean;
}

interface OpenTable extends DraftTable {
  row: DraftRow | undefined;
  cell: OpenCell | undefined;
}

interface OpenCell extends DraftCell {
  /** It goes on with the cell to the left: old files merge so, without `gridSpan`. */
  joined: boolean;
}

export function readBody(bytes: Uint8Array, part: string, numbering: Numbering): FileText {
  const reader = new BodyReader(new Counter(numbering));
  readWordXml(bytes, part, reader);
  return { blocks: reader.blocks, remarks: [...reader.remarks] };
}

class BodyReader {
  readonly blocks: Block[] = [];
  readonly remarks = new Set<string>();
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #path: string[] = [];
  /** Depth of `#path` below which nothing is read; 0 when everything is. */
  #unseenFrom = 0;
  #run = { text: false, hidden: false, raised: false };
  #carried = '';
  #gap = false;

  constructor(readonly counter: Counter) {}

  open(tag: Tag): void {
    const parent = this.#path.at(-1);
    this.#path.push(tag.name);
    if (this.#path.length > MAX_DEPTH) {
      throw new VekhaError(
        'input.damaged',
        'Документ Word устроен необычно: сохраните его в Word заново и загрузите снова.',
      );
    }
    if (this.#unseenFrom > 0) return;
    if (UNSEEN.has(tag.name)) this.#openUnseen(tag.name, parent);
    else if (parent === 'rPr' || parent === 'trPr' || parent === 'tcPr' || this.#path.includes('pPr'))
      this.#property(tag, parent);
    else this.#content(tag);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#unseenFrom > 0) {
      if (this.#path.length < this.#unseenFrom) this.#unseenFrom = 0;
      return;
    }
    const table = this.#tables.at(-1);
    if (name === 't') this.#run.text = false;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'body') this.#placeCarried();
    else if (name === 'tc' && table?.row !== undefined && table.cell !== undefined) {
      this.#placeCarried();
      placeCell(table.row, table.cell);
      table.cell = undefined;
    } else if (name === 'tr' && table?.row !== undefined) {
      if (!table.row.deleted) table.rows.push(table.row);
      table.row = undefined;
    } else if (name === 'tbl') this.#closeTable();
  }

  text(text: string): void {
    if (this.#unseenFrom > 0 || !this.#run.text || this.#run.hidden) return;
    this.#write(this.#run.raised ? raised(text) : text);
  }

  #openUnseen(name: string, parent: string | undefined): void {
    this.#unseenFrom = this.#path.length;
    if (name !== 'del' && name !== 'moveFrom') return;
    this.remarks.add(REMARKS.tracked);
    const row = this.#tables.at(-1)?.row;
    const paragraph = this.#paragraphs.at(-1);
    if (parent === 'trPr' && row !== undefined) row.deleted = true;
    else if (parent === 'rPr' && this.#path.includes('pPr') && paragraph !== undefined) paragraph.markDeleted = true;
  }

  #property(tag: Tag, parent: string | undefined): void {
    const value = tag.attribute('val');
    const cell = this.#tables.at(-1)?.cell;
    const row = this.#tables.at(-1)?.row;
    const paragraph = this.#paragraphs.at(-1);
    if (tag.name === 'ins' || tag.name === 'moveTo') this.remarks.add(REMARKS.tracked);
    else if (parent === 'tcPr' && cell !== undefined) {
      if (tag.name === 'gridSpan') cell.span = spanOf(value);
      else if (tag.name === 'shd') cell.fill = fillOf(tag.attribute(value === 'solid' ? 'color' : 'fill'));
      else if (tag.name === 'hMerge') cell.joined = value !== 'restart';
      else if (tag.name === 'vMerge') cell.merge = value === 'restart' ? 'start' : 'continue';
    } else if (parent === 'trPr' && row !== undefined) {
      if (tag.name === 'hidden' && isOn(value)) {
        row.deleted = true;
        this.remarks.add(REMARKS.hidden);
      } else if (tag.name === 'gridBefore') row.skipped = Math.min(Math.max(0, Number(value) || 0), 100);
    } else if (paragraph !== undefined && this.#path.includes('pPr')) {
      if (tag.name === 'numId') paragraph.numbered.list = value ?? '0';
      else if (tag.name === 'ilvl') paragraph.numbered.level = Number(value ?? 0);
      else if (tag.name === 'pStyle') paragraph.style = value;
    } else if (tag.name === 'vanish' && isOn(value)) {
      this.#run.hidden = true;
      this.remarks.add(REMARKS.hidden);
    } else if (tag.name === 'vertAlign') this.#run.raised = value === 'superscript';
  }

  #content(tag: Tag): void {
    const table = this.#tables.at(-1);
    switch (tag.name) {
      case 'tbl':
        this.#tables.push({ rows: [], row: undefined, cell: undefined, gapBefore: this.#gap });
        break;
      case 'tr':
        if (table !== undefined) table.row = { cells: [], skipped: 0, deleted: false };
        break;
      case 'tc':
        if (table !== undefined) table.cell = { content: [], span: 1, merge: 'none', joined: false };
        break;
      case 'p':
        this.#paragraphs.push({ text: '', numbered: {}, style: undefined, markDeleted: false });
        break;
      case 'r':
        this.#run = { text: false, hidden: false, raised: false };
        break;
      case 't':
        this.#run.text = true;
        break;
      case 'tab':
      case 'ptab':
        this.#write('\t');
        break;
      case 'br':
      case 'cr':
        this.#write('\n');
        break;
      case 'noBreakHyphen':
        this.#write('-');
        break;
      case 'softHyphen':
        this.#write('\u00AD');
        break;
      case 'ins':
      case 'moveTo':
        this.remarks.add(REMARKS.tracked);
        break;
      case 'altChunk':
        this.remarks.add(REMARKS.foreign);
        break;
      default:
    }
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined && !this.#run.hidden) paragraph.text += text;
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const { list, level } = paragraph.numbered;
    const at: NumberedAt | undefined = list === undefined ? undefined : { list, level: level ?? 0 };
    const label = this.counter.label(at, paragraph.style);
    const text = this.#carried + (label === '' ? '' : `${label} `) + paragraph.text;
    this.#carried = paragraph.markDeleted ? text : '';
    if (paragraph.markDeleted) return;
    this.#place(text);
  }

  #placeCarried(): void {
    if (this.#carried !== '') this.#place(this.#carried);
    this.#carried = '';
  }

  #place(text: string): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell !== undefined) cell.content.push(text);
    else if (text.trim() === '') this.#gap = true;
    else {
      this.blocks.push({ kind: 'paragraph', text, gapBefore: this.#gap });
      this.#gap = false;
    }
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const outer = this.#tables.at(-1)?.cell;
    if (outer !== undefined) {
      outer.content.push(table);
      return;
    }
    const blocks = tableBlocks(table, this.remarks);
    for (const block of blocks) this.blocks.push(block);
    if (blocks.length > 0) this.#gap = false;
  }
}

function placeCell(row: DraftRow, cell: OpenCell): void {
  const before = row.cells.at(-1);
  if (!cell.joined || before === undefined) row.cells.push(cell);
  else before.span += cell.span;
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/u.test(value);
}
