/**
 * One run of a program with everything that it starts: when the time is up or nobody waits any more, the whole group of
 * processes goes. Sees nothing of the environment, so no secret of ours can get into it.
 */
import { spawn, type ChildProcess } from 'node:child_process';

export interface Run {
  readonly program: string;
  readonly args: readonly string[];
  /** Working folder and home of the program. */
  readonly folder: string;
  readonly timeLimitMs: number;
  readonly signal: AbortSignal;
}

export interface Ended {
  /** `time`: the limit; `stopped`: nobody waits any more. */
  readonly why: 'exit' | 'time' | 'stopped';
  /** Null when it was killed or did not start. */
  readonly code: number | null;
  readonly output: Buffer;
  /** The last words of its error stream. */
  readonly complaint: string;
}

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const MOST_COMPLAINT = 4_000;

/** After its end; a process that left the group may hold its streams open for ever. */
const LAST_WORDS_MS = 1_000;

/** Never rejects. */
export function runProgram({ program, args, folder, timeLimitMs, signal }: Run): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      // A group of its own: LibreOffice starts others, and a signal to the first would leave them running.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(process.platform === 'win32' ? {} : { env: environment(folder) }),
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let [bytes, complaint, why]: [number, string, Ended['why']] = [0, '', 'exit'];
    const end = (reason: Ended['why']): void => {
      why = reason;
      killGroup(child);
    };
    let deaf: NodeJS.Timeout | undefined;
    const clock = setTimeout(() => end('time'), timeLimitMs);
    const stop = (): void => end('stopped');
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_OUTPUT_BYTES) chunks.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-MOST_COMPLAINT);
    });
    child.once('exit', () => {
      killGroup(child); // what it started and did not wait for
      deaf = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LAST_WORDS_MS);
    });
    const ended = (code: number | null): void => {
      clearTimeout(clock);
      clearTimeout(deaf);
      signal.removeEventListener('abort', stop);
      resolve({ why, code, output: Buffer.concat(chunks), complaint: complaint.trim() });
    };
    child.once('error', (error) => {
      complaint += error.message;
      ended(null);
    });
    child.once('close', ended);
  });
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => undefined);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nothing of the group is left
  }
}
