/**
 * What the product finds on this machine, what is missing and how to get it. Only looks: nothing is downloaded, made or
 * written, and no address is asked but those that a person set.
 */
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, resolve } from 'node:path';
import { rulesText, yearsText, type DoctorReport } from '#cli';
import { VekhaError } from '#domain/errors';
import {
  dataMajor,
  megabytes,
  runningPostgres,
  runningTemporal,
  sightPostgres,
  sightTemporalCli,
  sightTemporalTestServer,
  type ProgramSighting,
} from '#embedded';
import { loadAllTemplates } from '#documents';
import { missingFonts, officeVersion, sightOffice, sightPictures } from '#printing';
import { readBundle } from '#worker';
import { readBodyRules } from './body-rules.js';
import { packageVersion, templatesDir } from './package-root.js';
import { isSupervised, postgresDir, temporalDir } from './place.js';
import { postgresSearch, printingSearch, temporalSearch, testServerSearch } from './programs.js';
import type { Settings } from './settings.js';

type Check = DoctorReport['checks'][number];

const INSTALLATION = 'установка';

export async function doctor(settings: Settings): Promise<DoctorReport> {
  const { cliPath, ...search } = temporalSearch(settings);
  const checks = await Promise.all([
    looked('«Веха»', async () => {
      const size = Math.round((await readBundle()).length / 1024);
      return ok(`${packageVersion()}, процессы собраны (${size} КБ)`);
    }),
    looked('Node.js', () => Promise.resolve(ok(`${process.version.slice(1)}, ${process.platform}-${process.arch}`))),
    settings.databaseUrl === null
      ? looked('PostgreSQL', () => postgres(settings))
      : reachable('PostgreSQL (DATABASE_URL)', settings.databaseUrl, 5432),
    settings.temporal === null
      ? looked('Temporal', async () => program(await sightTemporalCli({ ...search, path: cliPath }), 'первом запуске'))
      : reachable('Temporal (TEMPORAL_ADDRESS)', `tcp://${settings.temporal.connection.address}`, 7233),
    looked('сервер репетиций', async () =>
      program(await sightTemporalTestServer(testServerSearch(settings)), 'первой репетиции'),
    ),
    settings.smtpUrl === null
      ? looked('почта', () => Promise.resolve(ownCatcher()))
      : reachable('почта (SMTP_URL)', settings.smtpUrl, settings.smtpUrl.startsWith('smtps') ? 465 : 25),
    looked('папка данных', () => dataDir(settings)),
    looked('шаблоны', () => templates(settings)),
    looked('сроки', () => Promise.resolve(deadlines(settings))),
    looked('PDF', () => printing(() => pdf(settings))),
    looked('картинки страниц', () => printing(() => Promise.resolve(ok(sightPictures(printingSearch(settings)))))),
    looked(INSTALLATION, () => Promise.resolve(running(settings))),
  ]);
  return {
    ok: checks.every(({ state }) => state !== 'missing' && state !== 'broken'),
    running: checks.some(({ name, state }) => name === INSTALLATION && state === 'ok'),
    checks,
  };
}

type Seen = Omit<Check, 'name'>;

const ok = (found: string, advice: string | null = null): Seen => ({ state: 'ok', found, advice });

/** What cannot be found says itself what would help. */
async function looked(name: string, look: () => Promise<Seen>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    return { name, state: 'missing', found: 'не найдено', advice: error.message };
  }
}

async function postgres(settings: Settings): Promise<Seen> {
  const major = dataMajor(postgresDir(settings)) ?? undefined;
  const { version, bin, toLink } = await sightPostgres({ ...postgresSearch(settings), major });
  return ok(`${version}, ${bin}${toLink ? ' (библиотеки свяжет первый запуск)' : ''}`);
}

function program(seen: ProgramSighting, when: string): Seen {
  if (seen.state === 'found') return ok(`${seen.version ?? 'версия не проверена'}, ${seen.path}`);
  const { version, bytes, sources, keptAs, damaged, inSystem, setting } = seen;
  const byHand = `без сети укажите путь к программе версии ${version} в ${setting}`;
  if (keptAs === null && inSystem === null) {
    return { state: 'missing', found: 'не загружен', advice: `Некуда загрузить: задайте VEKHA_CACHE; ${byHand}.` };
  }
  const comes = bytes === null ? 'придёт' : `${megabytes(bytes)} придут`;
  const notes = [
    ...(damaged === null ? [] : [`файл «${damaged}» повреждён и будет загружен заново`]),
    ...(inSystem === null ? [] : [`если загрузить не удастся, будет взята программа ${inSystem}`]),
    byHand + (keptAs === null ? '' : ` или положите её в «${keptAs}»`),
  ].join('; ');
  return {
    state: 'later',
    found: `не загружен, ${comes} при ${when}: ${sources.join(' или ')}`,
    advice: `${notes.slice(0, 1).toUpperCase()}${notes.slice(1)}.`,
  };
}

/** A faulty template of the body's own is left out and ours stays in use: nothing stops for it. */
async function templates({ templatesDir: own }: Settings): Promise<Seen> {
  const { kinds, faults } = await loadAllTemplates({ builtIn: templatesDir(), own });
  const theirs = kinds.filter((kind) => kind.own).length;
  const found =
    own === null
      ? `встроенные, видов: ${kinds.length}`
      : `видов: ${kinds.length}, из них своих: ${theirs} (${resolve(own)})`;
  if (faults.length === 0) return ok(found);
  const advice = `Ошибок в своих шаблонах: ${faults.length}, вместо них работают встроенные; показать: vekha templates check.`;
  return { state: 'faulty', found, advice };
}

/** A faulty file stops the start: no date is counted by rules that nobody has set. */
function deadlines(settings: Settings): Seen {
  try {
    const { rules, sources } = readBodyRules(settings);
    const { rulesFile, calendarFile, regionalDays } = sources;
    const found = [
      `правила: ${rulesText({ rules: rules.name, set: sources.set })}${rulesFile === null ? '' : ` (${resolve(rulesFile)})`}`,
      ...(regionalDays === 0 ? [] : [`региональных выходных: ${regionalDays}`]),
      `производственный календарь ${yearsText(sources)}${calendarFile === null ? '' : ` (${resolve(calendarFile)})`}`,
    ];
    return ok(found.join('; '));
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    return { state: 'broken', found: 'файл правил или календаря с ошибками', advice: error.message };
  }
}

/** Nothing but PDF and pictures needs these programs. */
async function printing(look: () => Promise<Seen>): Promise<Seen> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    return { state: 'optional', found: 'не найдено', advice: error.message };
  }
}

async function pdf(settings: Settings): Promise<Seen> {
  const office = sightOffice(printingSearch(settings));
  const [found, advice] = [await officeVersion(office), missingFonts(office)];
  if (advice === null) return ok(`${found}, шрифты Liberation`);
  return { state: 'optional', found: `${found}, без шрифтов Liberation`, advice };
}

function ownCatcher(): Seen {
  return {
    state: 'optional',
    found: 'встроенный приёмник: письма остаются в папке данных',
    advice: 'Чтобы письма уходили адресатам, задайте SMTP_URL.',
  };
}

/** Only that something listens: signing in is the program's own business at its start. */
async function reachable(name: string, address: string, defaultPort: number): Promise<Check> {
  const { hostname, port } = new URL(address.replace(/^[a-z]+:/u, 'http:'));
  const place = `${hostname}:${port === '' ? defaultPort : port}`;
  const answers = await new Promise<boolean>((settle) => {
    const socket = connect({ host: hostname, port: port === '' ? defaultPort : Number(port), timeout: 3000 });
    const end = (answer: boolean) => {
      socket.destroy();
      settle(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
  if (answers) return { name, ...ok(place) };
  const advice = 'Проверьте адрес, запущен ли сервер и пускает ли к нему сеть.';
  return { name, state: 'broken', found: `${place} не отвечает`, advice };
}

async function dataDir({ dataDir: dir }: Settings): Promise<Seen> {
  const folder = resolve(dir);
  const exists = existsSync(folder);
  const writable = await access(exists ? folder : nearest(folder), constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (writable) return ok(exists ? folder : `${folder}: будет создана при первом запуске`);
  const advice = `Дайте права на запись в папку ${folder} или укажите другую в VEKHA_DATA.`;
  return { state: 'broken', found: `${folder}: нет прав на запись`, advice };
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function running(settings: Settings): Seen {
  const database = runningPostgres(postgresDir(settings));
  const temporal = runningTemporal(temporalDir(settings));
  const parts = [
    ...(database === null ? [] : [`PostgreSQL на порту ${new URL(database.url).port} (процесс ${database.pid})`]),
    ...(temporal === null ? [] : [`Temporal на порту ${temporal.address.split(':')[1]} (процесс ${temporal.pid})`]),
  ];
  if (parts.length > 0 && !isSupervised(settings)) {
    return {
      state: 'optional',
      found: `прервана: остались ${parts.join(', ')}; исполнитель и почта не работают`,
      advice: 'Запустить: npm start. Оставшееся будет подхвачено, ничего не потеряно.',
    };
  }
  if (parts.length > 0) return ok(`работает: ${parts.join(', ')}`);
  return { state: 'optional', found: 'не запущена', advice: 'Запустить: npm start.' };
}
