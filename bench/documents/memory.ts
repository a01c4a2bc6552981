/** The most memory that one side takes for a register, in a process of its own: `node memory.js ours|bare ROWS`. */
import { renderBlocks, renderDocument } from '#documents';
import { bareDocx } from './bare-docx.js';
import { register } from './papers.js';

const [side = 'ours', rows = '1000'] = process.argv.slice(2);
const { set, kind, data, options } = await register(Number(rows));
if (side === 'ours') await renderDocument(set, kind, data, options);
else await bareDocx(renderBlocks(set, kind, data, options.fields).document);
process.stdout.write(String(process.resourceUsage().maxRSS / 1000)); // kilobytes → megabytes
