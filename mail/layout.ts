/** From the words of a mail to its two parts: text of 72 columns and HTML of 600 points. The frames are templates. */
import { capitalFirst, bindSpaces } from '#domain/typography';
import type { Letter, LetterLine } from './letter.js';
import type { PageLink } from './links.js';
import type { MailTemplates } from './template-files.js';
import { wrapped } from './wrap.js';

export interface Section {
  /** Set for what is appended to a mail: the week's summary under the matters. */
  readonly title: string | null;
  readonly opening: string;
  readonly letter: Letter;
  readonly button: PageLink | null;
  readonly link: PageLink | null;
}

export interface MailLayout {
  readonly subject: string;
  readonly heading: string;
  readonly counters: Letter['counters'];
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
  /** The line above the heading in HTML. */
  readonly banner: string;
  /** Rows may carry a link to pages below this address, and to nothing else. */
  readonly baseUrl: string | null;
}

export function textPart(templates: MailTemplates, layout: MailLayout): string {
  const rendered = templates.textFrame({
    разделы: layout.sections.map((section) => ({
      название: section.title,
      вступление: section.opening,
      строки: section.letter.lines.map(textLine),
      ссылки: linksOf(section).map(({ word, url }) => ({ слово: word, адрес: url })),
      дальше: section.letter.next,
    })),
    подвал: layout.footer,
  });
  return plainSpaces(wrapped(bound(rendered)));
}

export function htmlPart(templates: MailTemplates, layout: MailLayout): string {
  return templates.htmlFrame({
    тема: layout.subject,
    анонс: preheader(layout),
    шапка: bound(layout.banner),
    заголовок: bound(layout.heading),
    счётчики: layout.counters.map(({ figure, label }) => ({ число: figure, подпись: label })),
    разделы: layout.sections.map((section) => ({
      название: section.title,
      вступление: bound(section.opening),
      блоки: blocksOf(section.letter.lines, layout.baseUrl),
      кнопка: section.button === null ? null : { слово: section.button.word, адрес: section.button.url },
      ссылка: section.link === null ? null : { слово: section.link.word, адрес: section.link.url },
      дальше: section.letter.next === null ? null : bound(section.letter.next),
    })),
    подвал: layout.footer.map(bound),
  });
}

/** The line that a mail program shows beside the subject: what follows the first sentence. */
export function preheader({ sections }: MailLayout): string {
  const letter = sections[0]?.letter;
  const line = letter?.lines.find(({ is }) => is !== 'heading');
  if (line === undefined) return capitalFirst(letter?.next ?? '');
  return line.is === 'fact' ? `${line.word}: ${line.value}` : line.text;
}

function linksOf({ button, link }: Section): readonly PageLink[] {
  return [button, link].filter((one) => one !== null);
}

function textLine(line: LetterLine): object {
  const empty = { название: null, пункт: null, слово: null, значение: null, текст: null };
  switch (line.is) {
    case 'heading':
      return { ...empty, название: line.text };
    case 'row':
      return { ...empty, пункт: line.text };
    case 'fact':
      return { ...empty, слово: line.word, значение: line.value };
    case 'sentence':
      return { ...empty, текст: line.text };
  }
}

interface Block {
  факты: object[] | null;
  пункты: object[] | null;
  название: string | null;
  текст: string | null;
}

/** Facts that stand together make one table, rows one list. */
function blocksOf(lines: readonly LetterLine[], baseUrl: string | null): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.is === 'fact') {
      const fact = { слово: line.word, значение: bound(line.value) };
      if (last?.факты) last.факты.push(fact);
      else blocks.push({ ...NO_BLOCK, факты: [fact] });
    } else if (line.is === 'row') {
      const row = htmlRow(line.text, baseUrl);
      if (last?.пункты) last.пункты.push(row);
      else blocks.push({ ...NO_BLOCK, пункты: [row] });
    } else {
      const text = bound(line.text);
      blocks.push(line.is === 'heading' ? { ...NO_BLOCK, название: text } : { ...NO_BLOCK, текст: text });
    }
  }
  return blocks;
}

const NO_BLOCK: Block = { факты: null, пункты: null, название: null, текст: null };

function htmlRow(text: string, baseUrl: string | null): object {
  const [, words = text, word, url] = /^(.*) ([А-ЯЁ][а-яё]+):[ \u00a0](https?:\/\/\S+)$/u.exec(text) ?? [];
  if (word === undefined || url === undefined || baseUrl === null || !url.startsWith(baseUrl)) {
    return { текст: bound(text), слово: null, адрес: null };
  }
  return { текст: bound(words), слово: word, адрес: url };
}

function bound(text: string): string {
  return bindSpaces(text, 'mail');
}

/** A text part is searched and copied by people: no-break spaces and hyphens would get in their way. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2011', '-');
}
