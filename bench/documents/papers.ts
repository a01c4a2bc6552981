/** The papers that both sides make: the order of the examples, and a register of as many rows as is asked. */
import { readFile } from 'node:fs/promises';
import { templatesDir } from '#bin/package-root';
import { openKind, openNames, type RenderOptions, type TemplateSet } from '#documents';
import type { DocumentKind } from '#domain/document-kind';

export interface Paper {
  readonly set: TemplateSet;
  readonly kind: DocumentKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly options: RenderOptions;
}

const EXAMPLES = new URL('../../../examples/documents/', import.meta.url); // from dist/bench/documents

export function order(): Promise<Paper> {
  return paper('order-appointment', (data) => data);
}

export function register(rows: number): Promise<Paper> {
  return paper('register-notices', (data) => {
    const known = data['извещения'] as readonly Readonly<Record<string, unknown>>[];
    // No two rows alike: what is made once for equal texts would flatter either side.
    const row = (i: number) => ({ ...known[i % known.length], предмет: `Комплекты оборудования, лот № ${i + 1}` });
    return { ...data, извещения: Array.from({ length: rows }, (_, i) => row(i)) };
  });
}

async function paper(kind: DocumentKind, change: (data: Paper['data']) => Paper['data']): Promise<Paper> {
  const { set, fields } = await openKind({ builtIn: templatesDir(), own: null }, kind);
  const example = await readFile(new URL(`${kind}.json`, EXAMPLES), 'utf8');
  const data = change(openNames(JSON.parse(example) as Record<string, unknown>));
  return { set, kind, data, options: { profile: 'gost-2016', fields } };
}
