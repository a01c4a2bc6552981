/** A table of a web page → its draft: cells that reach over rows get a cell to go on in below. Pure. */
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { fillOf, spanOf, type DraftCell, type DraftRow, type DraftTable } from './table-grid.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Longest reach downwards; `rowspan="0"` means to the end. */
const MOST_ROWS = 65_534;

/** A cell that goes on in the rows below. */
interface Hanging {
  readonly span: number;
  rows: number;
}

/** @param contentOf what a cell says */
export function tableDraft(table: Element, contentOf: (cell: Element) => DraftCell['content']): DraftTable {
  const rows: DraftRow[] = [];
  let hanging = new Map<number, Hanging>();
  for (const row of rowsOf(table)) {
    const cells: DraftCell[] = [];
    const below = new Map<number, Hanging>();
    let column = 0;
    const goOn = () => {
      for (let above = hanging.get(column); above !== undefined; above = hanging.get(column)) {
        cells.push({ content: [], span: above.span, merge: 'continue' });
        if (above.rows > 1) below.set(column, { span: above.span, rows: above.rows - 1 });
        column += above.span;
      }
    };
    for (const cell of children(row, ['td', 'th'])) {
      goOn();
      const span = spanOf(attribute(cell, 'colspan'));
      const down = attribute(cell, 'rowspan') === '0' ? MOST_ROWS : Math.trunc(Number(attribute(cell, 'rowspan'))) || 1;
      cells.push({ content: contentOf(cell), span, merge: down > 1 ? 'start' : 'none', fill: colourOf(cell) });
      if (down > 1) below.set(column, { span, rows: Math.min(down, MOST_ROWS) - 1 });
      column += span;
    }
    goOn();
    rows.push({ cells, skipped: 0, deleted: false });
    hanging = below;
  }
  return { rows, gapBefore: true };
}

function rowsOf(table: Element): Element[] {
  return children(table, ['thead', 'tbody', 'tfoot']).flatMap((part) => children(part, ['tr']));
}

function children(element: Element, names: readonly string[]): Element[] {
  return element.childNodes.filter(tree.isElementNode).filter(({ tagName }) => names.includes(tagName));
}

/** As the cell itself says; the colour of its row or table marks nothing. */
function colourOf(cell: Element): string | undefined {
  const [, styled] = /(?:^|;)\s*background(?:-color)?\s*:([^;]*)/iu.exec(attribute(cell, 'style') ?? '') ?? [];
  return fillOf(styled ?? attribute(cell, 'bgcolor'));
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
