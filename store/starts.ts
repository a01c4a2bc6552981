/** What the processes of a roadmap's items are started with: written at launch, read page by page by the roadmap's process. */
import { VekhaError } from '#domain/errors';
import type { ReadDb, WriteTx } from './database.js';
import type { ItemRef } from './items.js';
import { asJson } from './json.js';

/** Keeps the start of an item; plain JSON of the caller's own shape. */
export async function saveStart(tx: WriteTx, { code, no }: ItemRef, start: object): Promise<void> {
  await tx
    .updateTable('item')
    .set({ start: asJson(start) })
    .where('roadmap_code', '=', code)
    .where('no', '=', no)
    .executeTakeFirst();
}

/**
 * A page of starts in the order of the roadmap's table; an empty page ends the list.
 * @throws VekhaError 'roadmap.not_ready' while the launch that writes them has not committed
 */
export async function itemStarts(
  db: ReadDb,
  code: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<readonly object[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('roadmap', 'roadmap.code', 'item.roadmap_code')
    .select(['item.start', 'roadmap.state'])
    .where('roadmap_code', '=', code)
    .orderBy('position')
    .orderBy('no')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(({ start, state }) => {
    if (state === 'imported' || start === null) {
      throw new VekhaError('roadmap.not_ready', `Дорожная карта ${code} ещё не запущена.`, { code });
    }
    return start;
  });
}
