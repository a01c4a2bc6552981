/** The doors of `templates` and `render`: files read here, the template checked, the document made in the thread. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AskedTemplate, RenderOptions, TemplateDoors, TemplateRendering } from '#cli';
import {
  checkLayoutFile,
  checkLetterhead,
  checkTemplates,
  createRenderer,
  fieldEntry,
  LAYOUT_FILE,
  onLetterhead,
  openKind,
  openNames,
  openTemplateFile,
  profileFor,
  templateFields,
  unusedNames,
  type OpenedTemplate,
  type TemplateFolders,
} from '#documents';
import { dayOf } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { parseLocalDate, type LocalDate } from '#domain/local-date';
import { compiled, templatesDir } from './package-root.js';
import type { Settings } from './settings.js';

type ReadFile = (path: string) => Promise<Uint8Array>;

export function templateDoors(settings: Settings, readFile: ReadFile): TemplateDoors {
  const folders: TemplateFolders = { builtIn: templatesDir(), own: settings.templatesDir };

  async function open(asked: AskedTemplate) {
    if ('kind' in asked) return { files: [], faults: [], template: await openKind(folders, asked.kind) };
    return openTemplateFile(folders, asked.file, textOf(await readFile(asked.file), asked.file));
  }

  return {
    check: async (file) => {
      if (file === null) return checkTemplates(folders);
      if (await isFolder(file)) return checkTemplates({ ...folders, own: file });
      if (basename(file).normalize() === LAYOUT_FILE) return checkLayoutFile(folders, file);
      const { files, faults } = isWord(file) ? checkLetterhead(file, await readFile(file)) : await open({ file });
      return { files, faults };
    },
    async fields(asked) {
      const { files, faults, template } = await open(asked);
      return { files, faults, fields: template === null ? [] : fieldRows(template) };
    },
    async render(asked, options) {
      const { files, faults, template } = await open(asked);
      if (template === null && faults.length === 0) throw onlyPart(asked);
      const { letterhead: path } = options;
      const paper = path === null ? null : checkLetterhead(path, await readFile(path));
      const all = { files: [...files, ...(paper?.files ?? [])], faults: [...faults, ...(paper?.faults ?? [])] };
      if (template === null || all.faults.length > 0) return { ...all, made: null };
      const chosen = paper?.letterhead == null ? template : onLetterhead(template, paper.letterhead);
      return { ...all, made: await make(chosen, options, settings) };
    },
  };
}

function fieldRows({ set, kind, fields }: OpenedTemplate) {
  return templateFields(set, kind).map(({ path, use, template, line }) => {
    const entry = fields.get(path) ?? (use === 'print' || use === 'list' ? fieldEntry(fields, path) : null);
    const { label, source, required } = entry ?? { label: '', source: '', required: false };
    return { path, label, source, required, use, template, line };
  });
}

async function make(
  { set, kind, fields }: OpenedTemplate,
  { data, date }: RenderOptions,
  settings: Settings,
): Promise<TemplateRendering['made']> {
  const opened = openNames(data);
  const day = date ?? registeredOn(opened) ?? dayOf(Date.now(), { utcOffsetMinutes: settings.utcOffsetMinutes });
  const renderer = createRenderer({ entry: compiled('documents/render-thread.js') });
  try {
    const { bytes, title, sha256, gaps } = await renderer.render(set, kind, opened, {
      profile: profileFor(day),
      fields,
    });
    const unused = unusedNames(opened, templateFields(set, kind));
    return { bytes, title, sha256, gaps, unused };
  } finally {
    await renderer.close();
  }
}

/** The profile of a document is that of its registration. */
function registeredOn(data: Readonly<Record<string, unknown>>): LocalDate | null {
  const registration = data['регистрация'];
  const date =
    typeof registration === 'object' && registration !== null && 'дата' in registration ? registration.дата : null;
  try {
    return typeof date === 'string' ? parseLocalDate(date) : null;
  } catch {
    return null; // a line of text in its place is printed as it is
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function isWord(path: string): boolean {
  return /\.docx$/iu.test(path);
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new VekhaError('usage.invalid', `Файл ${path} – не текст в UTF-8: сохраните шаблон в этой кодировке.`);
  }
}

function onlyPart(asked: AskedTemplate): VekhaError {
  const name = 'file' in asked ? asked.file : asked.kind;
  return new VekhaError('usage.invalid', `Файл ${name} – часть шаблонов: посмотрите шаблон, который её включает.`);
}
