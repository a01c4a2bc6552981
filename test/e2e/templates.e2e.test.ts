/** Templates on the built command line: files on the disk, the thread, a body's own folder. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentText } from '#documents';
import { letterheadFile } from '../documents/letterhead-file.js';
import { ONE_SENTENCE, refusalOf, vekha } from './command.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vekha-templates-'));
});
afterEach(() => rm(dir, { recursive: true }));

const TEXT = '<document><section>\n<p>{{слово}}</p>\n</section></document>';

describe('a document made on the command line', () => {
  it('never replaces a file unless it is told to', async () => {
    const [template, out] = [join(dir, 'a.hbs'), join(dir, 'a.docx')];
    await writeFile(template, TEXT);
    await writeFile(out, 'чужое');
    const argv = ['templates', 'preview', template, '--data', '-', '--out', out];
    const refused = await vekha(argv, { input: '{"слово": "да"}' });
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('уже есть') });
    expect(refused.err.trim()).toMatch(ONE_SENTENCE);
    expect(await readFile(out, 'utf8')).toBe('чужое');
    expect((await vekha([...argv, '--force'], { input: '{"слово": "да"}' })).code).toBe(0);
    expect(documentText(await readFile(out))).toBe('да');
  });

  it('of a hostile template is refused within seconds, with line and column', async () => {
    const template = join(dir, 'a.hbs');
    const loops = '{{#each a}}{{#each ../a}}{{#each ../../a}}<p>x</p>{{/each}}{{/each}}{{/each}}';
    await writeFile(template, `<document><section>\n${loops}\n</section></document>`);
    const input = JSON.stringify({ a: Array.from({ length: 1000 }, () => 1) });
    const ran = await vekha(['templates', 'preview', template, '--data', '-', '--out', join(dir, 'a.docx')], { input });
    expect(ran.code).toBe(3);
    expect(ran.err).toMatch(
      /^Документ не построен: .*a\.hbs, строка 2, столбец 26, внутри 2 других списков: больше 150.000 /u,
    );
  });

  it('of a body’s own kind comes from its folder; a faulty one beside it stops nothing', async () => {
    await writeFile(join(dir, 'приказ.hbs'), TEXT);
    await writeFile(join(dir, 'приказ.json'), '{"noun": "приказ", "gender": "m"}');
    await writeFile(join(dir, 'order-appointment.hbs'), '<document>');
    const environment = { VEKHA_TEMPLATES: dir };
    const out = join(dir, 'п.docx');
    const made = await vekha(['render', '--kind', 'приказ', '--data', '-', '--out', out], {
      input: '{"слово": "да"}',
      environment,
    });
    expect(made.code).toBe(0);
    expect(documentText(await readFile(out))).toBe('да');
    expect(await vekha(['templates', 'check'], { environment })).toMatchObject({
      code: 3,
      out: expect.stringContaining(`${dir}/order-appointment.hbs:1:1: тег <document> не закрыт`),
    });
    expect(await vekha(['templates', 'check', dir])).toMatchObject({
      code: 3,
      out: expect.stringContaining(`${dir}/order-appointment.hbs:1:1: тег <document> не закрыт`),
    });
    const doctor = JSON.parse((await vekha(['doctor', '--json'], { environment })).out) as {
      ok: boolean;
      checks: unknown[];
    };
    expect(doctor.checks).toContainEqual(expect.objectContaining({ name: 'шаблоны', state: 'faulty' }));
    const ours = await vekha(['render', '--kind', 'order-appointment', '--out', join(dir, 'р.docx')], { environment });
    expect(ours.out).toContain('бланк-распоряжения');
  });

  it('stands on a letterhead of Word, whose faults are told by paragraph', async () => {
    const [template, paper, out] = [join(dir, 'a.hbs'), join(dir, 'бланк.docx'), join(dir, 'a.docx')];
    await writeFile(template, TEXT);
    await writeFile(paper, letterheadFile());
    const argv = ['templates', 'preview', template, '--data', '-', '--letterhead', paper, '--out', out];
    const input =
      '{"слово": "да", "регистрация.дата": "2024-01-12", "регистрация.номер": "14-р", "орган.краткое": "К"}';
    expect(await vekha(argv, { input })).toMatchObject({ code: 0, err: '' });
    expect(documentText(await readFile(out))).toMatch(
      /^КОМИТЕТ ПО ДЕЛАМ\nот 12\.01\.2024 № 14-р & далее\nПункт бланка\nда$/u,
    );
    await writeFile(paper, letterheadFile({ body: '<w:p><w:r><w:t>{{#if x}}</w:t></w:r></w:p>' }));
    expect(await vekha(['templates', 'check', paper])).toMatchObject({
      code: 3,
      out: expect.stringContaining('абзац 1, {{#if x}}'),
    });
    expect(await vekha([...argv, '--force'], { input })).toMatchObject({ code: 3 });
  });

  it('is not made as PDF or PNG without LibreOffice, and says what to do in one sentence', async () => {
    await writeFile(join(dir, 'a.hbs'), TEXT);
    const environment = { VEKHA_SOFFICE: join(dir, 'nowhere') };
    const ran = await vekha(['templates', 'preview', join(dir, 'a.hbs'), '--out', join(dir, 'a.pdf')], { environment });
    expect(ran.code).toBe(1);
    expect(ran.err.trim()).toMatch(ONE_SENTENCE);
    expect(ran.err).toContain('VEKHA_SOFFICE');
  });

  // The script in the place of LibreOffice presses Ctrl-C itself, once it stands.
  it('is not made when the person stops: LibreOffice and its folder are gone with the command', async () => {
    await writeFile(join(dir, 'a.hbs'), TEXT);
    const [office, pid, folder] = ['soffice', 'pid', 'folder'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(
      office,
      `#!/bin/sh\necho "$TMPDIR" > '${folder}'\nsleep 300 & echo $! > '${pid}'\nkill -INT $PPID\nwait\n`,
      {
        mode: 0o755,
      },
    );
    const argv = ['templates', 'preview', join(dir, 'a.hbs'), '--out', join(dir, 'a.pdf'), '--json'];
    const ran = await vekha(argv, { environment: { VEKHA_SOFFICE: office } });
    expect(ran.code).toBe(1);
    expect(refusalOf(ran)).toMatchObject({ code: 'run.interrupted' });
    expect(existsSync((await readFile(folder, 'utf8')).trim())).toBe(false);
    expect(isRunning((await readFile(pid, 'utf8')).trim())).toBe(false);
  });
});

/** A process that was killed and that nobody has heard of yet runs no more. */
function isRunning(pid: string): boolean {
  return existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}
