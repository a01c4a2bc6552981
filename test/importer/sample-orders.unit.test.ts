import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readOrder, sourceText, type TracedReading } from '#importer';
import type { Field } from '#domain/order';

const FOLDER = new URL('../fixtures/orders/', import.meta.url);

interface Expected {
  readonly order: {
    readonly number: string;
    readonly date: string;
    readonly title: string;
    readonly issuer: string;
    readonly signatory: object;
    readonly controller: object | null;
  };
  readonly items: readonly {
    readonly no: string;
    readonly title: string;
    readonly responsible: readonly string[];
    readonly results: readonly { readonly kind: string; readonly text: string }[];
    readonly deadlineText: string;
    readonly roadmap?: number;
  }[];
  readonly sections?: readonly { readonly no: string; readonly title: string; readonly items: readonly string[] }[];
  readonly roadmaps?: readonly { readonly no: number; readonly title: string }[];
}

const files = readdirSync(FOLDER).filter((name) => /\.(?:txt|docx)$/u.test(name));

function read(name: string): Promise<TracedReading> {
  return readOrder(readFileSync(new URL(name, FOLDER)), { fileName: name });
}

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/u, '.expected.json'), FOLDER), 'utf8')) as Expected;
}

describe.each(files)('%s', (name) => {
  it('gives the head of the act', async () => {
    const { order } = await read(name);
    const { issuer, ...expected } = expectedOf(name).order;
    expect({
      number: order.number.value,
      date: order.date.value,
      title: order.title.value,
      signatory: order.signatory.value,
      controller:
        order.controller === null
          ? null
          : { name: order.controller.value.name, position: order.controller.value.position },
    }).toEqual(expected);
    expect(order.issuer.value.toLowerCase()).toBe(issuer.toLowerCase());
  });

  it('gives every measure with parties, results and the words of its deadline', async () => {
    const { items } = await read(name);
    const expected = expectedOf(name).items.map(({ no, title, responsible, results, deadlineText, roadmap }) => ({
      no,
      title,
      responsible,
      results,
      deadlineText,
      roadmap,
    }));
    expect(
      items.map((item) => ({
        no: item.no.value,
        title: item.title.value,
        responsible: item.responsible.map((party) => party.value),
        results: item.results.map((result) => ({ kind: result.kind, text: result.text.value })),
        deadlineText: item.deadline.value,
        roadmap: item.roadmap,
      })),
    ).toEqual(expected);
  });

  it('gives sections and plans where the act has them', async () => {
    const { sections, roadmaps } = await read(name);
    const expected = expectedOf(name);
    expect(sections?.map((section) => ({ no: section.no, title: section.title.value, items: section.items }))).toEqual(
      expected.sections,
    );
    expect(roadmaps?.map((roadmap) => ({ no: roadmap.no, title: roadmap.title?.value }))).toEqual(expected.roadmaps);
  });

  it('traces every field to characters that stand in the file', async () => {
    const reading = await read(name);
    const fields = allFields(reading);
    expect(fields.length).toBeGreaterThan(40);
    for (const field of fields) {
      expect(field.sources.length).toBeGreaterThan(0);
      expect(field.sources.map((source) => sourceText(reading.blocks, source)).join(' ')).toBe(field.verbatim);
    }
  });
});

describe('a sample with lines left out', () => {
  it('still traces whatever it gives', async () => {
    const lines = readFileSync(new URL('order-3509-r.txt', FOLDER), 'utf8').split('\n');
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(lines.length - 1), { maxLength: 12 }), async (left) => {
        const some = lines.filter((_, i) => !left.includes(i)).join('\n');
        const reading = await readOrder(Buffer.from(some), { fileName: 'a' }).catch(() => null);
        if (reading === null) return;
        read += 1;
        for (const field of allFields(reading)) {
          expect(field.sources.map((source) => sourceText(reading.blocks, source)).join(' ')).toBe(field.verbatim);
        }
      }),
      { numRuns: 100 },
    );
    expect(read).toBeGreaterThan(50);
  });
});

describe('capitals of a letterhead', () => {
  it.each([
    ['order-3509-r.txt', 'Комитет общего и профессионального образования Ленинградской области'],
    ['order-214-r.docx', 'Комитет по культуре и архивному делу Верхнеокской области'],
    ['order-18-1-o.txt', 'Управление образования администрации города Каменограда'],
    ['order-87-p.docx', 'Администрация Заозёрного муниципального округа Среднекаменского края'],
  ])('%s: words are written as inside the sentences of the act', async (name, issuer) => {
    expect((await read(name)).order.issuer.value).toBe(issuer);
  });
});

/** Every field of a reading, found by its shape. */
function allFields(value: unknown): Field<unknown>[] {
  if (Array.isArray(value)) return value.flatMap(allFields);
  if (value === null || typeof value !== 'object') return [];
  if ('verbatim' in value && 'sources' in value) return [value as Field<unknown>];
  return Object.values(value).flatMap(allFields);
}
