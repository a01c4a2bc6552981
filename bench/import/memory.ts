/** The most memory that reading a plan takes, in a process of its own: `node memory.js ROWS`. */
import { readOrder } from '#importer';
import { planOf } from './plan-of.js';

const [rows = '1'] = process.argv.slice(2);
await readOrder(planOf(Number(rows)), { fileName: 'plan.txt' });
process.stdout.write(String(process.resourceUsage().maxRSS / 1000)); // kilobytes → megabytes
