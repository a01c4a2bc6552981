/**
 * What happened, event by event, in a form that two runs of one scenario share to the byte: instants are cut to the
 * minute, the order within a minute is settled by the words, ids made by chance are left out. Pure.
 */
import { dayOf, minutesOfDay, type Instant, type Zone } from '#domain/body-time';
import type { JournalEvent, MailCard } from '#client';

export interface TimelineEvent {
  /** `2023-12-27T09:00` in the body's zone. */
  readonly at: string;
  /** Number of the item; null for what concerns the whole order. */
  readonly item: string | null;
  /** A word of the glossary: `launch`, `reminder`, `draft`, `approve`, `mail` … */
  readonly what: string;
  /** Who acted, or to whom a mail went; null for the program. */
  readonly who: string | null;
  readonly document: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Made by chance or by the machine's own pace: they differ from run to run. The key of a mail holds ids of officials. */
const LEFT_OUT = new Set(['noteId', 'sha256', 'by', 'recipient', 'mail', 'from', 'to']);

export function timelineOf(
  journal: readonly JournalEvent[],
  mails: readonly MailCard[],
  zone: Zone,
): readonly TimelineEvent[] {
  const acts = journal.filter(({ act }) => act !== 'mail').map((event) => fromJournal(event, zone));
  const sent = mails.map((mail) => fromMail(mail, zone));
  return [...acts, ...sent].sort((a, b) => compare(words(a), words(b)));
}

function fromJournal({ at, act, by, itemNo, documentId, facts }: JournalEvent, zone: Zone): TimelineEvent {
  const kept = Object.entries(facts).filter(([name]) => !LEFT_OUT.has(name) || isDate(facts[name]));
  return {
    at: minute(at, zone),
    item: itemNo,
    what: act,
    who: by?.name ?? null,
    document: documentId,
    facts: Object.fromEntries(kept.sort(([a], [b]) => compare(a, b))),
  };
}

function fromMail({ madeAt, to, subject, kinds, items }: MailCard, zone: Zone): TimelineEvent {
  const numbers = items.map((id) => id.split('/').at(-1) ?? id).sort();
  return {
    at: minute(Date.parse(madeAt), zone),
    item: numbers.length === 1 ? (numbers[0] ?? null) : null,
    what: 'mail',
    who: to,
    document: null,
    facts: { subject, kinds: [...kinds].sort().join(' '), items: numbers.join(' ') },
  };
}

function minute(at: Instant, zone: Zone): string {
  const minutes = minutesOfDay(at, zone);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${dayOf(at, zone)}T${hh}:${String(minutes % 60).padStart(2, '0')}`;
}

function words(event: TimelineEvent): string {
  const { at, item, what, document, who, facts } = event;
  return [at, item?.padStart(4, '0') ?? '', what, document ?? '', who ?? '', JSON.stringify(facts)].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
