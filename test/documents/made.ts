/** Documents of every kind as files, from the examples and the real templates. */
import { readFileSync } from 'node:fs';
import { openNames, renderDocument } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { EXAMPLES } from './examples.js';
import { templates } from './fields/draft.js';
import { storyOf } from './story.js';

export async function made(kind: DocumentKind): Promise<Uint8Array> {
  const data = openNames(
    JSON.parse(readFileSync(new URL(`${kind}.json`, EXAMPLES), 'utf8')) as Record<string, unknown>,
  );
  const { catalogue: fields } = await storyOf(kind);
  const { bytes } = await renderDocument(await templates(), kind, data, { profile: 'gost-2016', fields });
  return bytes;
}
