/**
 * Bad input against an installation that runs: one Russian sentence, the promised exit code, and neither a row in
 * PostgreSQL nor a workflow in Temporal more or less than before.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectClient, type ConnectedClient } from '#bin/compose';
import { findPlace } from '#bin/place';
import { readSettings } from '#bin/settings';
import { standInValues } from '#documents';
import type { ErrorCode } from '#domain/errors';
import { freePort } from '#embedded';
import { ONE_SENTENCE, refusalOf, ROOT, vekha } from './command.js';
import { HOSTILE_FILES, writeHostile } from './hostile-files.js';

const ROADMAP = 'ЦОС-2024';
const DOCUMENT = `${ROADMAP}/1/order-appointment`;
const CLOSED_ITEM = `${ROADMAP}/4`;
const HEAD = 'Голубев И.А.';
const CONTROLLER = 'Глевицкая Е.И.';

let dir: string;
let data: string;
let program: ChildProcess;
let here: ConnectedClient;
let database: pg.Client;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-bad-input-'));
  data = join(dir, 'data');
  mkdirSync(data);
  await startProgram();
  const place = findPlace(readSettings({ VEKHA_DATA: data }));
  database = new pg.Client({ connectionString: place.databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ value: number }>(`select value from setting where key = 'clockOffsetMs'`);
  here = await connectClient(readSettings({ VEKHA_DATA: data }), {
    ...place,
    clockOffsetMs: Number(rows[0]?.value),
    smtpUrl: '',
  });
  await liveSome();
  await stillness();
}, 120_000);

afterAll(async () => {
  await here.close();
  await database.end();
  program.kill('SIGINT');
  if (program.exitCode === null) await new Promise((resolve) => program.once('exit', resolve));
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

/** Ready when its page says so. */
async function startProgram(): Promise<void> {
  const port = await freePort();
  const args = ['start', '--data', data, '--port', String(port), '--today', '26.12.2023'];
  program = spawn(process.execPath, [join(ROOT, 'bin/vekha'), ...args], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  program.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await ready())) {
    if (program.exitCode !== null) throw new Error(said);
    await pause(100);
  }
}

/** A launched roadmap with a draft on approval in its third version and an item off control. */
async function liveSome(): Promise<void> {
  const { client } = here;
  await client.orders.import(readFileSync(join(ROOT, 'examples/order-3509-r.docx')), 'order-3509-r.docx');
  await client.officials.import(readFileSync(join(ROOT, 'examples/officials.csv')));
  await client.roadmaps.launch(ROADMAP);
  while ((await client.documents.card(DOCUMENT).catch(() => null))?.version !== 1) await pause(100);
  const person = async (name: string) => (await client.officials.find(name)).id;
  const author = await person('Соколова М.А.');
  const controller = await person(CONTROLLER);
  const values = standInValues('order-appointment', { responsibleId: author });
  await client.documents.fill(DOCUMENT, { by: author, values });
  await client.documents.decide(DOCUMENT, { by: controller, decision: 'return', version: 2, remarks: 'Уточните роль' });
  await client.documents.fill(DOCUMENT, { by: author, values: { ...values, роль: 'ответственным за сверку' } });
  const item = await client.items.card(CLOSED_ITEM);
  await client.items.submitReport(CLOSED_ITEM, {
    by: await person('Тихонов П.С.'),
    text: 'Не требуется',
    evidence: item.results.map(({ key }) => ({
      result: key,
      by: 'waiver' as const,
      words: 'отменено решением комитета',
    })),
  });
  await client.items.acceptReport(CLOSED_ITEM, { by: controller });
}

interface Standing {
  /** Rows of every table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly workflows: readonly string[];
}

async function standing(): Promise<Standing> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const counts = tables.rows.map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`);
  const { rows } = await database.query<{ name: string; n: number }>(counts.join(' union all '));
  const workflows: string[] = [];
  for await (const { workflowId, runId, status } of here.deps.temporal.workflow.list()) {
    workflows.push(`${workflowId} ${runId} ${status.name}`);
  }
  return { rows: Object.fromEntries(rows.map(({ name, n }) => [name, n])), workflows: workflows.sort() };
}

/** Drafts and mails of the launch are let finish: after that nothing happens by itself until the next morning. */
async function stillness(): Promise<void> {
  let before = '';
  for (let equal = 0; equal < 4;) {
    await pause(500);
    const now = JSON.stringify(await standing());
    equal = now === before ? equal + 1 : 0;
    before = now;
  }
}

/** Asked twice, as a person and as a program: both are refused alike, and nothing has changed. */
async function refused(args: readonly string[], exit: number, code: ErrorCode): Promise<string> {
  const before = await standing();
  const [person, message] = await Promise.all([vekha(args, environment()), refusedAsJson(args, exit, code)]);
  expect(person).toEqual({ code: exit, out: '', err: `${message}\n` });
  expect(message).toMatch(ONE_SENTENCE);
  expect(await standing()).toEqual(before);
  return message;
}

async function refusedAsJson(args: readonly string[], exit: number, code: ErrorCode): Promise<string> {
  const machine = await vekha([...args, '--json'], environment());
  expect({ code: machine.code, err: machine.err }).toEqual({ code: exit, err: '' });
  const refusal = refusalOf(machine);
  expect(refusal.code).toBe(code);
  return refusal.message;
}

const environment = () => ({ environment: { VEKHA_DATA: data } });

describe('import of what is no order', () => {
  const [spelledOut, limits] = [HOSTILE_FILES.slice(0, 5), HOSTILE_FILES.slice(5)];

  it.each(spelledOut.map((each) => [each.what, each] as const))('refuses %s', async (_, hostile) => {
    await refused(['import', writeHostile(dir, hostile)], hostile.exit, hostile.code);
  });

  it.each(limits.map((each) => [each.what, each] as const))('stops at %s', async (_, hostile) => {
    const before = await standing();
    await refusedAsJson(['import', writeHostile(dir, hostile)], hostile.exit, hostile.code);
    expect(await standing()).toEqual(before);
  });

  it('refuses an order that is kept already and names its roadmap', async () => {
    const again = ['import', 'examples/order-3509-r.docx'];
    expect(await refused(again, 3, 'roadmap.exists')).toContain(ROADMAP);
  });
});

describe('the directory of officials', () => {
  it('refuses a person without an address and names the line', async () => {
    const people = join(dir, 'people.csv');
    writeFileSync(people, 'фамилия;имя;отчество;пол;должность;почта\nОрлова;Анна;Ивановна;ж;начальник отдела;\n');
    expect(await refused(['officials', 'import', people], 3, 'officials.unreadable')).toMatch(/строка 2.*почта/u);
  });

  it('refuses an address that is two', async () => {
    const people = join(dir, 'two.csv');
    writeFileSync(
      people,
      'фамилия;имя;отчество;пол;должность;почта\nОрлова;Анна;Ивановна;ж;начальник;"a@b.example, c@d.example"\n',
    );
    await refused(['officials', 'import', people], 3, 'officials.unreadable');
  });
});

describe('an act that may not be', () => {
  it('refuses a second launch of the same roadmap', async () => {
    await refused(['launch', ROADMAP], 3, 'roadmap.already_launched');
  });

  it('refuses an approval of a version that is no longer the latest', async () => {
    const approver = ['--by', CONTROLLER];
    expect(await refused(['approve', DOCUMENT, ...approver, '--version', '2'], 3, 'document.stale_version')).toContain(
      '3',
    );
  });

  it('refuses a decision by the wrong person', async () => {
    await refused(['approve', DOCUMENT, '--by', 'Соколова М.А.', '--version', '3'], 3, 'permission.denied');
    await refused(['accept', `${ROADMAP}/5`, '--by', 'Соколова М.А.'], 3, 'permission.denied');
  });

  it('refuses a report on a closed item', async () => {
    const report = ['report', CLOSED_ITEM, '--by', 'Тихонов П.С.', '--text', 'Ещё раз'];
    await refused(report, 3, 'item.closed');
  });

  it('refuses a day that does not exist', async () => {
    const move = ['move-deadline', `${ROADMAP}/5`, '--by', HEAD, '--to', '31.02.2024', '--reason', 'Торги'];
    await refused(move, 2, 'date.unreadable');
  });

  it('refuses a person, an item, a document and a roadmap that are not there', async () => {
    const before = await standing();
    await Promise.all([
      refusedAsJson(['accept', `${ROADMAP}/5`, '--by', 'Никто Н.Н.'], 3, 'official.unknown'),
      refusedAsJson(['accept', `${ROADMAP}/99`, '--by', HEAD], 3, 'item.unknown'),
      refusedAsJson(['approve', `${ROADMAP}/1/letter`, '--by', HEAD, '--version', '1'], 3, 'document.unknown'),
      refusedAsJson(['launch', 'НЕТ-1'], 3, 'roadmap.unknown'),
    ]);
    expect(await standing()).toEqual(before);
  });
});

describe('the journal', () => {
  it('is whole after all these refusals, and a row changed past its guards is found', async () => {
    const verify = () => vekha(['journal', 'verify', '--json'], environment());
    const whole = await verify();
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true, rows: (await standing()).rows['journal'] });
    await database.query(
      `set session_replication_role = replica; update journal set act = 'approve' where id = 5; set session_replication_role = origin`,
    );
    const broken = await verify();
    expect(broken.code).toBe(3);
    expect(JSON.parse(broken.out)).toMatchObject({ ok: false, firstBroken: 5 });
  });
});
