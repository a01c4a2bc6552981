/** The built command line, run as a person runs it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** After so many milliseconds it is sent SIGINT, as Ctrl-C does. */
  readonly interruptAfterMs?: number;
}

export function vekha(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const environment = Object.entries(options.environment ?? {}).map(([name, value]) => `${name}=${value}`);
  // `env` adds to the environment and becomes the program: signals reach it.
  const child = spawn('env', [...environment, process.execPath, join(ROOT, 'bin/vekha'), ...args], { cwd: ROOT });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined); // it may end without reading
  child.stdin.end(options.input ?? '');
  const { interruptAfterMs } = options;
  const timer =
    interruptAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGINT'), interruptAfterMs).unref();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, err });
    });
  });
}

/** The one Russian sentence a person reads: capital first, full stop last, no line break, no stack. */
export const ONE_SENTENCE = /^[А-ЯЁ«][^\n]*\.$/u;

/** What `--json` prints of a refusal; also sees to its form. */
export function refusalOf({ out }: Ran): { readonly code: string; readonly message: string } {
  const { error } = JSON.parse(out) as { error: { code: string; message: string } };
  expect(error.message).toMatch(ONE_SENTENCE);
  return error;
}
