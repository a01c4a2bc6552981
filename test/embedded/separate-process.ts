/**
 * Runs the room in a process of its own, which a test may kill or run as another user. The sources are compiled into
 * a scratch folder, because a child process has no Jest to read TypeScript for it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** A scratch folder that anybody may enter. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-embedded-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Compiles the room into `<folder>/program`; its packages come from the project. */
export function compileRoom(folder: string): string {
  const program = join(folder, 'program');
  const sources = ['domain/errors.ts', ...readdirSync('embedded').map((name) => `embedded/${name}`)];
  for (const source of sources) {
    const { code } = transformFileSync(source, {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    const target = join(program, source.replace(/\.ts$/, '.js'));
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, code);
  }
  writeFileSync(
    join(program, 'package.json'),
    JSON.stringify({ type: 'module', imports: { '#domain/*': './domain/*.js' } }),
  );
  symlinkSync(join(process.cwd(), 'node_modules'), join(program, 'node_modules'));
  return program;
}

export interface Launcher {
  readonly child: ChildProcess;
  /** the first line it printed; rejects with everything it said if it ends before */
  readonly said: Promise<string>;
}

/**
 * Starts `code` with the room's door as `room` in scope.
 * @param prefix a command that runs the rest, such as `setpriv …`
 */
export function startLauncher(program: string, code: string, prefix: readonly string[] = []): Launcher {
  const script = join(program, `launcher-${readdirSync(program).length}.mjs`);
  writeFileSync(script, `import * as room from './embedded/index.js';\n${code}\n`);
  const [command, args] = prefixed(prefix, [process.execPath, script]);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
  const said = new Promise<string>((resolve, reject) => {
    let out = '';
    let errors = '';
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      const end = out.indexOf('\n');
      if (end >= 0) resolve(out.slice(0, end));
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`ended early: ${out}${errors}`)));
  });
  return { child, said };
}

/** Kills a process as the out-of-memory killer would, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function prefixed(prefix: readonly string[], words: readonly string[]): [command: string, args: string[]] {
  const [command = '', ...args] = prefix.concat(words);
  return [command, args];
}
