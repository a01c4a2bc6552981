/** What `templates preview` and `render` share: data in, a file out, what is missing said. */
import type { Command } from 'commander';
import type { LocalDate } from '#domain/local-date';
import type { Answer } from './answer.js';
import { dateOption, wordsOption } from './arguments.js';
import type { AskedTemplate, Doors } from './doors.js';
import { DONE, LOOK } from './exit-codes.js';
import { readJsonObject } from './json-file.js';
import { writeOut } from './out-file.js';
import { formOf, inForm, withFormOptions, type FormOptions } from './out-form.js';
import { paragraph } from './table.js';
import { faultsText, gapsText } from './template-text.js';

export interface FileOptions extends FormOptions {
  readonly out: string;
  readonly data?: string;
  readonly date?: LocalDate;
  readonly letterhead?: string;
  readonly force?: boolean;
}

export const FILE_CODES = {
  2: 'неверный вызов: команда, ключ, данные не JSON или файл уже есть',
  3: 'нужно решение человека: в шаблоне ошибки, данные не подходят или не хватает обязательных полей (файл с пробелами записан)',
} as const;

export function withFileOptions(command: Command): Command {
  const named = command.requiredOption(
    '--out <файл>',
    'куда записать: имя на .docx, .pdf или .png',
    wordsOption('--out'),
  );
  return withFormOptions(named)
    .option(
      '--data <файл>',
      'данные JSON по именам полей шаблона, «-» – со входа; без них все поля остаются пустыми',
      wordsOption('--data'),
    )
    .option('--date <дата>', 'день документа; обычно день регистрации из данных или сегодня', dateOption('--date'))
    .option('--letterhead <файл>', 'бланк .docx, на котором написан документ', wordsOption('--letterhead'))
    .option('--force', 'заменить файл, если он уже есть');
}

export async function makeFile(doors: Doors, asked: AskedTemplate, options: FileOptions): Promise<Answer> {
  const { out, date, letterhead } = options;
  const form = formOf(options);
  const data = options.data === undefined ? {} : await readJsonObject(doors, options.data, 'имя поля');
  const rendering = await doors.templates.render(asked, {
    data,
    date: date ?? null,
    letterhead: letterhead ?? null,
  });
  const { made, faults, files } = rendering;
  const width = doors.terminal.columns;
  if (made === null) return { json: { ok: false, files, faults }, text: faultsText(rendering, width), exit: LOOK };
  const { title, sha256, gaps, unused } = made;
  const { bytes, notes } = await inForm(doors, made.bytes, form);
  await writeOut(doors, options, bytes);
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
