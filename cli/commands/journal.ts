/** `journal`: what was done, by whom and when; as a file; and whether the record is whole. */
import type { Command } from 'commander';
import type { JournalCheck, JournalLine } from '#client';
import type { Zone } from '#domain/body-time';
import { counted } from '#domain/plural';
import type { SheetToWrite } from '#domain/sheet';
import type { Answer } from '../answer.js';
import { numberOption, wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import { DONE, LOOK } from '../exit-codes.js';
import { actWords } from '../journal-words.js';
import { tableFormat, writeSheet } from '../out-table.js';
import { paragraph, table, values } from '../table.js';
import { moment } from '../wording.js';

export function journalCommand(session: Session): Command {
  return command(session, {
    name: 'journal',
    about: 'журнал: запись всего сделанного, в которой нельзя ничего изменить незаметно',
    examples: [
      'vekha journal show ЦОС-2024',
      'vekha journal export ЦОС-2024 --out журнал.xlsx',
      'vekha journal verify',
    ],
  })
    .addCommand(showCommand(session))
    .addCommand(exportCommand(session))
    .addCommand(verifyCommand(session));
}

const LAST = 50;

function showCommand(session: Session): Command {
  return command(session, {
    name: 'show',
    about: `показать последние записи: что сделано, кем и когда; обычно ${LAST}`,
    examples: ['vekha journal show', 'vekha journal show ЦОС-2024/5', 'vekha journal show ЦОС-2024 --last 200'],
    codes: { 3: 'такой дорожной карты или пункта нет' },
  })
    .argument('[о чём]', 'код дорожной карты или пункт; без него – обо всём')
    .option('--last <число>', 'сколько последних записей', numberOption('--last', 1, 100_000), LAST)
    .action(
      session.answering(async (about: string | undefined, { last }: { last: number }) => {
        const { doors } = session;
        const rows = await withClient(doors, ({ journal }) =>
          journal.rows({ last, ...(about === undefined ? {} : { about }) }),
        );
        const text = rows.length === 0 ? ['Записей нет.'] : rowsTable(rows, doors.terminal.columns, doors.zone);
        return { json: { rows }, text };
      }),
    );
}

function exportCommand(session: Session): Command {
  return command(session, {
    name: 'export',
    about: 'записать журнал дорожной карты или пункта в таблицу: .xlsx или .csv',
    examples: ['vekha journal export ЦОС-2024 --out журнал.xlsx', 'vekha journal export ЦОС-2024/5 --out журнал.csv'],
    codes: { 3: 'такой дорожной карты или пункта нет' },
  })
    .argument('<о чём>', 'код дорожной карты или пункт')
    .requiredOption('--out <файл>', 'куда записать: имя на .xlsx или .csv', wordsOption('--out'))
    .option('--force', 'заменить файл, если он уже есть')
    .action(
      session.answering(async (about: string, { out, force }: { out: string; force?: true }): Promise<Answer> => {
        const { doors } = session;
        const format = tableFormat(out);
        const rows = await withClient(doors, ({ journal }) => journal.rows({ about }));
        await writeSheet(doors, { out, force }, format, sheetOf(about, rows, doors.zone));
        const count = counted(rows.length, 'запись', 'записи', 'записей');
        return { json: { out, rows: rows.length }, text: [`Записано: ${out}, ${count}.`] };
      }),
    );
}

function rowsTable(rows: readonly JournalLine[], width: number, zone: Zone): string[] {
  return table(
    [
      { title: '№' },
      { title: 'Когда' },
      { title: 'Что', wraps: true },
      { title: 'О чём', wraps: true, whole: true },
      { title: 'Кто', wraps: true },
      { title: 'Слова', wraps: true },
    ],
    rows.map(({ id, at, act, by, subject, words }) => [
      String(id),
      moment(at, zone),
      actWords(act),
      subject ?? '–',
      by ?? 'программа',
      words ?? '',
    ]),
    width,
  );
}

/** Every row with its print: whoever keeps the file can tell later whether the journal still says the same. */
function sheetOf(about: string, rows: readonly JournalLine[], zone: Zone): SheetToWrite {
  const text = (title: string, width: number) => ({ title, format: 'text' as const, width });
  return {
    name: `Журнал ${about.replaceAll('/', ' ')}`.slice(0, 31),
    columns: [
      { title: '№', format: 'whole', width: 8 },
      text('Когда', 22),
      text('Что', 30),
      text('О чём', 34),
      text('Кто', 22),
      text('Слова', 60),
      text('Подробности', 60),
      text('Отпечаток', 66),
    ],
    rows: rows.map(({ id, at, act, by, subject, words, facts, hash }) => [
      id,
      moment(at, zone),
      actWords(act),
      subject,
      by ?? 'программа',
      words,
      JSON.stringify(facts),
      hash,
    ]),
  };
}

function verifyCommand(session: Session): Command {
  return command(session, {
    name: 'verify',
    about: 'проверить весь журнал: не изменена ли, не удалена ли и не вставлена ли запись',
    examples: ['vekha journal verify', 'vekha journal verify --json'],
    codes: { 0: 'журнал цел', 3: 'журнал нарушен: названа первая неверная запись' },
  }).action(
    session.answering(async () => {
      const { doors } = session;
      const check = await withClient(doors, (client) => client.journal.verify());
      return answerOf(check, doors.terminal.columns);
    }),
  );
}

/** The last print is worth writing down elsewhere: it covers every row before it. */
function answerOf(check: JournalCheck, width: number): Answer {
  if (check.ok) {
    const rows = counted(check.rows, 'запись', 'записи', 'записей');
    return {
      json: check,
      text: [`Журнал цел: ${rows}.`, ...values([['Отпечаток последней', check.lastHash]], width)],
      exit: DONE,
    };
  }
  const words = `Журнал нарушен, начиная с записи ${check.firstBroken}. ${check.reason}`;
  const advice = 'Сохраните копию базы как есть и сообщите администратору: правка журнала скроет след.';
  return { json: check, text: [...paragraph(words, width), ...paragraph(advice, width)], exit: LOOK };
}
