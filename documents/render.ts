/**
 * Template + data → .docx, and what was missing. The whole path of a document, read downwards: fill, read as blocks, pack.
 * Pure apart from the cache of frames: no clock, no network, no files.
 */
import { createHash } from 'node:crypto';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import type { DocumentBlocks } from './blocks.js';
import type { Watch } from './budget.js';
import type { FieldCatalogue, Gap } from './field-catalogue.js';
import { fillTemplate } from './fill.js';
import { packOnLetterhead } from './letterhead/write-on-letterhead.js';
import { layoutOf } from './layout/body-layout.js';
import type { ProfileName } from './profiles.js';
import { readBlocks } from './read-blocks.js';
import type { Template, TemplateSet } from './template-tree.js';
import { packDocument } from './wordml/package.js';

export interface RenderOptions {
  readonly profile: ProfileName;
  readonly fields: FieldCatalogue;
  /** The document's own day, written into its properties; without it none is. */
  readonly date?: LocalDate;
}

export interface RenderedDocument {
  readonly bytes: Uint8Array;
  /** Of `bytes`, lower-case hexadecimal: the name of this version. */
  readonly sha256: string;
  readonly title: string;
  /** Each missing field once, in the order of the document. */
  readonly gaps: readonly Gap[];
}

/**
 * @param kind name of the template: `order-appointment`
 * @param data plain objects, lists, texts, numbers and flags under the Russian names of fields
 * @throws VekhaError 'template.unknown', 'template.invalid' (cells do not fit the columns), 'document.data_invalid',
 * 'document.output_limit'; a missing field is no error, it is a gap
 */
export function renderDocument(
  set: TemplateSet,
  kind: string,
  data: unknown,
  options: RenderOptions,
): Promise<RenderedDocument> {
  return renderWatched(set, kind, data, options, { place: () => undefined, evaluated: () => undefined });
}

/** What a clock beside the work hears: the place that is being evaluated, and the end of the evaluation. */
export interface RenderWatch {
  readonly place: Watch;
  evaluated(): void;
}

/** The same under the eyes of a clock. */
export async function renderWatched(
  set: TemplateSet,
  kind: string,
  data: unknown,
  options: RenderOptions,
  watch: RenderWatch,
): Promise<RenderedDocument> {
  const { root, letterhead, gaps } = fillTemplate(set, templateOf(set, kind), data, options.fields, watch.place);
  watch.evaluated();
  const document = readBlocks(root);
  const [layout, date] = [layoutOf(set.layout, options.profile, kind), options.date ?? null];
  const paper = set.letterheads?.get(kind);
  const bytes =
    paper === undefined
      ? await packDocument(document, layout, date)
      : await packOnLetterhead(document, { ...layout, arms: null }, paper, letterhead, date);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, sha256, title: document.title, gaps };
}

/** The same without Word: what a test compares and a preview shows. */
export function renderBlocks(
  set: TemplateSet,
  kind: string,
  data: unknown,
  fields: FieldCatalogue,
): { document: DocumentBlocks; gaps: readonly Gap[] } {
  const { root, gaps } = fillTemplate(set, templateOf(set, kind), data, fields);
  return { document: readBlocks(root), gaps };
}

function templateOf(set: TemplateSet, kind: string): Template {
  const template = set.templates.get(kind);
  if (template === undefined) throw new VekhaError('template.unknown', `Нет шаблона «${kind}».`, { kind });
  return template;
}
