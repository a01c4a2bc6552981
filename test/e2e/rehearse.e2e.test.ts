/** The main job, end to end, as a person runs it: the real order goes from a file to a lived year. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Event {
  readonly at: string;
  readonly item: string | null;
  readonly what: string;
  readonly who: string | null;
  readonly document: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

function vekha(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'bin/vekha'), ...args], { cwd: root, encoding: 'utf8', input });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('a rehearsal of order 3509-р on time', () => {
  let out: string;
  let report: Record<string, unknown>;
  let timeline: readonly Event[];

  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'vekha-e2e-'));
    const people = ['--officials', 'examples/officials.csv'];
    const run = vekha(['rehearse', 'examples/order-3509-r.docx', ...people, '--out', out, '--json']);
    expect(run.status).toBe(0);
    report = JSON.parse(run.out) as Record<string, unknown>;
    timeline = JSON.parse(readFileSync(join(out, 'timeline.json'), 'utf8')) as Event[];
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('takes all seven items off control and lets none fall overdue', () => {
    expect(report).toMatchObject({ code: 'ЦОС-2024', items: 7, offControl: 7, overdue: 0 });
  });

  it('drafts exactly the documents that the seven items name', () => {
    const drafted = timeline.filter(({ what, facts }) => what === 'draft' && facts['version'] === 1);
    expect(drafted.map(({ document }) => document).sort()).toEqual([
      'ЦОС-2024/1/order-appointment',
      'ЦОС-2024/2/letter-organisations',
      'ЦОС-2024/2/order-organisations',
      'ЦОС-2024/3/letter-equipment',
      'ЦОС-2024/3/order-equipment',
      'ЦОС-2024/4/register-notices',
      'ЦОС-2024/5/register-acceptance',
      'ЦОС-2024/6/form-monitoring',
      'ЦОС-2024/7/form-monitoring',
    ]);
    const issued = timeline.filter(({ what }) => what === 'issue').map(({ item }) => item);
    expect(issued.sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('reminds of item 4 on the ladder’s working days until its report is accepted', () => {
    const days = timeline
      .filter(({ item, what }) => item === '4' && (what === 'reminder' || what === 'dueToday' || what === 'overdue'))
      .map(({ at }) => at.slice(0, 10));
    expect(days).toEqual(['2024-02-01', '2024-02-08', '2024-02-12', '2024-02-14']);
  });

  it('sends nobody more than one mail at nine o’clock', () => {
    const mornings = timeline.filter(({ what, at }) => what === 'mail' && at.endsWith('T09:00'));
    const keys = mornings.map(({ at, who }) => `${at} ${who ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(mornings.length).toBeGreaterThan(20);
  });

  it('leaves every mail and every version as a file', () => {
    const mails = timeline.filter(({ what }) => what === 'mail').length;
    expect(readdirSync(join(out, 'mail')).filter((name) => name.endsWith('.eml'))).toHaveLength(mails);
    expect(readdirSync(join(out, 'documents')).length).toBeGreaterThan(16);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Репетиция');
  });
});

describe('the seven items', () => {
  it('have exactly the expected deadlines', () => {
    const run = vekha(['import', 'examples/order-3509-r.txt', '--check', '--json']);
    const { items } = JSON.parse(run.out) as { items: { deadline: { kind: string; workingDue: string | null } }[] };
    expect(run.status).toBe(0);
    expect(items.map(({ deadline }) => deadline.workingDue)).toEqual([
      '2023-12-29',
      '2023-12-29',
      null,
      '2024-02-15',
      '2024-08-23',
      '2024-08-23',
      '2024-11-29',
    ]);
    expect(items[2]?.deadline.kind).toBe('external');
  });
});

describe('the command line', () => {
  it.each(readdirSync(join(root, 'test/fixtures/hostile')).filter((name) => /\.(txt|docx)$/u.test(name)))(
    'answers %s with one sentence and code 3',
    (name) => {
      const run = vekha(['import', `test/fixtures/hostile/${name}`, '--check', '--json']);
      const { error } = JSON.parse(run.out) as { error: { message: string } };
      expect(run.status).toBe(3);
      expect(error.message).toMatch(/^[А-ЯЁ«].*\.$/su);
    },
  );

  it('reads deadlines line by line from standard input', () => {
    const run = vekha(['deadline', '-', '--order-date', '2023-12-26'], '25 августа 2024 года;\nпостоянно\n');
    const lines = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; workingDue: string | null });
    expect(lines).toMatchObject([
      { kind: 'date', workingDue: '2024-08-23' },
      { kind: 'continuous', workingDue: null },
    ]);
  });

  it('says plainly that nothing runs', () => {
    const run = vekha(['status', '--json']);
    expect(run.status).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({ error: { code: 'engine.unavailable' } });
  });
});
