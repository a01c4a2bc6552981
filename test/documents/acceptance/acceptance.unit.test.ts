import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_KIND_ROWS, DOCUMENT_KINDS } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import { storyFacts } from '../story.js';
import { plain } from './check.js';
import { CHECKS } from './list.js';
import { MAKERS, sampleOf } from './sample.js';

describe.each(Object.entries(MAKERS))('documents of %s', (_, sampleFor) => {
  const samples = Promise.all(DOCUMENT_KINDS.map(sampleFor));

  it.each(CHECKS.map((check) => [`${check.row}: ${check.says}`, check] as const))('row %s', async (_says, check) => {
    const found = (await samples).flatMap((sample) => check.find(sample).map((fault) => `${sample.kind}: ${fault}`));
    expect(found).toEqual([]);
  });
});

describe('a registered document', () => {
  it.each(DOCUMENT_KINDS.filter((kind) => DOCUMENT_KIND_ROWS[kind].numbering !== null))(
    'row 38: says what the approved one said, but for the date and the number: %s',
    async (kind) => {
      const facts = await storyFacts(kind, '20.08.2024');
      const before = await sampleOf(kind, facts, null);
      const after = await sampleOf(kind, facts, { date: parseLocalDate('2024-08-20'), number: '77-р' });
      expect(withoutNumber(before.text)).toBe(withoutNumber(after.text));
    },
  );
});

/** The place of the date and the number, whether it is filled in or not. */
function withoutNumber(text: string): string {
  return plain(text).replaceAll(/(?:_{13}|20\.08\.2024)(\s+)№ (?:_{8}(?:-р)?|77-р)/gu, 'дата$1№');
}
