/**
 * Starting items until each sleeps on its timer: one order launched through the client, with everything that a launch
 * does (plans, assignments, the notice of assignment drafted), between two halves of as many bare workflows.
 */
import { roadmapWorkflowId } from '#workflows/messages/ids';
import { processorPer, rate, time, type Figure } from '../report/figures.js';
import { processorTime } from '../report/processes.js';
import { upTo } from '../report/timed.js';
import type { Bare } from './bare.js';
import { armedAt, childrenStartedAt } from './histories.js';
import type { Installation } from './installation.js';
import { launch, prepare } from './launch.js';

/** A roadmap starts its items fifty at a time. */
export const STARTS_IN_FLIGHT = 50;

export async function items(vekha: Installation, bare: Bare, count: number): Promise<readonly Figure[]> {
  await warmUp(vekha, bare);
  const plan = { number: '100-р', nos: upTo(count).map((i) => i + 1) };
  const code = await prepare(vekha, plan);
  const first = await startBare(vekha, bare, 'a', Math.ceil(count / 2));
  const ours = await startOurs(vekha, bare, code, plan.nos);
  const second = await startBare(vekha, bare, 'b', Math.floor(count / 2));
  const bareRate = (by: 'acknowledgedMs' | 'armedMs') => (count / (first[by] + second[by])) * 1000;
  const bareProcessor = first.processorMs + second.processorMs;
  return [
    rate('starts acknowledged', (count / ours.acknowledgedMs) * 1000, bareRate('acknowledgedMs')),
    rate('armed', (count / ours.armedMs) * 1000, bareRate('armedMs')),
    ...processorPer('item', ours.processorMs / count, bareProcessor / count),
    time(`launch of ${count} items answered`, 's', ours.answeredMs / 1000),
  ];
}

async function warmUp(vekha: Installation, bare: Bare): Promise<void> {
  const plan = { number: '99-р', nos: upTo(20).map((i) => i + 1) };
  const { workflowIds } = await launch(vekha, await prepare(vekha, plan), plan);
  await armedAt(vekha.deps.temporal, workflowIds);
  await startBare(vekha, bare, 'warm', 20);
}

async function startOurs(vekha: Installation, bare: Bare, code: string, nos: readonly number[]) {
  const { temporal } = vekha.deps;
  const used = processorTime([...vekha.processes, bare.process]);
  const { workflowIds, askedAt, answeredMs } = await launch(vekha, code, { nos });
  await armedAt(temporal, workflowIds.slice(-1));
  const processorMs = used();
  const armed = await armedAt(temporal, workflowIds);
  const started = await childrenStartedAt(temporal, roadmapWorkflowId(code));
  return {
    acknowledgedMs: Math.max(...started) - askedAt,
    armedMs: Math.max(...armed) - askedAt,
    answeredMs,
    processorMs,
  };
}

async function startBare(vekha: Installation, bare: Bare, name: string, count: number) {
  const used = processorTime([...vekha.processes, bare.process]);
  const ids = upTo(count).map((i) => `bare/${name}/${i}`);
  const askedAt = Date.now();
  const acknowledgedMs = await bare.start(ids, STARTS_IN_FLIGHT);
  await armedAt(vekha.deps.temporal, ids.slice(-1));
  const processorMs = used();
  const armed = await armedAt(vekha.deps.temporal, ids);
  return { acknowledgedMs, armedMs: Math.max(...armed) - askedAt, processorMs };
}
