/**
 * The thread in which documents are made. Runs compiled, beside the worker; gets one order at a time and answers it.
 * Touches no file, clock or network: whoever started it holds the clock and may end it at any moment.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { VekhaError } from '#domain/errors';
import { filesOf, type RenderNews, type RenderOrder, type ThreadStart } from './render-messages.js';
import { renderWatched, type RenderWatch } from './render.js';
import type { TemplateSet } from './template-tree.js';

const { place } = workerData as ThreadStart;
let templates: TemplateSet = { templates: new Map(), partials: new Map() };

function answer(news: RenderNews, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(news, transfer);
}

async function render({ set, kind, data, options }: RenderOrder): Promise<void> {
  templates = set ?? templates;
  const document = await renderWatched(templates, kind, data, options, watchOf(templates));
  answer({ type: 'done', document }, [document.bytes.buffer as ArrayBuffer]);
}

/** Into shared memory: a thread that is ended in the middle of its work has still told where it was. */
function watchOf(set: TemplateSet): RenderWatch {
  const numbers = new Map(filesOf(set).map((file, i) => [file, i]));
  return {
    place({ file, line, column }) {
      place[0] = numbers.get(file) ?? -1;
      place[1] = line;
      place[2] = column;
    },
    evaluated: () => answer({ type: 'evaluated' }),
  };
}

parentPort?.on('message', (order: RenderOrder) => {
  render(order).catch((error: unknown) => {
    if (!(error instanceof VekhaError)) answer({ type: 'failed', error });
    else answer({ type: 'refused', code: error.code, message: error.message, facts: error.facts });
  });
});
answer({ type: 'ready' });
