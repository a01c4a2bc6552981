/** A program whose doors are real where they need no installation, and in memory where they do. */
import { readFile } from 'node:fs/promises';
import { createProgram, type DoctorReport, type Doors, type RehearseOptions, type RehearseReport } from '#cli';
import { explain, understand } from '#client';
import { MOSCOW } from '#domain/body-time';
import { readDeadline } from '#domain/deadline';
import { VekhaError } from '#domain/errors';
import { parseLocalDate } from '#domain/local-date';
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { workingCalendar } from '#domain/working-calendar';
import { readOrder } from '#importer';
import { readSettings } from '#bin/settings';
import { tableDoors } from '#bin/table-doors';
import { templateDoors } from '#bin/template-doors';
import { clientInMemory, type RememberedAct } from '../fixtures/client-in-memory.js';

export interface Heard {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly said: string;
  readonly acts: readonly RememberedAct[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was asked of the doors beside the client. */
  readonly asked: readonly unknown[];
  /** Connections opened and not let go of. */
  readonly open: number;
  readonly unexpected: readonly string[];
}

export interface WorldOptions {
  readonly columns?: number;
  readonly input?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly doctor?: DoctorReport;
  readonly doors?: Partial<Doors>;
}

export const ORDER_FILE = 'test/fixtures/orders/order-3509-r.txt';

/** Runs one command line. */
export async function run(argv: readonly string[], options: WorldOptions = {}): Promise<Heard> {
  const calendar = workingCalendar();
  const out: string[] = [];
  const said: string[] = [];
  const asked: unknown[] = [];
  const unexpected: string[] = [];
  const files = new Map<string, Uint8Array>();
  let open = 0;
  const checkOrder: Doors['checkOrder'] = async (bytes, name, choice) =>
    explain(understand(await readOrder(bytes, { ...choice, fileName: name }), { calendar, rules: DEFAULT_RULES }));
  const { client, acts } = clientInMemory(checkOrder);
  const doors: Doors = {
    version: '1.2.3',
    zone: MOSCOW,
    terminal: {
      columns: options.columns ?? 100,
      print: (text) => out.push(text),
      say: (text) => said.push(text),
      progress: () => undefined,
    },
    async readFile(path) {
      const given = options.files?.[path];
      if (given !== undefined) return new TextEncoder().encode(given);
      return readFile(path).catch(() => {
        throw new VekhaError('usage.invalid', `Файл ${path} не прочитан: такого файла нет.`);
      });
    },
    async writeFile(path, bytes) {
      files.set(path, bytes);
      return Promise.resolve();
    },
    async createFile(path, bytes) {
      if (files.has(path) || options.files?.[path] !== undefined)
        throw new VekhaError('usage.invalid', `Файл ${path} уже есть.`);
      files.set(path, bytes);
      return Promise.resolve();
    },
    templates: templateDoors(readSettings({}), (path) => doors.readFile(path)),
    async print(docx, form) {
      const head = new TextEncoder().encode(`${JSON.stringify(form)} `);
      return Promise.resolve({ bytes: new Uint8Array([...head, ...docx]), notes: ['Замечание о шрифтах.'] });
    },
    tables: () => Promise.resolve(tableDoors()),
    async *inputLines() {
      for (const line of options.input ?? []) yield await Promise.resolve(line);
    },
    async connect() {
      open += 1;
      return Promise.resolve({
        client,
        async close() {
          open -= 1;
          return Promise.resolve();
        },
      });
    },
    checkOrder,
    readDeadline: (phrase, orderDate, horizon) =>
      readDeadline(phrase, { orderDate, calendar, ...(horizon === null ? {} : { horizon }) }),
    countedBy: () => ({ rules: null, set: null, decreed: [2023, 2024, 2025, 2026], provisional: [2027] }),
    async start(given) {
      asked.push(given);
      return Promise.resolve();
    },
    async rehearse(given) {
      asked.push(given);
      return Promise.resolve(rehearsal(given));
    },
    doctor: () => Promise.resolve(options.doctor ?? { ok: true, running: false, checks: [] }),
    unexpected: (_, mark) => unexpected.push(mark),
    ...options.doors,
  };
  const code = await createProgram(doors).run(argv);
  return { code, out: out.join('\n'), said: said.join('\n'), acts, files, asked, open, unexpected };
}

/** The JSON that was printed, whole. */
export function jsonOf({ out }: Heard): Readonly<Record<string, unknown>> {
  return JSON.parse(out) as Readonly<Record<string, unknown>>;
}

function rehearsal({ out, scenario }: RehearseOptions): RehearseReport {
  return {
    code: 'ЦОС-2024',
    scenario,
    from: parseLocalDate('2023-12-26'),
    to: parseLocalDate('2024-11-29'),
    mails: 57,
    documents: 16,
    drafts: 9,
    offControl: 6,
    overdue: 1,
    items: 7,
    months: [
      { month: 'декабрь 2023', lines: ['сроки пунктов: 1 – 29.12.2023'] },
      { month: 'январь 2024', lines: [] },
    ],
    out: {
      mail: `${out}/mail`,
      documents: `${out}/documents`,
      timeline: `${out}/timeline.json`,
      report: `${out}/report.html`,
    },
    seconds: 12.34,
  };
}
