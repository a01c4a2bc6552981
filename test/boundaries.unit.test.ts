/** A guard that never fired is no guard: every arrow of boundaries.mjs is broken once in a small tree of the same shape. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Row {
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly packages: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { BY_FILE, ROOMS } = (await import(join(root, 'boundaries.mjs'))) as {
  BY_FILE: readonly string[];
  ROOMS: Readonly<Record<string, Row>>;
};
const names = Object.keys(ROOMS);

describe('the rooms', () => {
  let tree: string;
  let fired: ReadonlySet<string>;

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'vekha-rooms-'));
    buildTree(tree);
    fired = rulesFired(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(names.filter((room) => room !== 'bin'))('of %s refuse an arrow that is not in the table', (room) => {
    expect(fired).toContain(`arrow-${room}`);
  });

  it.each(names.filter((room) => ROOMS[room]?.types.length))(
    'of %s take only types where the table says types',
    (room) => {
      expect(fired).toContain(`types-${room}`);
    },
  );

  it.each(names.filter((room) => room !== 'bin'))('of %s refuse a package that is not in its row', (room) => {
    expect(fired).toContain(`npm-${room}`);
  });

  it.each(names.filter((room) => ROOMS[room]?.packages.includes('node:*') !== true))(
    'of %s refuse a Node built-in that is not in its row',
    (room) => {
      expect(fired).toContain(`node-${room}`);
    },
  );

  it.each(names.filter((room) => !BY_FILE.includes(room) && room !== 'bin'))(
    'of %s are entered by the door alone',
    (room) => {
      expect(fired).toContain(`door-${room}`);
    },
  );

  it('keep fixtures outside, the projection with one writer, and no circles', () => {
    expect([...fired]).toEqual(expect.arrayContaining(['not-imported', 'projection', 'no-circular']));
  });
});

/** One file a broken rule; the files that are imported are empty modules. */
function buildTree(tree: string): void {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  };
  const up = (room: string) => '../'.repeat(room.split('/').length);
  for (const room of names) {
    write(`${room}/index.ts`, 'export const door = 1;\n');
    write(`${room}/inner.ts`, 'export const inner = 1;\n');
  }
  for (const room of names) {
    const row = ROOMS[room];
    if (row === undefined) continue;
    const stranger = names.find((other) => other !== room && !row.values.includes(other) && !row.types.includes(other));
    if (stranger !== undefined) write(`${room}/arrow.ts`, `import '${up(room)}${stranger}/index.js';\n`);
    const [typed] = row.types;
    if (typed !== undefined)
      write(`${room}/types.ts`, `import { door } from '${up(room)}${typed}/index.js';\nvoid door;\n`);
    write(`${room}/npm.ts`, "import 'knip';\n");
    write(`${room}/node.ts`, "import 'node:dgram';\n");
    write(`bin/into-${room.replace('/', '-')}.ts`, `import '../${room}/inner.js';\n`);
  }
  write('test/fixture.ts', 'export const fixture = 1;\n');
  write('domain/outside.ts', "import '../test/fixture.js';\n");
  write('store/projection.ts', 'export const project = 1;\n');
  write('client/projects.ts', "import '../store/projection.js';\n");
  write('domain/one.ts', "import { two } from './two.js';\nexport const one = () => two;\n");
  write('domain/two.ts', "import { one } from './one.js';\nexport const two = () => one;\n");
  write('tsconfig.boundaries.json', '{"compilerOptions":{"module":"nodenext"}}\n');
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
}

function rulesFired(tree: string): ReadonlySet<string> {
  const config = join(root, 'dependency-cruiser.config.mjs');
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', config, '--output-type', 'json', '.'];
  let report: string;
  try {
    report = execFileSync(process.execPath, args, {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    report = (error as { stdout: string }).stdout; // the number of errors is the exit code
  }
  const { summary } = JSON.parse(report) as { summary: { violations: { rule: { name: string } }[] } };
  return new Set(summary.violations.map(({ rule }) => rule.name));
}
