/** Every recorded history goes on under the workflows of today: what an installation has running must survive an update. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { readBundle, WORKFLOW_NAMES } from '#worker';
import { quietRuntime } from '../fixtures/runtime.js';
import { recordings, type History, type Recording } from './recordings.js';

quietRuntime();
const all = recordings();
const surnames = readFileSync(new URL('../../examples/officials.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((row) => row.split(';').slice(0, 1))
  .filter((surname) => surname !== '');

describe('a recorded history', () => {
  it('is kept of every process', () => {
    const types = new Set(all.map(typeOf));
    expect([...types].sort()).toEqual([...WORKFLOW_NAMES]);
  });

  it.each(all)('replays: $name', async ({ history }) => {
    await replay(await readBundle(), history);
  });

  it.each(all)('names nobody: $name', ({ history }) => {
    const words = payloadsOf(history).join('\n');
    expect(words).toContain('"');
    for (const secret of ['@', ...surnames]) expect(words).not.toContain(secret);
  });
});

describe('the gate turns red', () => {
  /** Changes of a careless release: text of the bundle before and after. */
  const careless = [
    ['an item commits by another activity', 'commitItem', 'storeItem', 'item-closed'],
    ['an item waits without a timer', 'wake.at - now()', 'undefined', 'item-amended'],
    ['a document registers by another activity', 'registerDocument', 'stampDocument', 'document-registered'],
    ['the mailroom composes by another activity', 'composeMails', 'gatherMails', 'mailroom'],
    ['a roadmap admits a new item by another activity', 'admitItem', 'takeItem', 'roadmap'],
    [
      'a roadmap starts its items under other ids',
      'itemWorkflowId)({ code, no })',
      'itemWorkflowId)({ code, no: no + 1 })',
      'roadmap',
    ],
  ] as const;

  it.each(careless)('when %s', async (_, before, after, name) => {
    const bundle = await readBundle();
    expect(bundle).toContain(before);
    const recording = all.find((one) => one.name.endsWith(`/${name}`));
    if (recording === undefined) throw new Error(`There is no recording ${name}.`);
    await expect(replay(bundle.replaceAll(before, after), recording.history)).rejects.toThrow();
  });
});

async function replay(code: string, history: History): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: { code } }, history, 'replayed');
}

function typeOf({ history }: Recording): string | null | undefined {
  return history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name;
}

/** Every payload of a history as text: arguments, results, failures, summaries. */
function payloadsOf(node: unknown): string[] {
  if (node instanceof Uint8Array) return [Buffer.from(node).toString('utf8')];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(payloadsOf);
}
