/**
 * The connection to PostgreSQL: a pool, readers that cannot write, and transactions that are run again after a deadlock.
 * Runs in every process of the product, never inside the workflow sandbox.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import { VekhaError } from '#domain/errors';
import { isWorthAnotherTry, queryFailure, serverUnavailable, type Address } from './failures.js';
import { storableText } from './json.js';
import type { Database } from './schema.js';

/** Can only select; a `WriteTx` fits as well, so a reader sees what its transaction has written. */
export type ReadDb = Pick<Kysely<Database>, 'selectFrom'>;
export type WriteTx = Transaction<Database>;

export interface Store {
  readonly db: ReadDb;
  /**
   * Runs `fn` in one transaction (read committed). After a deadlock or a serialization failure it runs again, up to
   * five times in all: `fn` must have no other effect than what it writes through `tx`.
   * @throws VekhaError 'store.unavailable', 'store.busy', 'store.conflict', and whatever `fn` throws
   */
  transaction<T>(fn: (tx: WriteTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Connections at most; default 10. */
  readonly connections?: number;
}

const TRIES = 5;
const CONNECT_TIMEOUT_MS = 15_000;
const DAY_OID = 1082;
const BIGINT_OID = 20;
const BYTES_OID = 17;

const kyselys = new WeakMap<Store, Kysely<Database>>();

/**
 * Opens nothing yet: the first query connects.
 * @param url `postgres://user:password@host:port/database`
 * @throws VekhaError 'settings.invalid' when it is not such an address
 */
export function openStore(url: string, options: StoreOptions = {}): Store {
  const address = addressOf(url);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: poolOf(url, address, options) }) });
  const store: Store = { db, transaction: (fn) => transact(db, fn), close: () => db.destroy() };
  kyselys.set(store, db);
  return store;
}

/** For migrations only: the whole of Kysely behind a store. */
export function kyselyOf(store: Store): Kysely<Database> {
  const db = kyselys.get(store);
  if (db === undefined) throw new TypeError('not a store made by openStore');
  return db;
}

async function transact<T>(db: Kysely<Database>, fn: (tx: WriteTx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(fn);
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
      if (attempt === TRIES) {
        throw new VekhaError('store.busy', 'Запись не сохранена: её одновременно меняют другие. Повторите действие.', {
          attempts: attempt,
        });
      }
      await pause(attempt * 10 * (0.5 + Math.random())); // apart, or the same two meet again
    }
  }
}

function addressOf(url: string): Address {
  let parsed: URL | null = null;
  try {
    parsed = new URL(url);
  } catch {
    // said below, without the address: it may hold a password
  }
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new VekhaError(
      'settings.invalid',
      'Адрес базы данных не читается: нужен вид postgres://имя:пароль@узел:порт/база.',
    );
  }
  return {
    host: [parsed.hostname, parsed.searchParams.get('host') ?? ''].find((host) => host !== '') ?? 'localhost',
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)),
  };
}

function poolOf(url: string, address: Address, options: StoreOptions): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'vekha',
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks while idle or between two queries is replaced; without a listener Node would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw serverUnavailable(error, address);
      });
      const known = wrapped.get(client) ?? clientOf(client, address);
      wrapped.set(client, known);
      return known;
    },
  };
}

function clientOf(client: pg.PoolClient, address: Address): PostgresPoolClient {
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(text, values.map(storableParameter));
    } catch (error) {
      throw queryFailure(error, address);
    }
  };
  // Kysely's type also offers cursors, which are only used when a dialect is given a cursor class.
  return { query: query as PostgresPoolClient['query'], release: () => client.release() };
}

function storableParameter(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? storableText(value) : value;
  return Array.isArray(value) ? value.map(storableParameter) : value;
}

function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === DAY_OID) return (text) => text; // never a Date: that would be a day of this machine's zone
  if (oid === BIGINT_OID) return Number; // milliseconds and counts stay far below 2^53
  const parse = pg.types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown;
  if (oid === BYTES_OID) return (text) => new Uint8Array(parse(text) as Buffer);
  return parse;
}
