/** How many mails each person gets, by month and by day, and from how many on that is much. Pure. */
import type { TimelineEvent } from '../timeline.js';
import { dayOfEvent } from './course.js';

/** Mails to one person in a month. */
export const MANY_A_MONTH = 10;
export const TOO_MANY_A_MONTH = 13;
/** Mails to one person in a day; more than this is too many. */
export const MOST_A_DAY = 5;

export interface PersonLoad {
  readonly name: string;
  readonly mails: readonly TimelineEvent[];
  /** By `YYYY-MM`. */
  readonly byMonth: ReadonlyMap<string, number>;
  /** By `YYYY-MM-DD`. */
  readonly byDay: ReadonlyMap<string, number>;
}

/** Everybody who was written to, who got most first. */
export function loadsOf(timeline: readonly TimelineEvent[]): readonly PersonLoad[] {
  const mails = timeline.filter(({ what }) => what === 'mail');
  return [...grouped(mails, ({ who }) => who ?? '')]
    .map(([name, own]) => ({
      name,
      mails: own,
      byMonth: countedBy(own, ({ at }) => at.slice(0, 7)),
      byDay: countedBy(own, dayOfEvent),
    }))
    .sort((a, b) => b.mails.length - a.mails.length || (a.name < b.name ? -1 : 1));
}

/** What a mail was about, by numbers of items. */
export function itemsOf({ facts }: TimelineEvent): readonly string[] {
  return wordsOf(facts['items']);
}

/** Why a mail was written: kinds of notices, `name-date`, `overdue` … */
export function kindsOf({ facts }: TimelineEvent): readonly string[] {
  return wordsOf(facts['kinds']);
}

/** In the order in which the keys first appear. */
export function grouped<T, Key>(values: readonly T[], keyOf: (value: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function countedBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, number> {
  return new Map([...grouped(values, keyOf)].map(([key, group]) => [key, group.length]));
}

function wordsOf(fact: TimelineEvent['facts'][string] | undefined): readonly string[] {
  return typeof fact === 'string' && fact !== '' ? fact.split(' ') : [];
}
