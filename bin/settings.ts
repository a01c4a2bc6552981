/**
 * The one place that reads the environment. All faults are said at once; a value goes down as an argument.
 * The table of settings in README.ru.md is checked against `SETTINGS` by a test.
 */
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';
import { VekhaError } from '#domain/errors';

export interface Settings {
  readonly dataDir: string;
  readonly cacheDir: string | null;
  /** A body's own templates, over ours. */
  readonly templatesDir: string | null;
  readonly databaseUrl: string | null;
  /** Address, TLS and key of a Temporal of one's own, as `@temporalio/envconfig` reads them; null: the embedded one. */
  readonly temporal: TemporalPlace | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailsPerSecond: number;
  readonly baseUrl: string | null;
  readonly utcOffsetMinutes: number;
  readonly pgBin: string | null;
  readonly temporalCliPath: string | null;
  readonly temporalTestServerPath: string | null;
  readonly python: string | null;
  readonly sofficePath: string | null;
  readonly pdftoppmPath: string | null;
}

/** How to reach Temporal; fits both the client's and the worker's connection. */
export interface TemporalPlace {
  readonly connection: ClientConnectConfig['connectionOptions'] & { readonly address: string };
  readonly namespace: string;
}

interface SettingRow {
  readonly name: string;
  /** Russian, for the table in the README. */
  readonly meaning: string;
  readonly byDefault: string;
}

export const SETTINGS: readonly SettingRow[] = [
  { name: 'VEKHA_DATA', meaning: 'папка данных', byDefault: '.vekha в текущей папке' },
  { name: 'VEKHA_CACHE', meaning: 'папка для скачанных программ', byDefault: 'кэш пользователя' },
  { name: 'VEKHA_TEMPLATES', meaning: 'папка своих шаблонов и правил органа', byDefault: 'только встроенные' },
  { name: 'DATABASE_URL', meaning: 'своя база PostgreSQL вместо встроенной', byDefault: 'встроенная' },
  { name: 'TEMPORAL_ADDRESS', meaning: 'свой Temporal вместо встроенного', byDefault: 'встроенный' },
  {
    name: 'TEMPORAL_API_KEY, TEMPORAL_TLS…',
    meaning: 'ключ и сертификаты своего Temporal, как у его программ',
    byDefault: 'без них',
  },
  { name: 'TEMPORAL_NAMESPACE', meaning: 'пространство имён в своём Temporal', byDefault: 'default' },
  {
    name: 'SMTP_URL',
    meaning: 'почтовый сервер; без него письма остаются в папке данных',
    byDefault: 'встроенный приёмник',
  },
  { name: 'MAIL_FROM', meaning: 'от кого идут письма', byDefault: 'Веха <vekha@vekha.invalid>' },
  { name: 'MAILS_PER_SECOND', meaning: 'писем в секунду, не больше', byDefault: '20' },
  { name: 'BASE_URL', meaning: 'адрес страниц для ссылок в письмах', byDefault: 'без ссылок' },
  { name: 'UTC_OFFSET_MINUTES', meaning: 'часовой пояс органа, минут от UTC', byDefault: '180 (Москва)' },
  { name: 'PG_BIN', meaning: 'папка программ PostgreSQL', byDefault: 'из npm, затем системная' },
  { name: 'TEMPORAL_CLI_PATH', meaning: 'программа temporal', byDefault: 'скачивается' },
  { name: 'TEMPORAL_TEST_SERVER_PATH', meaning: 'программа temporal-test-server', byDefault: 'скачивается' },
  { name: 'PYTHON', meaning: 'python3, через который скачиваются программы', byDefault: 'python3' },
  { name: 'VEKHA_SOFFICE', meaning: 'программа soffice из LibreOffice, для PDF', byDefault: 'из системы' },
  { name: 'VEKHA_PDFTOPPM', meaning: 'программа pdftoppm, для картинок страниц', byDefault: 'из системы' },
];

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));
const url = (protocols: readonly string[]) =>
  text.refine((value) => value === null || protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    message: `нужен адрес вида ${protocols[0] ?? ''}://…`,
  });
const number = (fallback: number, min: number, max: number) =>
  text
    .transform((value) => (value === null ? fallback : Number(value)))
    .refine((value) => Number.isFinite(value) && value >= min && value <= max, {
      message: `нужно число от ${min} до ${max}`,
    });

const Environment = z.object({
  VEKHA_DATA: text,
  VEKHA_CACHE: text,
  VEKHA_TEMPLATES: text,
  DATABASE_URL: url(['postgres', 'postgresql']),
  TEMPORAL_ADDRESS: text,
  SMTP_URL: url(['smtp', 'smtps']),
  MAIL_FROM: text,
  MAILS_PER_SECOND: number(20, 1, 1000),
  BASE_URL: url(['https', 'http']),
  UTC_OFFSET_MINUTES: number(180, -720, 840),
  PG_BIN: text,
  TEMPORAL_CLI_PATH: text,
  TEMPORAL_TEST_SERVER_PATH: text,
  PYTHON: text,
  VEKHA_SOFFICE: text,
  VEKHA_PDFTOPPM: text,
});

/** @throws VekhaError 'settings.invalid' that names every faulty setting */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new VekhaError('settings.invalid', `Настройки не приняты: ${faults.join('; ')}.`);
  }
  const env = read.data;
  return {
    dataDir: env.VEKHA_DATA ?? '.vekha',
    cacheDir: env.VEKHA_CACHE,
    templatesDir: env.VEKHA_TEMPLATES,
    databaseUrl: env.DATABASE_URL,
    temporal: env.TEMPORAL_ADDRESS === null ? null : temporalPlace(environment, env.TEMPORAL_ADDRESS),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'Веха <vekha@vekha.invalid>',
    mailsPerSecond: env.MAILS_PER_SECOND,
    baseUrl: env.BASE_URL,
    utcOffsetMinutes: env.UTC_OFFSET_MINUTES,
    pgBin: env.PG_BIN,
    temporalCliPath: env.TEMPORAL_CLI_PATH,
    temporalTestServerPath: env.TEMPORAL_TEST_SERVER_PATH,
    python: env.PYTHON,
    sofficePath: env.VEKHA_SOFFICE,
    pdftoppmPath: env.VEKHA_PDFTOPPM,
  };
}

/** TLS certificates, API key and metadata come from the same variables that Temporal's own tools read. */
function temporalPlace(environment: Readonly<Record<string, string | undefined>>, address: string): TemporalPlace {
  const given = Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const { connectionOptions, namespace } = loadClientConnectConfig({
    overrideEnvVars: Object.fromEntries(given) as Record<string, string>,
  });
  return { connection: { ...connectionOptions, address }, namespace: namespace ?? 'default' };
}
