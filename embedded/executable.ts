/**
 * Small questions about program files, and running one to its end without blocking the event loop.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';

/** What a finished program said. `code` is null when it could not be started or was killed. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** text for standard input */
  readonly input?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** Runs a program to its end; a failure to start is told in `stderr`. Never rejects. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { input, ...identity } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...identity });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined); // it ended without reading; its exit code says why
    child.once('error', (error) => resolve({ code: null, stdout, stderr: stderr + error.message }));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input ?? '');
  });
}

/** The path of a program that the system would run under this name, or null. Does not run it. */
export async function inSystem(program: string): Promise<string | null> {
  const { code, stdout } = await run('sh', ['-c', 'command -v "$1"', 'sh', program]);
  const path = stdout.trim();
  return code === 0 && isExecutable(path) ? path : null;
}

/** Whether this is a file that we may execute. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
