/** Rows 37, 39 and 40: blanks of a draft, properties and name of the file, its package. */
import { fileName } from '#documents';
import { dotted } from '#domain/local-date';
import { type Check, isAct, plain } from './check.js';
import { paragraphsOf } from './read-document.js';
import type { Sample } from './sample.js';
import { below, value, xmlTree } from './xml-tree.js';

export const FILE: readonly Check[] = [
  {
    row: 37,
    says: 'blanks of a draft are highlighted and listed, and no trace of a template is left',
    find: (sample) => {
      const all = sample.document.sheets.flatMap(paragraphsOf);
      const runs = all.flatMap(({ runs: each }) => each);
      const bracketed = runs.filter(({ text, highlighted }) => /\[[а-яё]/iu.test(text) && !highlighted);
      const shown = new Set(runs.filter(({ highlighted }) => highlighted).map(({ text }) => plain(text)));
      const listed = new Set(sample.gaps.map(({ label }) => `[${label}]`));
      return [
        ...bracketed.map(({ text }) => `not highlighted: ${text}`),
        ...[...shown].filter((label) => !listed.has(label)).map((label) => `not listed: ${label}`),
        ...(sample.gaps.length === 0 || shown.size > 0 || LINE.test(sample.text)
          ? []
          : ['gaps are listed and not shown']),
        ...(/\{\{|undefined|NaN|\[object/u.test(sample.text) ? ['a trace of the template'] : []),
        ...(sample.registration !== null && NUMBERED.test(sample.kind)
          ? runs
              .filter(({ text }) => LINE.test(text) && !BY_HAND.test(text))
              .map(({ text }) => `a blank when registered: ${text}`)
          : []),
      ];
    },
  },
  {
    row: 39,
    says: 'the language is Russian, the properties name title and body, no program is named, the file has its proper name',
    find: (sample) => [...properties(sample), ...name(sample)],
  },
  {
    row: 40,
    says: 'gaps between parts are spacing: no empty paragraph stands in the text',
    find: ({ document }) =>
      below(xmlTree(document.parts.get('word/document.xml') ?? '<none/>'), 'w:body')
        .flatMap(({ children }) => children)
        .filter(({ name: tag }) => tag === 'w:p')
        .filter((paragraph) => below(paragraph, 'w:r').length === 0)
        .filter((paragraph) => value(below(paragraph, 'w:spacing')[0], 'line') !== '20')
        .map(() => 'an empty paragraph'),
  },
];

/** A line to write on: the date or the number of registration. */
const LINE = /_{8}/u;
/** What the controller and the head write with a pen. */
const BY_HAND = /Причина: _|^_{20}$/u;
const NUMBERED = /^(?:order-|letter-|memo-)/u;

function properties({ document, facts, kind }: Sample): string[] {
  const styles = xmlTree(document.parts.get('word/styles.xml') ?? '<none/>');
  const core = document.parts.get('docProps/core.xml') ?? '';
  const app = document.parts.get('docProps/app.xml') ?? '';
  const of = (element: string): string => new RegExp(`<${element}>([^<]*)<`, 'u').exec(core)?.[1] ?? '';
  return [
    ...(below(styles, 'w:lang').some((language) => value(language) === 'ru-RU') ? [] : ['the language is not Russian']),
    ...(of('dc:title') === '' ? ['no title'] : []),
    ...(of('dc:creator').toLowerCase().includes(facts.order.issuer.toLowerCase().slice(0, 8))
      ? []
      : [`author: ${of('dc:creator')}`]),
    ...(/docx|dolanmiu|vekha|веха/iu.test(core + app) ? [`${kind}: the program left its name`] : []),
  ];
}

function name({ kind, facts, registration }: Sample): string[] {
  const { order, roadmap, item } = facts;
  const made = fileName(kind, { actKind: order.kind, code: roadmap.code, no: item.no, version: 2, registration });
  const noun = order.kind.charAt(0).toUpperCase() + order.kind.slice(1);
  if (made.length > 120) return [`${made.length} letters: ${made}`];
  if (registration === null)
    return new RegExp(`п\\.${item.no} версия 2(?: проект)?\\.docx$`, 'u').test(made) ? [] : [made];
  const proper = `${dotted(registration.date)} № ${registration.number.replaceAll('/', '-')}.docx`;
  return made.endsWith(proper) && (!isAct(kind) || made === `${noun} ${proper}`) ? [] : [made];
}
