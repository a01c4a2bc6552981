/**
 * «Приложение: на 8 л.»: the sheets of a draft's appendix, counted on its printed pages where LibreOffice is at hand. The
 * count is kept with the document, so that what was approved and what is registered say the same.
 */
import type { JsonValue, DocumentGap } from '#store';
import type { ActivityDeps } from './deps.js';

type Values = Readonly<Record<string, JsonValue>>;

/** Where the count is kept among the values of a document; nobody types it. */
export const COUNTED_SHEETS = 'листов по счёту';

/** The field that a person may fill instead. */
const ASKED = 'приложение.листов';

/** @returns null where nobody waits for a count, or nobody can give one: the line stays empty, as without LibreOffice */
export async function countedSheets(
  { documents: { appendixSheets }, log }: ActivityDeps,
  { bytes, gaps }: { readonly bytes: Uint8Array; readonly gaps: readonly DocumentGap[] },
): Promise<number | null> {
  if (appendixSheets === null || !gaps.some(({ path }) => path === ASKED)) return null;
  try {
    return await appendixSheets(bytes);
  } catch (error) {
    log.warn('sheets were not counted', { why: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

/** A count is good for the text that it was made of; a new draft is counted anew. */
export function withoutCount(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([path]) => path !== COUNTED_SHEETS));
}
