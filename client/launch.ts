/**
 * Launch: people are found for every party, plans are computed, then the roadmap's process starts. All or nothing:
 * the process is started inside the transaction, and its first step waits for the commit.
 */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { dayOf, type Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { standingAtStart } from '#domain/item-plan';
import { dotted } from '#domain/local-date';
import { nextMorning } from '#domain/reminder';
import {
  addNotices,
  appendJournal,
  assignItems,
  itemCards,
  markLaunched,
  officials,
  orderOf,
  parties,
  roadmap,
  saveStart,
} from '#store';
import { roadmapWorkflowId } from '#workflows/messages/ids';
import { MAIN_QUEUE } from '#workflows/messages/queues';
import type { RoadmapStart } from '#workflows/messages/roadmap';
import type { LaunchReport } from './api.js';
import type { ClientDeps } from './deps.js';
import { findPeople } from './launch-people.js';
import { launchNotices, startOf } from './launch-items.js';

export async function launch(
  deps: ClientDeps,
  code: string,
  { late = false }: { late?: boolean } = {},
): Promise<LaunchReport> {
  const { store, zone, calendar, clockOffsetMs, historyLimit } = deps;
  const at = await deps.now();
  return store.transaction(async (tx) => {
    const card = await roadmap(tx, code);
    const order = await orderOf(tx, code);
    if (card === null || order === null) throw new VekhaError('roadmap.unknown', unknownRoadmap(code));
    if (card.state !== 'imported') throw alreadyLaunched(code, card.launchedAt, deps);
    const items = await itemCards(tx, code);
    const people = findPeople({ code, items, order, officials: await officials(tx), parties: await parties(tx) });
    if (!(await markLaunched(tx, { code, at, controllerId: people.controller, headId: people.head }))) {
      throw alreadyLaunched(code, null, deps);
    }
    const starts = items.map((item) => startOf(deps, item, people.ofItem(item.no), at));
    const warnings = lateWarnings(starts, at, deps);
    if (warnings.length > 0 && !late) {
      throw new VekhaError(
        'roadmap.late',
        `Дорожная карта ${code} не запущена, сегодня ${dotted(dayOf(at, zone))}. ${warnings.join(' ')} Если так и надо, повторите с ключом --late.`,
      );
    }
    await assignItems(
      tx,
      starts.map((start) => standingAtStart(start, at, deps)),
    );
    for (const start of starts) await saveStart(tx, start, start);
    const notices = starts.flatMap((start) => launchNotices(deps, start, at));
    await addNotices(tx, notices);
    await appendJournal(tx, {
      key: `${code}|launch`,
      at,
      actorId: null,
      act: 'launch',
      roadmapCode: code,
      facts: { items: items.length },
    });
    for (const { no, life } of starts) {
      if (!life.awaitsDate) continue;
      const facts = { day: dayOf(nextMorning(at, calendar, zone), zone), offset: 1 };
      const key = `${code}/${no}|dateRequest|launch`;
      await appendJournal(tx, { key, at, actorId: null, act: 'dateRequest', roadmapCode: code, itemNo: no, facts });
    }
    await startRoadmap(deps, { code, clockOffsetMs, zone, open: null, handled: [], historyLimit });
    const first = notices.map(({ sendAt }) => sendAt).sort((a, b) => a - b)[0];
    return {
      code,
      items: items.length,
      firstMailAt: first === undefined ? null : new Date(first).toISOString(),
      warnings,
    };
  });
}

/** By a fixed id: a second start of the same roadmap finds the first and is content with it. */
export async function startRoadmap({ temporal }: Pick<ClientDeps, 'temporal'>, start: RoadmapStart): Promise<void> {
  try {
    await temporal.workflow.start('roadmap', {
      workflowId: roadmapWorkflowId(start.code),
      taskQueue: MAIN_QUEUE,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      args: [start],
      staticSummary: `Дорожная карта ${start.code}`,
    });
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return;
    throw new VekhaError(
      'engine.unavailable',
      'Дорожная карта не запущена: Temporal не отвечает. Ничего не изменилось; повторите запуск позже.',
      { cause: error instanceof Error ? error.message : String(error) },
    );
  }
}

function lateWarnings(
  starts: readonly { readonly no: string; readonly life: { readonly workingDue: string | null } }[],
  at: Instant,
  { zone }: ClientDeps,
): readonly string[] {
  const today = dayOf(at, zone);
  const late = starts.filter(({ life }) => life.workingDue !== null && life.workingDue < today).map(({ no }) => no);
  if (late.length === 0) return [];
  return [`Сроки уже прошли у пунктов: ${late.join(', ')}. О просрочке узнают контролёр и руководитель.`];
}

function unknownRoadmap(code: string): string {
  return `Дорожной карты ${code} нет: проверьте код командой status или загрузите распоряжение командой import.`;
}

function alreadyLaunched(code: string, at: Instant | null, { zone }: ClientDeps): VekhaError {
  const on = at === null ? '' : ` ${dotted(dayOf(at, zone))}`;
  return new VekhaError(
    'roadmap.already_launched',
    `Дорожная карта ${code} уже запущена${on}: второй запуск не нужен, ничего не изменилось.`,
  );
}
