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

const FOLDERS = ['orders', 'letters', 'registers', 'forms', 'notices', 'reports'] as const;
const PARTIALS = 'partials';

export interface SourceFile {
  readonly id: string;
  /** As messages call it. */
  readonly file: string;
  readonly text: string;
}

export interface TemplateSources {
  readonly documents: readonly SourceFile[];
  readonly partials: readonly SourceFile[];
}

/**
 * @param dir the folder that holds `orders/`, `letters/`, `registers/`, `forms/`, `notices/`, `reports/` and `partials/`
 * @throws VekhaError 'template.invalid': one line per fault, «файл:строка:позиция: что не так»
 */
export async function loadTemplates(dir: string): Promise<TemplateSet> {
  const { documents, partials } = await readSources(dir);
  return readTemplates(documents, partials);
}

export async function readSources(dir: string): Promise<TemplateSources> {
  const documents = (await Promise.all(FOLDERS.map((folder) => filesOf(dir, folder)))).flat();
  return { documents, partials: await filesOf(dir, PARTIALS) };
}

/** The same from texts already read. */
export function readTemplates(documents: readonly SourceFile[], partials: readonly SourceFile[]): TemplateSet {
  const { set, faults } = inspectTemplates({ documents, partials });
  refuseFaults(faults);
  return set;
}

/** Reads and checks everything; the set may be used only when there is no fault. Each fault is told once, in reading order. */
export function inspectTemplates({ documents, partials }: TemplateSources): { set: TemplateSet; faults: Fault[] } {
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
  const set: TemplateSet = { partials: read(partials), templates: read(documents) };
  const broken = new Set(faults.filter(({ breaks }) => breaks).map(({ at }) => at.file));
  for (const partial of set.partials.values()) {
    if (!broken.has(partial.file)) checkPartial(partial, set.partials, report);
  }
  for (const template of set.templates.values()) {
    if (!broken.has(template.file)) checkTemplate(template, set.partials, report);
  }
  return { set, faults: inOrder(faults) };
}

export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const lines = inOrder(faults).map(({ at, message }) => `${at.file}:${at.line}:${at.column}: ${message}`);
  throw new VekhaError('template.invalid', `Шаблоны не приняты, ошибок: ${lines.length}.\n${lines.join('\n')}`, {
    faults: lines,
  });
}

export function inOrder(faults: readonly Fault[]): Fault[] {
  const told = new Map(faults.map((fault) => [`${placeKey(fault)} ${fault.message}`, fault]));
  return [...told.values()].sort(order);
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

function placeKey({ at }: Fault): string {
  return `${at.file}:${at.line}:${at.column}`;
}

function order(a: Fault, b: Fault): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
