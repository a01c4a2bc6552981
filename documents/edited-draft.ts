/**
 * A draft that a clerk has edited in Word and gives back: what must be true of it before it becomes a version, and which
 * blanks are still blank. No template is rendered: the clerk's words stay.
 */
import { createHash } from 'node:crypto';
import { readWordFile } from '#archive';
import { VekhaError } from '#domain/errors';
import { unbound } from '#domain/typography';
import { lintPackage } from './lint.js';
import { isSheetPart, MAIN_PART, xmlOf, type XmlParts } from './open-package.js';
import { refuseOutside } from './outside.js';
import { standingBlanks, stillBlank, type KeptGap } from './standing-blanks.js';
import { countPlaces } from './wordml/registration-place.js';

const MOST_BYTES = 20 * 1024 * 1024;

export interface EditedDraft {
  /** Of the file, hex. */
  readonly sha256: string;
  /** Of the gaps of the version it was made of, those that are still there. */
  readonly gaps: readonly KeptGap[];
}

/**
 * @param made the version that was edited
 * @throws VekhaError 'input.empty', 'input.too_large', 'input.damaged', 'input.forbidden_content', 'draft.unfit'
 */
export function readEditedDraft(
  bytes: Uint8Array,
  made: { readonly bytes: Uint8Array; readonly gaps: readonly KeptGap[] },
): EditedDraft {
  if (bytes.length > MOST_BYTES) throw new VekhaError('input.too_large', 'Файл больше 20 МБ: такой не принимается.');
  const parts = readWordFile(bytes);
  const texts = xmlOf(parts);
  if (!texts.has(MAIN_PART)) throw unfit('это не документ Word (.docx)');
  refuseOutside(parts, 'Файл');
  refuseRevisions(texts);
  const [finding] = lintPackage(texts, new Set(parts.keys()));
  if (finding !== undefined) throw unfit(`${finding}: сохраните документ в Word ещё раз`);
  const sheets = sheetsOf(texts);
  refuseLostPlaces(sheets, sheetsOf(xmlOf(readWordFile(made.bytes))));
  refuseOlderBlanks(sheets, made.gaps);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), gaps: stillBlank(made.gaps, sheets) };
}

/** The text, then headers and footers: a letterhead has fields in them too. */
function sheetsOf(texts: XmlParts): readonly string[] {
  return [...texts].filter(([name]) => isSheetPart(name)).map(([, xml]) => xml);
}

/** Nobody signs a text in which two can be read. */
function refuseRevisions(texts: XmlParts): void {
  if (sheetsOf(texts).some((xml) => /<w:(?:ins|del|moveFrom|moveTo) /u.test(xml))) {
    throw unfit('в нём остались исправления: примите или отклоните их и выключите запись исправлений');
  }
  if (texts.get('word/comments.xml')?.includes('<w:comment ') === true) {
    throw unfit('в нём остались примечания: удалите их');
  }
}

function refuseLostPlaces(sheets: readonly string[], needed: readonly string[]): void {
  const found = countPlaces(sheets.join(''));
  const made = countPlaces(needed.join(''));
  if (found.date < made.date || found.dateInWords < made.dateInWords || found.number < made.number) {
    throw unfit('в нём нет мест для даты и номера, которые были в проекте: возьмите последнюю версию и правьте её');
  }
}

/** The gaps of a version are all that keeps it from approval: a blank that it has filled would come back unseen. */
function refuseOlderBlanks(sheets: readonly string[], gaps: readonly KeptGap[]): void {
  const known = new Set(gaps.map(({ label }) => unbound(label)));
  const standing = sheets.flatMap(standingBlanks).map(unbound);
  const older = new Set(standing.filter((label) => !known.has(label)));
  if (older.size === 0) return;
  const labels = [...older].map((label) => `«${label}»`).join(', ');
  throw unfit(`в нём снова пусто то, что уже заполнено: ${labels}; возьмите последнюю версию и правьте её`);
}

function unfit(why: string): VekhaError {
  return new VekhaError('draft.unfit', `Файл не загружен: ${why}.`);
}
