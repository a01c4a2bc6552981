/**
 * One server process in our hands: started by us, or left over from a killed launcher and taken over.
 * Processes get a group of their own, so Ctrl-C in the terminal reaches only the launcher, which stops them in order.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExitReason } from './part.js';
import { markOf, stillRuns, type ProcessMark } from './process-identity.js';

/** What to run, as whom. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** A signal and how long to wait for its effect; after the last one comes SIGKILL. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly graceMs: number;
}

export interface Running {
  /** null when the process could not be started at all */
  readonly mark: ProcessMark | null;
  readonly exited: Promise<ExitReason>;
  hasExited(): boolean;
  stop(steps: readonly StopStep[]): Promise<void>;
}

/** Starts a process whose output goes to `logFile`, never to the terminal. */
export function launch({ command, args, uid, gid }: Command, logFile: string): Running {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  closeSync(log); // the child has its own
  const ended = new Promise<Omit<ExitReason, 'asked'>>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => resolve({ code: null, signal: null, detail: error.message }));
  });
  return hold(child.pid === undefined ? null : markOf(child.pid), ended);
}

/** Takes over a process that is not our child: its end is noticed by looking, and its exit code stays unknown. */
export function adopt(mark: ProcessMark): Running {
  return hold(mark, watch(mark));
}

function hold(mark: ProcessMark | null, ended: Promise<Omit<ExitReason, 'asked'>>): Running {
  let asked = false;
  let over = false;
  const exited = ended.then((reason) => {
    over = true;
    return { ...reason, asked };
  });
  return {
    mark,
    exited,
    hasExited: () => over,
    async stop(steps) {
      asked = true;
      for (const { signal, graceMs } of [...steps, { signal: 'SIGKILL', graceMs: 10_000 } as const]) {
        if (over || mark === null) break;
        signalTo(mark, signal);
        await within(exited, graceMs);
      }
      if (mark !== null && !stillRuns(mark)) return;
      await within(exited, 1000);
    },
  };
}

async function watch(mark: ProcessMark): Promise<Omit<ExitReason, 'asked'>> {
  while (stillRuns(mark)) await sleep(150, undefined, { ref: true });
  return { code: null, signal: null };
}

/** Signals only the process that was marked: a pid that now belongs to a stranger is left alone. */
function signalTo(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!stillRuns(mark)) return;
  try {
    process.kill(mark.pid, signal);
  } catch {
    // ended between the look and the signal, which is what was wanted
  }
}

async function within(event: Promise<unknown>, ms: number): Promise<void> {
  const cancel = new AbortController();
  const timeout = sleep(ms, undefined, { signal: cancel.signal }).catch(() => undefined);
  await Promise.race([event, timeout]);
  cancel.abort();
}
