/**
 * The installation's clock: the server's time plus an offset kept in the store. Zero in real life; a demonstration may
 * stand at the day of an old order. It is set once, before anything runs: a clock that jumps would lose reminders.
 */
import { instantOf, minutesOfDay, type Zone } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import { roadmaps, saveSetting, setting, type Store } from '#store';

const KEY = 'clockOffsetMs';

export async function clockOffset(store: Store): Promise<number> {
  const value = await setting(store.db, KEY);
  return typeof value === 'number' ? value : 0;
}

/**
 * Makes today that day, at the present hour.
 * @throws VekhaError 'roadmap.already_launched' when a roadmap has been launched under another clock
 */
export async function setToday(store: Store, today: LocalDate, zone: Zone): Promise<void> {
  const now = Date.now();
  const offset = instantOf(today, minutesOfDay(now, zone), zone) - Math.floor(now / 60_000) * 60_000;
  if (Math.abs(offset - (await clockOffset(store))) < 24 * 3_600_000) return;
  const launched = (await roadmaps(store.db)).find(({ state }) => state !== 'imported');
  if (launched !== undefined) {
    throw new VekhaError(
      'roadmap.already_launched',
      `Часы не переставлены: дорожная карта ${launched.code} уже запущена. Для другой даты возьмите новую папку данных (--data).`,
    );
  }
  await store.transaction((tx) => saveSetting(tx, KEY, offset));
}
