/** An order field by field in a terminal: what stands in the file beside what was understood. Pure. */
import type { ExplainedField, ExplainedOrder } from '#client';
import { problemsText } from './order-text.js';
import { paragraph, table } from './table.js';

export function explainText({ parts, problems }: ExplainedOrder, width: number): string[] {
  return [
    ...parts.flatMap(({ title, fields }) => [
      title,
      '',
      ...table(
        [
          { title: 'Поле' },
          { title: 'В файле', wraps: true },
          { title: 'Понято', wraps: true },
          { title: 'Где', wraps: true },
        ],
        fields.map((field) => [field.label, field.printed, understood(field), places(field)]),
        width,
      ),
      ...fields.flatMap(({ explanation }) =>
        explanation === null ? [] : ['', ...paragraph(explanation, width, '  ')],
      ),
      '',
    ]),
    ...problemsText(problems, width),
  ];
}

/** In place of where it stands in the file. */
const TOLD = 'указано при загрузке';

/** What was taken as it stands is not told twice. */
function understood({ printed, understood }: ExplainedField): string {
  if (understood === '') return '–';
  return printed === understood ? 'так же' : understood;
}

function places({ passages, told }: ExplainedField): string {
  if (told) return TOLD;
  return [...new Set(passages.map(({ where }) => where))].join('; ');
}
