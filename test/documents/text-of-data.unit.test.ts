/** What the data say stands in the document, and a document of one kind says the same in every process, zone and language. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { documentText, openNames, renderDocument, templateFields, type TemplateSet } from '#documents';
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { dotted, parseLocalDate } from '#domain/local-date';
import { inWords } from '#domain/russian-date';
import { openPackage } from '../../documents/open-package.js';
import { EXAMPLES } from './examples.js';
import { templates } from './fields/draft.js';
import { storyOf } from './story.js';

let set: TemplateSet;

beforeAll(async () => {
  set = await templates();
});

interface Printed {
  readonly path: string;
  readonly value: string | number;
}

describe('the text of a document', () => {
  it.each([...DOCUMENT_KINDS])('%s holds every value that its template prints', async (kind) => {
    const data = exampleOf(kind);
    const printed = new Set(templateFields(set, kind).flatMap(({ path, use }) => (use === 'print' ? [path] : [])));
    const { bytes } = await renderDocument(set, kind, data, options(await storyOf(kind)));
    const text = plain(`${documentText(bytes)} ${openPackage(bytes)?.get('docProps/core.xml') ?? ''}`);
    const values = leaves(data, '').filter(({ path }) => printed.has(path));
    expect(values.length).toBeGreaterThan(3);
    expect(
      values.filter(
        ({ value, path }) => !UNSEEN.has(`${kind} ${path}`) && !waysToWrite(value).some((way) => text.includes(way)),
      ),
    ).toEqual([]);
  });

  it.each([...DOCUMENT_KINDS])('%s holds no figure that the data do not give', async (kind) => {
    const data = exampleOf(kind);
    const { bytes } = await renderDocument(set, kind, data, options(await storyOf(kind)));
    const known = leaves(data, '').flatMap(({ value }) => waysToWrite(value));
    const given = new Set(known.flatMap((way) => way.match(/\d+/gu) ?? []));
    const rows = Math.max(0, ...Object.values(data).map((value) => (Array.isArray(value) ? value.length : 0)));
    const figures = plain(documentText(bytes)).match(/\d+/gu) ?? [];
    const fixed = new Set(FIXED[kind] ?? []);
    expect(figures.filter((figure) => !given.has(figure) && Number(figure) > rows && !fixed.has(figure))).toEqual([]);
  });
});

/** Printed under conditions that the story does not meet. */
const UNSEEN: ReadonlySet<string> = new Set([
  'order-equipment оборудование[].цена',
  'order-equipment оборудование[].сумма',
  'order-equipment итоги.сумма',
  'order-amendment карта.кратко.вин',
  'summary акт.вид.твор',
  'memo-extension орган.полное.род',
]);

/** Figures of a template's own words: «SHA-256», «уменьшает вес на 5 %». */
const FIXED: Partial<Record<DocumentKind, readonly string[]>> = { 'approval-sheet': ['256'] };

function exampleOf(kind: DocumentKind): Record<string, unknown> {
  return openNames(JSON.parse(readFileSync(new URL(`${kind}.json`, EXAMPLES), 'utf8')) as Record<string, unknown>);
}

function options({ catalogue }: Awaited<ReturnType<typeof storyOf>>) {
  return { profile: 'gost-2016', fields: catalogue } as const;
}

function leaves(value: unknown, path: string): readonly Printed[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`));
}

function waysToWrite(value: string | number): readonly string[] {
  if (typeof value === 'number') {
    const [whole, parts] = [thousands(Math.trunc(value)), thousands(Math.trunc(value / 100))];
    const kopecks = String(Math.abs(value % 100)).padStart(2, '0');
    return [String(value), whole, value.toFixed(1).replace('.', ','), `${parts},${kopecks}`, `${parts} (`];
  }
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) {
    const day = parseLocalDate(value);
    return [dotted(day), plain(inWords(day))];
  }
  return [plain(value).trim()];
}

function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/gu, ' ');
}

function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2011', '-')
    .replaceAll(/[ \t\n]+/gu, ' ');
}
