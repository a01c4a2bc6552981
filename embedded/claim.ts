/**
 * What a launcher does before it starts anything on a data folder: makes sure that it is the only live one there, and
 * ends what a killed launcher left running. Knows processes by their arguments, never by a bare pid.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { isLock, takeLock, type Lock } from './lock.js';
import { processesWithArguments } from './process-identity.js';
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

/**
 * Ends every process whose command line holds these arguments one after another. Only for whoever holds the claim on the
 * folder that they name: then nobody alive needs those processes.
 */
export async function endLeftOver(hallmark: readonly string[], steps: readonly StopStep[]): Promise<void> {
  for (const mark of processesWithArguments(hallmark)) await adopt(mark).stop(steps);
}
