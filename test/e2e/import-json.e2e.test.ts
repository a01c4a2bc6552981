/** What programs read: `import --check --json` of every sample order and `deadline - --json` of every sample phrase. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CheckedItem, CheckedOrder } from '#client';
import { refusalOf, ROOT, vekha } from './command.js';

const FOLDER = join(ROOT, 'test/fixtures/orders');

interface Expected {
  readonly order: Readonly<Record<'number' | 'date' | 'title' | 'issuer', string>> & {
    readonly signatory: object;
    readonly controller: object | null;
  };
  readonly items: readonly (Pick<CheckedItem, 'no' | 'title' | 'responsible' | 'results'> & {
    readonly deadlineText: string;
    readonly deadlineKind: string;
  })[];
}

interface Phrase {
  readonly phrase: string;
  readonly orderDate: string;
  readonly horizon?: string;
  readonly expect: Readonly<Record<string, unknown>> & { readonly term?: { readonly event: string } };
}

const orders = readdirSync(FOLDER).filter((name) => /\.(?:txt|docx)$/u.test(name));
const phrases = JSON.parse(readFileSync(join(ROOT, 'test/fixtures/deadlines.json'), 'utf8')) as readonly Phrase[];

describe('import --check --json', () => {
  it.each(orders)('gives %s as it must be read', async (name) => {
    const { code, out, err } = await vekha(['import', join(FOLDER, name), '--check', '--json']);
    const checked = JSON.parse(out) as CheckedOrder;
    const expected = JSON.parse(
      readFileSync(join(FOLDER, name.replace(/\.\w+$/u, '.expected.json')), 'utf8'),
    ) as Expected;
    const { issuer, ...order } = expected.order;
    expect(checked.order).toMatchObject(order);
    expect(checked.order.issuer.toLowerCase()).toBe(issuer.toLowerCase());
    expect(
      checked.items.map(({ no, title, responsible, results, deadline }) => ({
        no,
        title,
        responsible,
        results,
        deadlineText: deadline.text,
        deadlineKind: deadline.kind,
      })),
    ).toEqual(
      expected.items.map(({ no, title, responsible, results, deadlineText, deadlineKind }) => ({
        no,
        title,
        responsible,
        results,
        deadlineText,
        deadlineKind,
      })),
    );
    const stopped = checked.problems.some(({ severity }) => severity === 'blocking');
    expect({ code, err }).toEqual({ code: stopped ? 3 : 0, err: '' });
  });

  it('has the promised keys and no others, each item with its place in the file', async () => {
    const { out } = await vekha(['import', join(FOLDER, 'order-3509-r.docx'), '--check', '--json']);
    const { order, items, parties, ...rest } = JSON.parse(out) as CheckedOrder;
    expect(Object.keys(order).sort()).toEqual(
      ['kind', 'date', 'number', 'title', 'issuer', 'controller', 'signatory'].sort(),
    );
    expect(Object.keys(rest)).toEqual(['problems']);
    for (const party of parties) expect(Object.keys(party)).toEqual(['name', 'spellings', 'items']);
    for (const { deadline, source, ...item } of items) {
      expect(Object.keys(item)).toEqual(['no', 'title', 'responsible', 'results']);
      expect(Object.keys(deadline)).toEqual(['text', 'kind', 'due', 'workingDue', 'explanation']);
      expect(source).not.toBeNull();
    }
  });
});

describe('a wrong setting', () => {
  it('is told with --json as every other refusal, before anything is opened', async () => {
    const ran = await vekha(['status', '--json'], { environment: { MAILS_PER_SECOND: 'много', SMTP_URL: 'почта' } });
    expect(ran.code).toBe(2);
    const { code, message } = refusalOf(ran);
    expect(code).toBe('settings.invalid');
    expect(message).toContain('MAILS_PER_SECOND: нужно число от 1 до 1000');
    expect(message).toContain('SMTP_URL: нужен адрес вида smtp://…');
    expect(message).not.toContain('почта');
  });
});

describe('deadline - --json', () => {
  const groups = new Map<string, Phrase[]>();
  for (const each of phrases) {
    const key = [each.orderDate, each.horizon ?? ''].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }

  it.each([...groups])('answers each phrase of an order of %s with one line, in their order', async (key, some) => {
    const [orderDate = '', horizon = ''] = key.split(' ');
    const { code, out, err } = await vekha(
      ['deadline', '-', '--order-date', orderDate, ...(horizon === '' ? [] : ['--horizon', horizon]), '--json'],
      { input: some.map(({ phrase }) => `${phrase}\n`).join('') },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(some.length);
    const given = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(given).toEqual(
      some.map(({ phrase, expect: { term, ...expected } }) => ({
        ...expected,
        phrase,
        explanation: expect.stringMatching(/\.$/u),
        ...(term === undefined ? {} : { term: { ...term, event: looseEvent(term.event) } }),
      })),
    );
  });
});

/** The words that name an event are compared loosely: by their stems, in any case. */
function looseEvent(event: string): unknown {
  if (event === 'order') return event;
  const stems = event.split(/\s+/u).map((word) => word.slice(0, Math.max(3, word.length - 3)));
  return expect.stringMatching(new RegExp(stems.join('.*'), 'iu'));
}
