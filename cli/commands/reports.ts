/** `reports`: discipline, what is overdue, what lies ahead for whom; on the screen or as a table file. */
import type { Command } from 'commander';
import type { DisciplineCut, DisciplineLine, DisciplineReport, LoadReport, OverdueLine } from '#client';
import { dotted, type LocalDate } from '#domain/local-date';
import { counted, workingDays } from '#domain/plural';
import type { CellFormat, SheetToWrite } from '#domain/sheet';
import type { Answer } from '../answer.js';
import { choiceOption, dateOption, numberOption, wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { tableFormat, writeSheet } from '../out-table.js';
import { paragraph, table, type Column } from '../table.js';
import { names } from '../wording.js';

export function reportsCommand(session: Session): Command {
  return command(session, {
    name: 'reports',
    about: 'отчёты по запущенным дорожным картам: исполнительская дисциплина, просрочки, предстоящие сроки',
    examples: ['vekha reports overdue', 'vekha reports discipline ЦОС-2024', 'vekha reports load --weeks 8'],
  })
    .addCommand(disciplineCommand(session))
    .addCommand(overdueCommand(session))
    .addCommand(loadCommand(session));
}

interface Out {
  readonly out?: string;
  readonly force?: true;
}

/** What a report is on the screen and in a table file: the same rows, numbers as numbers in the file. */
interface Sheet {
  readonly name: string;
  /** `heading`: in the file, where there is room for the whole word. */
  readonly columns: readonly (Column & {
    readonly format: CellFormat;
    readonly width: number;
    readonly heading?: string;
  })[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const UNKNOWN = { 3: 'такой дорожной карты нет или период задан неверно' };

function withOut(made: Command): Command {
  return made
    .argument('[код]', 'код дорожной карты; без него – все')
    .option('--out <файл>', 'записать в таблицу: имя на .xlsx или .csv', wordsOption('--out'))
    .option('--force', 'заменить файл, если он уже есть');
}

const CUTS: Readonly<Record<string, DisciplineCut>> = { люди: 'person', подразделения: 'unit', карты: 'roadmap' };
const CUT_TITLES: Readonly<Record<DisciplineCut, string>> = {
  person: 'Исполнитель',
  unit: 'Подразделение',
  roadmap: 'Дорожная карта',
};

function disciplineCommand(session: Session): Command {
  return withOut(
    command(session, {
      name: 'discipline',
      about: 'исполнительская дисциплина: какая доля наступивших сроков пунктов исполнена вовремя',
      examples: [
        'vekha reports discipline ЦОС-2024 --from 26.12.2023',
        'vekha reports discipline --by подразделения --out дисциплина.xlsx',
      ],
      codes: UNKNOWN,
    }),
  )
    .option('--from <дата>', 'начало периода; обычно 1 января', dateOption('--from'))
    .option('--to <дата>', 'конец периода; обычно сегодня', dateOption('--to'))
    .option('--by <разрез>', 'люди, подразделения или карты; обычно люди', choiceOption('--by', Object.keys(CUTS)))
    .action(
      session.answering(
        async (code: string | undefined, asked: Out & { from?: LocalDate; to?: LocalDate; by?: string }) => {
          const { from, to, by } = asked;
          const cut = by === undefined ? undefined : CUTS[by];
          const report = await whenWritable(asked, () =>
            withClient(session.doors, ({ reports }) =>
              reports.discipline({
                ...(code === undefined ? {} : { code }),
                ...(from === undefined ? {} : { from }),
                ...(to === undefined ? {} : { to }),
                ...(cut === undefined ? {} : { by: cut }),
              }),
            ),
          );
          const head = `Исполнительская дисциплина с ${dotted(report.from)} по ${dotted(report.to)}; считаются пункты.`;
          return answer(session.doors, asked, disciplineSheet(report), { ...report }, head, [HOW]);
        },
      ),
    );
}

const HOW =
  'Ко – доля сроков, исполненных вовремя, от наступивших. Кв – то же с учётом длительности опоздания: каждый рабочий день ' +
  'уменьшает вес на 5 %, неисполненное весит 0. Перенесённый срок считается по новой дате; «Ко б/п», без переносов – по первой. «Опозд.» – среднее, в рабочих днях. ' +
  'Исполнено – когда сдан отчёт, по которому пункт снят с контроля.';

function disciplineSheet({ by, rows, total }: DisciplineReport): Sheet {
  return {
    name: 'Дисциплина',
    columns: [
      { title: CUT_TITLES[by], wraps: true, format: 'text', width: 40 },
      whole('Поручено'),
      whole('Наступило'),
      whole('В срок'),
      { ...whole('Позже'), heading: 'С опозданием' },
      { ...whole('Не исп.'), heading: 'Не исполнено' },
      { ...text('Опозд.', 22), heading: 'Среднее опоздание, раб. дн.' },
      { ...text('Переносы', 22), heading: 'Переносы: раз / раб. дн.' },
      text('Ко, %', 8),
      text('Кв, %', 8),
      { ...text('Ко б/п', 22), heading: 'Ко без переносов, %' },
    ],
    rows: [...rows, total].map((row) => [
      row.subject,
      row.assigned,
      row.due,
      row.inTime,
      row.late,
      row.undone,
      decimal(row.averageDelay),
      movesWords(row),
      decimal(row.kept),
      decimal(row.weighed),
      decimal(row.keptAsFirstNamed),
    ]),
  };
}

/** «2 / 50»: times, working days. */
function movesWords({ movedTimes, movedDays }: DisciplineLine): string {
  return movedTimes === 0 ? '–' : `${movedTimes} / ${movedDays}`;
}

function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(1).replace('.', ',');
}

function overdueCommand(session: Session): Command {
  return withOut(
    command(session, {
      name: 'overdue',
      about: 'что просрочено: на сколько рабочих дней и у кого дело',
      examples: ['vekha reports overdue', 'vekha reports overdue ЦОС-2024 --out просрочки.xlsx'],
      codes: UNKNOWN,
    }),
  ).action(
    session.answering(async (code: string | undefined, asked: Out) => {
      const rows = await whenWritable(asked, () =>
        withClient(session.doors, ({ reports }) => reports.overdue(code === undefined ? {} : { code })),
      );
      const head = rows.length === 0 ? 'Просроченных нет.' : `Просрочено: ${itemsCounted(rows.length)}.`;
      return answer(session.doors, asked, overdueSheet(rows), { rows }, head);
    }),
  );
}

function overdueSheet(rows: readonly OverdueLine[]): Sheet {
  return {
    name: 'Просрочено',
    columns: [
      { ...text('Пункт', 18), whole: true },
      { ...text('Мероприятие', 60), wraps: true },
      { ...text('Ответственный', 24), wraps: true },
      text('Рабочий срок', 14),
      text('Опоздание', 18),
      { ...text('У кого', 24), wraps: true },
      text('С какого дня', 14),
    ],
    rows: rows.map(({ id, title, responsible, workingDue, daysLate, waitsFor, since }) => [
      id,
      title,
      responsible?.name ?? '–',
      dotted(workingDue),
      workingDays(daysLate, 'nom'),
      names(waitsFor),
      since === null ? '–' : dotted(since),
    ]),
  };
}

const MOST_WEEKS = 53;

function loadCommand(session: Session): Command {
  return withOut(
    command(session, {
      name: 'load',
      about: 'кому что предстоит: сроки пунктов по неделям и документы, которые ждут сейчас',
      examples: ['vekha reports load', 'vekha reports load ЦОС-2024 --weeks 8'],
      codes: UNKNOWN,
    }),
  )
    .option('--weeks <число>', 'на сколько недель вперёд, с текущей', numberOption('--weeks', 1, MOST_WEEKS), 4)
    .action(
      session.answering(async (code: string | undefined, asked: Out & { weeks: number }) => {
        const { weeks } = asked;
        const report = await whenWritable(asked, () =>
          withClient(session.doors, ({ reports }) => reports.load({ weeks, ...(code === undefined ? {} : { code }) })),
        );
        const last = report.weeks.at(-1);
        const head =
          report.rows.length === 0
            ? 'Ничего не предстоит: ни сроков, ни документов.'
            : `Сроки и документы по людям${last === undefined ? '' : ` до ${dotted(last.to)}`}.`;
        return answer(session.doors, asked, loadSheet(report), { ...report }, head);
      }),
    );
}

function loadSheet({ weeks, rows }: LoadReport): Sheet {
  return {
    name: 'Нагрузка',
    columns: [
      { ...text('Кто', 26), wraps: true },
      { ...text('Просрочено', 20), wraps: true },
      { ...text('Документы ждут', 14) },
      ...weeks.map(({ from, to }) => ({
        ...text(`${dotted(from).slice(0, 5)}–${dotted(to).slice(0, 5)}`, 18),
        wraps: true,
      })),
    ],
    rows: rows.map(({ person, overdue, weeks: due, documents }) => [
      person.name,
      overdue.join(', '),
      documents.length === 0 ? '' : String(documents.length),
      ...due.map((ids) => ids.join(', ')),
    ]),
  };
}

/** A wrong name of the file is said before anything is read. */
async function whenWritable<Report>({ out }: Out, gather: () => Promise<Report>): Promise<Report> {
  if (out !== undefined) tableFormat(out);
  return gather();
}

async function answer(
  doors: Doors,
  { out, force }: Out,
  sheet: Sheet,
  json: Readonly<Record<string, unknown>>,
  head: string,
  notes: readonly string[] = [],
): Promise<Answer> {
  if (out !== undefined) {
    await writeSheet(doors, { out, force }, tableFormat(out), fileSheet(sheet));
    const count = counted(sheet.rows.length, 'строка', 'строки', 'строк');
    return { json: { ...json, out }, text: [`Записано: ${out}, ${count}.`] };
  }
  const width = doors.terminal.columns;
  const shown = sheet.rows.map((row) => row.map((cell) => String(cell ?? '')));
  return {
    json,
    text: [
      ...paragraph(head, width),
      ...(shown.length === 0 ? [] : ['', ...table(sheet.columns, shown, width)]),
      ...notes.flatMap((note) => ['', ...paragraph(note, width)]),
    ],
  };
}

function fileSheet({ name, columns, rows }: Sheet): SheetToWrite {
  return {
    name,
    columns: columns.map(({ title, heading = title, format, width }) => ({ title: heading, format, width })),
    rows,
  };
}

function text(title: string, width: number) {
  return { title, format: 'text' as const, width };
}

function whole(title: string) {
  return { title, format: 'whole' as const, width: 12 };
}

function itemsCounted(count: number): string {
  return counted(count, 'пункт', 'пункта', 'пунктов');
}
