/**
 * «Приложение: на 8 л.»: the sheets of a draft's appendix, counted on its printed pages where LibreOffice is at hand.
 */
import type { DocumentGap } from '#store';
import type { ActivityDeps } from './deps.js';

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
