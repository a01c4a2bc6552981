/** Where LibreOffice and pdftoppm are: what a person has set, else the places where they are usually installed. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';

export interface PrintingSearch {
  /** Set by a person; null: the usual places. */
  readonly office: string | null;
  readonly pictures: string | null;
}

/** @throws VekhaError 'printing.missing' that says how to get it */
export function sightOffice({ office }: PrintingSearch): string {
  return found(office, OFFICE_PLACES) ?? refuse(office, 'LibreOffice', 'VEKHA_SOFFICE', OFFICE_CURE);
}

/** @throws VekhaError 'printing.missing' that says how to get it */
export function sightPictures({ pictures }: PrintingSearch): string {
  return found(pictures, PICTURES_PLACES) ?? refuse(pictures, 'pdftoppm', 'VEKHA_PDFTOPPM', PICTURES_CURE);
}

const BIN = ['/usr/local/bin', '/usr/bin', '/bin', '/opt/homebrew/bin', '/snap/bin'];
const OFFICE_PLACES = [
  ...BIN.flatMap((dir) => [join(dir, 'soffice'), join(dir, 'libreoffice')]),
  '/opt/*/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
const PICTURES_PLACES = [
  ...BIN.map((dir) => join(dir, 'pdftoppm')),
  'C:\\Program Files\\poppler\\Library\\bin\\pdftoppm.exe',
];
const OFFICE_CURE =
  'поставьте LibreOffice (в Debian и Ubuntu – пакет libreoffice-writer) или сохраните .docx в PDF из Word';
const PICTURES_CURE = 'поставьте Poppler (в Debian и Ubuntu – пакет poppler-utils) или сделайте PDF';

function found(set: string | null, places: readonly string[]): string | null {
  if (set !== null) return isProgram(set) ? set : null;
  return places.flatMap(expanded).find(isProgram) ?? null;
}

/** `*` stands for one folder: LibreOffice puts its version into the name. The newest comes first. */
function expanded(place: string): string[] {
  const [before = '', after] = place.split('*');
  if (after === undefined) return [place];
  try {
    return readdirSync(before)
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(before, name, after));
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function refuse(set: string | null, name: string, setting: string, cure: string): never {
  const message =
    set === null
      ? `Программа ${name} не найдена: ${cure}; если она стоит в другом месте, укажите его в ${setting}.`
      : `Программа ${name} не найдена: исправьте путь «${set}» в ${setting}.`;
  throw new VekhaError('printing.missing', message);
}
