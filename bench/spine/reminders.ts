/**
 * The herd: items whose reminders fall due in one minute, although the product spreads them over the morning. Their
 * numbers are chosen by the hash that spreads them, so nothing is bent. Bare Temporal gets as many timers for an instant
 * some seconds later, each followed by an empty activity and the next timer, which is what a reminder does at least.
 */
import { minutesOfDay } from '#domain/body-time';
import { spreadMinutes } from '#domain/reminder';
import { addWorkingDays, workingCalendar } from '#domain/working-calendar';
import { itemId } from '#workflows/messages/ids';
import { setTimeout as pause } from 'node:timers/promises';
import { time, type Figure } from '../report/figures.js';
import { upTo } from '../report/timed.js';
import type { Bare } from './bare.js';
import { armedAt, touchedAt } from './histories.js';
import { TODAY, type Installation } from './installation.js';
import { STARTS_IN_FLIGHT } from './items.js';
import { launch, prepare } from './launch.js';

/** Ten working days before the deadline an item wakes for the first time. */
const FIRST_RUNG = 10;
const CODE = '300-р';
/** Slower than this machine would have to be for the items not to sleep yet when the instant comes. */
const ARMED_PER_SECOND = 8;
const POLL_MS = 50;
const PATIENCE_MS = 10 * 60_000;

export async function reminders(vekha: Installation, bare: Bare, count: number): Promise<readonly Figure[]> {
  const { zone, temporal, clockOffsetMs } = vekha.deps;
  const lead = Math.ceil(count / ARMED_PER_SECOND / 60) + 1;
  const minute = minutesOfDay(vekha.now(), zone) + lead;
  const nos = numbersWakingAt(minute, count);
  const plan = { number: CODE, nos, due: addWorkingDays(TODAY, FIRST_RUNG, workingCalendar()) };
  const { workflowIds } = await launch(vekha, await prepare(vekha, plan), plan);
  const armed = Math.max(...(await armedAt(temporal, workflowIds)));
  const instant = nextInstantOf(minute, vekha) - clockOffsetMs;
  if (armed >= instant) throw new Error('the items were not asleep before their reminders fell due: lower --items');
  const oursMs = (await allNoticed(vekha, count)) - instant;

  const ids = upTo(count).map((i) => `bare/due/${i}`);
  const due = Date.now() + Math.ceil((count / ARMED_PER_SECOND) * 1000) / 2 + 5_000;
  await bare.start(ids, STARTS_IN_FLIGHT, due);
  const touched = await touchedAt(temporal, ids, due);
  const bareMs = Math.max(...touched) - due;
  return [time(`${count} notices written`, 's', oursMs / 1000, bareMs / 1000)];
}

/** The first numbers whose items wake at that minute of the day. */
function numbersWakingAt(minute: number, count: number): readonly number[] {
  const nos: number[] = [];
  for (let no = 1; nos.length < count; no += 1) {
    if (spreadMinutes(itemId({ code: CODE, no: String(no) })) === minute) nos.push(no);
  }
  return nos;
}

/** On the installation's clock. */
function nextInstantOf(minute: number, vekha: Installation): number {
  const now = vekha.now();
  const startOfMinute = Math.floor(now / 60_000) * 60_000;
  return startOfMinute + (minute - minutesOfDay(now, vekha.deps.zone)) * 60_000;
}

/** @returns the machine's clock when each item's reminder was a row of the database */
async function allNoticed({ deps: { store } }: Installation, count: number): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const found = await store.db
      .selectFrom('notice')
      .where('kind', '=', 'reminder')
      .select((eb) => eb.fn.count<string>('item_no').distinct().as('items'))
      .executeTakeFirstOrThrow();
    if (Number(found.items) >= count) return Date.now();
    await pause(POLL_MS);
  }
  throw new Error('the reminders were not written');
}
