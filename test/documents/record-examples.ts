/** Writes `examples/documents/<kind>.json` from the story. Run by `npm run examples:record`, never by `npm test`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import { EXAMPLES, exampleText } from './examples.js';

it('writes an example of every kind', async () => {
  mkdirSync(EXAMPLES, { recursive: true });
  for (const kind of DOCUMENT_KINDS) writeFileSync(new URL(`${kind}.json`, EXAMPLES), await exampleText(kind));
});
