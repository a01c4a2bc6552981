/** Every wording against its golden text. The texts are the specification: change them by hand, then the templates. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail, loadMailTemplates, type MailTemplates } from '#mail';
import { SAMPLES } from './samples.js';

const TEXTS = join(import.meta.dirname, 'texts');
const TEMPLATES = join(import.meta.dirname, '../../templates/mail');

let templates: MailTemplates;
beforeAll(async () => {
  templates = await loadMailTemplates(TEMPLATES);
});

describe('the text of a mail', () => {
  it.each(Object.keys(SAMPLES))('reads as its golden text: %s', async (name) => {
    const golden = await readFile(join(TEXTS, `${name}.txt`), 'utf8');
    const mail = composeMail(templates, sample(name));
    expect(`Тема: ${mail.subject}\n\n${mail.text}`).toBe(golden);
  });

  it.each(Object.keys(SAMPLES))('keeps to 72 columns, and its subject to 90 characters: %s', (name) => {
    const mail = composeMail(templates, sample(name));
    expect(mail.subject.length).toBeLessThanOrEqual(90);
    expect(mail.text.split('\n').filter((line) => line.length > 72)).toEqual([]);
  });

  it.each(Object.keys(SAMPLES))('has no exclamation mark, «пожалуйста», blank or program word: %s', (name) => {
    const { text, subject, preheader } = composeMail(templates, sample(name));
    expect(`${subject}\n${preheader}\n${text}`).not.toMatch(
      /!|пожалуйста|успешно|undefined|null|NaN|\{\{|«»|\.\.|\[object/,
    );
  });

  it.each(Object.keys(SAMPLES))('says the same in its HTML part: %s', (name) => {
    const { html, text } = composeMail(templates, sample(name));
    const words = (part: string): Set<string> => new Set(part.match(/[\p{L}\p{N}]+/gu) ?? []);
    const inHtml = words(
      html
        .replaceAll('&#x27;', "'")
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll('&quot;', '"'),
    );
    expect([...words(text)].filter((word) => !inHtml.has(word))).toEqual([]);
  });

  it.each(Object.keys(SAMPLES))('has a heading of at most six words: %s', (name) => {
    const heading = /<h1[^>]*>([^<]*)<\/h1>/.exec(composeMail(templates, sample(name)).html)?.[1] ?? '';
    expect(heading.split(/[\s\u00a0]+/).length).toBeLessThanOrEqual(6);
    expect(heading).not.toBe('');
  });
});

function sample(name: string): (typeof SAMPLES)[string] {
  const request = SAMPLES[name];
  if (request === undefined) throw new Error(name);
  return request;
}
