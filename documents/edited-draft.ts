/**
 * A draft that a clerk has edited in Word and gives back: what must be true of it before it becomes a version, which
 * blanks are still blank, and how registration writes into it. No template is rendered: the clerk's words stay.
 */
import { createHash } from 'node:crypto';
import { readWordFile, zip, zipEntry, type Parts } from '#archive';
import { VekhaError } from '#domain/errors';
import { dotted, type LocalDate } from '#domain/local-date';
import { documentText } from './document-text.js';
import type { Gap } from './field-catalogue.js';
import { lint } from './lint.js';
import { MAIN_PART } from './open-package.js';
import { refuseOutside } from './outside.js';
import { standingBlanks } from './standing-blanks.js';
import { countPlaces, fillPlaces } from './wordml/registration-place.js';

const MOST_BYTES = 20 * 1024 * 1024;

/** As it is kept with the version. */
type KeptGap = Omit<Gap, 'source'> & { readonly source: string };

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
export async function readEditedDraft(
  bytes: Uint8Array,
  made: { readonly bytes: Uint8Array; readonly gaps: readonly KeptGap[] },
): Promise<EditedDraft> {
  if (bytes.length > MOST_BYTES) throw new VekhaError('input.too_large', 'Файл больше 20 МБ: такой не принимается.');
  const parts = readWordFile(bytes);
  const main = textOf(parts, MAIN_PART);
  if (main === '') throw unfit('это не документ Word (.docx)');
  refuseOutside(parts, 'Файл');
  refuseRevisions(parts, main);
  const places = countPlaces(main);
  const needed = countPlaces(textOf(readWordFile(made.bytes), MAIN_PART));
  if (places.date < needed.date || places.number < needed.number) {
    throw unfit('в нём нет мест для даты и номера, которые были в проекте: возьмите последнюю версию и правьте её');
  }
  const [finding] = await lint(bytes);
  if (finding !== undefined) throw unfit(`${finding}: сохраните документ в Word ещё раз`);
  refuseOlderBlanks(main, made.gaps);
  const text = plain(documentText(bytes));
  return {
    sha256: sha256Of(bytes),
    gaps: made.gaps.filter(({ label, source }) => source === 'регистрация' || text.includes(`[${plain(label)}]`)),
  };
}

/** The edited draft with its number and date. Done twice it is the same file. @returns bytes and their SHA-256, hex */
export function registerEditedDraft(
  bytes: Uint8Array,
  { number, date }: { readonly number: string; readonly date: LocalDate },
): { readonly bytes: Uint8Array; readonly sha256: string } {
  const entries = [...readWordFile(bytes)].map(([name, content]) =>
    zipEntry(name, name === MAIN_PART ? fillPlaces(decode(content), { number, date: dotted(date) }) : content),
  );
  const registered = zip(entries);
  return { bytes: registered, sha256: sha256Of(registered) };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Nobody signs a text in which two can be read. */
function refuseRevisions(parts: Parts, main: string): void {
  if (/<w:(?:ins|del|moveFrom|moveTo) /u.test(main)) {
    throw unfit('в нём остались исправления: примите или отклоните их и выключите запись исправлений');
  }
  if (textOf(parts, 'word/comments.xml').includes('<w:comment ')) {
    throw unfit('в нём остались примечания: удалите их');
  }
}

/** The gaps of a version are all that keeps it from approval: a blank that it has filled would come back unseen. */
function refuseOlderBlanks(main: string, gaps: readonly KeptGap[]): void {
  const known = new Set(gaps.map(({ label }) => plain(label)));
  const older = new Set(
    standingBlanks(main)
      .map(plain)
      .filter((label) => !known.has(label)),
  );
  if (older.size === 0) return;
  const labels = [...older].map((label) => `«${label}»`).join(', ');
  throw unfit(`в нём снова пусто то, что уже заполнено: ${labels}; возьмите последнюю версию и правьте её`);
}

/** The engine sets spaces and hyphens that do not break; a label has plain ones. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
}

function unfit(why: string): VekhaError {
  return new VekhaError('draft.unfit', `Файл не загружен: ${why}.`);
}

function textOf(parts: Parts, name: string): string {
  const content = parts.get(name);
  return content === undefined ? '' : decode(content);
}

function decode(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
