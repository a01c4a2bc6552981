/**
 * What a person waits for: acts through the client, one after another and several at once, in office hours, between two
 * halves of as many trivial Updates. An interim report changes least; a moved deadline plans anew and tells the mailroom.
 */
import { addDays, type LocalDate } from '#domain/local-date';
import { percentiles, processorPer, type Figure } from '../report/figures.js';
import { processorTime } from '../report/processes.js';
import { timed, upTo } from '../report/timed.js';
import type { Bare } from './bare.js';
import { armedAt } from './histories.js';
import type { Installation } from './installation.js';
import { launch, prepare } from './launch.js';

/** Acts go round these, so that those in flight are hardly ever of one item. */
const ITEMS = 40;
const WARM_UP = ITEMS;
const IN_FLIGHT = 8;
const FIRST_DAY = '2024-09-02' as LocalDate;

export async function updates(vekha: Installation, bare: Bare, count: number): Promise<readonly Figure[]> {
  const { client } = vekha;
  const plan = { number: '200-р', nos: upTo(ITEMS).map((i) => i + 1) };
  const { itemIds, workflowIds } = await launch(vekha, await prepare(vekha, plan), plan);
  const bareIds = upTo(ITEMS).map((i) => `bare/update/${i}`);
  await bare.start(bareIds, IN_FLIGHT);
  await armedAt(vekha.deps.temporal, [...workflowIds, ...bareIds]);
  const head = (await client.officials.find('Голубев И.А.')).id;
  const responsible = (await client.officials.find('Соколова М.А.')).id;

  const add = (i: number) => bare.update(pick(bareIds, i));
  const report = (i: number) =>
    client.items.submitReport(pick(itemIds, i), { by: responsible, interim: true, text: `Ход ${i}`, evidence: [] });
  let days = 0;
  const move = (i: number) =>
    client.items.moveDeadline(pick(itemIds, i), {
      by: head,
      to: addDays(FIRST_DAY, (days += 1) % 90),
      reason: `Причина ${i}`,
    });
  for (const act of [add, report, move]) await timed(upTo(WARM_UP), 1, act);

  const figures: Figure[] = [];
  const acts = async (n: number, inFlight: number, act: (i: number) => Promise<unknown>) => {
    const used = processorTime([...vekha.processes, bare.process]);
    const took = await timed(upTo(n), inFlight, act);
    return { took, processorMs: used() };
  };
  for (const inFlight of [1, IN_FLIGHT]) {
    const how = inFlight === 1 ? 'one at a time' : `${inFlight} in flight`;
    const half = Math.ceil(count / 2);
    const before = await acts(half, inFlight, add);
    const reports = await acts(count, inFlight, report);
    const moves = await acts(count, inFlight, move);
    const after = await acts(half, inFlight, add);
    const adds = [...before.took, ...after.took];
    const perAdd = (before.processorMs + after.processorMs) / adds.length;
    figures.push(...percentiles(`interim report, ${how},`, reports.took, adds));
    figures.push(...processorPer(`report, ${how}`, reports.processorMs / count, perAdd));
    figures.push(...percentiles(`moved deadline, ${how},`, moves.took, adds));
    figures.push(...processorPer(`move, ${how}`, moves.processorMs / count, perAdd));
  }
  return figures;
}

function pick(ids: readonly string[], i: number): string {
  return ids[i % ids.length] ?? '';
}
