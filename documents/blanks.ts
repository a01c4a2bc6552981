/** What stands on the sheet where a value is missing: a line to write on, or the field's label to fill in. Pure. */
import type { Blank, Filled, FilledElement, Word } from './evaluated.js';
import type { FieldEntry } from './field-catalogue.js';
import type { HelperName } from './helpers.js';
import { cleanText } from './sanitise.js';
import { type Tag, VOCABULARY } from './vocabulary.js';

const OWN_REGISTRATION = /(?:^|\.)регистрация\.(?:дата|номер)$/u;
const LINES = { date: '_'.repeat(13), number: '_'.repeat(8) } as const;

/** Whether registering this very document names the field. */
export function isOwnRegistration(path: string): boolean {
  return OWN_REGISTRATION.test(path);
}

/** @param printedBy helper that would print the value; null: none, or it does not matter */
export function blankOf({ blank, label }: FieldEntry, path: string, printedBy: HelperName | null): Blank {
  if (blank !== 'date' && blank !== 'number') {
    return { type: 'blank', text: `[${cleanText(label)}]`, highlighted: true };
  }
  const line: Blank = { type: 'blank', text: LINES[blank], highlighted: false };
  // The number of a covering letter is a line too, but not this document's to fill in.
  if (!isOwnRegistration(path)) return line;
  return { ...line, registers: blank === 'date' && printedBy === 'датаСловами' ? 'dateInWords' : blank };
}

/** A missing list still has to show where its rows would stand. */
export function inPlaceOf(parent: Tag | null, blank: Blank): Filled[] {
  if (parent === null || VOCABULARY[parent].text) return [blank];
  const child = (['tr', 'td', 'line', 'p'] as const).find((tag) => VOCABULARY[parent].children.includes(tag));
  if (child === undefined) return [];
  return [bare(child, child === 'tr' ? [bare('td', [blank], WHOLE_ROW)] : inPlaceOf(child, blank))];
}

/** Read by `blocks.ts`: the cell is as wide as the table, whose columns are not known here. */
const WHOLE_ROW = new Map([['colspan', [{ type: 'text', text: 'all', from: 'template' } satisfies Word]]]);

function bare(
  tag: Tag,
  children: readonly Filled[],
  attributes: FilledElement['attributes'] = new Map(),
): FilledElement {
  return { type: 'element', tag, attributes, children, at: { template: '', file: '', line: 0, column: 0 } };
}

/** What is said only as long as the document is not registered. */
export function untilRegistration<T extends Filled>(node: T): T {
  if (node.type !== 'element') return { ...node, untilRegistration: true };
  const attributes = new Map([...node.attributes].map(([name, words]) => [name, words.map(untilRegistration)]));
  return { ...node, attributes, children: node.children.map(untilRegistration) };
}
