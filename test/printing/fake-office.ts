/**
 * A program in the place of LibreOffice that does to a document what a part inside tells it: `hangs`, `falls`, `unreadable`.
 * Torn away in the middle, it leaves its profile unfit, as the real one may.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';

export type Fate = 'prints' | 'hangs' | 'falls' | 'unreadable';

export interface FakeOffice {
  readonly program: string;
  /** How many documents each run was given, in order. */
  runs(): readonly number[];
  remove(): void;
}

export function fakeOffice(): FakeOffice {
  const folder = mkdtempSync(join(tmpdir(), 'fake-office-'));
  const program = join(folder, 'soffice');
  const log = join(folder, 'runs');
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}'); // whatever lies in the folders above
  writeFileSync(program, `#!${process.execPath}\nconst LOG = ${JSON.stringify(log)};\n${BEHAVIOUR}`);
  chmodSync(program, 0o755);
  return {
    program,
    runs: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Names of parts stand unpacked in an archive, so the program need not open it. */
export function documentThat(fate: Fate): Uint8Array {
  const text = new TextEncoder().encode('<w:document/>');
  return zipSync({ 'word/document.xml': text, [`fate/${fate}`]: text });
}

const BEHAVIOUR = `
const { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { fileURLToPath } = require('node:url');
const { spawn } = require('node:child_process');
const files = process.argv.filter((each) => each.endsWith('.docx'));
const profile = process.argv.find((each) => each.startsWith('-env:UserInstallation=')).slice(22);
const torn = fileURLToPath(profile) + '/torn';
if (existsSync(torn)) process.exit(81);
writeFileSync(torn, '');
appendFileSync(LOG, files.length + '\\n');
function hang() {
  spawn('sleep', ['300'], { stdio: 'inherit' });
  setInterval(() => undefined, 1000);
}
function print(left) {
  const [file, ...others] = left;
  if (file === undefined) return rmSync(torn);
  const bytes = readFileSync(file, 'latin1');
  if (bytes.includes('fate/hangs')) return hang();
  if (bytes.includes('fate/falls')) return process.kill(process.pid, 'SIGSEGV');
  if (bytes.includes('fate/prints')) writeFileSync(file.replace('.docx', '.pdf'), '%PDF-1.6\\n<</Type/Page>>\\n%%EOF\\n');
  print(others);
}
print(files);
`;
