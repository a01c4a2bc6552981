/** Everything that a start with one command needs: PostgreSQL, Temporal, a mail catcher. Knows no other room. */
export type { EmbeddedPart, ExitReason, ServerPart } from './part.js';
export { freePort } from './port.js';
export { runningPostgres, startPostgres, type PostgresOptions, type PostgresPart } from './postgres.js';
export { silent, type Say } from './say.js';
