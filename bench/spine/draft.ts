/** Drafts of order 3509-р by the documents engine, from gathered facts to packed bytes: an act, and a register of many rows. */
import { readFile } from 'node:fs/promises';
import { templatesDir } from '#bin/package-root';
import { gatherFields, loadTemplates, parseValues, profileFor, renderDocument, standInValues } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { percentiles, type Figure } from '../report/figures.js';
import { timed, upTo } from '../report/timed.js';
import { factsOf, type Facts } from './draft-facts.js';
import { EXAMPLE } from './example.js';

const ROWS = 1000;
const WARM_UP = 5;

export async function drafts(): Promise<readonly Figure[]> {
  const templates = await loadTemplates(templatesDir());
  const order = await readFile(EXAMPLE.docx);
  const directory = await readFile(EXAMPLE.officials);
  const render = async (kind: DocumentKind, facts: Facts) => {
    const { data, catalogue } = gatherFields(kind, facts);
    return renderDocument(templates, kind, data, { profile: profileFor(facts.today), fields: catalogue });
  };
  const measure = async (name: string, kind: DocumentKind, no: string, rows: number, runs: number) => {
    const facts = await factsOf(order, directory, { no, values: valuesOf(kind, rows) });
    await timed(upTo(WARM_UP), 1, () => render(kind, facts));
    return percentiles(name, await timed(upTo(runs), 1, () => render(kind, facts)));
  };
  return [
    ...(await measure('order of appointment', 'order-appointment', '1', 0, 50)),
    ...(await measure(`register of ${ROWS} rows`, 'register-notices', '4', ROWS, 20)),
  ];
}

/** What a rehearsal would type, with the one row of a register repeated. */
function valuesOf(kind: DocumentKind, rows: number): Readonly<Record<string, unknown>> {
  const typed = Object.entries(standInValues(kind, { responsibleId: 'responsible' })).map(([name, value]) => [
    name,
    Array.isArray(value) ? upTo(rows).map(() => value[0] as unknown) : value,
  ]);
  const { values, problems } = parseValues(kind, Object.fromEntries(typed) as Readonly<Record<string, unknown>>, [
    { id: 'responsible', surname: '', initials: '' },
  ]);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return values;
}
