/** A rehearsal that is refused, or broken off, leaves nothing: no folder, no server, no temporary files. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HEAD, HEADER, tbl, tr, wordFile } from '../importer/word-file.js';
import { ONE_SENTENCE, refusalOf, ROOT, vekha, type Ran, type RunOptions } from './command.js';
import { HOSTILE_FILES, writeHostile } from './hostile-files.js';

const SAMPLE = join(ROOT, 'examples/order-3509-r.docx');

let dir: string;
let out: string;
let temporary: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-refused-'));
  out = join(dir, 'out');
  temporary = join(dir, 'temporary');
  mkdirSync(temporary);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function rehearse(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return vekha(['rehearse', ...args], { ...options, environment: { TMPDIR: temporary } });
}

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}

/** Every process that was started with our folder for temporary files, whoever is its parent by now. */
function leftRunning(): readonly string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${temporary}\0`);
    } catch {
      return false; // not a process, or gone meanwhile
    }
  });
}

function expectNothingLeft(): void {
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
  expect(leftRunning()).toEqual([]);
}

describe('a rehearsal is refused and leaves nothing', () => {
  it.each(HOSTILE_FILES.map((each) => [each.what, each] as const))('of %s', async (_, hostile) => {
    const ran = await rehearse([writeHostile(dir, hostile), '--out', out, '--json']);
    expect(ran.code).toBe(hostile.exit);
    expect(refusalOf(ran).code).toBe(hostile.code);
    expectNothingLeft();
  });

  it('with a directory that cannot be read', async () => {
    const officials = written('people.csv', 'имя;адрес\nОрлов;x@example.test\n');
    const ran = await rehearse([SAMPLE, '--officials', officials, '--out', out]);
    expect(ran.code).toBe(3);
    expect(ran.err.trim()).toMatch(ONE_SENTENCE);
    expectNothingLeft();
  });

  it('with an order whose deadline a person must settle first, which shows only at its launch', async () => {
    const order = wordFile(HEAD + tbl(HEADER, tr('1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', 'весна 2024')));
    const ran = await rehearse([written('unclear.docx', order), '--out', out, '--json']);
    expect(ran.code).toBe(3);
    expect(refusalOf(ran).code).toBe('roadmap.not_ready');
    expectNothingLeft();
  });

  it('into a folder that holds something else, or is a file', async () => {
    const strange = join(dir, 'strange');
    mkdirSync(strange);
    writeFileSync(join(strange, 'thesis.docx'), 'x');
    expect((await rehearse([SAMPLE, '--out', strange])).code).toBe(2);
    expect(readdirSync(strange)).toEqual(['thesis.docx']);
    expect((await rehearse([SAMPLE, '--out', join(strange, 'thesis.docx')])).code).toBe(2);
    expectNothingLeft();
  });
});

describe('a rehearsal broken off with Ctrl-C', () => {
  it('stops its servers, keeps the folder as it was and says so', async () => {
    const ran = await rehearse([SAMPLE, '--out', out], { interruptAfterMs: 4000 });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('Репетиция прервана');
    expectNothingLeft();
  });
});
