/**
 * Every template there is: ours, and a body's own over them. What the worker draws on, what `templates check` tells of, what
 * a preview is made from.
 */
import { VekhaError } from '#domain/errors';
import type { FieldCatalogue } from './field-catalogue.js';
import { type Letterhead, readLetterhead } from './letterhead/letterhead.js';
import type { KindCard } from './kind-card.js';
import { inOrder, inspectTemplates, readSources, type TemplateSources } from './load-templates.js';
import { assertKind, fieldsOf, type LaidOver, layOver, type OwnSources } from './own-templates.js';
import { readBodyLayout } from './layout/read-layout.js';
import { readLayoutSource, readOwnFile, readOwnFolder } from './template-folder.js';
import type { Fault, TemplateSet } from './template-tree.js';

export interface TemplateFolders {
  readonly builtIn: string;
  /** A body's own; null: there is none. */
  readonly own: string | null;
}

export interface AllTemplates {
  readonly set: TemplateSet;
  readonly kinds: readonly KindInfo[];
  /** Of a body's own files; what they would have replaced is in use. */
  readonly faults: readonly TemplateFault[];
}

const NOTHING: OwnSources = { documents: [], partials: [], cards: [], letterheads: new Map(), layout: null };

interface KindInfo {
  readonly kind: string;
  readonly file: string;
  readonly own: boolean;
  /** As the body's own card has it; null: it says nothing, or there is none. */
  readonly card: KindCard | null;
}

/** A fault as a person is shown it. */
interface TemplateFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly cure: string | null;
  /** The line of the file; null when it has none. */
  readonly source: string | null;
}

/** @throws VekhaError 'template.invalid' only when our own templates are faulty */
export async function loadAllTemplates(folders: TemplateFolders): Promise<AllTemplates> {
  const { laid, faults } = await layered(folders);
  const used = new Set(laid.used);
  return {
    set: laid.set,
    kinds: [...laid.set.templates.values()].map(({ id, file }) => ({
      kind: id,
      file,
      own: used.has(file),
      card: laid.cards.get(id) ?? null,
    })),
    faults,
  };
}

export interface TemplatesReport {
  readonly files: readonly string[];
  readonly faults: readonly TemplateFault[];
}

/** Everything there is, ours too. Every fault is told; none is thrown. */
export async function checkTemplates(folders: TemplateFolders): Promise<TemplatesReport> {
  const builtIn = await readSources(folders.builtIn);
  try {
    const { laid, faults, own } = await layered(folders);
    return { files: filesOf(builtIn, laid.sources, own), faults };
  } catch (error) {
    if (!(error instanceof VekhaError) || error.code !== 'template.invalid') throw error;
    const nothing: OwnSources = NOTHING;
    return { files: filesOf(builtIn), faults: shown(inspectTemplates(builtIn).faults, builtIn, nothing) };
  }
}

export interface OpenedTemplate {
  readonly set: TemplateSet;
  readonly kind: string;
  readonly fields: FieldCatalogue;
  readonly card: KindCard | null;
}

/**
 * One file over everything else, as it would be used if it lay in the body's own folder.
 * @returns its faults, and the template when there are none and it is not a part
 */
export async function openTemplateFile(
  folders: TemplateFolders,
  path: string,
  text: string,
): Promise<TemplatesReport & { readonly template: OpenedTemplate | null }> {
  const base = (await layered(folders)).laid;
  const { sources, id, partial } = await readOwnFile(path, text);
  const laid = layOver(base.sources, sources);
  const faults = shown(laid.faults, base.sources, sources);
  const cards = new Map([...base.cards, ...laid.cards]);
  const letterheads = new Map([...(base.set.letterheads ?? []), ...(laid.set.letterheads ?? [])]);
  const template = {
    set: { ...laid.set, letterheads, ...(base.set.layout === undefined ? {} : { layout: base.set.layout }) },
    kind: id,
    fields: fieldsOf(id, cards),
    card: cards.get(id) ?? null,
  };
  return { files: [path], faults, template: partial || faults.length > 0 ? null : template };
}

/** The settings of layout wherever they lie, as they would be used in the body's own folder. */
export async function checkLayoutFile(folders: TemplateFolders, path: string): Promise<TemplatesReport> {
  const { laid } = await layered(folders);
  const found: Fault[] = [];
  const report = (fault: Fault): void => void found.push(fault);
  const layout = await readLayoutSource(path, report);
  if (layout !== null) readBodyLayout(layout, [...laid.set.templates.keys()], report);
  return { files: [path], faults: shown(found, { documents: [], partials: [], layout }) };
}

/** A Word file as a letterhead, by itself. */
export function checkLetterhead(
  path: string,
  bytes: Uint8Array,
): TemplatesReport & { readonly letterhead: Letterhead | null } {
  const found: Fault[] = [];
  const letterhead = readLetterhead(path, bytes, (fault) => void found.push(fault));
  return { files: [path], faults: shown(found), letterhead: found.length > 0 ? null : letterhead };
}

/** The same template on this letterhead. */
export function onLetterhead(template: OpenedTemplate, letterhead: Letterhead): OpenedTemplate {
  const letterheads = new Map([...(template.set.letterheads ?? []), [template.kind, letterhead]]);
  return { ...template, set: { ...template.set, letterheads } };
}

/** A kind by its name. @throws VekhaError 'template.unknown' */
export async function openKind(folders: TemplateFolders, kind: string): Promise<OpenedTemplate> {
  const { laid } = await layered(folders);
  assertKind(laid.set, kind);
  return { set: laid.set, kind, fields: fieldsOf(kind, laid.cards), card: laid.cards.get(kind) ?? null };
}

async function layered(
  folders: TemplateFolders,
): Promise<{ laid: LaidOver; own: OwnSources; faults: readonly TemplateFault[] }> {
  const builtIn = await readSources(folders.builtIn);
  const unread: Fault[] = [];
  const own: OwnSources =
    folders.own === null ? NOTHING : await readOwnFolder(folders.own, (fault) => void unread.push(fault));
  const laid = layOver(builtIn, own);
  return { laid, own, faults: shown([...unread, ...laid.faults], builtIn, own) };
}

function shown(
  faults: readonly Fault[],
  ...sources: readonly (TemplateSources & Partial<OwnSources>)[]
): TemplateFault[] {
  const texts = new Map(
    sources.flatMap(allFiles).map(({ file, text }) => [file, text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u)]),
  );
  return inOrder(faults).map(({ at: { file, line, column }, message, cure }) => ({
    file,
    line,
    column,
    message,
    cure: cure ?? null,
    source: texts.get(file)?.[line - 1] ?? null,
  }));
}

function filesOf(...sources: readonly (TemplateSources & Partial<OwnSources>)[]): readonly string[] {
  return [...new Set(sources.flatMap(allFiles).map(({ file }) => file))];
}

function allFiles({ documents, partials, cards = [], layout = null }: TemplateSources & Partial<OwnSources>) {
  return [...documents, ...partials, ...cards, ...(layout === null ? [] : [layout])];
}
