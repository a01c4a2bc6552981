/** A table file named by `--out`: .xlsx or .csv, said by the ending of the name. */
import type { SheetToWrite } from '#domain/sheet';
import { wrong } from './arguments.js';
import type { Doors, TableFormat } from './doors.js';
import { writeOut } from './out-file.js';

/** Asked before anything is gathered. @throws VekhaError 'usage.invalid' */
export function tableFormat(out: string): TableFormat {
  const format = /\.(xlsx|csv)$/iu.exec(out)?.[1]?.toLowerCase();
  if (format === 'xlsx' || format === 'csv') return format;
  throw wrong(`Ключ --out: «${out}» не подходит, имя файла кончается на .xlsx или .csv.`);
}

/** @throws VekhaError 'usage.invalid' when the file is there and `force` was not given */
export async function writeSheet(
  doors: Doors,
  { out, force }: { readonly out: string; readonly force?: boolean | undefined },
  format: TableFormat,
  sheet: SheetToWrite,
): Promise<void> {
  const bytes = (await doors.tables()).file(sheet, format);
  await writeOut(doors, { out, ...(force === undefined ? {} : { force }) }, bytes);
}
