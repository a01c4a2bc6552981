/** Documents, measured: data to packed .docx, beside the docx library given the finished blocks of the same papers. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { renderBlocks, renderDocument } from '#documents';
import { percentiles, rate, type Section } from '../report/figures.js';
import { machine } from '../report/machine.js';
import { asJson, asTable } from '../report/print.js';
import { rowsOption } from '../rows-option.js';
import { profile } from '../../documents/profiles.js';
import { packDocument } from '../../documents/wordml/package.js';
import { bareDocx } from './bare-docx.js';
import { order, register, type Paper } from './papers.js';

const USAGE = `usage: npm run bench -- documents [options]
  --rows N     rows of the register, 1–5000 (default 1000)
  --json       figures as JSON on standard output (with npm run --silent nothing else is there)`;

/** @throws WrongUse */
export async function documents(args: readonly string[]): Promise<void> {
  const options = rowsOption(args, { usage: USAGE, usual: 1000, least: 1, most: 5000 });
  if (options === null) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { rows, json } = options;
  const sections: Section[] = [
    await section('order', 'an order of one page', await order(), 300),
    await section('register', `a register of ${rows} rows`, await register(rows), 20),
  ];
  sections.push(await memory(rows));
  process.stdout.write(`${json ? asJson(machine(), sections) : asTable(machine(), sections, 'bare docx')}\n`);
}

/** Turn by turn, so that whatever else the machine does falls on both. */
async function section(name: string, what: string, paper: Paper, turns: number): Promise<Section> {
  process.stderr.write(`${name}: ${what} …\n`);
  const { set, kind, data, options } = paper;
  const { document } = renderBlocks(set, kind, data, options.fields);
  const layout = profile(options.profile);
  const times = { ours: [] as number[], packed: [] as number[], bare: [] as number[] };
  for (let turn = -WARM_UP; turn < turns; turn += 1) {
    const ours = await clocked(() => renderDocument(set, kind, data, options));
    const packed = await clocked(() => packDocument(document, layout, null));
    const bare = await clocked(() => bareDocx(document));
    if (turn < 0) continue;
    times.ours.push(ours);
    times.packed.push(packed);
    times.bare.push(bare);
  }
  const figures = [
    rate('from data to file', perSecond(times.ours), perSecond(times.bare)),
    ...percentiles('from data to file', times.ours, times.bare),
    rate('from the same blocks to file', perSecond(times.packed), perSecond(times.bare)),
    ...percentiles('from the same blocks to file', times.packed, times.bare),
  ];
  return { name, what, figures, memory: {} };
}

const WARM_UP = 5;

function perSecond(times: readonly number[]): number {
  return (1000 * times.length) / times.reduce((a, b) => a + b, 0);
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function memory(rows: number): Promise<Section> {
  process.stderr.write('memory: each side in a process of its own …\n');
  const program = fileURLToPath(new URL('memory.js', import.meta.url));
  const most = async (side: string): Promise<number> => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, side, String(rows)]);
    return Number(stdout);
  };
  return {
    name: 'memory',
    what: `one register of ${rows} rows, a process of its own`,
    figures: [],
    memory: { ours: await most('ours'), 'bare docx': await most('bare') },
  };
}
