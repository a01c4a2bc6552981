/**
 * A rehearsal from a file to a folder: a scratch database, the time-skipping server and the mail catcher are started, the
 * very workflows, activities and client of real life run on them, and everything is taken down again.
 */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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
import { claimFolder, removeLeftOvers, startCatcher, startPostgres, temporalTestServerPath, type Say } from '#embedded';
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
import { readBodyRules } from './body-rules.js';
import { activityDeps, clientDeps } from './compose.js';
import { postgresSearch, testServerSearch } from './programs.js';
import { deterministicName, outcomeIn, refuseStrangeFolder, replaceOutcome, type Outcome } from './rehearsal-folder.js';
import type { Settings } from './settings.js';

/** The order is launched at ten on the day it is dated: its first morning is that of the next working day. */
const LAUNCH_MINUTES = 10 * 60;

/** Scratch folders of rehearsals, and the lock by which a live one is known. */
const SCRATCH = 'vekha-rehearsal-';
const STEM = 'rehearsal';

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
 * The folder is touched only when the whole life has been lived: after a refusal it is as it was.
 * @param options `stopAsked` resolves when the person wants no more of it
 * @throws VekhaError what the folder, the directory or the launch is refused with
 */
export async function rehearse(
  settings: Settings,
  options: RehearseOptions & { readonly stopAsked: Promise<unknown> },
  source: RehearsalSource,
  terminal: Terminal,
  say: Say,
): Promise<RehearseReport> {
  const began = performance.now();
  await refuseStrangeFolder(options.out);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    await removeLeftOvers({ dir: tmpdir(), stem: STEM }, SCRATCH);
    const scratch = await mkdtemp(join(tmpdir(), SCRATCH));
    const claim = claimFolder({ name: 'Репетиция', dir: scratch, stem: STEM });
    undo.push(async () => {
      claim.release();
      await rm(scratch, { recursive: true, force: true });
    });
    const outcome = join(scratch, 'outcome');
    const made = outcomeIn(outcome);
    await mkdir(made.documents, { recursive: true });
    const program = await unlessStopped(temporalTestServerPath({ ...testServerSearch(settings), say }), options);
    const testServer = join(scratch, 'temporal-test-server'); // by this name the next rehearsal knows a left-over one
    await symlink(program, testServer);
    const place = { dir: scratch, mailDir: made.mail, testServer };
    const world = await openWorld(settings, source, place, say, undo); // seconds; broken off, it would leave servers
    const summary = await unlessStopped(wholeLife(world, settings, source, options, made, terminal), options);
    await replaceOutcome(options.out, outcome);
    return { ...summary, out: outcomeIn(options.out), seconds: (performance.now() - began) / 1000 };
  } finally {
    for (const step of undo.reverse()) await step().catch(() => undefined);
  }
}

/** What is under way when a person stops it is given up, and fails by itself as its servers go. */
function unlessStopped<T>(work: Promise<T>, { stopAsked }: { readonly stopAsked: Promise<unknown> }): Promise<T> {
  const stopped = stopAsked.then((): never => {
    throw new VekhaError('run.interrupted', 'Репетиция прервана: папка осталась такой, какой была.');
  });
  return Promise.race([work, stopped]);
}

async function wholeLife(
  world: World,
  settings: Settings,
  source: RehearsalSource,
  options: RehearseOptions,
  made: Outcome,
  terminal: Terminal,
): Promise<Omit<RehearseReport, 'out' | 'seconds'>> {
  const rehearsal = await live(world, settings, source, options, terminal);
  const documents = await writeDocuments(world.client, rehearsal.code, made.documents);
  await writeFile(made.timeline, `${JSON.stringify(rehearsal.timeline, null, 2)}\n`);
  await writeFile(made.report, renderReport(rehearsal));
  return { ...summarise(rehearsal), documents };
}

/** Each part is undone in the reverse order of its start, whatever happens in between. */
async function openWorld(
  settings: Settings,
  { checked }: RehearsalSource,
  { dir, mailDir, testServer }: { readonly dir: string; readonly mailDir: string; readonly testServer: string },
  say: Say,
  undo: (() => Promise<unknown>)[],
): Promise<World> {
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    shutdownSignals: [], // Ctrl-C ends the whole rehearsal, not the worker alone
    telemetryOptions: { logging: { forward: {}, filter: 'OFF' } },
  });
  const [postgres, env] = await bothOf(
    startPostgres({ dir, say, durable: false, ...postgresSearch(settings) }),
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: testServer } } }),
    undo,
  );
  const unheard = { ...say, line: () => undefined }; // it would name a folder that is gone when the person reads of it
  const catcher = await startCatcher({ dir: mailDir, say: unheard, name: deterministicName() });
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

/** When one does not start, the other is taken down all the same. */
async function bothOf<P extends { stop(): Promise<unknown> }, E extends { teardown(): Promise<unknown> }>(
  startingPart: Promise<P>,
  startingEnv: Promise<E>,
  undo: (() => Promise<unknown>)[],
): Promise<[P, E]> {
  const part = startingPart.then((started) => {
    undo.push(() => started.stop());
    return started;
  });
  const env = startingEnv.then((started) => {
    undo.push(() => started.teardown());
    return started;
  });
  await Promise.allSettled([part, env]);
  return Promise.all([part, env]);
}

async function live(
  { client, time }: World,
  settings: Settings,
  { order, officials, checked }: RehearsalSource,
  { scenario, file, plan, told }: RehearseOptions,
  terminal: Terminal,
): Promise<Rehearsal> {
  const zone = { utcOffsetMinutes: settings.utcOffsetMinutes };
  const { code } = await client.orders.import(order, basename(file), { plan, told });
  await client.officials.import(officials ?? standInDirectory(checked));
  const start = dayOf(await time.now(), zone);
  await client.roadmaps.launch(code, { late: true });
  const driven = await drive(code, scenario, {
    client,
    time,
    calendar: readBodyRules(settings).calendar,
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
