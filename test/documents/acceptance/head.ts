/** Rows 3–7: letterhead, kind, registration line, title. */
import { type Check, corner, dxa, isAct, isLetter, near, paragraphs, plain } from './check.js';
import { paragraphsIn, type ReadParagraph } from './read-document.js';
import type { Sample } from './sample.js';

export const HEAD: readonly Check[] = [
  {
    row: 3,
    says: "the lines of an act's head are those of the order, letter for letter, and centred",
    find: (sample) => {
      if (!isAct(sample.kind)) return [];
      const head = paragraphs(sample).filter(({ style }) => style === 'Head');
      const printed = head.map(({ text }) => plain(text));
      const same = JSON.stringify(printed) === JSON.stringify(sample.facts.order.headLines.map(plain));
      return [
        ...(same ? [] : [`the head reads ${printed.join(' / ')}`]),
        ...head.filter(({ align }) => align !== 'center').map(({ text }) => `not centred: ${text}`),
      ];
    },
  },
  {
    row: 4,
    says: 'the kind stands once, bold, centred and in capitals; a letter names none',
    find: (sample) => {
      const kinds = paragraphs(sample).filter(({ style }) => style === 'Kind');
      return [
        ...(kinds.length === (WITH_KIND.test(sample.kind) ? 1 : 0) ? [] : [`${kinds.length} kinds`]),
        ...kinds
          .filter(({ text, bold, align }) => text !== text.toUpperCase() || !bold || align !== 'center')
          .map(({ text }) => `the kind «${text}» is not a kind`),
      ];
    },
  },
  {
    row: 5,
    says: 'date and number stand on one line, blanks of full length before registration',
    find: registrationLine,
  },
  {
    row: 6,
    says: 'a title is one block, begins «О» or «Об» and has no full stop; bold and centred in acts',
    find: titleLooks,
  },
  {
    row: 7,
    says: '«Об» stands before а, и, о, у, э and «О» before everything else',
    find: (sample) =>
      titles(sample)
        .map(({ text }) => plain(text))
        .filter((text) => /^об?\s+\p{L}/iu.test(text) && !/^(?:об\s+[аиоуэ]|о\s+(?![аиоуэ]))/iu.test(text))
        .map((text) => `wrong preposition: ${text.slice(0, 40)}`),
  },
];

const WITH_KIND = /^(?:order-|memo-|notice-|report-item|note-removal|control-card)/u;

function registrationLine(sample: Sample): string[] {
  const { kind, registration, document } = sample;
  const lines = isLetter(kind)
    ? paragraphsIn(corner(sample) ?? NO_TABLE).filter(({ text }) => LETTER_LINE.test(text))
    : paragraphs(sample).filter(({ text }) => ACT_LINE.test(text));
  if (!isAct(kind) && !isLetter(kind) && kind !== 'memo-extension') return [];
  const [line, ...more] = lines;
  if (line === undefined || more.length > 0) return [`${lines.length} registration lines`];

  const edge = document.sheets[0];
  const width = edge === undefined ? 0 : edge.width - edge.margins.left - edge.margins.right;
  const tab = line.tabs[0];
  const atEdge = isLetter(kind) || (tab?.align === 'right' && near(tab.at, width));
  const blanks = registration === null && !/_{13}.*№\u00a0_{8}/u.test(line.text);
  const given = registration !== null && !plain(line.text).endsWith(`№ ${registration.number}`);
  return [
    ...(atEdge ? [] : ['the number does not end at the right edge']),
    ...(blanks ? [`short blanks: ${line.text}`] : []),
    ...(given ? [`another number: ${line.text}`] : []),
  ];
}

const LETTER_LINE = /^(?:\d\d\.\d\d\.\d{4}|_{13}) №/u;
const ACT_LINE = /^(?:\d\d\.\d\d\.\d{4}|_+)\t№/u;
const NO_TABLE = { type: 'table', ruled: false, grid: [], sideMargin: 0, rows: [] } as const;

/** Of acts and of letters; a memo's is a letter's. */
function titles(sample: Sample): readonly ReadParagraph[] {
  if (isAct(sample.kind)) return paragraphs(sample).filter(({ style }) => style === 'ActTitle');
  if (!isLetter(sample.kind) && sample.kind !== 'memo-extension') return [];
  return paragraphs(sample).filter(({ style, text, right }) =>
    /^Об?\s/u.test(text) ? style !== 'Body' : style === 'Line' && right > 0,
  );
}

function titleLooks(sample: Sample): string[] {
  const found = titles(sample);
  const act = isAct(sample.kind);
  const needed = act || isLetter(sample.kind) || sample.kind === 'memo-extension';
  const [sheet] = sample.document.sheets;
  const width = sheet === undefined ? 0 : sheet.width - sheet.margins.left - sheet.margins.right;
  const line = sample.profile === 'gost-2025' ? 80 : 75;
  return [
    ...(found.length === (needed ? 1 : 0) ? [] : [`${found.length} titles`]),
    ...found.flatMap((title) => [
      ...(/^(?:Об?\s|\[)/u.test(title.text) ? [] : [`begins «${title.text.slice(0, 5)}»`]),
      ...(title.text.endsWith('.') ? ['ends with a full stop'] : []),
      ...(title.keepNext ? [] : ['may part from the text']),
      ...(title.text.includes('\u00ad') ? ['is hyphenated'] : []),
      ...(act && (!title.bold || title.align !== 'center') ? ['is not bold and centred'] : []),
      ...(!act && (title.bold || title.align !== 'left') ? ['is not light and at the left'] : []),
      ...(!act && !near(width - title.right, dxa(line)) ? [`is not within ${line} mm`] : []),
    ]),
  ];
}
