/** Rows 15 and 16: what must not part, and the marks between words. */
import type { Check } from './check.js';
import { paragraphsOf } from './read-document.js';
import type { Sample } from './sample.js';

export const TYPOGRAPHY: readonly Check[] = [
  {
    row: 15,
    says: 'initials do not part from the surname, «№» from its number, a day from its month, a number from its unit',
    find: (sample) => everywhere(sample, PARTED),
  },
  {
    row: 16,
    says: 'no double spaces, none before a comma, a dash between words, «» that close and no straight quotes',
    find: (sample) => [...everywhere(sample, UNTIDY), ...unclosed(sample)],
  },
];

const PARTED: readonly RegExp[] = [
  /№ \S/u,
  /\p{Lu}\p{Ll}+ (?:\p{Lu}\.){2}/u,
  /\d (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/u,
  /\d{4} (?:года|году|г\.)/u,
  /\d (?:руб|рубл\p{Ll}+|л\.|экз\.|%|чел\.|рабоч\p{Ll}+)/u,
  /№[\u00a0 ]\d+-\p{L}/u,
];

const UNTIDY: readonly RegExp[] = [
  /[ \u00a0]{2}/u,
  /[ \u00a0\n][,;.!?](?!\.)/u,
  /[ \u00a0][-—][ \u00a0]/u,
  /[ \u00a0]–\S|[^\s\u00a0(\d]–[ \u00a0]/u,
  /["'“”„]/u,
  /^[ \u00a0]|[ \u00a0]$/u,
  /[,;]{2}|(?<!\.)\.\.(?!\.)/u,
];

function everywhere(sample: Sample, rules: readonly RegExp[]): string[] {
  const texts = sample.document.sheets.flatMap((sheet) => paragraphsOf(sheet).map(({ text }) => text));
  return texts.flatMap((text) =>
    rules
      .map((rule) => rule.exec(text))
      .flatMap((found) => (found === null ? [] : [`«${text.slice(Math.max(0, found.index - 12), found.index + 20)}»`])),
  );
}

function unclosed(sample: Sample): string[] {
  return sample.document.sheets
    .flatMap((sheet) => paragraphsOf(sheet).map(({ text }) => text))
    .filter((text) => text.split('«').length !== text.split('»').length)
    .map((text) => `quotation marks do not close: ${text.slice(0, 60)}`);
}
