import { describe, expect, it } from '@jest/globals';
import { parseValues, shownValues } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { register } from './facts-of.js';

const typedInto = (kind: DocumentKind, typed: Readonly<Record<string, unknown>>) => {
  const { values, problems } = parseValues(kind, typed, []);
  expect(problems).toEqual([]);
  return shownValues(kind, values);
};

describe('values that people typed', () => {
  it('are shown as people read them, whatever they are kept as', async () => {
    const shown = typedInto('letter-equipment', {
      оборудование: (await register('equipment')).slice(0, 3),
      комплектов: '52',
      график: { номер: '212', дата: '2024-07-08' },
      ответДо: '2024-08-09',
    });
    expect(shown).toEqual({
      оборудование: '3\u00a0строки',
      комплектов: '52',
      график: '212, 08.07.2024',
      ответДо: '09.08.2024',
    });
  });

  it('that nobody typed are left out', () => {
    expect(typedInto('letter-schedule', {})).toEqual({});
  });
});
