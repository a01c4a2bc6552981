/**
 * Cells of quarters and months that are marked by their colour alone. A colour is a mark only where it tells one period of a
 * row from another: the shading of a column, of every second row or of a whole row says nothing. Pure.
 */
import type { TableHead } from './columns.js';
import type { DraftItem } from './draft.js';

/**
 * @param items rows of one plan
 * @returns places of the marked columns of one of these rows; empty when its colours can be taken in more than one way
 */
export function fillMarks(items: readonly DraftItem[], head: TableHead): (item: DraftItem) => ReadonlySet<number> {
  const places = [...head.columns.keys()];
  // A column that is coloured in every row is shaded; so is all that a single row shows.
  const open = places.filter(
    (i) => head.columns[i]?.role === 'period' && items.some(({ fills }) => fills.get(i) === undefined),
  );
  return ({ fills }) => {
    const shading = new Set(places.filter((i) => !open.includes(i)).map((i) => fills.get(i)));
    const marked = open.filter((i) => fills.has(i) && !shading.has(fills.get(i)));
    const colours = new Set(marked.map((i) => fills.get(i)));
    return new Set(colours.size === 1 && marked.length < open.length ? marked : []);
  };
}
