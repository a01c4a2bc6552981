/**
 * Records one history of every shape a process can take, into the folder of the present release. Run by
 * `npm run replay:record`, never by `npm test`. A released recording is never recorded again: what it replays is what
 * installations have running.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { it } from '@jest/globals';
import { openWorld, type World, type WorldOptions } from '../fixtures/world.js';
import { cutShort, sevenWeeks, type Recorded } from './lives.js';
import { HISTORIES, toText, type History } from './recordings.js';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };

it('records the processes on the stepped clock', async () => {
  await record({}, sevenWeeks);
}, 120_000);
it('records the processes that go on as new runs', async () => {
  await record({ historyLimit: 12, live: true }, cutShort);
}, 120_000);

async function record(options: WorldOptions, live: (world: World) => Promise<Recorded>): Promise<void> {
  const folder = join(HISTORIES, version);
  mkdirSync(folder, { recursive: true });
  const world = await openWorld(options);
  try {
    for (const [name, workflowId] of Object.entries(await live(world))) {
      const file = join(folder, `${name}.json`);
      if (existsSync(file)) throw new Error(`${file} is there already: a recording is made once a release.`);
      writeFileSync(file, toText(await atRest(world, workflowId)));
    }
  } finally {
    await world.close();
  }
}

/** A history that ends in the middle of a task cannot be replayed: waits until nothing is added to it. */
async function atRest(world: World, workflowId: string): Promise<History> {
  const handle = world.temporal.workflow.getHandle(workflowId);
  for (let before = 0; ;) {
    const history = await handle.fetchHistory();
    const length = history.events?.length ?? 0;
    if (length > 3 && length === before) return history;
    before = length;
    await sleep(500);
  }
}
