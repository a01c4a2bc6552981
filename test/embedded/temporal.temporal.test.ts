import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  runningTemporal,
  SEARCH_ATTRIBUTES,
  silent,
  startTemporal,
  supervise,
  temporalTestServerPath,
  type TemporalPart,
} from '#embedded';
import { compileRoom, killHard, removeFolder, scratchFolder, startLauncher } from './separate-process.js';

let dir: string;
const parts: { stop(): Promise<void> }[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-temporal-'));
});
afterEach(async () => {
  await Promise.all(parts.splice(0).map((part) => part.stop()));
  rmSync(dir, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof startTemporal>[0]> = {}): Promise<TemporalPart> {
  const part = await startTemporal({ dir, say: silent, ...options });
  parts.push(part);
  return part;
}

async function withClient<T>(part: { address: string }, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: part.address });
  try {
    return await use(new Client({ connection, namespace: 'vekha' }));
  } finally {
    await connection.close();
  }
}

const attributesOf = (part: TemporalPart) =>
  withClient(part, async ({ connection }) => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: part.namespace });
    return Object.keys(customAttributes).sort();
  });

const startSleeper = (part: TemporalPart) =>
  withClient(part, async (client) => {
    await client.workflow.start('sleeper', { workflowId: 'roadmap/1', taskQueue: 'nobody-listens' });
  });

const sleeperStatus = (part: { address: string }) =>
  withClient(part, async (client) => (await client.workflow.getHandle('roadmap/1').describe()).status.name);

describe('the Temporal development server', () => {
  it('serves the namespace with our search attributes, and keeps port and workflows over a restart', async () => {
    const first = await start();
    expect(await attributesOf(first)).toEqual(Object.keys(SEARCH_ATTRIBUTES).sort());
    await startSleeper(first);
    await first.stop();
    const second = await start({ searchAttributes: { ...SEARCH_ATTRIBUTES, BroughtLater: 'Keyword' } });
    expect(second.address).toBe(first.address);
    expect(await sleeperStatus(second)).toBe('RUNNING');
    expect(await attributesOf(second)).toContain('BroughtLater');
    expect(readFileSync(join(dir, 'temporal.log'), 'utf8')).toContain('Temporal CLI');
  });

  it('comes back under the supervisor after kill -9 at the same address, with every acknowledged start', async () => {
    const restarted: TemporalPart[] = [];
    const kept = await supervise((port) => startTemporal({ dir, say: silent, port }), {
      say: silent,
      onRestart: (part) => restarted.push(part),
    });
    parts.push(kept);
    const before = kept.current();
    await startSleeper(before);
    process.kill(before.pid, 'SIGKILL');
    while (restarted.length === 0) await sleep(20);
    expect(kept.current().address).toBe(before.address);
    expect(await sleeperStatus(kept.current())).toBe('RUNNING');
  });

  it('is taken over when its launcher was killed, and a second command finds it meanwhile', async () => {
    const scratch = scratchFolder();
    const { child, said } = startLauncher(
      compileRoom(scratch),
      `const part = await room.startTemporal({ dir: ${JSON.stringify(dir)}, say: room.silent });
       console.log(JSON.stringify({ pid: part.pid, address: part.address }));`,
    );
    const left = JSON.parse(await said) as { pid: number; address: string };
    expect(runningTemporal(dir)).toEqual(left);
    await killHard(child);
    expect(await start()).toMatchObject({ ...left, adopted: true });
    removeFolder(scratch);
  });

  it('is not started at all when the path that a person set is wrong', async () => {
    await expect(startTemporal({ dir, say: silent, cliPath: join(dir, 'nothing') })).rejects.toMatchObject({
      code: 'embedded.binary_missing',
      message: expect.stringContaining('TEMPORAL_CLI_PATH'),
    });
  });

  it('says in one sentence when a program is there but does not become a server', async () => {
    await expect(startTemporal({ dir, say: silent, cliPath: '/bin/false' })).rejects.toMatchObject({
      code: 'embedded.start_failed',
      message: expect.stringContaining('temporal.log'),
    });
  });
});

describe('the time-skipping test server', () => {
  it('is found, and skips a month in less than a minute', async () => {
    const path = await temporalTestServerPath({ say: silent });
    const env = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
    });
    const before = await env.currentTimeMs();
    await env.sleep('30 days');
    expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
    await env.teardown();
  });
});
