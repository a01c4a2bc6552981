/** The refusal of what was asked for and is no longer waited for. */
import { VekhaError } from '#domain/errors';

/** @param what did not come about: «Документ не напечатан» */
export function interrupted(what: string): VekhaError {
  return new VekhaError('run.interrupted', `${what}: работа остановлена.`);
}
