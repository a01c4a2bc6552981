import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeMail, loadMailTemplates } from '#mail';
import { SAMPLES } from './samples.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vekha-mail-'));
  await cp(join(import.meta.dirname, '../../templates/mail'), dir, { recursive: true });
});
afterEach(async () => {
  await rm(dir, { recursive: true });
});

async function add(name: string, text: string): Promise<void> {
  const path = join(dir, `${name}.hbs`);
  await writeFile(path, `${await readFile(path, 'utf8')}${text}\n`);
}

describe('mail templates', () => {
  it('are refused with the name of the missing file', async () => {
    await rm(join(dir, 'returned.hbs'));
    await expect(loadMailTemplates(dir)).rejects.toMatchObject({
      code: 'template.unknown',
      message: 'Нет шаблона письма returned.hbs: верните файл в папку шаблонов писем.',
    });
  });

  it.each([
    ['{{{код}}}', 'вывод без замены знаков'],
    ['{{&код}}', 'вывод без замены знаков'],
    ['{{> другой}}', 'вставки других файлов'],
    ['{{> (lookup . "код")}}', 'вставки других файлов'],
    ['{{* декоратор}}', 'декораторы запрещены'],
    ['{{log код}}', 'неизвестная команда «log»'],
    ['{{lookup . "код"}}', 'неизвестная команда «lookup»'],
    ['{{#with код}}{{/with}}', 'неизвестная команда «with»'],
    ['{{#if код}}', 'не разобран'],
    ['{{constructor}}', 'поле «constructor» неизвестно'],
    ['{{кто.__proto__}}', 'поле «кто.__proto__» неизвестно'],
    ['{{#if кто.constructor}}{{/if}}', 'поле «кто.constructor» неизвестно'],
    ['{{@root}}', 'поле «@root» неизвестно'],
    ['{{#if (род кто "а" "б")}}{{/if}}', 'вложенные скобки'],
  ])('may not hold %s', async (text, why) => {
    await add('returned', text);
    await expect(loadMailTemplates(dir)).rejects.toMatchObject({ code: 'template.invalid' });
    await expect(loadMailTemplates(dir)).rejects.toThrow(why);
  });

  it('that ask for an unknown field fail when a mail is made, and name the fields there are', async () => {
    await add('returned', '{{неизвестное}}');
    const templates = await loadMailTemplates(dir);
    const request = SAMPLES['returned'];
    if (request === undefined) throw new Error('sample');
    expect(() => composeMail(templates, request)).toThrow(
      /^Шаблон письма returned\.hbs: поле «неизвестное» неизвестно; есть поля: код, номер, мера, /,
    );
  });

  it('may be reworded by a clerk: a new line becomes a fact in both parts', async () => {
    const path = join(dir, 'report-returned.hbs');
    const source = await readFile(path, 'utf8');
    await writeFile(
      path,
      source.replace('{{#if рабочийСрокДата}}\nДальше', 'Телефон: 8 (812) 000-00-00\n{{#if рабочийСрокДата}}\nДальше'),
    );
    const request = SAMPLES['report-returned'];
    if (request === undefined) throw new Error('sample');
    const mail = composeMail(await loadMailTemplates(dir), request);
    expect(mail.text).toContain('\nТелефон: 8 (812) 000-00-00\n');
    expect(mail.html).toMatch(/>Телефон<\/th>/);
  });
});
