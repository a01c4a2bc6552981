/** One document from facts to text, by the real templates; what a person types goes through the real checks. */
import {
  documentText,
  gatherFields,
  loadTemplates,
  parseValues,
  profileFor,
  registerDraft,
  renderDocument,
} from '#documents';
import type { DocumentFacts, Gap, TemplateSet } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { fileURLToPath } from 'node:url';

const TEMPLATES = fileURLToPath(new URL('../../../templates', import.meta.url));

let set: Promise<TemplateSet> | null = null;

export function templates(): Promise<TemplateSet> {
  set ??= loadTemplates(TEMPLATES);
  return set;
}

export interface Draft {
  /** As a person reads it: plain spaces and hyphens, one paragraph or table row a line. */
  readonly lines: readonly string[];
  readonly gaps: readonly (Omit<Gap, 'source'> & { readonly source: string })[];
  readonly bytes: Uint8Array;
  readonly title: string;
}

export async function draft(
  kind: DocumentKind,
  facts: DocumentFacts,
  typed: Readonly<Record<string, unknown>> = {},
  registration: Parameters<typeof registerDraft>[1] | null = null,
): Promise<Draft> {
  const { values, problems } = parseValues(kind, typed, peopleOf(facts));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { data, catalogue, title } = gatherFields(kind, { ...facts, values: { ...facts.values, ...values } });
  const options = { profile: profileFor(facts.today), fields: catalogue };
  const made = await renderDocument(await templates(), kind, data, options);
  const { bytes, gaps } = registration === null ? made : registerDraft(made, registration);
  return { lines: plain(documentText(bytes)).split('\n'), gaps, bytes, title };
}

export function peopleOf({ people }: DocumentFacts) {
  const { responsible, coExecutors, controller, signatory, addressee, directory = [] } = people;
  return [responsible, ...coExecutors, controller, signatory, addressee, ...directory].flatMap((known) => known ?? []);
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
}
