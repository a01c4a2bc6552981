/** An order as it was understood, for people: its head, the items with their days, where the days come from, the problems. Pure. */
import { capitalFirst } from '#domain/typography';
import type { CheckedItem, CheckedOrder } from '#client';
import { dotted } from '#domain/local-date';
import { namedPostTold } from '#domain/named-post';
import type { Problem } from '#domain/order';
import { gravestFirst, SEVERITY_LABELS } from '#domain/problems';
import { counted } from '#domain/plural';
import { paragraph, table, values } from './table.js';
import { bulleted, deadlineWords } from './wording.js';

export function orderText({ order, items, problems }: CheckedOrder, width: number): string[] {
  return [
    ...paragraph(`${capitalFirst(order.kind)} от ${dotted(order.date)} № ${order.number}`, width),
    ...values(
      [
        ['Название', order.title],
        ['Орган', order.issuer],
        ['Контроль', order.controller === null ? 'не назначен' : namedPostTold(order.controller)],
        ['Подписал', namedPostTold(order.signatory)],
      ],
      width,
    ),
    '',
    ...itemsTable(items, width),
    ...explanations(items, width),
    '',
    ...problemsText(problems, width),
  ];
}

function itemsTable(items: readonly CheckedItem[], width: number): string[] {
  return table(
    [
      { title: '№' },
      { title: 'Мероприятие', wraps: true },
      { title: 'Отвечает', wraps: true },
      { title: 'Результаты', wraps: true },
      { title: 'Рабочий срок' },
    ],
    items.map(({ no, title, responsible, results, deadline }) => [
      no,
      title,
      bulleted(responsible),
      bulleted(results.map(({ text }) => text)),
      deadlineWords(deadline.kind, deadline.workingDue),
    ]),
    width,
  );
}

function explanations(items: readonly CheckedItem[], width: number): string[] {
  const told = items.filter(({ deadline }) => deadline.explanation !== '');
  if (told.length === 0) return [];
  return [
    '',
    'Откуда сроки:',
    ...told.flatMap(({ no, deadline }) => paragraph(`${no}. ${deadline.explanation}`, width, '  ', '   ')),
  ];
}

export function problemsText(problems: readonly Problem[], width: number): string[] {
  if (problems.length === 0) return ['Замечаний нет.'];
  return [
    `${capitalFirst(counted(problems.length, 'замечание', 'замечания', 'замечаний'))}:`,
    ...gravestFirst(problems).flatMap(({ severity, where, message, fix }) =>
      paragraph(
        `[${SEVERITY_LABELS[severity]}] ${where}: ${message}${fix === undefined ? '' : ` Что делать: ${fix}.`}`,
        width,
        '  ',
        '  ',
      ),
    ),
  ];
}
