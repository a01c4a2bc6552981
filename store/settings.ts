/** Settings that people change while the product runs, by key. What the installation is started with is not here. */
import type { ReadDb, WriteTx } from './database.js';
import { asJson, type JsonValue } from './json.js';

/** Null when it was never saved. */
export async function setting(db: ReadDb, key: string): Promise<JsonValue> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function saveSetting(tx: WriteTx, key: string, value: JsonValue): Promise<void> {
  const row = { key, value: asJson(value) };
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value }))
    .execute();
}
