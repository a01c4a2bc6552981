/**
 * Starts one embedded server in its data folder, whatever the last launcher left behind there.
 * One launcher per folder; a server that survived a killed launcher is taken over or stopped; the port stays the same.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { VekhaError } from '#domain/errors';
import { claimFolder } from './claim.js';
import { lastLine, sizeOf, textFrom, trimLog } from './log-tail.js';
import type { ServerPart } from './part.js';
import { becomesFree, rememberedPort, rememberPort } from './port.js';
import { processesWithArguments, stillRuns } from './process-identity.js';
import { adopt, launch, type Command, type Running, type StopStep } from './running.js';
import { seconds, type Say } from './say.js';
import { forgetRecord, runningServer, writeRecord, type ServerRecord } from './server-record.js';

/** What differs between servers. */
export interface ServerKind {
  /** name and version for people: «PostgreSQL 18.4» */
  readonly name: string;
  /** folder of the installation's data; made when absent, readable by the owner only */
  readonly dir: string;
  /** first part of the names of all files of this server in `dir` */
  readonly stem: string;
  /** asked for by a person; taken or refused, never replaced by another */
  readonly port?: number | undefined;
  /** arguments that stand one after another in the command line of this server on these data, and in no other's */
  readonly hallmark: readonly string[];
  readonly stopSteps: readonly StopStep[];
  readonly readyWithinMs: number;
  /** log lines after which another attempt may succeed, because something left over is just about to go */
  readonly passing: RegExp;
  command(port: number): Command;
  /** called once per start, before the first launch, when no server runs on the data */
  setUp?(): Promise<void>;
  /** called before each launch, when no server runs on the data */
  prepare?(): void;
  ready(port: number, pid: number): Promise<boolean>;
}

/**
 * Starts the server or takes over the one that runs on these data.
 * @throws VekhaError 'embedded.start_failed' when another live launcher holds the folder, when the port that was asked
 *   for is taken, or when the server does not become ready in time; the message names the log file
 */
export async function startServer(kind: ServerKind, say: Say): Promise<ServerPart> {
  const claim = claimFolder(kind);
  const began = performance.now();
  try {
    const found = await takeOver(kind);
    const { running, port } = found ?? (await launchUntilReady(kind));
    if (running.mark === null) throw notStarted(kind, '');
    const { mark } = running;
    rememberPort(portFile(kind), port);
    writeRecord(kind.dir, kind.stem, { mark, port, args: kind.command(port).args });
    say.line(
      found === null
        ? `${kind.name}: запущен на порту ${port} (${seconds(performance.now() - began)})`
        : `${kind.name}: уже работал на порту ${port}, подхвачен после прерванного запуска`,
    );
    const exited = running.exited.then((reason) => {
      forgetRecord(kind.dir, kind.stem);
      claim.release();
      return reason;
    });
    return {
      name: kind.name,
      pid: mark.pid,
      port,
      adopted: found !== null,
      exited,
      async stop() {
        await running.stop(kind.stopSteps);
        await exited;
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** A server left over from a killed launcher: kept when it is just what we would start and it answers, else stopped. */
async function takeOver(kind: ServerKind): Promise<{ running: Running; port: number } | null> {
  const record = runningServer(kind.dir, kind.stem);
  if (record !== null && (kind.port ?? record.port) === record.port && sameArgs(kind, record)) {
    const until = Date.now() + 3000;
    while (Date.now() < until && stillRuns(record.mark)) {
      if (await kind.ready(record.port, record.mark.pid)) return { running: adopt(record.mark), port: record.port };
      await sleep(50);
    }
  }
  const left = processesWithArguments(kind.hallmark);
  if (record !== null && !left.some(({ pid }) => pid === record.mark.pid)) left.push(record.mark);
  for (const mark of left) await adopt(mark).stop(kind.stopSteps);
  return null;
}

function sameArgs(kind: ServerKind, record: ServerRecord): boolean {
  return JSON.stringify(kind.command(record.port).args) === JSON.stringify(record.args);
}

async function launchUntilReady(kind: ServerKind): Promise<{ running: Running; port: number }> {
  let port = await choosePort(kind);
  await kind.setUp?.();
  const until = Date.now() + kind.readyWithinMs;
  const log = logFile(kind);
  trimLog(log);
  for (;;) {
    const from = sizeOf(log);
    kind.prepare?.();
    const running = launch(kind.command(port), log);
    // Written at once: were we killed before the server is ready, the next start would know it by this record.
    if (running.mark !== null)
      writeRecord(kind.dir, kind.stem, { mark: running.mark, port, args: kind.command(port).args });
    if (await becomesReady(kind, running, port, until)) return { running, port };
    const ended = running.hasExited() ? await running.exited : null;
    await running.stop(kind.stopSteps);
    forgetRecord(kind.dir, kind.stem);
    const said = textFrom(log, from);
    const mayPass = ended !== null && kind.passing.test(said);
    if (!mayPass || Date.now() > until) throw notStarted(kind, ended?.detail ?? lastLine(said));
    await sleep(100);
    port = await choosePort(kind);
  }
}

async function becomesReady(kind: ServerKind, running: Running, port: number, until: number): Promise<boolean> {
  while (Date.now() < until && !running.hasExited()) {
    if (running.mark !== null && (await kind.ready(port, running.mark.pid))) return true;
    await sleep(20);
  }
  return false;
}

async function choosePort(kind: ServerKind): Promise<number> {
  // A server that was just killed lets go of its port a moment later.
  if (kind.port === undefined) return rememberedPort(portFile(kind), 3000);
  if (await becomesFree(kind.port, 2000)) return kind.port;
  throw new VekhaError(
    'embedded.start_failed',
    `${kind.name}: порт ${kind.port} занят другой программой; освободите его или укажите другой порт`,
    { port: kind.port },
  );
}

function notStarted(kind: ServerKind, why: string): VekhaError {
  const reason = why === '' ? '' : `: ${why}`;
  return new VekhaError(
    'embedded.start_failed',
    `${kind.name} не запустился${reason}; подробности в журнале «${logFile(kind)}»`,
  );
}

const portFile = (kind: ServerKind): string => join(kind.dir, `${kind.stem}.port`);
const logFile = (kind: ServerKind): string => join(kind.dir, `${kind.stem}.log`);
