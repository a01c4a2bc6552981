/**
 * Nine o'clock: as many people as items, each with an assignment to be told. From the hour until the last mail lies with
 * the mail catcher, which flushes each to disk. The rate limit is lifted: a limit would be what is measured.
 */
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { dayOf } from '#domain/body-time';
import { morningOf } from '#domain/reminder';
import { rate, time, type Figure } from '../report/figures.js';
import { upTo } from '../report/timed.js';
import type { Installation } from './installation.js';
import { launch, prepare } from './launch.js';
import type { Person } from './orders.js';

const POLL_MS = 100;
const PATIENCE_MS = 10 * 60_000;

export async function mails(vekha: Installation, count: number): Promise<readonly Figure[]> {
  const { zone, clockOffsetMs } = vekha.deps;
  const nine = morningOf(dayOf(vekha.now(), zone), zone) - clockOffsetMs;
  const plan = { number: '400-р', nos: upTo(count).map((i) => i + 1), party, people: upTo(count).map(person) };
  await launch(vekha, await prepare(vekha, plan), plan);
  const people = await recipients(vekha);
  if (Date.now() >= nine) throw new Error('the roadmap was not launched before nine: lower --items');
  await pause(nine - Date.now());
  const tookMs = (await allCaught(vekha, people)) - nine;
  return [time(`${people} mails handed over`, 's', tookMs / 1000), rate('mails', (people / tookMs) * 1000)];
}

function party(no: number): string {
  return `Площадка ${no}`;
}

function person(i: number): Person {
  return { surname: 'Петров', initials: 'П.П.', email: `petrov-${i}@example.test`, party: party(i + 1) };
}

/** Everybody whom something waits for. */
async function recipients({ deps: { store } }: Installation): Promise<number> {
  const found = await store.db
    .selectFrom('notice')
    .where('state', '=', 'pending')
    .select((eb) => eb.fn.count<string>('recipient_id').distinct().as('people'))
    .executeTakeFirstOrThrow();
  return Number(found.people);
}

/** @returns the machine's clock when so many mails lay there */
async function allCaught({ mailDir }: Installation, count: number): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const caught = (await readdir(mailDir)).filter((name) => name.endsWith('.eml'));
    if (caught.length >= count) return Date.now();
    await pause(POLL_MS);
  }
  throw new Error('the mails were not handed over');
}
