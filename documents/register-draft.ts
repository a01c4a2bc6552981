/**
 * Registration: the very file that was approved and signed, with its date and number in the places kept for them, without
 * the blanks that stood there until then. Nothing is rendered again: a template or a directory that has changed since cannot
 * change a text that people have signed. Pure.
 */
import { createHash } from 'node:crypto';
import { readWordFile, zip, zipEntry } from '#archive';
import { inDigits, inWords } from '#domain/russian-date';
import { bindSpaces } from '#domain/typography';
import type { Registration } from './fields/facts.js';
import { isSheetPart } from './open-package.js';
import { stillBlank, type KeptGap } from './standing-blanks.js';
import { fillPlaces } from './wordml/registration-place.js';
import { withoutUntilRegistration } from './wordml/until-registration.js';

export interface RegisteredDraft {
  readonly bytes: Uint8Array;
  /** Hex. */
  readonly sha256: string;
  readonly gaps: readonly KeptGap[];
}

/**
 * Done twice it is the same file.
 * @param bytes a draft of ours, or one that `readEditedDraft` has passed
 */
export function registerDraft(
  { bytes, gaps }: { readonly bytes: Uint8Array; readonly gaps: readonly KeptGap[] },
  { number, date }: Registration,
): RegisteredDraft {
  const printed = { date: inDigits(date), dateInWords: bindSpaces(inWords(date), 'text'), number: afterNumero(number) };
  const sheets: string[] = [];
  const entries = [...readWordFile(bytes)].map(([name, content]) => {
    if (!isSheetPart(name)) return zipEntry(name, content);
    const sheet = fillPlaces(withoutUntilRegistration(new TextDecoder().decode(content)), printed);
    sheets.push(sheet);
    return zipEntry(name, sheet);
  });
  const registered = zip(entries);
  return {
    bytes: registered,
    sha256: createHash('sha256').update(registered).digest('hex'),
    gaps: stillBlank(gaps, sheets).filter(({ source }) => source !== 'регистрация'),
  };
}

/** With the hyphens that do not break, as everywhere behind «№». */
function afterNumero(number: string): string {
  const sign = '№ ';
  return bindSpaces(sign + number, 'text').slice(sign.length);
}
