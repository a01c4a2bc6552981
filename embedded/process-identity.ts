/**
 * Tells one process from another that later got the same pid: a pid counts only together with its start time.
 * Linux reads /proc, macOS asks `ps`. Never signals anything.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process that cannot be confused with another on this machine. */
export interface ProcessMark {
  readonly pid: number;
  /** opaque; equal only for the same process */
  readonly startedAt: string;
}

/** The mark of a running process, or null when there is none; a zombie does not run. */
export function markOf(pid: number): ProcessMark | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const startedAt = process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** Whether the very process that was marked still runs. */
export function stillRuns(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.startedAt === mark.startedAt;
}

/**
 * Processes whose command line holds these arguments one after another. To be asked only with a run of arguments that
 * nobody else would have, such as a flag and an absolute path in our own data folder.
 */
export function processesWithArguments(run: readonly string[]): ProcessMark[] {
  const pids =
    process.platform === 'linux'
      ? linuxPidsWith(`\0${run.join('\0')}\0`)
      : psPidsWith((line) => line.includes(` ${run.join(' ')} `));
  return pids.map(markOf).filter((mark) => mark !== null);
}

/** Processes run from this folder, or with an argument that is a path in it. To be asked only with a folder of our own. */
export function processesOn(folder: string): ProcessMark[] {
  const pids =
    process.platform === 'linux' ? linuxPidsWith(`\0${folder}/`) : psPidsWith((line) => line.includes(` ${folder}/`));
  return pids.map(markOf).filter((mark) => mark !== null);
}

function linuxStart(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields[0], fields[19]];
  if (state === undefined || ticks === undefined || 'ZXx'.includes(state)) return null;
  return `${bootId()}/${ticks}`; // ticks count from boot, so a boot's id belongs to the mark
}

function bootId(): string {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

/** Every argument ends with a NUL; one is put before the first of all, which is the program. */
function linuxPidsWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => `\0${readOrNull(`/proc/${name}/cmdline`) ?? ''}`.includes(text))
    .map(Number);
}

function psStart(pid: number): string | null {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [, state, startedAt] = /^\s*(\S+)\s+(.+?)\s*$/.exec(stdout) ?? [];
  return state === undefined || startedAt === undefined || state.startsWith('Z') ? null : startedAt;
}

function psPidsWith(isMeant: (line: string) => boolean): number[] {
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return stdout
    .split('\n')
    .filter((line) => isMeant(`${line} `))
    .map((line) => Number.parseInt(line, 10));
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // gone meanwhile, or not ours to read
  }
}
