/**
 * What the mailroom does to the world: notices become mails (one transaction a person: the mail, its thread, its calendar
 * events, the notices it settles), mails go to the server one by one, marked before and after.
 */
import { heartbeat } from '@temporalio/activity';
import { dayOf, type Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { isUrgent } from '#domain/notice';
import { nextMorning } from '#domain/reminder';
import type { Matter, WeeklySummary } from '#mail';
import type { Notice, RecipientNotices, WriteTx } from '#store';
import type { MailActivities } from './api.js';
import type { ActivityDeps } from './deps.js';
import { isWorthRetrying } from './failures.js';
import { matterOf } from './matters.js';
import { standings, type Standings } from './standing.js';
import { isStillTrue, latestRungs } from './still-true.js';
import { oweWeekly, weeklyOf } from './weekly.js';

/** What an outage left unsent and is sent along with a round. */
const LEFTOVERS = 200;

/** Mails handed over at a time: the connections that the sender keeps open. */
const IN_FLIGHT = 3;

/** A slow mail server is no dead worker: the batch beats while it waits for an answer. */
const BEAT_MS = 5000;

export function mailActivities(deps: ActivityDeps): MailActivities {
  const { store, repository, calendar, zone } = deps;
  return {
    async composeMails({ at, limit, after }) {
      if (after === null) await store.transaction((tx) => oweWeekly(deps, tx, at));
      const round = await repository.pendingNotices(store.db, at, limit, after);
      const all = standings(deps, store.db, at, round);
      for (const recipient of round) {
        heartbeat();
        await composeOrLeave(deps, recipient, all, at);
      }
      const keys = await repository.unsentMailKeys(store.db, LEFTOVERS);
      return {
        keys,
        after: round.length === limit ? (round.at(-1)?.recipientId ?? null) : null,
        nextMorning: nextMorning(at + 1, calendar, zone),
      };
    },

    async sendMails({ keys, at }) {
      let sent = 0;
      const waiting = [...keys];
      async function lane(): Promise<void> {
        for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
          if (await sendOne(deps, key, at)) sent += 1;
        }
      }
      const beating = setInterval(heartbeat, BEAT_MS);
      const lanes = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane));
      clearInterval(beating);
      for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
      return sent;
    },
  };
}

/** One person's faulty address or text holds nobody else's mail up: the notices wait, the log says why. */
async function composeOrLeave(
  deps: ActivityDeps,
  recipient: RecipientNotices,
  all: Standings,
  at: Instant,
): Promise<void> {
  try {
    await deps.store.transaction((tx) => composeFor(deps, tx, recipient, all, at));
  } catch (error) {
    if (!(error instanceof VekhaError) || isWorthRetrying(error)) throw error;
    deps.log.warn('a mail was not composed; its notices wait', {
      recipient: recipient.recipientId,
      code: error.code,
      why: error.message,
    });
  }
}

/** Everything due for one person: urgent matters each in a mail of its own, all others in one. */
async function composeFor(
  deps: ActivityDeps,
  tx: WriteTx,
  { recipientId, notices }: RecipientNotices,
  all: Standings,
  at: Instant,
): Promise<void> {
  const told: Notice[] = [];
  for (const notice of latestRungs(notices)) {
    if (notice.itemNo === null || isStillTrue(notice, await all.item(notice.roadmapCode, notice.itemNo)))
      told.push(notice);
  }
  const settled = notices.filter((notice) => !told.includes(notice)).map(({ key }) => key);
  await deps.repository.settleNotices(tx, settled, 'expired');
  const urgent = told.filter(({ kind }) => isUrgent(kind));
  for (const notice of urgent) await writeMail(deps, tx, recipientId, [notice], all, at);
  const others = told.filter(({ kind }) => !isUrgent(kind));
  if (others.length > 0) await writeMail(deps, tx, recipientId, others, all, at);
}

async function writeMail(
  deps: ActivityDeps,
  tx: WriteTx,
  recipientId: string,
  notices: readonly Notice[],
  all: Standings,
  at: Instant,
): Promise<void> {
  const { repository, mail, zone } = deps;
  const recipient = await all.person(recipientId);
  if (recipient.email === null) {
    throw new VekhaError('official.no_address', 'У получателя письма нет адреса: впишите его в справочник.');
  }
  const matters: Matter[] = [];
  const weekly: WeeklySummary[] = [];
  for (const notice of notices) {
    if (notice.itemNo === null) weekly.push(await weeklyOf(deps, tx, notice, all, at));
    else matters.push(await matterOf(deps, tx, notice, await all.item(notice.roadmapCode, notice.itemNo), all, at));
  }
  const composed = mail.compose(mail.templates, { recipient, matters, weekly, at, zone, baseUrl: mail.baseUrl });
  const key = mailKey(deps, recipientId, notices, at);
  const thread = threadName(notices);
  const known = await repository.threadOf(tx, recipientId, thread);
  const messageId = mail.messageIdOf(key, domainOf(mail.from));
  const references = known === null ? [] : [...new Set([known.firstMessageId, known.lastMessageId])];
  const raw = await mail.freeze(composed, {
    key,
    from: mail.from,
    to: recipient.email,
    replyTo: recipient.external ? await controllerAddress(notices, all) : null,
    messageId,
    references,
    inReplyTo: known?.lastMessageId ?? null,
    at,
  });
  const codes = [...new Set(notices.map(({ roadmapCode }) => roadmapCode))];
  const added = await repository.addMail(tx, {
    key,
    recipientId,
    roadmapCode: codes.length === 1 ? (codes[0] ?? null) : null,
    itemNos: [...new Set(notices.flatMap(({ itemNo }) => itemNo ?? []))],
    kinds: [...new Set(notices.map(({ kind }) => kind))],
    subject: composed.subject,
    envelopeFrom: addressOf(mail.from),
    envelopeTo: recipient.email,
    messageId,
    raw,
    madeAt: at,
  });
  if (added) await repository.rememberThread(tx, recipientId, thread, messageId);
  const settledKeys = notices.map((notice) => notice.key);
  await repository.settleNotices(tx, settledKeys, 'mailed', key);
  await repository.appendJournal(tx, {
    key: `${key}|mail`,
    at,
    actorId: null,
    act: 'mail',
    roadmapCode: codes.length === 1 ? (codes[0] ?? null) : null,
    itemNo: notices.length === 1 ? (notices[0]?.itemNo ?? null) : null,
    facts: {
      recipient: recipientId,
      kinds: [...new Set(notices.map(({ kind }) => kind))].join(' '),
      day: dayOf(at, zone),
    },
  });
}

/** Whoever is outside the body may answer a letter: the answer goes to the controller of its item. */
async function controllerAddress(notices: readonly Notice[], all: Standings): Promise<string | null> {
  const about = notices.find(({ itemNo }) => itemNo !== null);
  if (about?.itemNo == null) return null;
  return (await all.item(about.roadmapCode, about.itemNo)).people.controller.email;
}

/** @returns true when the server took it now */
async function sendOne({ store, repository, mail, log }: ActivityDeps, key: string, at: Instant): Promise<boolean> {
  const [row] = await repository.unsentMails(store.db, 1, [key]);
  if (row === undefined) return false;
  const turn = await store.transaction((tx) => repository.markSending(tx, key, at));
  if (turn === 'settled') return false;
  if (turn === 'repeat') log.warn('a mail may be sent twice: a process died within its sending', { key });
  try {
    await mail.sender.send({ raw: row.raw, envelopeFrom: row.envelopeFrom, envelopeTo: row.envelopeTo });
  } catch (error) {
    const outcome = outcomeOf(error);
    const words = error instanceof Error ? error.message : String(error);
    await store.transaction((tx) => repository.markFailed(tx, key, words, outcome));
    if (outcome === 'permanent') return false;
    throw error;
  }
  await store.transaction((tx) => repository.markSent(tx, key, at));
  return true;
}

/** What is known of a mail whose hand-over failed: refused for good, surely not taken, or perhaps taken all the same. */
function outcomeOf(error: unknown): 'permanent' | 'retry' | 'unknown' {
  if (!(error instanceof VekhaError)) return 'unknown';
  if (error.code === 'mail.rejected' || error.code === 'mail.bad_address') return 'permanent';
  return error.code === 'mail.unavailable' ? 'retry' : 'unknown';
}

/** The same reasons make the same mail: two rounds at once cannot write it twice. */
function mailKey({ mail, zone }: ActivityDeps, recipientId: string, notices: readonly Notice[], at: Instant): string {
  const [only, ...more] = notices.map(({ key }) => key).sort();
  if (only !== undefined && more.length === 0) return only;
  const digest =
    mail
      .messageIdOf([only, ...more].join('\n'), domainOf(mail.from))
      .slice(1)
      .split('@')[0] ?? '';
  return `${recipientId}|${dayOf(at, zone)}|${digest}`;
}

/** One thread per item and person; a mail about several items starts a thread of its own day. */
function threadName(notices: readonly Notice[]): string {
  const items = [...new Set(notices.map(({ roadmapCode, itemNo }) => `${roadmapCode}/${itemNo ?? ''}`))];
  return items.length === 1 ? (items[0] ?? '') : items.sort().join(' ');
}

function addressOf(from: string): string {
  return /<([^<>]+)>/u.exec(from)?.[1] ?? from;
}

function domainOf(from: string): string {
  return addressOf(from).split('@').at(-1) ?? 'vekha.invalid';
}
