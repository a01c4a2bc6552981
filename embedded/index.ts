/** Everything that a start with one command needs: PostgreSQL, Temporal, a mail catcher. Knows no other room. */
export { startCatcher, MAX_MESSAGE_BYTES, type CatcherOptions, type CatcherPart } from './catcher.js';
export { parseMail, readCaughtMail, type CaughtAddress, type CaughtMail, type ParsedMail } from './caught-mail.js';
export { claimFolder, endLeftOver, isClaimed, removeLeftOvers, type Claim } from './claim.js';
export type { EmbeddedPart, ExitReason, ServerPart } from './part.js';
export { freePort } from './port.js';
export { dataMajor } from './postgres-cluster.js';
export {
  sightPostgres,
  type PostgresPrograms,
  type PostgresSearch,
  type PostgresSighting,
} from './postgres-programs.js';
export { runningPostgres, startPostgres, type PostgresOptions, type PostgresPart } from './postgres.js';
export { sightTemporalCli, sightTemporalTestServer, type ProgramSighting } from './program-sighting.js';
export { megabytes, seconds, silent, type Say } from './say.js';
export { supervise, type Supervised, type SuperviseOptions } from './supervise.js';
export {
  runningTemporal,
  SEARCH_ATTRIBUTES,
  startTemporal,
  type SearchAttributeType,
  type TemporalOptions,
  type TemporalPart,
} from './temporal.js';
export { temporalCliPath, temporalTestServerPath, type ProgramSearch } from './temporal-programs.js';
