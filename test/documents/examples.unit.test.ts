import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { lint, openNames, renderDocument, templateFields, unusedNames, type TemplateSet } from '#documents';
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { templates } from './fields/draft.js';
import { EXAMPLES, exampleText } from './examples.js';
import { storyOf } from './story.js';

let set: TemplateSet;

beforeAll(async () => {
  set = await templates();
});

const fileOf = (kind: DocumentKind): string => readFileSync(new URL(`${kind}.json`, EXAMPLES), 'utf8');

describe('the example data', () => {
  it.each([...DOCUMENT_KINDS])('of %s are what the story gives (npm run examples:record writes them)', async (kind) => {
    expect(JSON.parse(fileOf(kind))).toEqual(JSON.parse(await exampleText(kind)));
  });

  it.each([...DOCUMENT_KINDS])('of %s fill the whole template, with nothing that it does not ask for', async (kind) => {
    const data = openNames(JSON.parse(fileOf(kind)) as Record<string, unknown>);
    const { catalogue } = await storyOf(kind);
    const { bytes, gaps } = await renderDocument(set, kind, data, { profile: 'gost-2016', fields: catalogue });
    expect(gaps.filter(({ required }) => required)).toEqual([]);
    expect(unusedNames(data, templateFields(set, kind))).toEqual([]);
    expect(lint(bytes)).toEqual([]);
  });
});
