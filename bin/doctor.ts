/** What the product finds on this machine, what is missing and how to get it; changes nothing and downloads nothing large. */
import { connect } from 'node:net';
import { access, constants } from 'node:fs/promises';
import type { DoctorReport } from '#cli';
import { VekhaError } from '#domain/errors';
import {
  findPostgres,
  runningPostgres,
  runningTemporal,
  silent,
  temporalCliPath,
  temporalTestServerPath,
} from '#embedded';
import { readBundle } from '#worker';
import { postgresDir, temporalDir } from './place.js';
import { postgresSearch, temporalSearch, testServerSearch } from './programs.js';
import type { Settings } from './settings.js';

type Check = DoctorReport['checks'][number];

export async function doctor(settings: Settings): Promise<DoctorReport> {
  const checks = await Promise.all([
    check('Node.js', () => Promise.resolve(process.version), 'Нужен Node.js 20.3 или новее.'),
    check('процессы', async () => `собраны, ${Math.round((await readBundle()).length / 1024)} КБ`, 'npm run build'),
    settings.databaseUrl === null
      ? check('PostgreSQL', async () => (await findPostgres(postgresSearch(settings))).version, null)
      : reachable('PostgreSQL (DATABASE_URL)', settings.databaseUrl, 5432),
    settings.temporal === null
      ? check(
          'Temporal',
          () =>
            temporalCliPath({ ...temporalSearch(settings), path: settings.temporalCliPath ?? undefined, say: silent }),
          null,
        )
      : reachable('Temporal (TEMPORAL_ADDRESS)', `tcp://${settings.temporal.connection.address}`, 7233),
    check('сервер репетиций', () => temporalTestServerPath({ ...testServerSearch(settings), say: silent }), null),
    settings.smtpUrl === null
      ? Promise.resolve<Check>({
          name: 'почта',
          state: 'optional',
          found: 'встроенный приёмник, письма не уходят',
          advice: 'Чтобы письма уходили, задайте SMTP_URL.',
        })
      : reachable('почта (SMTP_URL)', settings.smtpUrl, settings.smtpUrl.startsWith('smtps') ? 465 : 25),
    check('папка данных', () => dataDir(settings), `Проверьте права на папку ${settings.dataDir}.`),
    running(settings),
  ]);
  return { ok: checks.every(({ state }) => state === 'ok' || state === 'optional'), checks };
}

async function check(name: string, find: () => Promise<string>, advice: string | null): Promise<Check> {
  try {
    return { name, state: 'ok', found: await find(), advice: null };
  } catch (error) {
    const words = error instanceof VekhaError ? error.message : 'не найдено';
    return { name, state: 'missing', found: 'не найдено', advice: advice ?? words };
  }
}

/** Only that something listens: signing in is the program's own business at its start. */
async function reachable(name: string, address: string, defaultPort: number): Promise<Check> {
  const { hostname, port } = new URL(address.replace(/^[a-z]+:/u, 'http:'));
  const place = `${hostname}:${port === '' ? defaultPort : port}`;
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: hostname, port: port === '' ? defaultPort : Number(port), timeout: 3000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
  return answers
    ? { name, state: 'ok', found: place, advice: null }
    : {
        name,
        state: 'broken',
        found: `${place} не отвечает`,
        advice: 'Проверьте адрес, запущен ли сервер и пускает ли к нему сеть.',
      };
}

async function dataDir({ dataDir: dir }: Settings): Promise<string> {
  const exists = await access(dir).then(
    () => true,
    () => false,
  );
  if (!exists) return `${dir} (будет создана при первом запуске)`;
  await access(dir, constants.W_OK);
  return dir;
}

function running(settings: Settings): Promise<Check> {
  const postgres = runningPostgres(postgresDir(settings));
  const temporal = runningTemporal(temporalDir(settings));
  const parts = [
    ...(postgres === null ? [] : [`PostgreSQL на порту ${new URL(postgres.url).port}`]),
    ...(temporal === null ? [] : [`Temporal на ${temporal.address}`]),
  ];
  return Promise.resolve({
    name: 'установка',
    state: 'optional',
    found: parts.length === 0 ? 'не запущена' : `работает: ${parts.join(', ')}`,
    advice: parts.length === 0 ? 'Запустить: npm start.' : null,
  });
}
