/**
 * The door of the benchmarks: `npm run bench -- spine`, `… -- documents`, `… -- import`. A developers' tool: English, figures on standard output,
 * progress on standard error. Exits 0 when measured, 1 when a measurement failed, 2 when asked wrongly.
 */
import { documents } from './documents/index.js';
import { importing } from './import/index.js';
import { spine } from './spine/index.js';
import { WrongUse } from './wrong-use.js';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  spine,
  documents,
  import: importing,
};

const USAGE = `usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--help]`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  const bench = name === undefined ? undefined : BENCHES[name];
  if (bench === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return name === '--help' ? 0 : 2;
  }
  try {
    await bench(args);
    return 0;
  } catch (error) {
    const wrong = error instanceof WrongUse;
    process.stderr.write(`${wrong ? error.message : error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    return wrong ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
