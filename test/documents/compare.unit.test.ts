/** What changed in words between two versions of a document: paragraphs, table rows, and the words inside them. */
import { describe, expect, it } from '@jest/globals';
import { compareTexts, profileFor, renderDocument } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { readTemplates } from '../../documents/load-templates.js';

describe('two versions of a document', () => {
  it('of the same words have no changes', async () => {
    const one = await docx('<p>Утвердить перечень.</p>');
    expect(compareTexts(one, one)).toEqual([]);
    expect(compareTexts(one, await docx('<p><b>Утвердить</b> перечень.</p>'))).toEqual([]);
  });

  it('show the words that went and came inside a paragraph, and nothing of the others', async () => {
    const before = await docx('<p>Утвердить перечень.</p><p>Направить копию в течение трёх рабочих дней.</p>');
    const after = await docx('<p>Утвердить перечень.</p><p>Направить копию в течение пяти рабочих дней.</p>');
    expect(compareTexts(before, after)).toEqual([
      {
        line: 2,
        was: 'Направить копию в течение трёх рабочих дней.',
        now: 'Направить копию в течение пяти рабочих дней.',
        words: [
          { text: 'Направить копию в течение ', change: 'same' },
          { text: 'трёх', change: 'removed' },
          { text: 'пяти', change: 'added' },
          { text: ' рабочих дней.', change: 'same' },
        ],
      },
    ]);
  });

  it('show a paragraph that was put in and one that was taken out, each at its place', async () => {
    const before = await docx('<p>Первый.</p><p>Второй.</p><p>Третий.</p>');
    const after = await docx('<p>Нулевой.</p><p>Первый.</p><p>Третий.</p>');
    expect(compareTexts(before, after).map(({ line, was, now }) => [line, was, now])).toEqual([
      [1, null, 'Нулевой.'],
      [3, 'Второй.', null],
    ]);
  });

  it('show the row of a table whose cell has changed', async () => {
    const table = (sum: string) =>
      docx(
        `<table widths="90 90"><tr><td>Ноутбук</td><td>${sum}</td></tr><tr><td>Мышь</td><td>620,00</td></tr></table>`,
      );
    const [change, ...others] = compareTexts(await table('68 400,00'), await table('69 000,00'));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      line: 1,
      was: expect.stringContaining('Ноутбук\t68'),
      now: expect.stringMatching(/69/u),
    });
  });

  it('that have nothing in common are compared in no time to speak of: all went and all came', async () => {
    const long = (word: string) => docx(Array.from({ length: 3000 }, (_, i) => `<p>${word} ${i}</p>`).join(''));
    const changes = compareTexts(await long('старое'), await long('новое'));
    expect(changes).toHaveLength(3000);
    expect(changes.at(-1)).toMatchObject({ line: 3000, was: 'старое 2999', now: 'новое 2999' });
  });

  it('are refused when one of them is no .docx', async () => {
    const one = await docx('<p>Слова.</p>');
    expect(() => compareTexts(new TextEncoder().encode('слова'), one)).toThrow(
      expect.objectContaining({ code: 'input.damaged' }),
    );
  });
});

async function docx(body: string): Promise<Uint8Array> {
  const file = { id: 'a', file: 'orders/a.hbs', text: `<document><section>${body}</section></document>` };
  const profile = profileFor(parseLocalDate('2024-01-12'));
  const { bytes } = await renderDocument(readTemplates([file], []), 'a', {}, { profile, fields: new Map() });
  return bytes;
}
