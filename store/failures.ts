/**
 * What PostgreSQL says, in one sentence for people. Values of rows never get into the message or the facts:
 * the server's own text may quote them.
 */
import pg from 'pg';
import { VekhaError } from '#domain/errors';

/** Where the store lives, without the password. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

/** SQLSTATEs after which the same transaction may simply be run again: serialization failure, deadlock. */
const AGAIN = new Set(['40001', '40P01']);

export function isWorthAnotherTry(error: unknown): boolean {
  return error instanceof pg.DatabaseError && AGAIN.has(error.code ?? '');
}

export function serverUnavailable(error: unknown, address: Address): VekhaError {
  const where = `${address.host}:${address.port}`;
  const code = codeOf(error);
  return new VekhaError('store.unavailable', sentence(code, where, address.database), {
    host: address.host,
    port: address.port,
    ...(code === '' ? {} : { code }),
  });
}

/** A failed query as the rest of the program should see it; what is our own mistake comes back unchanged. */
export function queryFailure(error: unknown, address: Address): unknown {
  if (!(error instanceof pg.DatabaseError)) return isLostConnection(error) ? serverUnavailable(error, address) : error;
  const code = error.code ?? '';
  if (/^(08|57P0|53|28|3D)/.test(code)) return serverUnavailable(error, address);
  if (code === '42P01') {
    return new VekhaError(
      'store.unavailable',
      'База данных не подготовлена: в ней нет таблиц Вехи. Они создаются при запуске: vekha start.',
      { code },
    );
  }
  if (code.startsWith('23')) {
    return constraintFault(error, code);
  }
  return error;
}

/** Final: the same row meets the same constraint every time. Names of tables and constraints are ours, values are not. */
function constraintFault({ table = '', column = '', constraint = '' }: pg.DatabaseError, code: string): VekhaError {
  const where = [
    ...(table === '' ? [] : [`таблица ${table}`]),
    ...(column === '' ? [] : [`столбец ${column}`]),
    ...(constraint === '' ? [] : [`правило ${constraint}`]),
  ];
  const place = where.length === 0 ? '' : ` (${where.join(', ')})`;
  const why = CONSTRAINT_WORDS[code] ?? 'она противоречит тому, что уже есть в базе';
  return new VekhaError(
    'store.conflict',
    `Запись не сохранена: ${why}${place}. Повтор не поможет: исправьте данные или покажите это сообщение администратору.`,
    { code, table, constraint },
  );
}

/** By SQLSTATE. */
const CONSTRAINT_WORDS: Readonly<Record<string, string>> = {
  '23001': 'уже записанное здесь не меняется и не удаляется',
  '23502': 'не заполнено обязательное поле',
  '23503': 'она ссылается на то, чего в базе нет',
  '23505': 'такая уже есть',
  '23514': 'значение не допускается',
};

function sentence(code: string, where: string, database: string): string {
  if (code.startsWith('28')) return `База данных ${where} отказала во входе: проверьте имя и пароль в DATABASE_URL.`;
  if (code === '3D000') return `На сервере ${where} нет базы «${database}»: создайте её или исправьте DATABASE_URL.`;
  if (code.startsWith('53')) return `База данных ${where} перегружена: свободных подключений или места нет.`;
  return `База данных ${where} не отвечает: проверьте, что PostgreSQL запущен и что адрес верен.`;
}

/** By shape, not by class: a socket's error may come from another realm than ours. */
function codeOf(error: unknown): string {
  const known = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof known === 'string' ? known : '';
}

const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The driver has no class for it: a socket's code, or its own few sentences. */
function isLostConnection(error: unknown): boolean {
  if (SOCKET_CODES.has(codeOf(error))) return true;
  return (
    error instanceof Error &&
    (error.message.startsWith('Connection terminated') ||
      error.message.startsWith('Client has encountered a connection error') ||
      error.message.startsWith('Client was closed'))
  );
}
