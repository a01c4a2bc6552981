/**
 * Reads a folder of templates once and checks every one. Runs at start; a folder with any fault is refused whole, with
 * all faults in one message, so that no document is ever made from a template that nobody could read.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VekhaError } from '#domain/errors';
import { checkPartial, checkTemplate } from './check-template.js';
import { readTemplate } from './read-template.js';
import type { Fault, Template, TemplateSet } from './template-tree.js';

const FOLDERS = ['orders', 'letters', 'registers', 'forms', 'notices'] as const;
const PARTIALS = 'partials';

interface SourceFile {
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

/**
 * @param dir the folder that holds `orders/`, `letters/`, `registers/`, `forms/`, `notices/` and `partials/`
 * @throws VekhaError 'template.invalid': one line per fault, «файл:строка:позиция: что не так»
 */
export async function loadTemplates(dir: string): Promise<TemplateSet> {
  const documents = (await Promise.all(FOLDERS.map((folder) => filesOf(dir, folder)))).flat();
  return readTemplates(documents, await filesOf(dir, PARTIALS));
}

/** The same from texts already read. */
export function readTemplates(documents: readonly SourceFile[], parts: readonly SourceFile[]): TemplateSet {
  const faults: Fault[] = [];
  const report = (fault: Fault): void => void faults.push(fault);
  const read = (files: readonly SourceFile[]): Map<string, Template> => {
    const found = new Map<string, Template>();
    for (const { id, file, text } of files) {
      const at = { template: id, file, line: 1, column: 1 };
      if (found.has(id)) report({ at, message: `шаблон «${id}» уже есть в другой папке` });
      found.set(id, readTemplate(id, file, text, report));
    }
    return found;
  };
  const set: TemplateSet = { partials: read(parts), templates: read(documents) };
  // Faults of reading leave holes in a tree; what the checker would say about those holes is only their echo.
  const broken = new Set(faults.map(({ at }) => at.template));
  for (const partial of set.partials.values()) {
    if (!broken.has(partial.id)) checkPartial(partial, set.partials, report);
  }
  for (const template of set.templates.values()) {
    if (!broken.has(template.id)) checkTemplate(template, set.partials, report);
  }
  refuseFaults(faults);
  return set;
}

async function filesOf(dir: string, folder: string): Promise<SourceFile[]> {
  const names = await readdir(join(dir, folder)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const templates = names.filter((name) => name.endsWith('.hbs')).sort();
  return Promise.all(
    templates.map(async (name) => ({
      id: name.slice(0, -'.hbs'.length),
      file: `${folder}/${name}`,
      text: await readFile(join(dir, folder, name), 'utf8'),
    })),
  );
}

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const sorted = [...faults].sort((a, b) => order(a, b));
  const lines = [...new Set(sorted.map(({ at, message }) => `${at.file}:${at.line}:${at.column}: ${message}`))];
  throw new VekhaError('template.invalid', `Шаблоны не приняты, ошибок: ${lines.length}.\n${lines.join('\n')}`, {
    faults: lines,
  });
}

function order(a: Fault, b: Fault): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
