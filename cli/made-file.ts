/** What `templates preview` and `render` share: data in, a file out, what is missing said. */
import type { Command } from 'commander';
import type { LocalDate } from '#domain/local-date';
import type { Answer } from './answer.js';
import { dateOption, numberOption, wordsOption, wrong } from './arguments.js';
import type { AskedTemplate, Doors, RenderOptions } from './doors.js';
import { DONE, LOOK } from './exit-codes.js';
import { readJsonObject } from './json-file.js';
import { paragraph } from './table.js';
import { faultsText, gapsText } from './template-text.js';

export interface FileOptions {
  readonly out: string;
  readonly data?: string;
  readonly date?: LocalDate;
  readonly letterhead?: string;
  readonly force?: boolean;
  readonly page?: number;
}

export const FILE_CODES = {
  2: 'неверный вызов: команда, ключ, данные не JSON или файл уже есть',
  3: 'нужно решение человека: в шаблоне ошибки, данные не подходят или не хватает обязательных полей (файл с пробелами записан)',
} as const;

export function withFileOptions(command: Command): Command {
  return command
    .requiredOption('--out <файл>', 'куда записать: имя на .docx, .pdf или .png', wordsOption('--out'))
    .option(
      '--data <файл>',
      'данные JSON по именам полей шаблона, «-» – со входа; без них все поля остаются пустыми',
      wordsOption('--data'),
    )
    .option('--date <дата>', 'день документа; обычно день регистрации из данных или сегодня', dateOption('--date'))
    .option('--letterhead <файл>', 'бланк .docx, на котором написан документ', wordsOption('--letterhead'))
    .option('--page <номер>', 'какую страницу нарисовать в .png; обычно первую', numberOption('--page', 1, 9_999))
    .option('--force', 'заменить файл, если он уже есть');
}

export async function makeFile(doors: Doors, asked: AskedTemplate, options: FileOptions): Promise<Answer> {
  const { out, date, letterhead, force, page } = options;
  const format = formatOf(out);
  if (page !== undefined && format !== 'png') throw wrong('Ключ --page: он нужен только для имени на .png.');
  const data = options.data === undefined ? {} : await readJsonObject(doors, options.data, 'имя поля');
  const rendering = await doors.templates.render(asked, {
    data,
    date: date ?? null,
    letterhead: letterhead ?? null,
    format,
    page: page ?? 1,
  });
  const { made, faults, files } = rendering;
  const width = doors.terminal.columns;
  if (made === null) return { json: { ok: false, files, faults }, text: faultsText(rendering, width), exit: LOOK };
  await (force === true ? doors.writeFile(out, made.bytes) : doors.createFile(out, made.bytes));
  const { bytes, title, sha256, gaps, unused, notes } = made;
  const complete = !gaps.some(({ required }) => required);
  return {
    json: { ok: complete, out, bytes: bytes.length, sha256, title, gaps, unused, notes },
    text: [
      ...paragraph(title === '' ? `Записан ${out}` : `${title}: записан ${out}`, width),
      ...notes.flatMap((note) => paragraph(note, width)),
      ...gapsText(gaps, width),
      ...(unused.length === 0
        ? []
        : paragraph(`Лишние имена в данных, шаблон о них не спрашивает: ${unused.join(', ')}.`, width)),
    ],
    exit: complete ? DONE : LOOK,
  };
}

const FORMATS = ['docx', 'pdf', 'png'] as const;

function formatOf(out: string): RenderOptions['format'] {
  const ending = /\.([^.\\/]+)$/u.exec(out)?.[1]?.toLowerCase();
  const found = FORMATS.find((format) => format === ending);
  if (found !== undefined) return found;
  throw wrong(`Ключ --out: «${out}» не подходит, имя файла кончается на .docx, .pdf или .png.`);
}
