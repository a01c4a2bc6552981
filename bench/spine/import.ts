/** An order read from its file: text, table, deadlines, everything that `vekha import --check` shows. */
import { readFile } from 'node:fs/promises';
import { toChecked, understand } from '#client';
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { workingCalendar } from '#domain/working-calendar';
import { readOrder } from '#importer';
import { percentiles, type Figure } from '../report/figures.js';
import { timed, upTo } from '../report/timed.js';
import { EXAMPLE } from './example.js';

const RUNS = 50;
const WARM_UP = 5;

export async function importing(): Promise<readonly Figure[]> {
  const calendar = workingCalendar();
  const figures: Figure[] = [];
  for (const extension of ['docx', 'txt'] as const) {
    const bytes = await readFile(EXAMPLE[extension]);
    const read = async () =>
      toChecked(
        understand(await readOrder(bytes, { fileName: `order.${extension}` }), { calendar, rules: DEFAULT_RULES }),
      );
    await timed(upTo(WARM_UP), 1, read);
    figures.push(...percentiles(`order 3509-р, .${extension},`, await timed(upTo(RUNS), 1, read)));
  }
  return figures;
}
