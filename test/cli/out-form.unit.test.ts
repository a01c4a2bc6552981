/** `--out` on .docx, .pdf and .png, and `--page`: what is asked of the printer and what is refused before anything is made. */
import { describe, expect, it } from '@jest/globals';
import { jsonOf, run, type Heard } from './world.js';

const DOCUMENT = 'ЦОС-2024/1/order-appointment';
const files = { 'приказ.hbs': '<document><section><p>Слова</p></section></document>' };
const preview = ['templates', 'preview', 'приказ.hbs'];
const show = ['show', DOCUMENT];

/** The in-memory printer writes what it was asked for in front of the document. */
function written({ files }: Heard, path: string): string {
  return new TextDecoder().decode(files.get(path)).slice(0, 40);
}

describe('the ending of the name', () => {
  it.each([
    ['а.pdf', [], '{"format":"pdf"}'],
    ['а.PDF', [], '{"format":"pdf"}'],
    ['а.png', [], '{"format":"png","page":1}'],
    ['а.png', ['--page', '3'], '{"format":"png","page":3}'],
  ])('%s with %j says in what form a document is written', async (out, page, asked) => {
    for (const argv of [show, preview]) {
      const heard = await run([...argv, '--out', out, ...page], { files });
      expect(heard.code).toBe(0);
      expect(written(heard, out)).toContain(asked);
      expect(heard.out).toContain('Замечание о шрифтах.');
    }
  });

  it('on .docx asks no printer', async () => {
    expect(written(await run([...preview, '--out', 'а.docx'], { files }), 'а.docx')).toMatch(/^PK/u);
    expect(written(await run([...show, '--out', 'а.docx']), 'а.docx')).toBe('версия последняя');
  });

  it('and the version that was printed are told to programs', async () => {
    const heard = await run([...show, '--out', 'а.pdf', '--version', '1', '--json']);
    expect(written(heard, 'а.pdf')).toBe('{"format":"pdf"} версия 1');
    expect(jsonOf(heard)['saved']).toMatchObject({ path: 'а.pdf', notes: ['Замечание о шрифтах.'] });
  });

  it.each([
    [['--out', 'а.doc'], /«а\.doc» не подходит, имя файла кончается на \.docx, \.pdf или \.png/u],
    [['--out', 'а.pdf', '--page', '2'], /--page выбирает страницу для картинки: укажите --out с именем на \.png/u],
    [['--out', 'а.png', '--page', '0'], /--page: «0» не подходит/u],
  ])('%j is refused before anything is made', async (argv, sentence) => {
    for (const command of [show, preview]) {
      const heard = await run([...command, ...argv], { files });
      expect(heard).toMatchObject({ code: 2, open: 0 });
      expect(heard.said).toMatch(sentence);
      expect(heard.files.size).toBe(0);
    }
  });

  it('is asked for when a page is named without a file', async () => {
    expect(await run([...show, '--page', '2'])).toMatchObject({ code: 2, said: expect.stringContaining('--out') });
  });
});
