/** Import, measured: an order from its file, a long plan, deadline phrases, and the memory that rows take. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { readDeadline } from '#domain/deadline';
import { dateOf } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';
import { readOrder } from '#importer';
import { percentiles, time, type Section } from '../report/figures.js';
import { machine } from '../report/machine.js';
import { asJson, asTable } from '../report/print.js';
import { timed, upTo } from '../report/timed.js';
import { EXAMPLE } from '../spine/example.js';
import { rowsOption } from '../rows-option.js';
import { planOf } from './plan-of.js';

const USAGE = `usage: npm run bench -- import [options]
  --rows N     rows of the long plan, 10–20000 (default 2000)
  --json       figures as JSON on standard output (with npm run --silent nothing else is there)`;

const WARM_UP = 5;

/** @throws WrongUse */
export async function importing(args: readonly string[]): Promise<void> {
  const options = rowsOption(args, { usage: USAGE, usual: 2000, least: 10, most: 20000 });
  if (options === null) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { rows, json } = options;
  const sections = [await order(), await plan(rows), phrases(), await memory(rows)];
  process.stdout.write(`${json ? asJson(machine(), sections) : asTable(machine(), sections, '')}\n`);
}

async function order(): Promise<Section> {
  process.stderr.write('order: 3509-р from its .docx, warm …\n');
  const bytes = await readFile(EXAMPLE.docx);
  const work = () => readOrder(bytes, { fileName: 'order.docx' });
  await timed(upTo(WARM_UP), 1, work);
  const figures = percentiles('from file to reading', await timed(upTo(50), 1, work));
  return { name: 'order', what: 'order 3509-р, .docx, warm', figures, memory: {} };
}

async function plan(rows: number): Promise<Section> {
  process.stderr.write(`plan: ${rows} rows …\n`);
  const work = (count: number) => readOrder(planOf(count), { fileName: 'plan.txt' });
  await timed([100, 100], 1, work);
  const sizes = [rows / 2, rows, rows * 2].map(Math.round);
  const took = await timed(sizes, 1, work);
  const figures = sizes.map((size, i) => time(`${size} rows`, 'ms', took[i] ?? Number.NaN));
  return { name: 'plan', what: 'a long plan in plain text, read once', figures, memory: {} };
}

function phrases(): Section {
  process.stderr.write('phrases: 1,000 deadlines …\n');
  const orderDate = dateOf(2024, 1, 14);
  if (orderDate === null) throw new Error('no such date');
  const calendar = workingCalendar();
  const work = (count: number) => {
    const began = performance.now();
    for (let i = 0; i < count; i += 1) readDeadline(PHRASES[i % PHRASES.length] ?? '', { orderDate, calendar });
    return performance.now() - began;
  };
  work(1000); // as in an order of many items: the reader is warm after a few
  return {
    name: 'phrases',
    what: 'deadline phrases of all kinds',
    figures: percentiles(
      '1,000 phrases',
      upTo(20).map(() => work(1000)),
    ),
    memory: {},
  };
}

const PHRASES = [
  'не позднее 29 декабря 2024 года',
  'с 4 по 29 марта 2024 г.',
  'II–III кварталы 2024 года',
  'ежеквартально, до 5 числа месяца, следующего за отчетным кварталом',
  'в течение 10 рабочих дней со дня утверждения перечня победителей',
  'до 25 августа 2024 года, далее ежегодно',
  'по мере необходимости',
  'Согласно отдельному графику Центра проектного сопровождения',
  'примерно в конце года',
  '–',
];

/** Half the rows and all of them, each in a process of its own: what the other half takes. */
async function memory(rows: number): Promise<Section> {
  process.stderr.write('memory: each plan in a process of its own …\n');
  const program = fileURLToPath(new URL('memory.js', import.meta.url));
  const most = async (count: number): Promise<number> => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, String(count)]);
    return Number(stdout);
  };
  const sizes = [1, Math.round(rows / 2), rows];
  const peaks = Object.fromEntries(
    await Promise.all(sizes.map(async (size) => [`${size} rows`, await most(size)] as const)),
  );
  return { name: 'memory', what: 'plans of growing length, a process each', figures: [], memory: peaks };
}
