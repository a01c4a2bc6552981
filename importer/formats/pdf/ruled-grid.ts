/** Ruled lines → tables: which lines belong together, what cells they bound, which cells are merged. Pure. */
import type { Rule } from './rules.js';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid {
  /** Edges of the columns and rows, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Lines nearer than this are one: double borders, borders drawn cell by cell. */
const NEAR = 2.5;

/** Tables of two columns and more, downwards. A frame round a text is none. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return connected(rules)
    .map(gridOf)
    .filter(({ xs, ys }) => xs.length > 2 && ys.length > 1)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Groups of lines that touch each other. */
function connected(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    // The group grows while it is walked.
    for (const rule of group) {
      for (const other of left) {
        if (!touch(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touch(a: Rule, b: Rule): boolean {
  if (a.lies === b.lies) return Math.abs(a.at - b.at) < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR;
  return within(a.at, b) && within(b.at, a);
}

function within(at: number, { from, to }: Rule): boolean {
  return from - NEAR < at && at < to + NEAR;
}

function gridOf(rules: readonly Rule[]): Grid {
  const lying = rules.filter(({ lies }) => lies);
  const standing = rules.filter(({ lies }) => !lies);
  // Outer borders may be missing: then the others end where they would stand.
  const xs = edges([...standing.map(({ at }) => at), ...ends(lying)]);
  const ys = edges([...lying.map(({ at }) => at), ...ends(standing)]);
  const [across, down] = [edgeMap(lying, ys, xs), edgeMap(standing, xs, ys)];
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken.has(row * xs.length + column)) continue;
      let [columns, rows] = [1, 1];
      while (column + columns < xs.length - 1 && !down(column + columns, row)) columns += 1;
      while (row + rows < ys.length - 1 && !across(row + rows, column)) rows += 1;
      for (let r = row; r < row + rows; r += 1) {
        for (let c = column; c < column + columns; c += 1) taken.add(r * xs.length + c);
      }
      cells.push({ row, column, rows, columns });
    }
  }
  return { xs, ys, cells };
}

function ends(rules: readonly Rule[]): number[] {
  return rules.length === 0 ? [] : [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];
}

/** Distinct places, ascending; those nearer than `NEAR` are one. */
function edges(places: readonly number[]): number[] {
  const distinct: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (place - (distinct.at(-1) ?? -Infinity) >= NEAR) distinct.push(place);
  }
  return distinct;
}

/** Whether a line is drawn at an edge along one band of the other direction. */
function edgeMap(
  rules: readonly Rule[],
  places: readonly number[],
  bands: readonly number[],
): (edge: number, band: number) => boolean {
  const drawn = places.map((place) => rules.filter(({ at }) => Math.abs(at - place) < NEAR));
  return (edge, band) => {
    const middle = ((bands[band] ?? 0) + (bands[band + 1] ?? 0)) / 2;
    return (drawn[edge] ?? []).some(({ from, to }) => from <= middle && middle <= to);
  };
}
