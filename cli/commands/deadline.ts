/** `deadline`: reads one deadline phrase, or a stream of them, and says which day it means and why. Needs no installation. */
import type { Command } from 'commander';
import { DEADLINE_LABELS } from '#domain/labels';
import { needsPerson, type DeadlineReading } from '#domain/deadline';
import type { LocalDate } from '#domain/local-date';
import { dateOption } from '../arguments.js';
import type { Answer } from '../answer.js';
import { command, type Session } from '../command.js';
import { rulesText, yearsText } from '../counted-by.js';
import type { CountedBy, Doors } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
import { values } from '../table.js';
import { fullDay, shortDay } from '../wording.js';

interface DeadlineOptions {
  readonly orderDate: LocalDate;
  readonly horizon?: LocalDate;
}

export function deadlineCommand(session: Session): Command {
  return command(session, {
    name: 'deadline',
    about: 'прочитать срок: что за день, какой рабочий день и почему',
    examples: [
      'vekha deadline "не позднее 25 августа 2024 года" --order-date 26.12.2023',
      'vekha deadline - --order-date 26.12.2023 < сроки.txt',
    ],
    codes: { 3: 'срок не понят, решать человеку (с «-» код 0: у таких строк вид unclear)' },
  })
    .argument('<фраза>', 'срок, как он напечатан; «-» – по одному в строке со входа, ответ по объекту JSON в строке')
    .requiredOption('--order-date <дата>', 'дата распоряжения, 26.12.2023 или 2023-12-26', dateOption('--order-date'))
    .option('--horizon <дата>', 'последний день для повторяющихся сроков', dateOption('--horizon'))
    .action(
      session.answering(async (phrase: string, options: DeadlineOptions) => {
        if (phrase !== '-') return one(session.doors, phrase, options);
        await many(session.doors, options);
        return DONE;
      }),
    );
}

function one(doors: Doors, phrase: string, { orderDate, horizon }: DeadlineOptions): Answer {
  const reading = doors.readDeadline(phrase, orderDate, horizon ?? null);
  return {
    json: inOrder(reading),
    text: readingText(reading, doors.countedBy(), doors.terminal.columns),
    exit: needsPerson(reading) ? LOOK : DONE,
  };
}

/** Each line is answered as it comes: the stream may be long. An empty line is an empty cell. */
async function many(doors: Doors, { orderDate, horizon }: DeadlineOptions) {
  for await (const line of doors.inputLines()) {
    const reading = doors.readDeadline(line.replace(/\r$/u, ''), orderDate, horizon ?? null);
    doors.terminal.print(JSON.stringify(inOrder(reading)));
  }
}

/** The shape that programs are promised, in this order, and nothing else. */
function inOrder({ phrase, kind, due, workingDue, from, term, occurrences, explanation }: DeadlineReading) {
  return {
    phrase,
    kind,
    due,
    workingDue,
    ...(from === undefined ? {} : { from }),
    ...(term === undefined ? {} : { term }),
    ...(occurrences === undefined ? {} : { occurrences }),
    explanation,
  };
}

function readingText(reading: DeadlineReading, by: CountedBy, width: number): string[] {
  return values(
    [
      ['Срок', `«${reading.phrase}»`],
      ['Вид', DEADLINE_LABELS[reading.kind]],
      ['С', reading.from === undefined ? '' : fullDay(reading.from)],
      ['Последний день', fullDay(reading.due)],
      ['Рабочий день', fullDay(reading.workingDue)],
      ['Повторы', (reading.occurrences ?? []).map(shortDay).join('; ')],
      ['Откуда дата', reading.explanation],
      ['Правила', rulesText(by)],
      ['Календарь', yearsText(by)],
    ],
    width,
  );
}
