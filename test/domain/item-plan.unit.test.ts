import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_KIND_ROWS, DOCUMENT_KINDS } from '#domain/document-kind';
import { plannedDocuments } from '#domain/item-plan';

describe('the plan of an item', () => {
  const onDemand = DOCUMENT_KINDS.filter((kind) => DOCUMENT_KIND_ROWS[kind].drafted === 'onDemand');
  const results = onDemand.map((documentKind, at) => ({
    key: String(at),
    kind: 'letter' as const,
    text: 'письмо',
    documentKind,
  }));

  it.each(['launch', 'named', 'moved'] as const)('never drafts by itself what is drafted on demand: %s', (when) => {
    expect(onDemand.length).toBeGreaterThan(0);
    const planned = plannedDocuments(results, when).map(({ kind }) => kind);
    expect(planned).toEqual(when === 'launch' ? ['notice-assignment'] : []);
  });
});
