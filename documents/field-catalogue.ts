/**
 * What the engine is told about the fields of a template: the label a clerk reads, where the value comes from, whether
 * a document may be approved without it. The caller owns the catalogue; the engine only looks entries up.
 */

export const FIELD_SOURCES = [
  'приказ',
  'справочник',
  'реестр',
  'процесс',
  'вводит исполнитель',
  'регистрация',
] as const;

export type FieldSource = (typeof FIELD_SOURCES)[number];

export interface FieldEntry {
  /** «контактный телефон»: printed in square brackets when the value is missing. */
  readonly label: string;
  readonly source: FieldSource;
  /** A document with this field missing cannot be approved. */
  readonly required: boolean;
  /** What stands in place of a missing value: a line for a date, a line for a number, or the label (when absent). */
  readonly blank?: 'date' | 'number' | 'label';
}

/**
 * Entries by path. An element of a list is written `[]`: `организации[].инн`; the list itself is `организации`.
 * A path without an entry is treated as required and labelled by its last word that is not a case.
 */
export type FieldCatalogue = ReadonlyMap<string, FieldEntry>;

/** A field that the document needed and the data did not have. */
export interface Gap {
  /** Where the value was looked for: `организации[2].инн`, rows from 0. */
  readonly path: string;
  readonly label: string;
  readonly source: FieldSource;
  readonly required: boolean;
  /** Line of the template, from 1. */
  readonly line: number;
  /** Name of the template or partial that has this line: `letter-equipment`, `бланк-письма`. */
  readonly template: string;
}

/** A field that a template mentions, whether or not the data has it. */
export interface TemplateField {
  /** `организации[].инн` */
  readonly path: string;
  /** How the template uses it: prints it, walks over it, or only asks whether it is there. */
  readonly use: 'print' | 'list' | 'scope' | 'condition';
  readonly line: number;
  readonly template: string;
}

/** `организации[2].инн` → `организации[].инн` */
function cataloguePath(path: string): string {
  return path.replace(/\[\d+\]/gu, '[]');
}

export function fieldEntry(fields: FieldCatalogue, path: string): FieldEntry {
  const found = fields.get(cataloguePath(path));
  if (found !== undefined) return found;
  const words = path.replace(/\[\d*\]/gu, '').split('.');
  const label = words.findLast((word) => !CASES.has(word)) ?? path;
  return { label, source: 'вводит исполнитель', required: true };
}

const CASES: ReadonlySet<string> = new Set(['им', 'род', 'дат', 'вин', 'твор', 'пред']);
