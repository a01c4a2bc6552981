/** Rows 25, 27 and 28: the note of an appendix, its гриф. */
import { type Check, dxa, isAct, isLetter, near, paragraphs, plain } from './check.js';
import { declineBody, declinePhrase } from '#domain/declension';
import { dotted } from '#domain/local-date';
import type { ReadParagraph } from './read-document.js';
import type { Sample } from './sample.js';

export const APPENDIX: readonly Check[] = [
  {
    row: 25,
    says: 'the note of an appendix counts sheets and copies, or holds a highlighted place for the number',
    find: (sample) => {
      const notes = paragraphs(sample).filter(({ text }) => text.startsWith('Приложение:'));
      if (!isLetter(sample.kind)) return [];
      const enclosing = sample.document.sheets.length > 1 || sample.kind === 'letter-cover';
      return [
        ...(notes.length === (enclosing ? 1 : 0) ? [] : [`${notes.length} notes`]),
        ...notes.filter(({ text }) => !NOTE.test(plain(text))).map(({ text }) => `«${text}»`),
      ];
    },
  },
  {
    row: 27,
    says: 'a гриф stands at the upper right; its participle agrees with what is approved, the act is in the instrumental',
    find: (sample) => {
      const stamp = stampOf(sample);
      const sheet = sample.document.sheets.at(-1);
      if (!hasStamp(sample) || sheet === undefined)
        return stamp.some(({ text }) => /^(?:УТВЕРЖДЕ|Приложение)/u.test(text))
          ? ['a гриф where nothing is enclosed']
          : [];
      const width = sheet.width - sheet.margins.left - sheet.margins.right;
      const [top, act] = stamp.map(({ text }) => plain(text));
      const { order } = sample.facts;
      const body = declineBody(order.issuer, 'genitive').toLowerCase();
      const named = isAct(sample.kind) ? declinePhrase(order.kind, 'instrumental') : 'к письму';
      return [
        ...(top === (isAct(sample.kind) ? 'УТВЕРЖДЁН' : 'Приложение') ? [] : [`begins «${top ?? ''}»`]),
        ...(act?.toLowerCase() === `${named} ${body}` ? [] : [`«${act ?? ''}», not «${named} ${body}»`]),
        ...stamp
          .filter(({ left }) => !near(left, width - dxa(sheet.landscape ? 90 : 75)))
          .map(({ left }) => `stands at ${left}`),
      ];
    },
  },
  {
    row: 28,
    says: 'date and number of a гриф are those of the registration line',
    find: (sample) => {
      if (!hasStamp(sample) || sample.document.sheets.length < 2) return [];
      const { registration } = sample;
      const line = plain(stampOf(sample).find(({ text }) => text.startsWith('от'))?.text ?? '');
      const expected = registration === null ? /^от _{13} № _{8}/u : null;
      const same =
        expected === null
          ? line === `от ${dotted(registration?.date ?? ('' as never))} № ${registration?.number ?? ''}`
          : expected.test(line);
      return same ? [] : [`«${line}»`];
    },
  },
];

const NOTE = /^Приложение:\t(?:на (?:\d+|_{8}) л\. )?в 1 экз\.$/u;

function hasStamp({ kind, document }: Sample): boolean {
  return document.sheets.length > 1 || kind === 'form-monitoring';
}

/** Lines at the head of the last sheet that do not begin at its left edge. */
function stampOf({ document }: Sample): readonly ReadParagraph[] {
  const blocks = document.sheets.at(-1)?.blocks ?? [];
  const end = blocks.findIndex((block) => block.type === 'table' || block.style !== 'Line' || block.left === 0);
  return (end === -1 ? blocks : blocks.slice(0, end)).filter((block) => block.type === 'paragraph');
}
