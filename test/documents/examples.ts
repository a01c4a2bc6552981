/** The examples of `examples/documents/`: what a template of each kind asks for, as a file for `vekha render --data`. */
import { templateFields, unusedNames } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { templates } from './fields/draft.js';
import { storyOf } from './story.js';

export const EXAMPLES = new URL('../../examples/documents/', import.meta.url);

/** Facts that several kinds share give more than one template prints; an example holds only what its own asks for. */
export async function exampleText(kind: DocumentKind): Promise<string> {
  const { data } = await storyOf(kind);
  const unused = new Set(unusedNames(data, templateFields(await templates(), kind)));
  return `${JSON.stringify(without(data, '', unused), null, 2)}\n`;
}

function without(value: unknown, path: string, unused: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, `${path}[]`, unused));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, each]) => [key, path === '' ? key : `${path}.${key}`, each] as const)
    .filter(([, inner]) => !unused.has(inner))
    .map(([key, inner, each]) => [key, without(each, inner, unused)] as const)
    .filter(([, each]) => !isEmptyGroup(each));
  return Object.fromEntries(kept);
}

function isEmptyGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
