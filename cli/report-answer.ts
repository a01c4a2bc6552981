/** A report as people get it: rows on the screen, or the same rows in a table file. */
import type { VekhaClient } from '#client';
import { counted } from '#domain/plural';
import type { CellFormat, SheetToWrite } from '#domain/sheet';
import type { Answer } from './answer.js';
import { withClient, type Session } from './command.js';
import { tableFormat, writeSheet } from './out-table.js';
import { paragraph, table, type Column } from './table.js';

export interface ReportOut {
  readonly out?: string;
  readonly force?: true;
}

/** The same rows on the screen and in a table file. */
export interface ReportSheet {
  readonly name: string;
  /** `heading`: in the file, where there is room for the whole word. */
  readonly columns: readonly (Column & {
    readonly format: CellFormat;
    readonly width: number;
    readonly heading?: string;
  })[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface GatheredReport {
  readonly json: Readonly<Record<string, unknown>>;
  readonly head: string;
  readonly sheet: ReportSheet;
  /** How it is counted. */
  readonly note?: string;
}

/** An action of commander. A wrong name of the file is said before anything is read. */
export function reporting<Options extends ReportOut>(
  { doors, answering }: Session,
  gather: (reports: VekhaClient['reports'], of: { code?: string }, options: Options) => Promise<GatheredReport>,
) {
  return answering(async (code: string | undefined, options: Options): Promise<Answer> => {
    const { out, force } = options;
    const format = out === undefined ? null : tableFormat(out);
    const of = code === undefined ? {} : { code };
    const report = await withClient(doors, ({ reports }) => gather(reports, of, options));
    if (out === undefined || format === null) return { json: report.json, text: shown(report, doors.terminal.columns) };
    await writeSheet(doors, { out, force }, format, fileSheet(report.sheet));
    const count = counted(report.sheet.rows.length, 'строка', 'строки', 'строк');
    return { json: { ...report.json, out }, text: [`Записано: ${out}, ${count}.`] };
  });
}

function shown({ head, sheet: { columns, rows }, note }: GatheredReport, width: number): string[] {
  const cells = rows.map((row) => row.map(String));
  return [
    ...paragraph(head, width),
    ...(cells.length === 0 ? [] : ['', ...table(columns, cells, width)]),
    ...(note === undefined ? [] : ['', ...paragraph(note, width)]),
  ];
}

function fileSheet({ name, columns, rows }: ReportSheet): SheetToWrite {
  return {
    name,
    columns: columns.map(({ title, heading = title, format, width }) => ({ title: heading, format, width })),
    rows,
  };
}
