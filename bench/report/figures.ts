/** What a measurement yields: figures beside those of the bare library, and the memory of every process. Pure. */

export interface Figure {
  readonly name: string;
  readonly unit: '/s' | 'ms' | 's';
  readonly ours: number;
  /** The same with the bare library in the same run; null where there is nothing to compare with. */
  readonly bare: number | null;
  /** How many times ours is worse: above 1 whether the figure is a rate or a time. */
  readonly factor: number | null;
}

/** Megabytes by process: the highest seen while the section ran. */
export type Memory = Readonly<Record<string, number>>;

export interface Section {
  readonly name: string;
  /** Sizes and conditions, one line. */
  readonly what: string;
  readonly figures: readonly Figure[];
  readonly memory: Memory;
}

export function rate(name: string, ours: number, bare: number | null = null): Figure {
  return { name, unit: '/s', ours, bare, factor: bare === null ? null : bare / ours };
}

export function time(name: string, unit: 'ms' | 's', ours: number, bare: number | null = null): Figure {
  return { name, unit, ours, bare, factor: bare === null ? null : ours / bare };
}

/** p50 and p95 of durations in milliseconds. */
export function percentiles(name: string, ours: readonly number[], bare: readonly number[] | null = null): Figure[] {
  return [50, 95].map((p) => time(`${name} p${p}`, 'ms', percentile(ours, p), bare && percentile(bare, p)));
}

/** Processor time of all processes together, in milliseconds; nothing where it cannot be told. */
export function processorPer(what: string, ours: number, bare: number): readonly Figure[] {
  return Number.isNaN(ours) ? [] : [time(`processor time per ${what}, all processes`, 'ms', ours, bare)];
}

/** Nearest rank. @param p 0–100 */
function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}
