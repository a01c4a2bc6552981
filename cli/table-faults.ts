/** What is wrong with the rows of a file, for people: row, column, what, what to do. Pure. */
import { counted } from '#domain/plural';
import type { TableReport } from './doors.js';
import { paragraph, table } from './table.js';

const MOST_SHOWN = 50;

export function tableText({ rows, faults, notes }: TableReport, width: number): string[] {
  const said = notes.flatMap((note) => paragraph(note, width));
  if (faults.length === 0) return [`Ошибок нет: ${counted(rows.length, 'строка', 'строки', 'строк')}.`, ...said];
  const more = faults.length - MOST_SHOWN;
  return [
    ...table(
      [
        { title: 'Строка' },
        { title: 'Столбец', wraps: true },
        { title: 'Что не так', wraps: true, whole: true },
        { title: 'Как исправить', wraps: true },
      ],
      faults
        .slice(0, MOST_SHOWN)
        .map(({ row, column, heading, problem, cure }) => [
          row === null ? '–' : String(row),
          [column ?? '', heading === null ? '' : `«${heading}»`].join(' ').trim(),
          problem,
          cure ?? '',
        ]),
      width,
    ),
    ...(more > 0 ? [`И ещё ${counted(more, 'ошибка', 'ошибки', 'ошибок')}: все – с ключом --json.`] : []),
    '',
    `Ошибок: ${String(faults.length)}.`,
    ...said,
  ];
}
