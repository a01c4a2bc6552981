/**
 * The executable: settings in, doors opened, the exit code out. What needs Temporal or Word files is loaded when a command
 * asks for it: reading a deadline takes half the time.
 */
import { createInterface } from 'node:readline';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createProgram, tellEarlyFault, type Doors } from '#cli';
import { explain, readDirectory, toChecked, understand } from '#client';
import { readDeadline } from '#domain/deadline';
import { VekhaError } from '#domain/errors';
import { openStore } from '#store';
import { countedBy, readBodyRules, type BodyCounting } from './body-rules.js';
import { clockOffset } from './clock.js';
import { orderReader } from './order-reader.js';
import { findPlace } from './place.js';
import { readSettings, type Settings } from './settings.js';
import { openTerminal } from './terminal.js';
import { packageVersion } from './package-root.js';

function openDoors(settings: Settings): Doors {
  const terminal = openTerminal();
  let counting: BodyCounting | null = null;
  const counted = (): BodyCounting => (counting ??= readBodyRules(settings));
  const readOrder = orderReader(settings);
  const templates = async () => (await import('./template-doors.js')).templateDoors(settings, readNamed);
  const say = {
    line: (text: string) => terminal.say(text),
    progress: (label: string, done: number, total: number | null) =>
      terminal.progress(label, total === null ? 0 : done / total),
  };
  return {
    terminal,
    version: packageVersion(),
    zone: { utcOffsetMinutes: settings.utcOffsetMinutes },
    readFile: readNamed,
    async writeFile(path, bytes) {
      await writeFile(path, bytes).catch(() => {
        throw new VekhaError('usage.invalid', `Файл ${path} не записывается: проверьте папку и права.`);
      });
    },
    async createFile(path, bytes) {
      await writeFile(path, bytes, { flag: 'wx' }).catch((error: unknown) => {
        const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        const why = exists
          ? 'уже есть: укажите другое имя или добавьте --force'
          : 'не записывается: проверьте папку и права';
        throw new VekhaError('usage.invalid', `Файл ${path} ${why}.`);
      });
    },
    templates: {
      check: async (file) => (await templates()).check(file),
      fields: async (asked) => (await templates()).fields(asked),
      render: async (asked, options) => (await templates()).render(asked, options),
    },
    print: async (docx, form) => (await import('./print.js')).print(settings, docx, form),
    tables: async () => (await import('./table-doors.js')).tableDoors(),
    inputLines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    async connect() {
      const place = findPlace(settings);
      const store = openStore(place.databaseUrl);
      const clockOffsetMs = await clockOffset(store).finally(() => store.close());
      const { connectClient } = await import('./compose.js');
      return connectClient(settings, { ...place, clockOffsetMs, smtpUrl: '' });
    },
    checkOrder: async (bytes, fileName, choice) =>
      explain(understand(await readOrder(bytes, { ...choice, fileName }), counted())),
    readDeadline: (phrase, orderDate, horizon) =>
      readDeadline(phrase, { orderDate, ...counted(), ...(horizon === null ? {} : { horizon }) }),
    countedBy: () => countedBy(counted()),
    async start({ dataDir, port, today, ready }) {
      const { start } = await import('./start.js');
      const here = dataDir === null ? settings : { ...settings, dataDir };
      await start(here, { port, today, ready, environment: process.env, stopAsked: stopAsked() }, terminal, say);
    },
    async rehearse(options) {
      const order = await readNamed(options.file);
      const { plan, told } = options;
      const read = await readOrder(order, { fileName: basename(options.file), plan, told });
      const checked = toChecked(understand(read, counted()));
      const officials = options.officials === null ? null : await readNamed(options.officials);
      if (officials !== null) readDirectory(officials, (email) => email); // its faults are told before servers start
      const { rehearse } = await import('./rehearse.js');
      return rehearse(settings, { ...options, stopAsked: stopAsked() }, { order, checked, officials }, terminal, say);
    },
    async doctor() {
      const { doctor } = await import('./doctor.js');
      return doctor(settings);
    },
  };
}

/** Resolves at Ctrl-C, or when the system asks for the end. */
function stopAsked(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function readNamed(path: string): Promise<Uint8Array> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  return readFile(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const why = code === 'ENOENT' ? 'такого файла нет' : code === 'EISDIR' ? 'это папка' : 'нет прав на чтение';
    throw new VekhaError('usage.invalid', `Файл ${path} не прочитан: ${why}.`);
  });
}

async function main(argv: readonly string[]): Promise<number> {
  let settings: Settings;
  try {
    settings = readSettings(process.env);
  } catch (error) {
    return tellEarlyFault(openTerminal(), argv, error);
  }
  return createProgram(openDoors(settings)).run(argv);
}

process.exitCode = await main(process.argv.slice(2));
