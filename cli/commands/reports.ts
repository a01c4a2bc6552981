/** `reports`: discipline, what is overdue, what lies ahead for whom; on the screen or as a table file. */
import type { Command } from 'commander';
import type { DisciplineCut, DisciplineLine, DisciplineReport, LoadReport, OverdueLine } from '#client';
import { SCALE_DAYS } from '#domain/discipline';
import { dotted, type LocalDate } from '#domain/local-date';
import { tenths } from '#domain/number-words';
import { counted, workingDays } from '#domain/plural';
import { choiceOption, dateOption, numberOption, wordsOption } from '../arguments.js';
import { command, type Session } from '../command.js';
import { reporting, type ReportOut, type ReportSheet } from '../report-answer.js';
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
      reporting<ReportOut & { from?: LocalDate; to?: LocalDate; by?: string }>(
        session,
        async (reports, of, { from, to, by }) => {
          const cut = by === undefined ? undefined : CUTS[by];
          const report = await reports.discipline({
            ...of,
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
            ...(cut === undefined ? {} : { by: cut }),
          });
          const head = `Исполнительская дисциплина с ${dotted(report.from)} по ${dotted(report.to)}; считаются пункты.`;
          return { json: { ...report }, head, sheet: disciplineSheet(report), note: HOW };
        },
      ),
    );
}

const HOW =
  'Ко – доля сроков, исполненных вовремя, от наступивших. Кв – то же с учётом длительности опоздания: каждый рабочий день ' +
  `уменьшает вес на ${100 / SCALE_DAYS} %, неисполненное весит 0. Перенесённый срок считается по новой дате; «Ко б/п», без ` +
  'переносов – по первой. «Опозд.» – среднее, в рабочих днях. ' +
  'Исполнено – когда сдан отчёт, по которому пункт снят с контроля.';

function disciplineSheet({ by, rows, total }: DisciplineReport): ReportSheet {
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
  return value === null ? '–' : tenths(value);
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
    reporting(session, async (reports, of) => {
      const rows = await reports.overdue(of);
      const items = counted(rows.length, 'пункт', 'пункта', 'пунктов');
      const head = rows.length === 0 ? 'Просроченных нет.' : `Просрочено: ${items}.`;
      return { json: { rows }, head, sheet: overdueSheet(rows) };
    }),
  );
}

function overdueSheet(rows: readonly OverdueLine[]): ReportSheet {
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
      reporting<ReportOut & { weeks: number }>(session, async (reports, of, { weeks }) => {
        const report = await reports.load({ ...of, weeks });
        const last = report.weeks.at(-1);
        const head =
          report.rows.length === 0
            ? 'Ничего не предстоит: ни сроков, ни документов.'
            : `Сроки и документы по людям${last === undefined ? '' : ` до ${dotted(last.to)}`}.`;
        return { json: { ...report }, head, sheet: loadSheet(report) };
      }),
    );
}

function loadSheet({ weeks, rows }: LoadReport): ReportSheet {
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

function text(title: string, width: number) {
  return { title, format: 'text' as const, width };
}

function whole(title: string) {
  return { title, format: 'whole' as const, width: 12 };
}
