/** docs/templates.md is what a body's author writes by: each tag stands there, and each example is a template that works. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openTemplateFile, renderDocument } from '#documents';
import { EXAMPLE_DATA, elementsOf, templateOf } from '../../docs/gallery/elements.js';
import { HELPER_NAMES } from '../../documents/helpers.js';
import { TAGS } from '../../documents/vocabulary.js';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/templates.md', ROOT), 'utf8');
const FOLDERS = { builtIn: fileURLToPath(new URL('templates', ROOT)), own: null };
const elements = elementsOf(PAGE);
const shown = elements.flatMap(({ tag, markup }) => (markup === null ? [] : [{ tag, markup }]));

describe('the page for authors', () => {
  it('explains every tag, and no other', () => {
    expect(elements.map(({ tag }) => tag).sort()).toEqual([...TAGS].sort());
  });

  it('names every attribute beside its tag or where it is common to several', () => {
    for (const name of ['title', 'author', 'left-margin', 'orientation', 'page-numbers', 'gap', 'align', 'indent']) {
      expect(PAGE).toContain(`\`${name}`);
    }
  });

  it('names every helper', () => {
    for (const name of HELPER_NAMES) expect(PAGE).toMatch(new RegExp(`[{(]${name} `, 'u'));
  });

  it.each(shown)('shows for $tag a template that works, and its picture', async ({ tag, markup }) => {
    const { faults, template } = await openTemplateFile(FOLDERS, `${tag}.hbs`, templateOf(markup));
    expect(faults).toEqual([]);
    if (template === null) throw new Error('no template');
    const { gaps } = await renderDocument(template.set, template.kind, EXAMPLE_DATA, {
      profile: 'gost-2016',
      fields: template.fields,
    });
    expect(gaps).toEqual([]);
    expect(PAGE).toContain(`](gallery/elements/${tag}.png)`);
    expect(existsSync(new URL(`docs/gallery/elements/${tag}.png`, ROOT))).toBe(true);
  });

  it('begins with a whole order that passes the check', async () => {
    const whole = /^```xml\n([\s\S]*?)^```/mu.exec(PAGE)?.[1] ?? '';
    const { faults } = await openTemplateFile(FOLDERS, 'приказ-пример.hbs', whole);
    expect(faults).toEqual([]);
  });
});
