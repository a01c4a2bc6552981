/**
 * What a launcher does before it starts anything on a data folder: makes sure that it is the only live one there, and
 * ends what a killed launcher left running. Knows processes by their arguments, never by a bare pid.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { isLock, lockHolder, takeLock, type Lock } from './lock.js';
import { processesOn, processesWithArguments } from './process-identity.js';
import { adopt, type StopStep } from './running.js';

export interface Claim {
  /** the part's name, as it is shown to people */
  readonly name: string;
  /** folder of the data; made when absent, readable by the owner only */
  readonly dir: string;
  /** first part of the name of the lock file in `dir` */
  readonly stem: string;
}

/** @throws VekhaError 'embedded.start_failed' when another live launcher holds the folder */
export function claimFolder({ name, dir, stem }: Claim): Lock {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const claim = takeLock(join(dir, `${stem}.lock`));
  if (isLock(claim)) return claim;
  throw new VekhaError(
    'embedded.start_failed',
    `${name}: папку данных «${dir}» уже использует другой запуск (процесс ${claim.pid}); ` +
      'остановите его или укажите другую папку',
    { pid: claim.pid },
  );
}

/** Whether a live launcher holds the folder; claims nothing. */
export function isClaimed({ dir, stem }: Omit<Claim, 'name'>): boolean {
  return lockHolder(join(dir, `${stem}.lock`)) !== null;
}

/**
 * Ends every process whose command line holds these arguments one after another. Only for whoever holds the claim on the
 * folder that they name: then nobody alive needs those processes.
 */
export async function endLeftOver(hallmark: readonly string[], steps: readonly StopStep[]): Promise<void> {
  for (const mark of processesWithArguments(hallmark)) await adopt(mark).stop(steps);
}

/**
 * Folders of launchers that were killed: what still runs on them is ended, and they are removed. A folder whose launcher
 * lives is left alone, and so is one touched within the last minute, which may not have been claimed yet.
 * @param claim `dir` holds the folders; `stem` of the lock that a live launcher keeps in its own
 * @param prefix of the folders' names
 */
export async function removeLeftOvers({ dir, stem }: Omit<Claim, 'name'>, prefix: string): Promise<void> {
  for (const name of readdirSync(dir).filter((each) => each.startsWith(prefix))) {
    const folder = join(dir, name);
    if (isClaimed({ dir: folder, stem }) || isFresh(folder)) continue;
    for (const mark of processesOn(folder)) await adopt(mark).stop(LEFT_OVER_STEPS);
    rmSync(folder, { recursive: true, force: true });
  }
}

const LEFT_OVER_STEPS: readonly StopStep[] = [{ signal: 'SIGQUIT', graceMs: 3000 }];
const FRESH_MS = 60_000;

function isFresh(folder: string): boolean {
  const touched = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - touched < FRESH_MS;
}
