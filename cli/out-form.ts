/** `--out` of a document: the ending of the name says whether Word, PDF or a picture of a page is written. */
import type { Command } from 'commander';
import { numberOption, wrong } from './arguments.js';
import type { Doors, PaperForm, Printed } from './doors.js';

export interface FormOptions {
  readonly out?: string;
  readonly page?: number;
}

export type OutForm = { readonly format: 'docx' } | PaperForm;

export function withFormOptions(command: Command): Command {
  const number = numberOption('--page', 1, 9_999);
  return command.option('--page <номер>', 'какую страницу нарисовать в .png; обычно первую', number);
}

/** @throws VekhaError 'usage.invalid' when the name has another ending, or a page is chosen where none is drawn */
export function formOf({ out = '', page }: FormOptions): OutForm {
  const format = /\.([^.\\/]+)$/u.exec(out)?.[1]?.toLowerCase();
  if (format === 'png') return { format, page: page ?? 1 };
  if (page !== undefined) throw wrong('Ключ --page выбирает страницу для картинки: укажите --out с именем на .png.');
  if (format === 'docx' || format === 'pdf') return { format };
  throw wrong(`Ключ --out: «${out}» не подходит, имя файла кончается на .docx, .pdf или .png.`);
}

/** @throws VekhaError as `Doors.print` does */
export async function inForm(doors: Pick<Doors, 'print'>, docx: Uint8Array, form: OutForm): Promise<Printed> {
  return form.format === 'docx' ? { bytes: docx, notes: [] } : doors.print(docx, form);
}
