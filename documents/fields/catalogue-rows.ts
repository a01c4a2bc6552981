/** How a room's files describe their fields: one line a field, put together into the catalogue that the engine reads. */
import type { FieldCatalogue, FieldEntry, FieldSource } from '../field-catalogue.js';

/** Path → entry; elements of a list are written `[]`. */
export type CatalogueRows = Readonly<Record<string, FieldEntry>>;

export const fromOrder = entry('приказ', true);
export const fromDirectory = entry('справочник', true);
export const fromRegister = entry('реестр', true);
export const fromProcess = entry('процесс', true);
export const typed = entry('вводит исполнитель', true);

/** The same, but a document may be approved without it. */
export const optional = {
  fromOrder: entry('приказ', false),
  fromDirectory: entry('справочник', false),
  fromRegister: entry('реестр', false),
  fromProcess: entry('процесс', false),
  typed: entry('вводит исполнитель', false),
} as const;

/** Stays a line to write on until registration. */
export function untilRegistration(label: string, blank: 'date' | 'number'): FieldEntry {
  return { label, source: 'регистрация', required: false, blank };
}

export function catalogueOf(...parts: readonly CatalogueRows[]): FieldCatalogue {
  return new Map(parts.flatMap((part) => Object.entries(part)));
}

function entry(source: FieldSource, required: boolean): (label: string) => FieldEntry {
  return (label) => ({ label, source, required });
}
