/**
 * Watches how much memory and processor time processes take while a section runs. The own process is asked by Node; others are read from
 * /proc, so elsewhere than on Linux only the own process is reported.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Memory } from './figures.js';

/** Name of a process → its id; with `tree` its descendants count too, pages they share counted once. */
export interface Watched {
  readonly name: string;
  readonly pid: number;
  readonly tree?: boolean;
}

const EVERY_MS = 500;
/** Linux counts in hundredths of a second wherever Node runs. */
const MS_PER_TICK = 10;

/** Runs `work` and returns beside its result the peaks of its own process and of whatever `watched` names by then. */
export async function withMemory<T>(
  watched: () => readonly Watched[],
  work: () => Promise<T>,
): Promise<{ result: T; memory: Memory }> {
  const peaks: Record<string, number> = {};
  const note = (name: string, bytes: number) => (peaks[name] = Math.max(peaks[name] ?? 0, bytes / 1e6));
  const look = () => {
    note('bench', process.memoryUsage().rss);
    for (const { name, pid, tree } of watched()) {
      const bytes = tree === true ? treeBytes(pid) : residentBytes(pid);
      if (bytes !== null) note(name, bytes);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    const result = await work();
    look();
    return { result, memory: peaks };
  } finally {
    clearInterval(timer);
  }
}

/**
 * Counts the processor time of these processes, of what they have started, and of the bench itself: it tells what work
 * costs even while other programs share the machine.
 * @returns asked later: milliseconds used since; not a number elsewhere than on Linux
 */
export function processorTime(watched: readonly Watched[]): () => number {
  const now = () => {
    const { user, system } = process.cpuUsage();
    const pids = watched.flatMap(({ pid, tree }) => (tree === true ? descendantsOf(pid) : [pid]));
    return pids.reduce((sum, pid) => sum + processorTicks(pid) * MS_PER_TICK, (user + system) / 1000);
  };
  if (process.platform !== 'linux') return () => Number.NaN;
  const began = now();
  return () => now() - began;
}

/** Processes whose parent is `pid`, with their command lines. */
export function childrenOf(pid: number): readonly { readonly pid: number; readonly command: string }[] {
  return processes()
    .filter((each) => each.parent === pid)
    .map((each) => ({ pid: each.pid, command: (read(`/proc/${each.pid}/cmdline`) ?? '').replaceAll('\0', ' ') }));
}

/** The process itself and everything below it. */
function descendantsOf(root: number): readonly number[] {
  const all = processes();
  const tree = [root];
  for (const pid of tree) tree.push(...all.filter(({ parent }) => parent === pid).map((each) => each.pid));
  return tree;
}

/** User and system time of a process and of its children that have ended. */
function processorTicks(pid: number): number {
  const fields = statFields(pid);
  return fields === null ? 0 : fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

function treeBytes(root: number): number | null {
  const sizes = descendantsOf(root).map((pid) => kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss') ?? 0);
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  return total === 0 ? null : total;
}

function residentBytes(pid: number): number | null {
  return kilobytes(`/proc/${pid}/status`, 'VmRSS');
}

function kilobytes(file: string, field: string): number | null {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'mu').exec(read(file) ?? '')?.[1];
  return found === undefined ? null : Number(found) * 1024;
}

function processes(): readonly { pid: number; parent: number }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      const parent = statFields(Number(name))?.[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
}

/** Fields from the third on: the second is the program's name in brackets and may itself hold spaces. */
function statFields(pid: number): readonly string[] | null {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Null when the process has gone, or is not ours to read. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
