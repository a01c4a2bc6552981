/** Where one measure stands more than once in a roadmap: its stages. */
import type { LocalDate } from '#domain/local-date';
import type { ReadDb } from './database.js';

export interface MeasureDate {
  readonly no: string;
  /** Working due date as read at import; null when no day was named. */
  readonly firstWorkingDue: LocalDate | null;
}

/** Items of a roadmap with exactly this title, in the order of its table; of many only the first `limit`. */
export async function itemsTitled(
  db: ReadDb,
  { code, title, limit }: { readonly code: string; readonly title: string; readonly limit: number },
): Promise<readonly MeasureDate[]> {
  const rows = await db
    .selectFrom('item')
    .select(['no', 'first_working_due'])
    .where('roadmap_code', '=', code)
    .where('title', '=', title)
    .where('status', '!=', 'withdrawn')
    .orderBy('position')
    .orderBy('no')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ no: row.no, firstWorkingDue: row.first_working_due }));
}
