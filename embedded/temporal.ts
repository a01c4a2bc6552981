/**
 * The Temporal development server as a process of ours, on 127.0.0.1 only, with everything in one SQLite file.
 * The write-ahead log is flushed at each commit: a power cut loses nothing that was acknowledged (design §9).
 */

import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { VekhaError } from '#domain/errors';
import { run } from './executable.js';
import { isServing, searchAttributes } from './grpc-probe.js';
import { lastLine } from './log-tail.js';
import type { ServerPart } from './part.js';
import { TEMPORAL_CLI } from './program-pins.js';
import type { Say } from './say.js';
import { startServer, type ServerKind } from './server.js';
import { runningServer } from './server-record.js';
import { temporalCliPath } from './temporal-programs.js';

export type SearchAttributeType = 'Keyword' | 'Datetime' | 'Int' | 'Bool' | 'Text' | 'Double' | 'KeywordList';

/** The search attributes of design §3 rule 8; codes only, never names of people. */
export const SEARCH_ATTRIBUTES: Readonly<Record<string, SearchAttributeType>> = {
  RoadmapCode: 'Keyword',
  ItemNo: 'Keyword',
  ItemStatus: 'Keyword',
  DueDate: 'Datetime',
  WaitsFor: 'Keyword',
};

export interface TemporalOptions {
  /** the installation's data folder; several parts may share it */
  readonly dir: string;
  /** default: the port of the last start, else a free one */
  readonly port?: number | undefined;
  readonly say: Say;
  /** default `vekha`; made at start */
  readonly namespace?: string | undefined;
  /** default SEARCH_ATTRIBUTES; one that is missing on an older file is added */
  readonly searchAttributes?: Readonly<Record<string, SearchAttributeType>> | undefined;
  /** a path that a person set (TEMPORAL_CLI_PATH); a wrong one is an error */
  readonly cliPath?: string | undefined;
  /** see ProgramSearch */
  readonly cacheDir?: string | undefined;
  readonly python?: string | undefined;
  readonly downloadSite?: string | undefined;
}

export interface TemporalPart extends ServerPart {
  /** host and port of the gRPC front end */
  readonly address: string;
  readonly namespace: string;
}

/**
 * Starts the development server; resolves when it serves and has the namespace and all search attributes.
 * @throws VekhaError 'embedded.binary_missing' when the program is not to be had, 'embedded.start_failed' when it does
 *   not start or another live launcher uses the folder
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalPart> {
  const { say, port, namespace = 'vekha', searchAttributes: attributes = SEARCH_ATTRIBUTES } = options;
  const dir = resolve(options.dir);
  const program = await temporalCliPath({ ...options, path: options.cliPath });
  const file = join(dir, 'temporal.db');
  const kind: ServerKind = {
    name: options.cliPath === undefined ? TEMPORAL_CLI.title : 'Temporal',
    dir,
    stem: 'temporal',
    port,
    hallmark: ['start-dev', '--db-filename', file],
    stopSteps: [{ signal: 'SIGTERM', graceMs: 10_000 }],
    readyWithinMs: 60_000,
    passing: /address already in use|database is locked/i,
    command: (chosen) => ({ command: program, args: startDev(file, chosen, namespace, attributes) }),
    ready: (chosen) => isServing(`127.0.0.1:${chosen}`),
  };
  const part = await startServer(kind, say);
  const address = `127.0.0.1:${part.port}`;
  try {
    await ensureAttributes(program, address, namespace, attributes);
  } catch (error) {
    await part.stop();
    throw error;
  }
  return { ...part, address, namespace };
}

/** The address of the server that runs now on the data in `dir`, for a second command beside the first; else null. */
export function runningTemporal(dir: string): { address: string; pid: number } | null {
  const record = runningServer(resolve(dir), 'temporal');
  return record === null ? null : { address: `127.0.0.1:${record.port}`, pid: record.mark.pid };
}

function startDev(
  file: string,
  port: number,
  namespace: string,
  attributes: Readonly<Record<string, SearchAttributeType>>,
): string[] {
  return [
    ...['server', 'start-dev', '--db-filename', file, '--ip', '127.0.0.1', '--port', String(port), '--headless'],
    ...['--namespace', namespace, '--log-level', 'warn'],
    // An activity comes back with the answer that asked for it, not by a poll: a third off every act of a person.
    ...['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    ...Object.entries(attributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

/** The flag of `start-dev` works only while the file is made; attributes that a later release brings are added here. */
async function ensureAttributes(
  program: string,
  address: string,
  namespace: string,
  attributes: Readonly<Record<string, SearchAttributeType>>,
): Promise<void> {
  const names = Object.keys(attributes);
  const until = Date.now() + 15_000;
  let said = '';
  while (Date.now() < until) {
    const present = await searchAttributes(address, namespace, names);
    const missing = present === null ? [] : names.filter((name) => !present.includes(name));
    if (present !== null && missing.length === 0) return;
    if (missing.length > 0) {
      const flags = missing.flatMap((name) => ['--name', name, '--type', attributes[name] ?? 'Keyword']);
      const where = ['--address', address, '--namespace', namespace];
      const { stderr } = await run(program, ['operator', 'search-attribute', 'create', ...where, ...flags]);
      said = lastLine(stderr);
    }
    await sleep(100);
  }
  throw new VekhaError('embedded.start_failed', `Temporal: не удалось завести поисковые поля: ${said}`);
}
