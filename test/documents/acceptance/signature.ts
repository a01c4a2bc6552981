/** Rows 21–24: signature, mark of an electronic signature, executor. */
import { type Check, isAct, isLetter, near, paragraphs, plain, signatures } from './check.js';

export const SIGNATURE: readonly Check[] = [
  {
    row: 21,
    says: 'a post wraps in its own column and the name ends at the right edge on its last line',
    find: (sample) => {
      const found = signatures(sample);
      const [sheet] = sample.document.sheets;
      const width = sheet === undefined ? 0 : sheet.width - sheet.margins.left - sheet.margins.right;
      return [
        ...(found.length > 0 || UNSIGNED.test(sample.kind) ? [] : ['no signature']),
        ...found.flatMap(({ grid, rows }) => [
          ...(near(
            grid.reduce((a, b) => a + b, 0),
            width,
          )
            ? []
            : ['the signature is not as wide as the text']),
          ...(near(grid[0] ?? 0, Math.round(width * 0.6)) ? [] : ['the column of the post is not 0,6 of the text']),
          ...rows
            .filter(({ cells }) => cells.length === 2)
            .filter(
              ({ cells: [, name] }) => name?.bottom !== true || name.paragraphs.some(({ align }) => align !== 'right'),
            )
            .map(({ cells }) => `${plain(cells[1]?.text ?? '')} is not at the right edge below`),
        ]),
      ];
    },
  },
  {
    row: 22,
    says: 'the text above a signature keeps with it, and its own rows are not cut',
    find: (sample) =>
      sample.document.sheets.flatMap(({ blocks }) =>
        blocks.flatMap((block, at) => {
          if (block.type !== 'table' || block.ruled || block.grid.length !== 2) return [];
          const above = blocks[at - 1];
          const kept = above?.type !== 'paragraph' || above.keepNext;
          return [
            ...(kept ? [] : [`parts from «${above.text.slice(0, 30)}»`]),
            ...(block.rows.every(({ whole }) => whole) ? [] : ['a row of the signature is cut by a page']),
          ];
        }),
      ),
  },
  {
    row: 23,
    says: 'the mark of an electronic signature stands only with a file of signature, and whole',
    find: (sample) => {
      const given = sample.facts.process?.signature !== undefined && (isAct(sample.kind) || isLetter(sample.kind));
      const has = MARK.map((line) => line.test(plain(sample.text)));
      return has.every((each) => each === given) ? [] : [`${has.filter(Boolean).length} lines of the mark`];
    },
  },
  {
    row: 24,
    says: 'the executor stands at the foot of the last sheet: full name, telephone or a highlighted gap',
    find: (sample) => {
      const foot = sample.document.sheets.map(({ blocks }) =>
        blocks.filter((block) => block.type === 'paragraph' && block.atFoot),
      );
      const lines = paragraphs(sample).filter(({ atFoot }) => atFoot);
      if (!isLetter(sample.kind) && sample.kind !== 'form-monitoring')
        return lines.map(({ text }) => `at the foot: ${text}`);
      const { responsible } = sample.facts.people;
      const name = [responsible?.surname, responsible?.name, responsible?.patronymic].join(' ');
      const texts = lines.map(({ text }) => plain(text));
      const phone = responsible?.phone ?? (sample.registration === null ? '[' : null);
      return [
        ...(foot.slice(1).flat().length === 0 ? [] : ['stands on the appendix']),
        ...(texts[0] === name ? [] : [`«${texts[0] ?? ''}», not «${name}»`]),
        ...(phone === null || texts[1]?.startsWith(phone) === true ? [] : [`«${texts[1] ?? ''}», not «${phone}»`]),
      ];
    },
  },
];

const UNSIGNED = /^(?:approval-sheet|control-card|summary|report-discipline)$/u;
const MARK = [
  /ДОКУМЕНТ ПОДПИСАН/u,
  /ЭЛЕКТРОННОЙ ПОДПИСЬЮ/u,
  /Сертификат \S/u,
  /Владелец \p{Lu}/u,
  /Действителен с \d\d\.\d\d\.\d{4} по \d\d\.\d\d\.\d{4}/u,
];
