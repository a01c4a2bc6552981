/**
 * What people were already told about an item: the latest reminder, the requests to name a date. Taken from the journal
 * with one query for all items of a mail round, at the first mail that needs it.
 */
import { dayOf } from '#domain/body-time';
import { parseLocalDate, type LocalDate } from '#domain/local-date';
import type { ItemRef, Notice, ReadDb, RecipientNotices } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { ActivityDeps } from './deps.js';

export interface EarlierWords {
  /** The day of the latest reminder before the notice's own day; null when there was none. */
  lastReminder(notice: Notice): Promise<LocalDate | null>;
  /** The days before the notice's own day on which the owner was asked for a date, the first first. */
  requests(notice: Notice): Promise<readonly LocalDate[]>;
}

/** Acts of the journal that were a word to somebody. */
type Word = 'reminder' | 'dueToday' | 'dateRequest';
const WORDS: readonly Word[] = ['reminder', 'dueToday', 'dateRequest'];

type DaysByItem = ReadonlyMap<string, readonly { readonly act: string; readonly day: LocalDate }[]>;

/** @param round what is to be said now: nothing about other items may be asked here */
export function earlierWords(deps: ActivityDeps, db: ReadDb, round: readonly RecipientNotices[]): EarlierWords {
  let reading: Promise<DaysByItem> | null = null;
  async function before(notice: Notice, acts: readonly Word[]): Promise<readonly LocalDate[]> {
    if (notice.itemNo === null) return [];
    reading ??= readDays(deps, db, round);
    const said = (await reading).get(itemId({ code: notice.roadmapCode, no: notice.itemNo })) ?? [];
    const today = dayOf(notice.sendAt, deps.zone);
    return said.filter(({ act, day }) => acts.some((word) => word === act) && day < today).map(({ day }) => day);
  }
  return {
    lastReminder: async (notice) => (await before(notice, ['reminder', 'dueToday'])).toSorted().at(-1) ?? null,
    requests: async (notice) => [...new Set(await before(notice, ['dateRequest']))],
  };
}

async function readDays(deps: ActivityDeps, db: ReadDb, round: readonly RecipientNotices[]): Promise<DaysByItem> {
  const items = new Map<string, ItemRef>();
  for (const { kind, roadmapCode: code, itemNo: no } of round.flatMap(({ notices }) => notices)) {
    if (no !== null && (kind === 'overdue' || kind === 'name-date')) items.set(itemId({ code, no }), { code, no });
  }
  const days = new Map<string, { act: string; day: LocalDate }[]>();
  for (const { code, no, act, facts } of await deps.repository.journalOfItems(db, [...items.values()], WORDS)) {
    const id = itemId({ code, no });
    const known = days.get(id) ?? [];
    const day = typeof facts['day'] === 'string' ? facts['day'] : '';
    days.set(id, [...known, { act, day: parseLocalDate(day) }]);
  }
  return days;
}
