/**
 * A finished .docx as a clerk sees it: sheets with their settings, paragraphs with the properties that apply to them, tables
 * with their grids. Written apart from what writes documents, so that one mistake does not hide another.
 */
import { readZip } from '#archive';
import { below, first, isOn, type Node, value, xmlTree } from './xml-tree.js';

interface ReadRun {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly highlighted: boolean;
}

export interface ReadParagraph {
  readonly type: 'paragraph';
  readonly style: string;
  /** Line breaks are `\n`, tabs `\t`. */
  readonly text: string;
  readonly runs: readonly ReadRun[];
  readonly bold: boolean;
  readonly align: string;
  /** Lengths in dxa: twentieths of a point. */
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
  readonly before: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly numbering: { readonly id: string; readonly level: number } | null;
  readonly tabs: readonly { readonly at: number; readonly align: string }[];
  readonly atFoot: boolean;
}

export interface ReadCell {
  readonly span: number;
  readonly merged: 'begin' | 'continue' | null;
  readonly width: number;
  /** Its words stand on its last line. */
  readonly bottom: boolean;
  readonly paragraphs: readonly ReadParagraph[];
  readonly text: string;
}

export interface ReadRow {
  readonly header: boolean;
  readonly whole: boolean;
  readonly cells: readonly ReadCell[];
}

export interface ReadTable {
  readonly type: 'table';
  readonly ruled: boolean;
  readonly grid: readonly number[];
  readonly sideMargin: number;
  readonly rows: readonly ReadRow[];
}

export interface ReadSheet {
  readonly blocks: readonly (ReadParagraph | ReadTable)[];
  /** dxa */
  readonly width: number;
  readonly height: number;
  readonly landscape: boolean;
  readonly margins: Readonly<Record<'left' | 'top' | 'right' | 'bottom' | 'header', number>>;
  readonly firstPageApart: boolean;
  readonly newPage: boolean;
  /** What the header of the first page and of the others holds. */
  readonly headers: Readonly<Record<'first' | 'default', ReadParagraph | null>>;
}

export interface ReadDocument {
  readonly sheets: readonly ReadSheet[];
  readonly parts: ReadonlyMap<string, string>;
}

export function readDocument(bytes: Uint8Array): ReadDocument {
  const unpacked = readZip(bytes).unpack(() => true);
  const parts = new Map([...unpacked].map(([name, content]) => [name, new TextDecoder().decode(content)]));
  return readParts(parts);
}

export function readParts(parts: ReadonlyMap<string, string>): ReadDocument {
  return { sheets: new Reader(parts).sheets(), parts };
}

/** Paragraphs in reading order, those of tables too. */
export function paragraphsOf(sheet: ReadSheet): readonly ReadParagraph[] {
  return sheet.blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : paragraphsIn(block)));
}

export function paragraphsIn(table: ReadTable): readonly ReadParagraph[] {
  return table.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
}

export function tablesOf(sheet: ReadSheet, ruled: boolean): readonly ReadTable[] {
  return sheet.blocks.filter((block): block is ReadTable => block.type === 'table' && block.ruled === ruled);
}

class Reader {
  private readonly styles = new Map<string, Node>();
  private readonly defaults: Node | undefined;

  constructor(private readonly parts: ReadonlyMap<string, string>) {
    const styles = first(this.part('word/styles.xml'), 'w:styles');
    this.defaults = first(styles, 'w:docDefaults');
    for (const style of styles?.children ?? []) this.styles.set(value(style, 'styleId') ?? '', style);
  }

  sheets(): ReadSheet[] {
    const body = first(this.part('word/document.xml'), 'w:document', 'w:body');
    const sheets: ReadSheet[] = [];
    let blocks: (ReadParagraph | ReadTable)[] = [];
    for (const child of body?.children ?? []) {
      if (child.name === 'w:tbl') blocks.push(this.table(child));
      const paragraph = child.name === 'w:p' ? this.paragraph(child) : null;
      if (paragraph !== null && paragraph.text !== '') blocks.push(paragraph);
      const settings = child.name === 'w:sectPr' ? child : first(child, 'w:pPr', 'w:sectPr');
      if (settings === undefined) continue;
      sheets.push(this.sheet(settings, blocks));
      blocks = [];
    }
    return sheets;
  }

  private sheet(settings: Node, blocks: ReadSheet['blocks']): ReadSheet {
    const size = first(settings, 'w:pgSz');
    const edge = first(settings, 'w:pgMar');
    const margin = (side: string): number => Number(value(edge, side));
    return {
      blocks,
      width: Number(value(size, 'w')),
      height: Number(value(size, 'h')),
      landscape: value(size, 'orient') === 'landscape',
      margins: {
        left: margin('left'),
        top: margin('top'),
        right: margin('right'),
        bottom: margin('bottom'),
        header: margin('header'),
      },
      firstPageApart: isOn(first(settings, 'w:titlePg')),
      newPage: (value(first(settings, 'w:type')) ?? 'nextPage') === 'nextPage',
      headers: { first: this.header(settings, 'first'), default: this.header(settings, 'default') },
    };
  }

  private header(settings: Node, kind: string): ReadParagraph | null {
    const id = below(settings, 'w:headerReference').find((each) => value(each, 'type') === kind)?.attributes['r:id'];
    const relation = below(this.part('word/_rels/document.xml.rels'), 'Relationship').find(
      ({ attributes }) => attributes['Id'] === id,
    );
    const target = relation?.attributes['Target'];
    const paragraph =
      target === undefined ? undefined : first(this.part(`word/${target.replace(/^\/?word\//u, '')}`), 'w:hdr', 'w:p');
    return paragraph === undefined ? null : this.paragraph(paragraph);
  }

  private table(node: Node): ReadTable {
    const properties = first(node, 'w:tblPr');
    return {
      type: 'table',
      ruled: first(properties, 'w:tblBorders') !== undefined,
      grid: below(first(node, 'w:tblGrid') ?? node, 'w:gridCol').map((column) => Number(value(column, 'w'))),
      sideMargin: Number(value(first(properties, 'w:tblCellMar', 'w:left'), 'w') ?? 0),
      rows: node.children.filter(({ name }) => name === 'w:tr').map((row) => this.row(row)),
    };
  }

  private row(node: Node): ReadRow {
    return {
      header: isOn(first(node, 'w:trPr', 'w:tblHeader')),
      whole: isOn(first(node, 'w:trPr', 'w:cantSplit')),
      cells: node.children.filter(({ name }) => name === 'w:tc').map((cell) => this.cell(cell)),
    };
  }

  private cell(node: Node): ReadCell {
    const merge = first(node, 'w:tcPr', 'w:vMerge');
    const paragraphs = node.children.filter(({ name }) => name === 'w:p').map((each) => this.paragraph(each));
    return {
      span: Number(value(first(node, 'w:tcPr', 'w:gridSpan')) ?? 1),
      merged: merge === undefined ? null : value(merge) === 'restart' ? 'begin' : 'continue',
      width: Number(value(first(node, 'w:tcPr', 'w:tcW'), 'w')),
      bottom: value(first(node, 'w:tcPr', 'w:vAlign')) === 'bottom',
      paragraphs,
      text: paragraphs.map(({ text }) => text).join('\n'),
    };
  }

  private paragraph(node: Node): ReadParagraph {
    const own = first(node, 'w:pPr');
    const style = value(first(own, 'w:pStyle')) ?? 'Normal';
    const all = [
      own,
      ...this.chain(style).map((each) => first(each, 'w:pPr')),
      first(this.defaults, 'w:pPrDefault', 'w:pPr'),
    ];
    const found = (...path: readonly string[]): Node | undefined =>
      all.map((each) => first(each, ...path)).find((each) => each !== undefined);
    const indent = (side: string): number =>
      Number(all.map((each) => value(first(each, 'w:ind'), side)).find(Boolean) ?? 0);
    const runs = below(node, 'w:r').map((run) => this.run(run, style));
    const numbered = first(own, 'w:numPr');
    return {
      type: 'paragraph',
      style,
      text: runs.map(({ text }) => text).join(''),
      runs,
      bold: runs.filter(({ text }) => text.trim() !== '').every(({ bold }) => bold),
      align: value(found('w:jc')) ?? 'left',
      left: indent('left'),
      right: indent('right'),
      firstLine: indent('firstLine') - indent('hanging'),
      before: Number(value(first(own, 'w:spacing'), 'before') ?? 0),
      keepNext: isOn(found('w:keepNext')),
      keepLines: isOn(found('w:keepLines')),
      numbering:
        numbered === undefined
          ? null
          : { id: value(first(numbered, 'w:numId')) ?? '', level: Number(value(first(numbered, 'w:ilvl'))) },
      tabs: below(first(own, 'w:tabs') ?? NOTHING, 'w:tab').map((tab) => ({
        at: Number(value(tab, 'pos')),
        align: value(tab) ?? '',
      })),
      atFoot: value(first(own, 'w:framePr'), 'yAlign') === 'bottom',
    };
  }

  private run(node: Node, style: string): ReadRun {
    const all = [
      first(node, 'w:rPr'),
      ...this.chain(style).map((each) => first(each, 'w:rPr')),
      first(this.defaults, 'w:rPrDefault', 'w:rPr'),
    ];
    const found = (name: string): Node | undefined =>
      all.map((each) => first(each, name)).find((each) => each !== undefined);
    return {
      text: node.children.map(textOf).join(''),
      size: Number(value(found('w:sz'))) / 2,
      font: value(found('w:rFonts'), 'ascii') ?? '',
      bold: isOn(found('w:b')),
      highlighted: found('w:highlight') !== undefined,
    };
  }

  /** A style and what it is based on, the nearest first. */
  private chain(id: string): readonly Node[] {
    const style = this.styles.get(id);
    if (style === undefined) return [];
    const parent = value(first(style, 'w:basedOn'));
    return [style, ...(parent === undefined ? [] : this.chain(parent))];
  }

  private part(name: string): Node {
    return xmlTree(this.parts.get(name) ?? '<none/>');
  }
}

const NOTHING: Node = { name: '', attributes: {}, children: [], text: '' };

function textOf(node: Node): string {
  if (node.name === 'w:t') return node.children.map(({ text }) => text).join('');
  if (node.name === 'w:br' || node.name === 'w:cr') return '\n';
  return node.name === 'w:tab' ? '\t' : node.name === 'w:noBreakHyphen' ? '\u2011' : '';
}
