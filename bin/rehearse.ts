/**
 * A rehearsal from a file to a folder: a scratch database, the time-skipping server and the mail catcher are started, the
 * very workflows, activities and client of real life run on them, and everything is taken down again.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { RehearseOptions, RehearseReport, Terminal } from '#cli';
import { createClient, ensureProcesses, type CheckedOrder, type VekhaClient } from '#client';
import { standInValues } from '#documents';
import { dayOf, instantOf, type Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { dotted } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';
import { startCatcher, startPostgres, temporalTestServerPath, type ParsedMail, type Say } from '#embedded';
import {
  drive,
  renderReport,
  standInDirectory,
  summarise,
  timelineOf,
  type Rehearsal,
  type RehearsalTime,
} from '#rehearsal';
import { migrate, openStore } from '#store';
import { startWorkers } from '#worker';
import { activityDeps, clientDeps } from './compose.js';
import { postgresSearch, testServerSearch } from './programs.js';
import type { Settings } from './settings.js';

/** The order is launched at ten on the day it is dated: its first morning is that of the next working day. */
const LAUNCH_MINUTES = 10 * 60;

export interface RehearsalSource {
  readonly order: Uint8Array;
  readonly checked: CheckedOrder;
  /** CSV of a directory; null: stand-ins named after their roles. */
  readonly officials: Uint8Array | null;
}

interface World {
  readonly client: VekhaClient;
  readonly time: RehearsalTime;
}

/**
 * @throws VekhaError what the folder, the directory or the launch is refused with
 */
export async function rehearse(
  settings: Settings,
  options: RehearseOptions,
  source: RehearsalSource,
  terminal: Terminal,
  say: Say,
): Promise<RehearseReport> {
  const began = performance.now();
  const out = await emptyFolders(options.out);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const world = await openWorld(settings, source, out.mail, say, undo);
    const rehearsal = await live(world, settings, source, options, terminal);
    await writeFile(out.timeline, `${JSON.stringify(rehearsal.timeline, null, 2)}\n`);
    await writeFile(out.report, renderReport(rehearsal));
    const documents = await writeDocuments(world.client, rehearsal.code, out.documents);
    return { ...summarise(rehearsal), documents, out, seconds: (performance.now() - began) / 1000 };
  } finally {
    for (const step of undo.reverse()) await step().catch(() => undefined);
  }
}

/** Each part is undone in the reverse order of its start, whatever happens in between. */
async function openWorld(
  settings: Settings,
  { checked }: RehearsalSource,
  mailDir: string,
  say: Say,
  undo: (() => Promise<unknown>)[],
): Promise<World> {
  const scratch = await mkdtemp(join(tmpdir(), 'vekha-rehearsal-'));
  undo.push(() => rm(scratch, { recursive: true, force: true }));
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { forward: {}, filter: 'OFF' } },
  });
  const testServer = await temporalTestServerPath({ ...testServerSearch(settings), say });
  const [postgres, env] = await Promise.all([
    startPostgres({ dir: scratch, say, durable: false, ...postgresSearch(settings) }),
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: testServer } },
    }),
  ]);
  undo.push(() => postgres.stop());
  undo.push(() => env.teardown());
  const catcher = await startCatcher({ dir: mailDir, say, name: deterministicName() });
  undo.push(() => catcher.stop());
  const store = openStore(postgres.url);
  undo.push(() => store.close());
  await migrate(store);
  const zone = { utcOffsetMinutes: settings.utcOffsetMinutes };
  const clockOffsetMs = instantOf(checked.order.date, LAUNCH_MINUTES, zone) - (await env.currentTimeMs());
  const quiet = {
    info: () => undefined,
    warn: (_message: string, { why }: { readonly why?: unknown } = {}) => {
      if (typeof why === 'string') say.line(why);
    },
  };
  const unhurried = { ...settings, mailsPerSecond: 1000 }; // nobody's mail server is at the other end
  const activities = await activityDeps(unhurried, { smtpUrl: catcher.url, clockOffsetMs }, store, quiet);
  undo.push(async () => {
    activities.mail.sender.close();
  });
  const workers = await startWorkers({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    activities,
  });
  undo.push(() => workers.stop());
  // A plain client: the environment's own lets the clock run away while a result is awaited.
  const temporal = new Client({ connection: env.connection, namespace: env.namespace ?? 'default' });
  const serverNow = () => env.currentTimeMs();
  const deps = clientDeps(settings, { clockOffsetMs }, { store, temporal, serverNow });
  await ensureProcesses(deps);
  const now = async (): Promise<Instant> => (await serverNow()) + clockOffsetMs;
  return {
    client: createClient(deps),
    time: {
      now,
      async sleepUntil(at) {
        const ms = at - (await now());
        if (ms > 0) await env.sleep(ms);
      },
    },
  };
}

async function live(
  { client, time }: World,
  settings: Settings,
  { order, officials, checked }: RehearsalSource,
  { scenario, file }: RehearseOptions,
  terminal: Terminal,
): Promise<Rehearsal> {
  const zone = { utcOffsetMinutes: settings.utcOffsetMinutes };
  const { code } = await client.orders.import(order, basename(file));
  await client.officials.import(officials ?? standInDirectory(checked));
  const start = dayOf(await time.now(), zone);
  await client.roadmaps.launch(code);
  const driven = await drive(code, scenario, {
    client,
    time,
    calendar: workingCalendar(),
    zone,
    standInValues,
    onProgress: (day, share) => terminal.progress(`Репетиция ${code}: ${dotted(day)}`, share),
  });
  const roadmap = await client.roadmaps.card(code);
  const mails = await client.mails.list({ limit: 100_000 });
  const timeline = timelineOf(await client.roadmaps.journal(code), mails, zone);
  const people = await client.officials.list();
  return { code, scenario, roadmap, timeline, people, from: start, to: driven.endedOn };
}

async function writeDocuments(client: VekhaClient, code: string, dir: string): Promise<number> {
  const { items } = await client.roadmaps.card(code);
  let count = 0;
  for (const document of items.flatMap((item) => item.documents)) {
    for (let version = 1; version <= document.version; version += 1) {
      const { fileName, bytes } = await client.documents.file(document.id, version);
      await writeFile(join(dir, fileName), bytes);
    }
    count += 1;
  }
  return count;
}

/** An earlier rehearsal in the folder is replaced; a folder with anything else in it is left alone. */
async function emptyFolders(out: string): Promise<RehearseReport['out']> {
  const ours = new Set(['mail', 'documents', 'timeline.json', 'report.html']);
  const found = await readdir(out).catch(() => []);
  const strange = found.find((name) => !ours.has(name));
  if (strange !== undefined) {
    throw new VekhaError(
      'usage.invalid',
      `В папке ${out} лежит «${strange}»: укажите пустую папку или папку прежней репетиции, чтобы ничего не затереть.`,
    );
  }
  for (const name of found) await rm(join(out, name), { recursive: true, force: true });
  const folders = {
    mail: join(out, 'mail'),
    documents: join(out, 'documents'),
    timeline: join(out, 'timeline.json'),
    report: join(out, 'report.html'),
  };
  await mkdir(folders.mail, { recursive: true });
  await mkdir(folders.documents, { recursive: true });
  return folders;
}

/** By what the letter says, so that two rehearsals name alike: instant (UTC), recipient, subject. */
function deterministicName() {
  const seen = new Map<string, number>();
  return ({ date, to, subject }: Pick<ParsedMail, 'date' | 'to' | 'subject'>): string => {
    const minute = (date ?? '').slice(0, 16).replace('T', ' ').replace(':', '');
    const words = `${minute} ${to[0]?.address ?? ''} ${subject}`.replaceAll(/[^\p{L}\p{N}@. _-]/gu, '');
    const base = words.slice(0, 100).trim();
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base} ${n}`;
  };
}
