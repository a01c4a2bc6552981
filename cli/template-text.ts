/** Faults and gaps of templates for people: place, the line with a caret under it, what to do. Pure. */
import { counted } from '#domain/plural';
import type { TemplateFault, TemplateRendering, TemplatesReport } from './doors.js';
import { paragraph, table } from './table.js';

type Gap = NonNullable<TemplateRendering['made']>['gaps'][number];

export function faultsText({ files, faults }: TemplatesReport, width: number): string[] {
  const many = counted(files.length, 'файл', 'файла', 'файлов');
  if (faults.length === 0) return [`Ошибок нет: ${files.length === 1 ? (files[0] ?? '') : `проверено ${many}`}.`];
  return [
    ...faults.flatMap((fault) => [...faultText(fault, width), '']),
    `Ошибок: ${faults.length}, ${files.length === 1 ? `в файле ${files[0] ?? ''}` : `проверено ${many}`}.`,
  ];
}

/** The label in brackets stands in the document; where it comes from and which line asks for it is said here. */
export function gapsText(gaps: readonly Gap[], width: number): string[] {
  if (gaps.length === 0) return ['Все поля заполнены.'];
  const fields = counted(gaps.length, 'поле', 'поля', 'полей');
  return [
    `Не заполнено: ${fields}, в документе они выделены.`,
    ...table(
      [
        { title: 'Поле', wraps: true, whole: true },
        { title: 'Что это', wraps: true },
        { title: 'Откуда' },
        { title: 'Нужно' },
        { title: 'Шаблон, строка', wraps: true },
      ],
      gaps.map(({ path, label, source, required, template, line }) => [
        path,
        label,
        source,
        required ? 'обязательно' : '',
        `${template}, ${line}`,
      ]),
      width,
    ),
  ];
}

function faultText({ file, line, column, message, cure, source }: TemplateFault, width: number): string[] {
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const shown = source === null ? null : around(source, column, Math.max(20, width - number.length - 3));
  return [
    ...paragraph(`${file}:${line}:${column}: ${message}`, width),
    ...(shown === null ? [] : [`${number} | ${shown.text}`, `${margin} | ${' '.repeat(shown.caret)}^`]),
    ...(cure === null ? [] : paragraph(`Что сделать: ${cure}.`, width, `${margin}   `)),
  ];
}

/** The part of a long line that has the fault in it. @param column from 1 */
function around(source: string, column: number, width: number): { text: string; caret: number } {
  const line = source.replaceAll('\t', ' ');
  const at = Math.min(Math.max(0, column - 1), line.length);
  if (line.length <= width) return { text: line, caret: at };
  const from = Math.max(0, Math.min(at - Math.floor(width / 2), line.length - width));
  const text = line.slice(from, from + width);
  const cutText = `${from > 0 ? '…' : ''}${text.slice(from > 0 ? 1 : 0, from + width < line.length ? -1 : undefined)}`;
  return { text: from + width < line.length ? `${cutText}…` : cutText, caret: at - from };
}
