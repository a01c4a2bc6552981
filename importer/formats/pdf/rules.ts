/** The straight lines that a page draws: borders of tables among them. A thin filled box is a line too, as Word writes them. Pure. */
import { multiplied, type Matrix } from './matrix.js';

/** `at`: its y when it lies, its x when it stands; `from` < `to`: the other coordinate. */
export interface Rule {
  readonly lies: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Thicker is a filled area. */
const MOST_THICKNESS = 3;
/** Shorter is a piece of a letter or of a pattern. */
const LEAST_LENGTH = 4;
/** A page with more is a drawing. */
const MOST_RULES = 10_000;

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export function rulesOf(
  { fnArray, argsArray }: Operators,
  view: Matrix,
  ops: Readonly<Record<string, number>>,
): Rule[] {
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix = view;
  for (const [at, code] of fnArray.entries()) {
    const args = argsArray[at];
    switch (names.get(code)) {
      case 'save':
        kept.push(matrix);
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        matrix = kept.pop() ?? view;
        break;
      case 'transform':
        matrix = multiplied(matrix, args as Matrix);
        break;
      case 'paintFormXObjectBegin': {
        kept.push(matrix);
        const [own] = args as readonly [Matrix | null];
        if (own !== null) matrix = multiplied(matrix, own);
        break;
      }
      case 'constructPath': {
        const [paint, [path]] = args as readonly [number, readonly [ArrayLike<number> | null]];
        if (path !== null) addRules(rules, subpaths(path, matrix), names.get(paint) ?? '');
        break;
      }
      default:
    }
    if (rules.length > MOST_RULES) return [];
  }
  return rules;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function addRules(rules: Rule[], paths: readonly (readonly Point[])[], paint: string): void {
  for (const points of paths) {
    if (/fill/iu.test(paint)) addRule(rules, box(points));
    if (!/stroke/iu.test(paint)) continue;
    for (const [at, point] of points.entries()) {
      const next = points[at + 1];
      if (next !== undefined) addRule(rules, box([point, next]));
    }
  }
}

function addRule(rules: Rule[], { left, right, top, bottom }: Box): void {
  const [width, height] = [right - left, bottom - top];
  if (height <= MOST_THICKNESS && width >= LEAST_LENGTH)
    rules.push({ lies: true, at: (top + bottom) / 2, from: left, to: right });
  else if (width <= MOST_THICKNESS && height >= LEAST_LENGTH)
    rules.push({ lies: false, at: (left + right) / 2, from: top, to: bottom });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function box(points: readonly Point[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, right, top, bottom };
}

/** Numbers that follow each code of a path: to a point, a line, two kinds of curves, back to the start. */
const LENGTHS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** Points of each subpath; of a curve its end. */
function subpaths(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const paths: Point[][] = [];
  for (let at = 0; at < path.length;) {
    const code = path[at] ?? 4;
    const end = at + (LENGTHS[code] ?? 0);
    const [x, y] = [path[end - 1] ?? 0, path[end] ?? 0];
    const point = { x: a * x + c * y + e, y: b * x + d * y + f };
    const current = paths.at(-1);
    if (code === 0) paths.push([point]);
    else if (code !== 4) current?.push(point);
    else if (current?.[0] !== undefined) current.push(current[0]);
    at = end + 1;
  }
  return paths;
}
