import { afterEach, describe, expect, it } from '@jest/globals';
import { compiled } from '#bin/package-root';
import { createRenderer, loadTemplates, renderDocument, type Renderer, type TemplateSet } from '#documents';
import { readTemplates } from '../../documents/load-templates.js';
import { FIELDS, orderData, TEMPLATES } from './sample.js';

const entry = compiled('documents/render-thread.js');
const options = { profile: 'gost-2016', fields: FIELDS } as const;
const plain = { profile: 'gost-2016', fields: new Map() } as const;

let renderer: Renderer | undefined;
afterEach(async () => renderer?.close());

function setOf(text: string): TemplateSet {
  return readTemplates(
    [{ id: 'a', file: 'orders/a.hbs', text: `<document><section>\n${text}\n</section></document>` }],
    [],
  );
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('a document made in the thread', () => {
  it('has the bytes that it has without it, and the same gaps', async () => {
    renderer = createRenderer({ entry });
    const set = await loadTemplates(TEMPLATES);
    const data = { ...orderData(40), исполнитель: undefined };
    const here = await renderDocument(set, 'order-all', data, options);
    const there = await renderer.render(set, 'order-all', data, options);
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
    expect(there.sha256).toBe(here.sha256);
    expect(JSON.stringify(there.gaps)).toBe(JSON.stringify(here.gaps));
    expect(here.gaps).not.toEqual([]);
  });

  it('is refused in the words that it is refused in without it, and the next one is made', async () => {
    renderer = createRenderer({ entry });
    const set = setOf('{{#each a}}<p>{{this}}</p>{{/each}}');
    await expect(renderer.render(set, 'нет', {}, plain)).rejects.toMatchObject({ code: 'template.unknown' });
    await expect(renderer.render(set, 'a', { a: 5 }, plain)).rejects.toMatchObject({
      code: 'document.data_invalid',
      message: expect.stringContaining('поле «a» – не список'),
    });
    await expect(renderer.render(set, 'a', { a: () => 1 }, plain)).rejects.toMatchObject({
      code: 'document.data_invalid',
    });
    expect((await renderer.render(set, 'a', { a: ['текст'] }, plain)).gaps).toEqual([]);
  });

  it('leaves the event loop free while a hostile template runs, and ends it long before it could hold anything up', async () => {
    renderer = createRenderer({ entry });
    const set = setOf(
      '{{#each a}}\n{{#each ../a}}{{#each ../../a}}{{#if x}}{{/if}}{{/each}}{{/each}}{{/each}}<p>x</p>',
    );
    await renderer.render(setOf('<p>x</p>'), 'a', {}, plain);
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const from = performance.now();
    const refused = renderer.render(set, 'a', { a: numbers(1000) }, plain);
    await expect(refused).rejects.toMatchObject({ code: 'document.output_limit', facts: { line: 3, column: 15 } });
    clearInterval(beat);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(longest).toBeLessThan(150);
  });

  it('is ended by the clock where no budget ends it, with the place it had come to; the next one gets a new thread', async () => {
    renderer = createRenderer({ entry, evaluateMs: 20 });
    const set = setOf('<p>x</p>\n{{#each a}}{{#each ../a}}{{#if x}}{{/if}}{{/each}}{{/each}}');
    await expect(renderer.render(set, 'a', { a: numbers(1000) }, plain)).rejects.toMatchObject({
      code: 'document.time_limit',
      message: expect.stringMatching(
        /^Документ не построен: orders\/a\.hbs, строка 3, столбец \d+: вычисление не закончено за 0,02 с\./u,
      ),
    });
    await expect(renderer.render(setOf('<p>x</p>'), 'a', {}, plain)).resolves.toMatchObject({ gaps: [] });
  });

  it('is refused when its layout takes too long', async () => {
    renderer = createRenderer({ entry, layOutMs: 5 });
    await expect(
      renderer.render(setOf('{{#each a}}<p>слово и 5 дней</p>{{/each}}'), 'a', { a: numbers(40_000) }, plain),
    ).rejects.toMatchObject({ code: 'document.time_limit', message: expect.stringContaining('раскладка') });
  });

  it('waits its turn: many asked for at once come each with its own text', async () => {
    const together = createRenderer({ entry });
    renderer = together;
    const sets = [setOf('<p>первый {{a}}</p>'), setOf('<p>второй {{a}}</p>')];
    const made = await Promise.all(
      numbers(20).map((a) => together.render(sets[a % 2] as TemplateSet, 'a', { a }, plain)),
    );
    const expected = await Promise.all(
      numbers(20).map((a) => renderDocument(sets[a % 2] as TemplateSet, 'a', { a }, plain)),
    );
    expect(made.map(({ sha256 }) => sha256)).toEqual(expected.map(({ sha256 }) => sha256));
  });

  it('is refused when the renderer is closed under it', async () => {
    renderer = createRenderer({ entry });
    const refused = renderer.render(setOf('<p>x</p>'), 'a', {}, plain);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await renderer.close();
    await expect(refused).rejects.toMatchObject({ code: 'run.interrupted' });
  });
});
