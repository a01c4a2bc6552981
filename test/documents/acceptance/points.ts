/** Rows 8–11, 19 and 20: preamble, points, what is cited, control. */
import { declineBody, declineName, declinePhrase, declinePostOf } from '#domain/declension';
import { dotted } from '#domain/local-date';
import { inWords } from '#domain/russian-date';
import { shortBodyGenitive, controllerOf, signatoryOf } from '../../../documents/fields/common.js';
import { type Check, corner, dxa, isAct, near, paragraphs, plain } from './check.js';
import { paragraphsIn } from './read-document.js';
import type { Sample } from './sample.js';
import { first, value, xmlTree, below } from './xml-tree.js';

export const POINTS: readonly Check[] = [
  {
    row: 8,
    says: 'a preamble ends in a colon and commands only where the order itself does',
    find: (sample) => {
      if (!isAct(sample.kind)) return [];
      const preamble = paragraphs(sample).find(({ style }) => style === 'Body');
      const text = plain(preamble?.text ?? '');
      const commands = COMMAND.test(sample.facts.order.preamble ?? '');
      return [
        ...(text.endsWith(':') && preamble?.numbering === null ? [] : [`ends «${text.slice(-10)}»`]),
        ...(COMMAND.test(text) === commands ? [] : [commands ? 'does not command' : 'commands']),
      ];
    },
  },
  { row: 9, says: 'points are numbered by Word, «1.» and «1.1.», with equal indents and no gap', find: numbered },
  {
    row: 10,
    says: 'an act is cited at its first mention with kind, body, date and number',
    find: (sample) => {
      if (!CITING.test(sample.kind)) return [];
      const { order } = sample.facts;
      const first = wholeText(sample).find((text) => text.includes(`№ ${order.number}`)) ?? '';
      const bodies = [declineBody(order.issuer, 'genitive'), shortBodyGenitive(order.issuer)].map((name) =>
        name.toLowerCase(),
      );
      const kinds = CASES.map((each) => declinePhrase(order.kind, each));
      return [
        ...(kinds.some((kind) => first.includes(kind)) ? [] : ['the kind is not named']),
        ...(bodies.some((body) => first.toLowerCase().includes(body)) ? [] : ['the body is not named']),
        ...([dotted(order.date), plain(inWords(order.date))].some((date) => first.includes(`от ${date} № `))
          ? []
          : ['the date is not named']),
      ];
    },
  },
  {
    row: 11,
    says: 'the basis is the point that is being executed',
    find: (sample) => {
      if (!CITING.test(sample.kind)) return [];
      const { no } = sample.facts.item;
      const text = wholeText(sample).join('\n');
      const cited = [...text.matchAll(/[Пп]ункт(?:а|е|у|ом)?\s(\d+(?:\.\d+)*)/gu)].map(([, found]) => found);
      return [
        ...(cited.includes(no) ? [] : [`point ${no} is not named`]),
        ...cited.filter((found) => found !== no).map((found) => `point ${found} is named`),
      ];
    },
  },
  {
    row: 19,
    says: '«На № … от …» stands in an answer and nowhere else',
    find: (sample) => {
      const lines = paragraphsIn(corner(sample) ?? { type: 'table', ruled: false, grid: [], sideMargin: 0, rows: [] })
        .map(({ text }) => plain(text))
        .filter((text) => text.startsWith('На №'));
      const schedule = sample.facts.values['график'] as { номер: string; дата: string } | undefined;
      const answers = sample.kind === 'letter-equipment' && schedule !== undefined;
      const expected = answers ? [`На № ${schedule.номер} от ${dotted(schedule.дата as never)}`] : [];
      return JSON.stringify(lines) === JSON.stringify(expected) ? [] : [`«${lines.join('; ')}»`];
    },
  },
  {
    row: 20,
    says: 'control is the last point: the controller in the accusative, or «оставляю за собой»',
    find: (sample) => {
      if (!isAct(sample.kind)) return [];
      const last = paragraphs(sample)
        .filter(({ numbering }) => numbering !== null)
        .at(-1);
      const text = plain(last?.text ?? '');
      const controller = controllerOf(sample.facts);
      if (controller === null) return text.startsWith('Контроль за исполнением настоящего') ? [] : [text];
      const [post, named] = [declinePostOf(controller, 'accusative'), declineName(controller, 'accusative', 'short')];
      const charged = text.includes(`возложить на ${post}`) && text.endsWith(plain(named));
      const own = text.endsWith('оставляю за собой.');
      const signs = signatoryOf(sample.facts)?.surname === controller.surname;
      const ownAllowed = signs || sample.kind === 'order-appointment';
      return [
        ...(text.startsWith('Контроль за исполнением настоящего ') ? [] : [`the last point is «${text.slice(0, 40)}»`]),
        ...((own && ownAllowed) || charged ? [] : [`reads «${text}», not «${post} ${named}»`]),
      ];
    },
  },
];

const COMMAND = /приказываю|постановляет|постановляю|распоряжаюсь|обязываю/iu;
const CITING = /^(?:order-|letter-|memo|notice|report-item|note|control-card|register-)/u;
const CASES = ['nominative', 'genitive', 'accusative', 'instrumental'] as const;

function wholeText({ text }: Sample): readonly string[] {
  return text.split('\n').map(plain);
}

function numbered(sample: Sample): string[] {
  const points = paragraphs(sample).filter(({ numbering }) => numbering !== null);
  const typed = paragraphs(sample).filter(({ style, text }) => style === 'Body' && /^\d+(?:\.\d+)*[.)]\s/u.test(text));
  const levels = points.map(({ numbering }) => numbering?.level ?? 0);
  const leaps = levels.filter((level, i) => level > (i === 0 ? 0 : (levels[i - 1] ?? 0) + 1));
  return [
    ...(isAct(sample.kind) && points.length < 2 ? [`${points.length} points`] : []),
    ...typed.map(({ text }) => `the number is typed: ${text.slice(0, 20)}`),
    ...leaps.map((level) => `level ${level} without the one above it`),
    ...(new Set(points.map(({ numbering }) => numbering?.id)).size <= 1 ? [] : ['two numberings']),
    ...(points.length === 0 ? [] : formats(sample, points[0]?.numbering?.id ?? '')),
  ];
}

function formats({ document }: Sample, id: string): string[] {
  const root = xmlTree(document.parts.get('word/numbering.xml') ?? '<none/>');
  const number = below(root, 'w:num').find((each) => value(each, 'numId') === id);
  const abstract = below(root, 'w:abstractNum').find(
    (each) => value(each, 'abstractNumId') === value(first(number, 'w:abstractNumId')),
  );
  const levels = abstract === undefined ? [] : below(abstract, 'w:lvl').slice(0, 2);
  return levels.flatMap((level, at) => [
    ...(value(first(level, 'w:lvlText')) === (at === 0 ? '%1.' : '%1.%2.') ? [] : [`level ${at} has another format`]),
    ...(near(Number(value(first(level, 'w:pPr', 'w:ind'), 'firstLine')), dxa(12.5))
      ? []
      : [`level ${at} has another indent`]),
  ]);
}
