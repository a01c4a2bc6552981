/**
 * Reads a body's own templates from its folder, and a single file with what belongs to it. Only reads; a folder or file that
 * cannot be read is a fault like any other.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { CALENDAR_FILE } from '#domain/calendar-file';
import { RULES_FILE } from '#domain/deadline-rules-file';
import { LAYOUT_FILE, type LayoutSource } from './layout/read-layout.js';
import type { OwnSources } from './own-templates.js';
import type { SourceFile } from './load-templates.js';
import type { Fault } from './template-tree.js';

const PARTIALS = 'partials';
/** Texts of mails have a language of their own and are not replaced. */
const SKIPPED: ReadonlySet<string> = new Set(['mail', 'node_modules']);
/** The body's rules for deadlines lie in the same folder; who counts days reads them. */
const NOT_OURS: ReadonlySet<string> = new Set([RULES_FILE, CALENDAR_FILE]);
const MOST_FILES = 500;
const NAME = /^[\p{L}\d]+(?:-[\p{L}\d]+)*$/u;

/**
 * @param dir templates and cards lie in it or in folders of any name, parts in `partials/`; `.sample.json` is data to try
 * @param report hears of what cannot be read and of names that cannot be names of kinds
 */
export async function readOwnFolder(dir: string, report: (fault: Fault) => void): Promise<OwnSources> {
  const found: Kept = { documents: [], partials: [], cards: [], letterheads: new Map(), layout: null };
  const entries = await list(dir, report);
  const folders = ['', ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)];
  const names = await Promise.all(
    folders
      .filter((folder) => !folder.startsWith('.') && !SKIPPED.has(folder))
      .map(async (folder) => {
        const inside = folder === '' ? entries : await list(join(dir, folder), report);
        return inside.filter((entry) => entry.isFile()).map(({ name }) => ({ folder, name }));
      }),
  );
  const files = names
    .flat()
    .filter(({ name }) => /(?:\.hbs|(?<!\.sample)\.json|\.docx)$/iu.test(name) && !/^(?:\.|~\$)/u.test(name));
  if (files.length > MOST_FILES) {
    report({ at: placeOf(dir, dir), message: `в папке больше ${MOST_FILES} файлов`, cure: 'уберите лишние' });
    return found;
  }
  for (const { folder, name } of files) {
    if (NOT_OURS.has(name.normalize())) continue;
    if (name.normalize() === LAYOUT_FILE) {
      if (folder === '') found.layout = await readLayoutSource(join(dir, name), report);
      else report(misplacedLayout(join(dir, folder, name)));
      continue;
    }
    if (/\.docx$/iu.test(name)) {
      await keepLetterhead(found, join(dir, folder, name));
      continue;
    }
    const source = await read(join(dir, folder, name), report);
    if (source === null) continue;
    if (folder === PARTIALS) found.partials.push(source);
    else if (!NAME.test(source.id)) {
      const cure = 'в имени файла – буквы, цифры и дефисы: prikaz-otpusk.hbs';
      report({ at: placeOf(source.id, source.file), message: `«${source.id}» не годится в имена видов`, cure });
    } else (name.endsWith('.json') ? found.cards : found.documents).push(source);
  }
  return found;
}

/**
 * One template, wherever it lies, with its card and the parts beside it.
 * @returns its own name and whether it is a part; null when it cannot be read
 */
export async function readOwnFile(
  path: string,
  text: string,
): Promise<{ readonly sources: OwnSources; readonly id: string; readonly partial: boolean }> {
  const id = basename(path, extname(path));
  const source: SourceFile = { id, file: path, text };
  const dir = dirname(path);
  const partial = basename(dir) === PARTIALS;
  const silent = (): void => undefined;
  const beside = await Promise.all(
    (partial ? [dir] : [join(dir, PARTIALS), join(dirname(dir), PARTIALS)]).map(async (folder) => {
      const names = (await list(folder, silent)).filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'));
      return Promise.all(names.slice(0, MOST_FILES).map(({ name }) => read(join(folder, name), silent)));
    }),
  );
  const partials = new Map<string, SourceFile>();
  for (const each of beside.flat().reverse()) if (each !== null) partials.set(each.id, each);
  const card = partial ? null : await read(join(dir, `${id}.json`), silent);
  if (partial) partials.set(id, source);
  const letterheads = new Map<string, Uint8Array>();
  const named = /"letterhead"\s*:\s*"([^"/\\]+\.docx)"/iu.exec(card?.text ?? '')?.[1];
  if (named !== undefined) await keepLetterhead({ letterheads }, join(dir, named));
  return {
    id,
    partial,
    sources: {
      documents: partial ? [] : [source],
      partials: [...partials.values()],
      cards: card === null ? [] : [card],
      letterheads,
      layout: null,
    },
  };
}

/** The settings of layout with the pictures beside them; which of these are meant the settings say. */
export async function readLayoutSource(path: string, report: (fault: Fault) => void): Promise<LayoutSource | null> {
  const source = await read(path, report);
  if (source === null) return null;
  const dir = dirname(path);
  const pictures = new Map<string, Uint8Array>();
  for (const entry of await list(dir, () => undefined)) {
    if (!entry.isFile() || !/\.(?:png|jpe?g)$/iu.test(entry.name)) continue;
    if (!source.text.normalize().includes(JSON.stringify(entry.name.normalize()))) continue;
    const bytes = await readFile(join(dir, entry.name)).catch(() => null);
    if (bytes !== null) pictures.set(entry.name.normalize(), bytes);
  }
  return { ...source, pictures };
}

function misplacedLayout(path: string): Fault {
  const cure = 'переложите его в саму папку шаблонов';
  return { at: placeOf(LAYOUT_FILE, path), message: 'настройки оформления лежат не там', cure };
}

interface Kept {
  readonly documents: SourceFile[];
  readonly partials: SourceFile[];
  readonly cards: SourceFile[];
  readonly letterheads: Map<string, Uint8Array>;
  layout: LayoutSource | null;
}

/** One that cannot be read is missed by the card that names it. */
async function keepLetterhead({ letterheads }: Pick<Kept, 'letterheads'>, path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes !== null) letterheads.set(path, bytes);
}

async function list(dir: string, report: (fault: Fault) => void) {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? 'такой папки нет' : 'папка не читается: это файл, или на неё нет прав';
    report({ at: placeOf(dir, dir), message, cure: 'проверьте VEKHA_TEMPLATES' });
    return [];
  }
}

async function read(path: string, report: (fault: Fault) => void): Promise<SourceFile | null> {
  const id = basename(path, extname(path));
  try {
    return { id, file: path, text: await readFile(path, 'utf8') };
  } catch {
    report({ at: placeOf(id, path), message: 'файл не читается', cure: 'проверьте права' });
    return null;
  }
}

function placeOf(template: string, file: string): Fault['at'] {
  return { template, file, line: 1, column: 1 };
}
