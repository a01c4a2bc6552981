/** Which LibreOffice this is; asking makes no profile and opens nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

const TIME_LIMIT_MS = 15_000;

/** @returns «LibreOffice 7.4.7.2, /usr/bin/soffice»; the path alone when the program does not say */
export async function officeVersion(program: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-printing-'));
  try {
    const signal = new AbortController().signal;
    const { output } = await runProgram({ program, args: ['--version'], folder, timeLimitMs: TIME_LIMIT_MS, signal });
    const version = /\d+(?:\.\d+)+/u.exec(output.toString('utf8'))?.[0];
    return version === undefined ? program : `LibreOffice ${version}, ${program}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
