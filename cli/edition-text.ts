/** A new edition for people: item by item what was and what will be, what is asked; and what came of it. Pure. */
import type { EditionCard, EditionChange, EditionLine, EditionOutcome } from '#client';
import { actCited } from '#domain/edition/amending-act';
import { capitalFirst } from '#domain/typography';
import type { Answer } from './answer.js';
import { problemsText } from './order-text.js';
import { paragraph } from './table.js';
import { bulleted } from './wording.js';

const HEADINGS: Readonly<Record<EditionChange['change'], string>> = {
  amended: 'изменён',
  added: 'новый',
  withdrawn: 'исключён: контроль прекращается без исполнения',
  over: 'остаётся как есть: он уже не ведётся',
};

export function editionText(card: EditionCard, width: number): string[] {
  const { act, unchanged, changes, questions, problems } = card;
  return [
    ...paragraph(`Новая редакция: ${actCited(act)}.`, width),
    ...paragraph(
      changes.length === 0
        ? 'Пункты остаются как есть: применять нечего.'
        : `Пунктов с изменениями: ${changes.length}, без изменений: ${unchanged}.`,
      width,
    ),
    ...changes.flatMap((change) => ['', ...changeText(change, width)]),
    ...(problems.length === 0 ? [] : ['', ...problemsText(problems, width)]),
    ...(questions.length === 0
      ? []
      : [
          '',
          'Прежде чем применить, ответьте:',
          ...questions.flatMap((asked) => paragraph(asked, width, '  • ', '    ')),
        ]),
  ];
}

export function outcomeText(outcome: EditionOutcome, width: number): Answer {
  const { code, act, added, amended, withdrawn, over } = outcome;
  const told = [
    ['Изменены', amended],
    ['Добавлены', added],
    ['Исключены', withdrawn],
    ['Тем временем сняты с контроля и остались как есть', over],
  ] as const;
  return {
    json: outcome,
    text: [
      ...paragraph(`${capitalFirst(actCited(act))}: новая редакция дорожной карты ${code} применена.`, width),
      ...told.flatMap(([what, items]) =>
        items.length === 0 ? [] : paragraph(`${what} пункты: ${items.join(', ')}.`, width),
      ),
    ],
    next: `status ${code}`,
  };
}

function changeText({ no, printedNo, title, change, lines, explanation, documents }: EditionChange, width: number) {
  const number = printedNo === null || printedNo === no ? no : `${no} (в новой редакции ${printedNo})`;
  return [
    ...paragraph(`Пункт ${number} «${title}» – ${HEADINGS[change]}`, width, '', '  '),
    ...lines.flatMap((line) => paragraph(lineText(line), width, '  ', '    ')),
    ...(explanation === null || explanation === '' ? [] : paragraph(explanation, width, '  ', '    ')),
    ...(documents.length === 0
      ? []
      : paragraph(`Проекты в работе, сверьте их: ${bulleted(documents).replaceAll('\n', ' ')}`, width, '  ', '    ')),
  ];
}

function lineText({ label, was, now }: EditionLine): string {
  if (was === null) return `${label}: ${quoted(now)}`;
  return `${label}: ${quoted(now)} вместо ${quoted(was)}`;
}

function quoted(words: string | null): string {
  return words === null ? '–' : `«${words}»`;
}
